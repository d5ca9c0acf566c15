// SPDX-License-Identifier: Apache-2.0
// Where things stand: every node covers what was written for it, and no more.
#include "hcf/yaml/parse.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

TEST_SUITE("yaml") {
    using hcf::tests::covered_by;
    using hcf::tests::YamlRead;
    using hcf::yaml::Node;
    using Covered = std::vector<std::string>;

    TEST_CASE("plain text ends before blanks and comments") {
        CHECK(covered_by(YamlRead("a: b c  # d\n")) == Covered{"a: b c", "a", "b c"});
        CHECK(covered_by(YamlRead("[a , b\n ]")) == Covered{"[a , b\\n ]", "a", "b"});
    }

    TEST_CASE("text over several lines ends on its last line") {
        CHECK(covered_by(YamlRead("a: b\n   c  \n\nd: e\n")) ==
              Covered{"a: b\\n   c  \\n\\nd: e", "a", "b\\n   c", "d", "e"});
        CHECK(covered_by(YamlRead("a: \"b\n   c\"  \n")) ==
              Covered{"a: \"b\\n   c\"", "a", "\"b\\n   c\""});
    }

    TEST_CASE("quotes and brackets belong to what they hold") {
        CHECK(covered_by(YamlRead("'a' : \"b\\n\" # c\n")) ==
              Covered{"'a' : \"b\\n\"", "'a'", "\"b\\n\""});
        CHECK(covered_by(YamlRead("- {a: [b]} # c\n")) ==
              Covered{"- {a: [b]}", "{a: [b]}", "a", "[b]", "b"});
    }

    TEST_CASE(
        "a block of text begins with its sign and ends on its last line that says something") {
        CHECK(covered_by(YamlRead("a: |\n  b\n  c\n\n# d\ne: f\n")) ==
              Covered{"a: |\\n  b\\n  c\\n\\n# d\\ne: f", "a", "|\\n  b\\n  c", "e", "f"});
        CHECK(covered_by(YamlRead("a: |- # b\n\n")) == Covered{"a: |-", "a", "|-"});
    }

    TEST_CASE("a collection ends where the last thing in it ends") {
        CHECK(covered_by(YamlRead("a:\n  - b:   # c\n# d\n")) ==
              Covered{"a:\\n  - b:", "a", "- b:", "b:", "b", ""});
        CHECK(covered_by(YamlRead("-\n-\n")) == Covered{"-\\n-", "", ""});
        CHECK(covered_by(YamlRead("[a: b, c: ]")) ==
              Covered{"[a: b, c: ]", "a: b", "a", "b", "c:", "c", ""});
    }

    TEST_CASE("an absent value stands behind the sign that wanted it") {
        const YamlRead read("a:   \nb: c\n");
        REQUIRE(read.whole);
        CHECK(read.tree.nodes[2].begin == 2);
        CHECK(read.tree.nodes[2].end == 2);
        CHECK(read.tree.nodes[2].absent);
    }

    TEST_CASE("places are bytes, whatever the characters and line breaks are") {
        CHECK(covered_by(YamlRead("é: 日本  # x\r\nb: [\"Zoë\",\r\n  ü]\r\n")) ==
              Covered{"é: 日本  # x\\u{d}\\nb: [\"Zoë\",\\u{d}\\n  ü]", "é", "日本", "b",
                      "[\"Zoë\",\\u{d}\\n  ü]", "\"Zoë\"", "ü"});
    }

    TEST_CASE("text that stands in the document as it is is not copied") {
        const YamlRead read(
            "a: b c\nd: 'e'\nf: \"g\"\nh: ''\ni: |-\n  j\nk: >\n  l\nm: ~\n日: \"日 本\"\n");
        REQUIRE(read.whole);
        CHECK(read.tree.side_buffer.empty());
        CHECK(hcf::tests::shape_of({read.tree, 0}) ==
              "{a: b c, d: 'e', f: \"g\", h: '', i: |j|, k: |l\\n|, m: ~, 日: \"日 本\"}");
    }

    TEST_CASE("text that is not is made in the side buffer") {
        const YamlRead read("- a\n  b\n- 'it''s'\n- \"\\t\"\n- 'c\n  d'\n- |\n  e\n  f\n");
        REQUIRE(read.whole);
        std::string made;
        for (const Node& node : read.tree.nodes) {
            if (node.kind == hcf::yaml::Kind::scalar) CHECK(node.in_side_buffer);
        }
        CHECK(read.tree.side_buffer == "a bit's\tc de\nf\n");
    }

    TEST_CASE("a tree is used again from document to document") {
        hcf::yaml::Tree tree;
        hcf::Diagnostics diags;
        for (const std::string_view text : {"a: \"b\\n\"", "[c]", "{d: 'e''f'}"}) {
            REQUIRE(hcf::yaml::parse({5}, text, tree, diags));
            CHECK(tree.text == text);
            CHECK(tree.source == hcf::SourceId{5});
        }
        CHECK(hcf::tests::shape_of({tree, 0}) == "{d: 'e'f'}");
        CHECK(tree.nodes.size() == 3);
    }
}
