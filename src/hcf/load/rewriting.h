// SPDX-License-Identifier: Apache-2.0
// How new words and comments are put into a document that somebody else wrote, so that it stays the
// document that it was.
#pragma once

#include "hcf/yaml/node.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hcf {

/// The text as it is written in place of a node: in its quotes where it has some, in others where
/// the text needs them.
[[nodiscard]] std::string written_like(yaml::NodeRef node, std::string_view text);

/// Whether a text may stand without quotes; in JSON it never may.
enum class Quotes { where_needed, always };

/// A free text that every reader of YAML takes for that text, on one line, in a list in brackets,
/// too. Requires: UTF-8.
[[nodiscard]] std::string written_text(std::string_view text, Quotes quotes);

/// The same for an id, a value of a scale or a date: `3` and `2026-11-22` need no quotes.
[[nodiscard]] std::string written_word(std::string_view text, Quotes quotes);

/// The line break that a text uses first; a line feed where it has none.
[[nodiscard]] std::string line_break_of(std::string_view text);

/// Where a line of comment may be put before the thing at a byte: where a line begins, outside of
/// every text, and above comments that silence the next line. Nothing where a marker of the
/// document is there.
[[nodiscard]] std::optional<std::size_t> comment_place(const yaml::Tree& tree, std::size_t at);

}  // namespace hcf
