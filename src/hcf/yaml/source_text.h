// SPDX-License-Identifier: Apache-2.0
// A document's text as the reader looks at it: with an end that may be looked at, lines, and the
// classes of characters that YAML 1.2 knows.
#pragma once

#include <cstdint>
#include <string_view>

namespace hcf::yaml {

[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

[[nodiscard]] constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }

/// True for what ends an indicator such as `-`: a blank, a line break, or the end (SourceText
/// gives it as 0).
[[nodiscard]] constexpr bool is_gap(char c) { return is_blank(c) || is_break(c) || c == '\0'; }

[[nodiscard]] constexpr bool is_flow_indicator(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

/// A view of checked text: no byte of it is 0 (check_text.h), so 0 stands for the end.
class SourceText {
public:
    explicit SourceText(std::string_view text)
        : data_(text.data()), size_(static_cast<std::uint32_t>(text.size())) {}

    [[nodiscard]] char operator[](std::uint32_t at) const { return at < size_ ? data_[at] : '\0'; }

    [[nodiscard]] std::uint32_t size() const { return size_; }

    [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
        return {data_ + begin, end - begin};
    }

    /// Behind the line break at `at`: LF, CR LF or a lone CR. Requires: is_break((*this)[at]).
    [[nodiscard]] std::uint32_t behind_break(std::uint32_t at) const {
        return (*this)[at] == '\r' && (*this)[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /// Where the line that holds `at` ends, its line break not included.
    [[nodiscard]] std::uint32_t line_end(std::uint32_t at) const {
        while (at < size_ && !is_break(data_[at])) ++at;
        return at;
    }

    [[nodiscard]] std::uint32_t skip_blanks(std::uint32_t at) const {
        while (is_blank((*this)[at])) ++at;
        return at;
    }

    [[nodiscard]] std::uint32_t skip_spaces(std::uint32_t at) const {
        while ((*this)[at] == ' ') ++at;
        return at;
    }

    /// `at` moved back over blanks, but not before `begin`.
    [[nodiscard]] std::uint32_t trim_blanks(std::uint32_t begin, std::uint32_t at) const {
        while (at > begin && is_blank(data_[at - 1])) --at;
        return at;
    }

    /// True where a line that begins at `line` has a tab among its first `indent` characters, which
    /// are blanks otherwise.
    [[nodiscard]] bool is_tabbed(std::uint32_t line, std::uint32_t indent) const {
        const std::uint32_t at = skip_spaces(line);
        return (*this)[at] == '\t' && at - line < indent;
    }

    /// True where a line that begins at `line` begins with the marker `---` or `...`.
    [[nodiscard]] bool is_marker(std::uint32_t line) const {
        const char c = (*this)[line];
        return (c == '-' || c == '.') && (*this)[line + 1] == c && (*this)[line + 2] == c &&
               is_gap((*this)[line + 3]);
    }

private:
    const char* data_;
    std::uint32_t size_;
};

}  // namespace hcf::yaml
