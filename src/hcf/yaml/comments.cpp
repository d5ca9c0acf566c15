// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/comments.h"

#include <algorithm>

namespace hcf::yaml {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

struct Span {
    std::size_t begin;
    std::size_t end;
};

/// The scalars of the document, in order.
std::vector<Span> scalars_of(const Tree& tree) {
    std::vector<Span> spans;
    for (const Node& node : tree.nodes) {
        if (node.kind == Kind::scalar && node.begin < node.end)
            spans.push_back({node.begin, node.end});
    }
    return spans;
}

bool is_inside(const std::vector<Span>& spans, std::size_t at) {
    const auto after =
        std::upper_bound(spans.begin(), spans.end(), at,
                         [](std::size_t value, const Span& span) { return value < span.begin; });
    return after != spans.begin() && at < (after - 1)->end;
}

}  // namespace

std::vector<Comment> find_comments(const Tree& tree, std::string_view needle) {
    std::vector<Comment> comments;
    const std::string_view text = tree.text;
    std::vector<Span> scalars;
    for (std::size_t found = text.find(needle); found != std::string_view::npos;) {
        if (scalars.empty()) scalars = scalars_of(tree);
        const std::size_t line_break = text.find_last_of("\r\n", found);
        const std::size_t line = line_break == std::string_view::npos ? 0 : line_break + 1;
        const std::size_t end = std::min(text.find_first_of("\r\n", found), text.size());
        for (std::size_t at = line; at < end; ++at) {
            if (text[at] != '#' || (at != line && !is_blank(text[at - 1]))) continue;
            if (is_inside(scalars, at)) continue;
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
