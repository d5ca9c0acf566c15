// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/path_pattern.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

tests::MemoryFiles some_files() {
    tests::MemoryFiles files;
    for (const char* name :
         {"t/a.yaml", "t/b.yml", "t/c.json", "t/d.txt", "t/.e.yaml", "t/hcf.yaml", "t/p/a.yaml",
          "t/p/q/a.yaml", "t/p/q/r/b.yaml", "t/.git/a.yaml", "t/\u00E9.yaml", "t/[x].yaml"}) {
        files.add(name, "");
    }
    files.add_folder("t/empty");
    return files;
}

/// What a pattern leads to below "t", joined by spaces.
std::string expanded(std::string_view pattern) {
    const hcf::PatternMatches found = hcf::expand_pattern(some_files(), "t", pattern);
    CHECK_FALSE(found.fault);
    std::string result;
    for (const std::string& path : found.paths) result += (result.empty() ? "" : " ") + path;
    return result;
}

}  // namespace

TEST_CASE("a path is a pattern where it holds a wildcard") {
    CHECK(hcf::is_pattern("people/*.yaml"));
    CHECK(hcf::is_pattern("a?.yaml"));
    CHECK(hcf::is_pattern("[ab].yaml"));
    CHECK_FALSE(hcf::is_pattern("people/a.yaml"));
    CHECK_FALSE(hcf::is_pattern(""));
}

TEST_CASE("a name matches by stars, single characters and lists") {
    CHECK(hcf::matches("*", "a.yaml"));
    CHECK(hcf::matches("*.yaml", "a.yaml"));
    CHECK(hcf::matches("a*a*a", "abacada"));
    CHECK(hcf::matches("**", "a"));
    CHECK(hcf::matches("a?c", "a\u6771c"));
    CHECK(hcf::matches("[a-c]x", "bx"));
    CHECK(hcf::matches("[!a-c]x", "dx"));
    CHECK(hcf::matches("[\u00E0-\u00FF]x", "\u00E9x"));
    CHECK(hcf::matches("[]x]", "]"));
    CHECK(hcf::matches("[a", "[a"));
    CHECK_FALSE(hcf::matches("*.yaml", "a.yml"));
    CHECK_FALSE(hcf::matches("a*b", "a"));
    CHECK_FALSE(hcf::matches("a?c", "ac"));
    CHECK_FALSE(hcf::matches("[a-c]x", "dx"));
    CHECK_FALSE(hcf::matches("[!a-c]x", "ax"));
    CHECK_FALSE(hcf::matches("", "a"));
    CHECK(hcf::matches("", ""));
}

TEST_CASE("a hidden name matches only where the pattern begins with its dot") {
    CHECK_FALSE(hcf::matches("*", ".a"));
    CHECK_FALSE(hcf::matches("?a", ".a"));
    CHECK_FALSE(hcf::matches("[.]a", ".a"));
    CHECK(hcf::matches(".*", ".a"));
}

TEST_CASE("a wildcard takes what a walk takes, in byte order") {
    CHECK(expanded("*") == "[x].yaml a.yaml b.yml c.json \u00E9.yaml");
    CHECK(expanded("./*.yaml") == "[x].yaml a.yaml \u00E9.yaml");
    CHECK(expanded("?.y*ml") == "a.yaml b.yml \u00E9.yaml");
    CHECK(expanded("*/*.yaml") == "p/a.yaml");
    CHECK(expanded("p/*/a.yaml") == "p/q/a.yaml");
    CHECK(expanded("*.txt").empty());
    CHECK(expanded("nowhere/*").empty());
    CHECK(expanded("a.yaml/*").empty());
}

TEST_CASE("two stars are any number of directories, none among them") {
    CHECK(expanded("**/a.yaml") == "a.yaml p/a.yaml p/q/a.yaml");
    CHECK(expanded("p/**/*.yaml") == "p/a.yaml p/q/a.yaml p/q/r/b.yaml");
    CHECK(expanded("p/**") == expanded("p/**/*"));
    CHECK(expanded("**/**/b.yaml") == "p/q/r/b.yaml");
}

TEST_CASE("links to directories are not followed, and those to files are") {
    tests::MemoryFiles files = some_files();
    files.add_link("t/round", ".");
    files.add_link("t/z.yaml", "p/a.yaml");
    const hcf::PatternMatches found = hcf::expand_pattern(files, "t", "**/[az].yaml");
    CHECK(found.paths == std::vector<std::string>{"a.yaml", "p/a.yaml", "p/q/a.yaml", "z.yaml"});
}

TEST_CASE("a directory that cannot be listed is told") {
    tests::MemoryFiles files = some_files();
    files.find("t/p")->why = "permission denied";
    const hcf::PatternMatches found = hcf::expand_pattern(files, "t", "*/*.yaml");
    REQUIRE(found.fault);
    CHECK(found.fault->message.find("permission denied") != std::string::npos);
}
