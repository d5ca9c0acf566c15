// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/unified_diff.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

/// The diff of two texts with as many lines as each other.
std::string diff(std::string_view before, std::string_view after) {
    const auto a = hcf::split_lines(before);
    const auto b = hcf::split_lines(after);
    REQUIRE(a.size() == b.size());
    std::vector<hcf::LinePair> lines;
    for (std::size_t i = 0; i < a.size(); ++i) lines.push_back({a[i], b[i], a[i] != b[i]});
    std::string out;
    hcf::append_unified_diff(out, "x.yaml", lines);
    return out;
}

}  // namespace

TEST_CASE("texts that are alike have no diff") { CHECK(diff("a\nb\n", "a\nb\n").empty()); }

TEST_CASE("a change stands between three lines on either side") {
    CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n") ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n");
}

TEST_CASE("changes that are near share a hunk, others do not") {
    const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";
    std::string near = before;
    near.replace(0, 1, "X");
    near.replace(near.find("7"), 1, "X");
    CHECK(diff(before, near) ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,10 +1,10 @@\n-1\n+X\n 2\n 3\n 4\n 5\n 6\n-7\n+X\n 8\n"
          " 9\n 10\n");
    std::string far = before;
    far.replace(0, 1, "X");
    far.replace(far.find("16"), 2, "X");
    CHECK(diff(before, far) ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,4 +1,4 @@\n-1\n+X\n 2\n 3\n 4\n"
          "@@ -13,4 +13,4 @@\n 13\n 14\n 15\n-16\n+X\n");
}

TEST_CASE("a last line without an end says so") {
    CHECK(diff("a", "b") ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n"
          "\\ No newline at end of file\n");
}

TEST_CASE("a line that was added counts on one side only") {
    const std::vector<hcf::LinePair> lines = {{"1\n", "1\n"},       {{}, "new\n", true, true},
                                              {"2\n", "X\n", true}, {"3\n", "3\n"},
                                              {"4\n", "4\n"},       {"5\n", "5\n"},
                                              {"6\n", "6\n"},       {"7\n", "7\n"},
                                              {"8\n", "8\n"},       {"9\n", "9\n"},
                                              {"10\n", "10\n"},     {{}, "late\n", true, true}};
    std::string out;
    hcf::append_unified_diff(out, "x.yaml", lines);
    CHECK(out ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,5 +1,6 @@\n 1\n-2\n+new\n+X\n 3\n 4\n 5\n"
          "@@ -8,3 +9,4 @@\n 8\n 9\n 10\n+late\n");
}

TEST_CASE("lines that come and go are matched with those that stay") {
    const auto matched = [](std::string_view before, std::string_view after) {
        const auto a = hcf::split_lines(before);
        const auto b = hcf::split_lines(after);
        std::string out;
        hcf::append_unified_diff(out, "x.yaml", hcf::match_lines(a, b, a, b));
        return out;
    };
    CHECK(matched("1\n2\n3\n", "1\n2\n3\n").empty());
    CHECK(matched("1\n2\n3\n4\n", "1\nX\n3\nY\nZ\n4\n") ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,4 +1,6 @@\n 1\n-2\n+X\n 3\n+Y\n+Z\n 4\n");
    CHECK(matched("1\n2\n3\n", "1\n3\n") ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n");
    CHECK(matched("", "1\n") == "--- a/x.yaml\n+++ b/x.yaml\n@@ -0,0 +1,1 @@\n+1\n");
    CHECK(matched("1\n", "") == "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,1 +0,0 @@\n-1\n");
    CHECK(matched("0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nX\n9\n") ==
          "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,4 +1,3 @@\n-0\n 1\n 2\n 3\n@@ -7,4 +6,5 @@\n 6\n 7\n"
          " 8\n+X\n 9\n");
}
