// SPDX-License-Identifier: Apache-2.0
// The one door into a tree: producers say what they saw, in document order, and the builder links
// it up.
#pragma once

#include "hcf/yaml/node.h"

#include <vector>

namespace hcf::yaml {

/// Fills a tree from the events of a document.
class TreeBuilder {
public:
    explicit TreeBuilder(Tree& tree) : tree_(tree) {}

    /// A scalar whose text stands in the document as it is.
    void scalar_in_place(std::uint32_t begin, std::uint32_t end, Style style, std::uint32_t text,
                         std::uint32_t size);

    /// A scalar whose text had to be made; it is copied into the side buffer.
    void scalar_made(std::uint32_t begin, std::uint32_t end, Style style, std::string_view text);

    /// Nothing where a value was expected; `at` is behind the key or indicator that wanted it.
    void absent(std::uint32_t at);

    void begin_sequence(std::uint32_t begin);
    void begin_mapping(std::uint32_t begin);

    /// Ends the innermost open collection; `end` is one past its last byte. Gives the index of its
    /// node.
    std::uint32_t end_collection(std::uint32_t end);

    /// How many collections are open.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }

private:
    void begin_collection(std::uint32_t begin, Kind kind);
    void count_child();
    [[nodiscard]] std::uint32_t next_index() const;

    Tree& tree_;
    std::vector<std::uint32_t> open_;
};

}  // namespace hcf::yaml
