// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/tree_builder.h"

#include "hcf/base/assert.h"

namespace hcf::yaml {

namespace {

Node scalar_node(std::uint32_t begin, std::uint32_t end, Style style, std::uint32_t index) {
    Node node = {};
    node.begin = begin;
    node.end = end;
    node.next = index + 1;
    node.kind = Kind::scalar;
    node.style = style;
    return node;
}

}  // namespace

void TreeBuilder::scalar_in_place(std::uint32_t begin, std::uint32_t end, Style style,
                                  std::uint32_t text, std::uint32_t size) {
    count_child();
    Node node = scalar_node(begin, end, style, next_index());
    node.text = text;
    node.size = size;
    tree_.nodes.push_back(node);
}

void TreeBuilder::scalar_made(std::uint32_t begin, std::uint32_t end, Style style,
                              std::string_view text) {
    count_child();
    Node node = scalar_node(begin, end, style, next_index());
    node.text = static_cast<std::uint32_t>(tree_.side_buffer.size());
    node.size = static_cast<std::uint32_t>(text.size());
    node.in_side_buffer = true;
    tree_.side_buffer += text;
    tree_.nodes.push_back(node);
}

void TreeBuilder::absent(std::uint32_t at) {
    count_child();
    Node node = scalar_node(at, at, Style::plain, next_index());
    node.text = at;
    node.absent = true;
    tree_.nodes.push_back(node);
}

void TreeBuilder::begin_sequence(std::uint32_t begin) { begin_collection(begin, Kind::sequence); }

void TreeBuilder::begin_mapping(std::uint32_t begin) { begin_collection(begin, Kind::mapping); }

void TreeBuilder::begin_collection(std::uint32_t begin, Kind kind) {
    count_child();
    open_.push_back(next_index());
    Node node = {};
    node.begin = begin;
    node.end = begin;
    node.kind = kind;
    tree_.nodes.push_back(node);
}

std::uint32_t TreeBuilder::end_collection(std::uint32_t end) {
    HCF_ASSERT(!open_.empty());
    const std::uint32_t index = open_.back();
    Node& node = tree_.nodes[index];
    open_.pop_back();
    node.end = end;
    node.next = next_index();
    if (node.kind == Kind::mapping) {
        HCF_ASSERT(node.size % 2 == 0);
        node.size /= 2;  // children were counted, pairs are wanted
    }
    return index;
}

std::uint32_t TreeBuilder::next_index() const {
    return static_cast<std::uint32_t>(tree_.nodes.size());
}

void TreeBuilder::count_child() {
    if (!open_.empty()) ++tree_.nodes[open_.back()].size;
}

}  // namespace hcf::yaml
