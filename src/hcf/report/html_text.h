// SPDX-License-Identifier: Apache-2.0
// Text for HTML: the only way in which data gets into a page (style guide, section 6).
#pragma once

#include <string>
#include <string_view>

namespace hcf {

/// Appends text of which nothing is taken for markup, in elements and in quoted attributes.
/// Control characters and bidi overrides are shown escaped.
void append_html_text(std::string& out, std::string_view text);

/// The same, with a line break for each in the text, and with its dates kept in one piece.
void append_html_lines(std::string& out, std::string_view text);

}  // namespace hcf
