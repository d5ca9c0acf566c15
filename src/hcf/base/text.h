// SPDX-License-Identifier: Apache-2.0
// Text as people see it: code points, display width, case folding, escaping. UTF-8 in, UTF-8 out,
// no locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Byte offset where the first malformed UTF-8 sequence begins (overlong forms and surrogates are
/// malformed), if any.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The code point at `offset`, which is moved behind it; U+FFFD for a byte that is no UTF-8.
/// Requires: offset < text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Appends a code point as UTF-8.
void append_code_point(std::string& out, char32_t code_point);

/// How many code points there are; diagnostics count columns so.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Terminal columns that the text takes, by utf8proc: wide characters 2, combining and control ones
/// 0.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text for comparison "without regard to case" (spec 2): full Unicode case folding, composed
/// (NFC).
[[nodiscard]] std::string case_fold(std::string_view text);

/// Control characters, bidi controls, line and paragraph separators and other invisible format
/// characters as \u{202e}; everything else as it is. A line feed becomes \n, a tab \t, a byte that
/// is no UTF-8 \x{ff}. A zero-width joiner or non-joiner between two letters of a script without
/// case stays: names are written with it.
[[nodiscard]] std::string escape_invisible(std::string_view text);

/// Appends the text as `escape_invisible` gives it.
void append_escaped(std::string& out, std::string_view text);

/// The text as messages name it: in single quotes, escaped, cut with "..." after 60 code points.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// Lines of at most `width` columns (one character where even that is too narrow), broken at
/// spaces, which are dropped there and at both ends; a longer word is broken where it must. Never
/// empty. Requires: no control characters.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Calls visit(line) for every line of a text, without its line break.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
    while (true) {
        const std::size_t end = text.find('\n');
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// True for lower-case ASCII words joined by single hyphens, digits allowed: `hand-hygiene`,
/// `north-2`.
[[nodiscard]] bool is_kebab_case(std::string_view text);

}  // namespace hcf
