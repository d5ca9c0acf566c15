// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/comments.h"

#include <algorithm>

namespace hcf::yaml {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

const Node* find_scalar_at(const Tree& tree, std::size_t at) {
    // Nodes stand in the order of the text, and no two scalars overlap.
    auto node = std::upper_bound(tree.nodes.begin(), tree.nodes.end(), at,
                                 [](std::size_t value, const Node& n) { return value < n.begin; });
    while (node != tree.nodes.begin()) {
        --node;
        if (node->absent || node->begin == node->end) continue;
        return node->kind == Kind::scalar && at < node->end ? &*node : nullptr;
    }
    return nullptr;
}

std::vector<Comment> find_comments(const Tree& tree, std::string_view needle) {
    std::vector<Comment> comments;
    const std::string_view text = tree.text;
    for (std::size_t found = text.find(needle); found != std::string_view::npos;) {
        const std::size_t line_break = text.find_last_of("\r\n", found);
        const std::size_t line = line_break == std::string_view::npos ? 0 : line_break + 1;
        const std::size_t end = std::min(text.find_first_of("\r\n", found), text.size());
        for (std::size_t at = line; at < end; ++at) {
            if (text[at] != '#' || (at != line && !is_blank(text[at - 1]))) continue;
            if (find_scalar_at(tree, at) != nullptr) continue;
            if (text.substr(at, end - at).find(needle) == std::string_view::npos) break;
            const bool is_alone =
                std::all_of(text.begin() + static_cast<std::ptrdiff_t>(line),
                            text.begin() + static_cast<std::ptrdiff_t>(at), is_blank);
            comments.push_back(
                {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), is_alone});
            break;
        }
        found = text.find(needle, end);
    }
    return comments;
}

}  // namespace hcf::yaml
