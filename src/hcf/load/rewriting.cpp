// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/rewriting.h"

#include "hcf/base/text.h"
#include "hcf/load/suppressions.h"
#include "hcf/yaml/comments.h"

#include <algorithm>
#include <array>

namespace hcf {
namespace {

/// True for a text that means itself without quotes, in a list in brackets, too.
bool is_plain_safe(std::string_view text) {
    constexpr std::array<std::string_view, 6> kWords = {"null", "true", "false", "yes", "no", "~"};
    const std::string folded = case_fold(text);
    if (std::find(kWords.begin(), kWords.end(), folded) != kWords.end()) return false;
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

std::string doubled(std::string_view text, char quote) {
    std::string result;
    for (const char c : text) {
        if (quote == '\'' && c == '\'') result += c;
        if (quote == '"' && (c == '"' || c == '\\')) result += '\\';
        result += c;
    }
    return quote + result + quote;
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
    if (node.style() == yaml::Style::single_quoted) return doubled(text, '\'');
    const bool is_plain = node.style() == yaml::Style::plain && is_plain_safe(text);
    return is_plain ? std::string(text) : doubled(text, '"');
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
