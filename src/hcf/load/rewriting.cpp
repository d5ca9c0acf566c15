// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/rewriting.h"

#include "hcf/base/text.h"
#include "hcf/load/suppressions.h"
#include "hcf/yaml/comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace hcf {
namespace {

/// True for a word that some reader of YAML takes for something other than a text.
bool is_yaml_word(std::string_view text) {
    constexpr std::array<std::string_view, 10> kWords = {"null", "true", "false", "yes", "no",
                                                         "on",   "off",  "y",     "n",   "~"};
    return std::find(kWords.begin(), kWords.end(), case_fold(text)) != kWords.end();
}

/// True for what a file may hold only as an escape: control characters, line breaks of any kind,
/// and what looks like nothing at all.
bool is_unprintable(char32_t c) {
    constexpr char32_t kDelete = 0x7F;
    constexpr char32_t kLastControl = 0x9F;
    constexpr char32_t kLineSeparator = 0x2028;
    constexpr char32_t kParagraphSeparator = 0x2029;
    constexpr char32_t kByteOrderMark = 0xFEFF;
    return c < U' ' || (c >= kDelete && c <= kLastControl) || c == kLineSeparator ||
           c == kParagraphSeparator || c == kByteOrderMark || c == 0xFFFE || c == 0xFFFF;
}

bool needs_escapes(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_unprintable(next_code_point(text, at))) return true;
    }
    return false;
}

/// True for a text that means itself without quotes, in a list in brackets, too.
bool is_plain_safe(std::string_view text) {
    if (is_yaml_word(text)) return false;
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    };
    const auto is_safe = [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') ||
               std::string_view(" -_./()&+'").find(c) != std::string_view::npos;
    };
    return !text.empty() && is_letter(text.front()) && text.back() != ' ' &&
           std::all_of(text.begin(), text.end(), is_safe);
}

std::string single_quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'') result += c;
        result += c;
    }
    return result + '\'';
}

/// In quotes that YAML and JSON read alike.
std::string double_quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (c == U'"' || c == U'\\')
            (result += '\\') += static_cast<char>(c);
        else if (c == U'\n')
            result += "\\n";
        else if (c == U'\t')
            result += "\\t";
        else if (is_unprintable(c))
            result += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
        else
            result += text.substr(begin, at - begin);
    }
    return result + '"';
}

std::size_t line_start(std::string_view text, std::size_t at) {
    const std::size_t found = at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
    return found == std::string_view::npos ? 0 : found + 1;
}

/// True where a comment at this byte would be text; `begin` is then where that text begins.
bool is_in_scalar(const yaml::Tree& tree, std::size_t at, std::size_t& begin) {
    const yaml::Node* scalar = yaml::find_scalar_at(tree, at);
    if (scalar == nullptr || scalar->begin == at) return false;
    begin = scalar->begin;
    return true;
}

}  // namespace

std::string written_like(yaml::NodeRef node, std::string_view text) {
    if (needs_escapes(text)) return double_quoted(text);
    if (node.style() == yaml::Style::single_quoted) return single_quoted(text);
    const bool is_plain = node.style() == yaml::Style::plain && is_plain_safe(text);
    return is_plain ? std::string(text) : double_quoted(text);
}

std::string written_text(std::string_view text, Quotes quotes) {
    const bool is_plain =
        quotes == Quotes::where_needed && !needs_escapes(text) && is_plain_safe(text);
    return is_plain ? std::string(text) : double_quoted(text);
}

std::string written_word(std::string_view text, Quotes quotes) {
    const bool is_plain =
        quotes == Quotes::where_needed && is_kebab_case(text) && !is_yaml_word(text);
    return is_plain ? std::string(text) : written_text(text, quotes);
}

std::string line_break_of(std::string_view text) {
    const std::size_t found = text.find_first_of("\r\n");
    if (found == std::string_view::npos || text[found] == '\n') return "\n";
    return text.substr(found, 2) == "\r\n" ? "\r\n" : "\r";
}

std::optional<std::size_t> comment_place(const yaml::Tree& tree, std::size_t at) {
    std::size_t begin = line_start(tree.text, at);
    std::size_t scalar = 0;
    while (is_in_scalar(tree, begin, scalar)) begin = line_start(tree.text, scalar);
    while (begin != 0) {
        // Before the line break, which may be two bytes.
        const bool is_pair = begin > 1 && tree.text.substr(begin - 2, 2) == "\r\n";
        const std::size_t above = line_start(tree.text, begin - (is_pair ? 2 : 1));
        const std::string_view line = tree.text.substr(above, begin - above);
        const std::size_t first = line.find_first_not_of(" \t");
        const bool is_suppression = first != std::string_view::npos && line[first] == '#' &&
                                    line.find(kSuppressionMark) != std::string_view::npos;
        if (!is_suppression || is_in_scalar(tree, above, scalar)) break;
        begin = above;
    }
    const std::string_view line = tree.text.substr(begin);
    if (line.substr(0, 3) == "---" || line.substr(0, 1) == "%") return std::nullopt;
    return begin;
}

}  // namespace hcf
