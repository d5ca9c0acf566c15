// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/comments.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace {

/// The comments with "me" in them, each in brackets, one that stands alone behind a '!'.
std::string comments(std::string_view text) {
    const hcf::tests::Parsed parsed(text);
    REQUIRE(parsed.is_whole);
    std::string list;
    for (const hcf::yaml::Comment& comment : hcf::yaml::find_comments(parsed.tree, "me")) {
        list += comment.is_alone ? "!" : "";
        list += "[" + parsed.text.substr(comment.begin, comment.end - comment.begin) + "]";
    }
    return list;
}

}  // namespace

TEST_CASE("a comment begins a line or follows a blank") {
    CHECK(comments("# me\na: b # me too\n  # and me\r\nc: d\t#me") ==
          "![# me][# me too]![# and me][#me]");
    CHECK(comments("a: b#me\n").empty());
}

TEST_CASE("a sign inside text is none") {
    CHECK(comments("a: '# me'\nb: \"x # me\"\nc: |\n  # me\nd: >-\n  x # me\n").empty());
    CHECK(comments("a: 'x # me' # me\n") == "[# me]");
    CHECK(comments("a: 'x\n  # me'\nb: {c: d, # me\n  e: f}\n") == "[# me]");
    CHECK(comments("a: |\n  x\n# me\nb: c\n") == "![# me]");
}

TEST_CASE("only the first comment of a line is one") {
    CHECK(comments("a: b # x # me\n") == "[# x # me]");
    CHECK(comments("'me': b # x\n").empty());
}
