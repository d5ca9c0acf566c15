// SPDX-License-Identifier: Apache-2.0
// The positioned tree of one document: 24-byte nodes in one vector, in preorder, reused from
// document to document. Two producers may fill it, both through TreeBuilder; nobody else writes
// nodes.
#pragma once

#include "hcf/diag/source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::yaml {

enum class Kind : std::uint8_t { scalar, sequence, mapping };

/// How a scalar was written: only a plain one can be null, and `'12'` stays distinguishable from
/// `12`.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, block };

/// One node; use NodeRef to read it.
struct Node {
    std::uint32_t begin;  ///< first byte in the document, an opening quote or bracket included
    std::uint32_t end;    ///< one past the last byte, a closing quote or bracket included
    std::uint32_t text;   ///< scalar: where its text begins, in the document or in the side buffer
    std::uint32_t size;   ///< scalar: bytes of text; sequence: items; mapping: pairs
    std::uint32_t next;   ///< index of the first node behind this subtree
    Kind kind;
    Style style;
    bool in_side_buffer;  ///< the text had to be unescaped or folded
    bool absent;          ///< nothing was written where a value was expected (`key:`)
};
static_assert(sizeof(Node) == 24);

/// One document as a tree. The document's text must outlive it.
struct Tree {
    SourceId source;
    std::string_view text;
    std::vector<Node>
        nodes;  ///< nodes[0] is the root; a mapping's children are key, value, key, value, ...
    std::string side_buffer;

    /// Makes it empty for the next document, keeping the memory.
    void reset(SourceId new_source, std::string_view new_text) {
        source = new_source;
        text = new_text;
        nodes.clear();
        side_buffer.clear();
    }
};

/// A reading handle on a node; as cheap as a pointer, valid while its tree is not changed.
class NodeRef {
public:
    NodeRef(const Tree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

    [[nodiscard]] Kind kind() const { return node().kind; }
    [[nodiscard]] Style style() const { return node().style; }
    [[nodiscard]] bool is_scalar() const { return node().kind == Kind::scalar; }
    [[nodiscard]] bool is_mapping() const { return node().kind == Kind::mapping; }
    [[nodiscard]] bool is_sequence() const { return node().kind == Kind::sequence; }

    /// True for an empty value, and for a plain `null`, `Null`, `NULL` or `~`.
    [[nodiscard]] bool is_null() const;

    /// True where nothing at all was written.
    [[nodiscard]] bool is_absent() const { return node().absent; }

    /// A scalar's text, unescaped and folded.
    [[nodiscard]] std::string_view text() const {
        const Node& n = node();
        return n.in_side_buffer ? std::string_view(tree_->side_buffer).substr(n.text, n.size)
                                : tree_->text.substr(n.text, n.size);
    }

    [[nodiscard]] SourceSpan span() const { return {tree_->source, node().begin, node().end}; }

    /// Items of a sequence, pairs of a mapping.
    [[nodiscard]] std::uint32_t size() const { return node().size; }

    [[nodiscard]] std::uint32_t index() const { return index_; }
    [[nodiscard]] const Tree& tree() const { return *tree_; }

    /// The first child; Requires: size() > 0 and not a scalar.
    [[nodiscard]] NodeRef first_child() const { return {*tree_, index_ + 1}; }

    /// The node behind this subtree: the next sibling, if there is one.
    [[nodiscard]] NodeRef next() const { return {*tree_, node().next}; }

private:
    [[nodiscard]] const Node& node() const { return tree_->nodes[index_]; }

    const Tree* tree_;
    std::uint32_t index_;
};

/// Calls visit(item) for every item of a sequence, in order.
template <class Visit>
void for_each_item(NodeRef sequence, Visit visit) {
    NodeRef item = sequence.first_child();
    for (std::uint32_t left = sequence.size(); left != 0; --left, item = item.next()) visit(item);
}

/// Calls visit(key, value) for every pair of a mapping, in order.
template <class Visit>
void for_each_pair(NodeRef mapping, Visit visit) {
    NodeRef key = mapping.first_child();
    for (std::uint32_t left = mapping.size(); left != 0; --left) {
        const NodeRef value = key.next();
        visit(key, value);
        key = value.next();
    }
}

}  // namespace hcf::yaml
