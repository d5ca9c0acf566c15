// SPDX-License-Identifier: Apache-2.0
// Where the comments of a document stand. The tree does not keep them; it knows where the scalars
// are, and a '#' in none of them that begins a line or follows a blank begins a comment.
#pragma once

#include "hcf/yaml/node.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hcf::yaml {

struct Comment {
    std::uint32_t begin = 0;  ///< its '#'
    std::uint32_t end = 0;    ///< one past its last character
    bool is_alone = false;    ///< nothing but blanks stands before it
};

/// The scalar that a byte of the text belongs to, its quotes included; nullptr where it belongs to
/// none.
[[nodiscard]] const Node* find_scalar_at(const Tree& tree, std::size_t at);

/// The comments that contain a text, in order.
[[nodiscard]] std::vector<Comment> find_comments(const Tree& tree, std::string_view needle);

}  // namespace hcf::yaml
