// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/private_values.h"

#include "hcf/rules/all_rules.h"
#include "hcf/schema/reader.h"

#include <algorithm>
#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 8> kPrivateKeys = {
    "name", "note", "plan", "title", "ref", "assessor", "supervisor", "action"};

/// Keys whose values are never private, so that a line of a broken document may still be shown.
constexpr std::array<std::string_view, 17> kOpenKeys = {
    "hcf",      "framework", "role",        "level",       "levels", "scale",
    "assessed", "basis",     "value",       "until",       "mode",   "due",
    "review",   "date",      "valid_until", "competences", "type"};

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void hide(yaml::NodeRef node, std::vector<ByteRange>& out) {
    const SourceSpan span = node.span();
    if (span.begin < span.end) out.push_back({span.begin, span.end});
}

void visit(yaml::NodeRef node, std::vector<ByteRange>& out) {
    if (node.is_scalar()) return;
    if (node.is_sequence()) {
        yaml::for_each_item(node, [&](yaml::NodeRef item) { visit(item, out); });
        return;
    }
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
        if (is_one_of(kPrivateKeys, key.text()) || is_own_key(key.text())) return hide(value, out);
        if (key.text() == "evidence" && value.is_sequence()) {
            yaml::for_each_item(value, [&](yaml::NodeRef item) {
                item.is_scalar() ? hide(item, out) : visit(item, out);
            });
            return;
        }
        visit(value, out);
    });
}

std::string_view key_of(std::string_view line, std::size_t& value_begin) {
    const std::size_t first = line.find_first_not_of(" \t-{\"'");
    const std::size_t colon = line.find(':', first == std::string_view::npos ? 0 : first);
    if (first == std::string_view::npos || colon == std::string_view::npos) return {};
    value_begin = colon + 1;
    std::string_view key = line.substr(first, colon - first);
    while (!key.empty() && (key.back() == '"' || key.back() == '\'' || key.back() == ' '))
        key.remove_suffix(1);
    return key;
}

}  // namespace

std::vector<ByteRange> private_values(const yaml::Tree& tree) {
    std::vector<ByteRange> ranges;
    if (!tree.nodes.empty()) visit(yaml::NodeRef(tree, 0), ranges);
    return ranges;
}

void add_private_places(const Diagnostics& diags, std::vector<ByteRange>& ranges) {
    for (const Diagnostic& diagnostic : diags.all()) {
        if (diagnostic.rule != &kNhsNumber.info) continue;
        const ByteRange place = {diagnostic.span.begin, diagnostic.span.end};
        const auto behind = std::lower_bound(
            ranges.begin(), ranges.end(), place.begin,
            [](const ByteRange& range, std::uint32_t begin) { return range.end <= begin; });
        const bool is_covered = behind != ranges.end() && behind->begin <= place.begin;
        if (!is_covered) ranges.insert(behind, place);
    }
}

std::vector<ByteRange> private_lines(std::string_view text) {
    std::vector<ByteRange> ranges;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t found = text.find_first_of("\r\n", begin);
        const std::size_t end = found == std::string_view::npos ? text.size() : found;
        const std::string_view line = text.substr(begin, end - begin);
        std::size_t value_begin = 0;
        const std::string_view key = key_of(line, value_begin);
        const bool has_one_value = line.find_first_of("{[,") == std::string_view::npos;
        if (!is_one_of(kOpenKeys, key) || !has_one_value) {
            std::size_t first = line.find_first_not_of(" \t", value_begin);
            if (first == std::string_view::npos) first = line.size();
            if (first < line.size()) {
                ranges.push_back(
                    {static_cast<std::uint32_t>(begin + first), static_cast<std::uint32_t>(end)});
            }
        }
        begin = end + 1;
    }
    return ranges;
}

}  // namespace hcf
