// SPDX-License-Identifier: Apache-2.0
// Text as people see it: code points, display width, case folding, escaping. UTF-8 in, UTF-8 out, no locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Byte offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included), if any.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The code point at `offset`, which is moved behind it. Requires: valid UTF-8 and offset < text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Appends a code point as UTF-8.
void append_code_point(std::string& out, char32_t code_point);

/// How many code points there are; diagnostics count columns so.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Terminal columns that the text takes, by utf8proc: wide characters 2, combining ones 0; Requires: valid UTF-8.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text for comparison "without regard to case" (spec 2): full Unicode case folding, composed (NFC).
[[nodiscard]] std::string case_fold(std::string_view text);

/// Control characters, bidi controls, line and paragraph separators and other invisible format characters as \u{202e};
/// everything else as it is. A line feed becomes \n, a tab \t.
[[nodiscard]] std::string escape_invisible(std::string_view text);

/// Lines of at most `width` columns, broken at spaces, a longer word broken where it must; never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// True for lower-case ASCII words joined by single hyphens, digits allowed: `hand-hygiene`, `north-2`.
[[nodiscard]] bool is_kebab_case(std::string_view text);

}  // namespace hcf
