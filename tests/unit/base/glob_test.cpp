// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/glob.h"

#include <doctest/doctest.h>

#include <string>

using hcf::glob_matches;

TEST_CASE("a pattern without signs fits itself alone") {
    CHECK(glob_matches("a/b.yaml", "a/b.yaml"));
    CHECK_FALSE(glob_matches("a/b.yaml", "a/b.yam"));
    CHECK_FALSE(glob_matches("a/b.yaml", "x/a/b.yaml"));
    CHECK(glob_matches("", ""));
    CHECK_FALSE(glob_matches("", "a"));
}

TEST_CASE("a star does not cross a folder, two do") {
    CHECK(glob_matches("*.yaml", ".yaml"));
    CHECK(glob_matches("a*c", "abbc"));
    CHECK_FALSE(glob_matches("*.yaml", "a/b.yaml"));
    CHECK(glob_matches("**.yaml", "a/b.yaml"));
    CHECK(glob_matches("a/**", "a/b/c"));
    CHECK_FALSE(glob_matches("a/**", "a"));
}

TEST_CASE("two stars and a slash may be no folder at all") {
    CHECK(glob_matches("a/**/b", "a/b"));
    CHECK(glob_matches("a/**/b", "a/x/y/b"));
    CHECK_FALSE(glob_matches("a/**/b", "a/xb"));
    CHECK(glob_matches("**/b", "b"));
    CHECK_FALSE(glob_matches("**/b", "ab"));
}

TEST_CASE("a question mark is one character, whatever its bytes") {
    CHECK(glob_matches("a?c", "a\u00e9c"));
    CHECK(glob_matches("?", "\u65e5"));
    CHECK_FALSE(glob_matches("?", ""));
    CHECK_FALSE(glob_matches("a?c", "a/c"));
}

TEST_CASE("a hostile pattern takes no longer than its length") {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "*a";
    CHECK_FALSE(glob_matches(pattern, std::string(2000, 'b')));
    CHECK(glob_matches(pattern, std::string(2000, 'a')));
}

TEST_CASE("a list is one character of it, or one that is not in it") {
    CHECK(glob_matches("[a-c]x", "bx"));
    CHECK_FALSE(glob_matches("[a-c]x", "dx"));
    CHECK(glob_matches("[!a-c]x", "dx"));
    CHECK_FALSE(glob_matches("[!a-c]x", "bx"));
    CHECK(glob_matches("[]-]", "]"));
    CHECK(glob_matches("[\u00e9\u65e5]", "\u65e5"));
    CHECK_FALSE(glob_matches("[!a]", "/"));
    CHECK(glob_matches("*[0-9].yaml", "a12.yaml"));
    CHECK(glob_matches("[a", "[a"));
    CHECK_FALSE(glob_matches("[a", "a"));
}
