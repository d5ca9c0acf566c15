// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/tree_builder.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

TEST_SUITE("yaml") {
    using hcf::tests::shape_of;
    using hcf::yaml::NodeRef;
    using hcf::yaml::Style;
    using hcf::yaml::Tree;
    using hcf::yaml::TreeBuilder;

    TEST_CASE("a builder links items, pairs and what is nested in them") {
        Tree tree;
        tree.reset({3}, "{a: [b, c], d: }");
        TreeBuilder builder(tree);
        builder.begin_mapping(0);
        builder.scalar_in_place(1, 2, Style::plain, 1, 1);
        builder.begin_sequence(4);
        CHECK(builder.depth() == 2);
        builder.scalar_in_place(5, 6, Style::plain, 5, 1);
        builder.scalar_made(8, 9, Style::double_quoted, "made");
        CHECK(builder.end_collection(10) == 2);
        builder.scalar_in_place(12, 13, Style::plain, 12, 1);
        builder.absent(14);
        CHECK(builder.end_collection(16) == 0);

        const NodeRef root(tree, 0);
        CHECK(shape_of(root) == "{a: [b, \"made\"], d: <none>}");
        CHECK(root.size() == 2);
        CHECK(root.next().index() == tree.nodes.size());
        CHECK(root.span() == hcf::SourceSpan{{3}, 0, 16});
        const NodeRef list = root.first_child().next();
        CHECK(list.size() == 2);
        CHECK(list.next().index() == 5);
        CHECK(list.next().next().span() == hcf::SourceSpan{{3}, 14, 14});
        CHECK(list.next().next().text().empty());
        CHECK(builder.depth() == 0);
    }

    TEST_CASE("an empty collection has no children") {
        Tree tree;
        tree.reset({}, "[]");
        TreeBuilder builder(tree);
        builder.begin_sequence(0);
        CHECK(builder.end_collection(2) == 0);
        CHECK(shape_of({tree, 0}) == "[]");
        CHECK(NodeRef(tree, 0).size() == 0);
        CHECK(NodeRef(tree, 0).next().index() == 1);
    }

    TEST_CASE("a tree that is reset holds nothing of the document before") {
        Tree tree;
        tree.reset({}, "first");
        TreeBuilder builder(tree);
        builder.scalar_made(0, 5, Style::plain, "made of the first");
        tree.reset({7}, "second");
        CHECK(tree.nodes.empty());
        CHECK(tree.side_buffer.empty());
        CHECK(tree.text == "second");
        CHECK(tree.source == hcf::SourceId{7});
    }
}
