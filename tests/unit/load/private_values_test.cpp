// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/private_values.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// The text with every private byte as a star; breaks stay, so that lines can be told apart.
std::string starred(std::string_view text, const std::vector<hcf::ByteRange>& ranges) {
    std::string shown(text);
    std::uint32_t end = 0;
    for (const hcf::ByteRange& range : ranges) {
        CHECK(range.begin >= end);
        CHECK(range.begin < range.end);
        REQUIRE(range.end <= shown.size());
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            if (shown[i] != '\n' && shown[i] != '\r') shown[i] = '*';
        }
        end = range.end;
    }
    return shown;
}

std::string masked_tree(std::string_view text) {
    const tests::Parsed parsed(text);
    REQUIRE(parsed.is_whole);
    return starred(text, hcf::private_values(parsed.tree));
}

std::string masked_lines(std::string_view text) { return starred(text, hcf::private_lines(text)); }

}  // namespace

TEST_CASE("names, notes, titles of evidence, plans and one's own keys are private") {
    CHECK(masked_tree("hcf: assessment/1\n"
                      "person: {id: EHC-1, name: Alice Example, role: Nurse, level: mid}\n"
                      "assessed: 2026-10-01\n"
                      "ratings:\n"
                      "  wash:\n"
                      "    value: met\n"
                      "    evidence:\n"
                      "      - Seen at home\n"
                      "      - {type: log, title: Diary, date: 2026-01-01}\n"
                      "    note: Glove choice\n"
                      "    plan: {action: Join, due: 2027-01-31}\n"
                      "x-mine: {a: b}\n") ==
          "hcf: assessment/1\n"
          "person: {id: EHC-1, name: *************, role: Nurse, level: mid}\n"
          "assessed: 2026-10-01\n"
          "ratings:\n"
          "  wash:\n"
          "    value: met\n"
          "    evidence:\n"
          "      - ************\n"
          "      - {type: log, title: *****, date: 2026-01-01}\n"
          "    note: ************\n"
          "    plan: *******************************\n"
          "x-mine: ******\n");
}

TEST_CASE("private values are hidden in every way of writing them") {
    CHECK(masked_tree("name: \"Alice\\u0020E\"\nnote: |\n  line one\n  line two\nvalue: met\n") ==
          "name: **************\nnote: *\n**********\n**********\nvalue: met\n");
    CHECK(masked_tree("name: [Alice, Example]\nlevel: low\n") ==
          "name: ****************\nlevel: low\n");
    CHECK(masked_tree("name: ''\nnote:\nlevel: low\n") == "name: **\nnote:\nlevel: low\n");
    CHECK(masked_tree("- name: a\n- - note: b\n") == "- name: *\n- - note: *\n");
}

TEST_CASE("a document without mappings or values hides nothing") {
    CHECK(masked_tree("[a, b]") == "[a, b]");
    CHECK(masked_tree("just text") == "just text");
    CHECK(hcf::private_values(hcf::yaml::Tree{}).empty());
}

TEST_CASE("of a document without a tree only values that are never private are shown") {
    CHECK(masked_lines("hcf: assessment/1\n"
                       "person:\n"
                       "  id: EHC-1\n"
                       "  name: Alice Example\n"
                       "  role: Nurse\n"
                       "  level: mid\n"
                       "basis: supervisor\n"
                       "ratings:\n"
                       "  wash: met\n"
                       "    value: met\n"
                       "  - type: log\n"
                       "    note: 'Glove choice\n"
                       "      and more of it\n") ==
          "hcf: assessment/1\n"
          "person:\n"
          "  id: *****\n"
          "  name: *************\n"
          "  role: Nurse\n"
          "  level: mid\n"
          "basis: supervisor\n"
          "ratings:\n"
          "  wash: ***\n"
          "    value: met\n"
          "  - type: log\n"
          "    note: *************\n"
          "      **************\n");
}

TEST_CASE("a line with several values is hidden but for its first key") {
    CHECK(masked_lines("{\"hcf\": \"assessment/1\", \"person\": {\"name\": \"Alice\"}\n") ==
          "{\"hcf\": *******************************************\n");
    CHECK(masked_lines("role: [Nurse, Alice]\n") == "role: **************\n");
    CHECK(masked_lines("level: low, name: Alice\n") == "level: ****************\n");
}

TEST_CASE("a line without a key is hidden whole, and quotes around a key do not matter") {
    CHECK(masked_lines("Alice Example\n\n   \n\"level\": low\n'role' : Nurse\n: Alice\n") ==
          "*************\n\n   \n\"level\": low\n'role' : Nurse\n: *****\n");
    CHECK(masked_lines("level: low\rname: Alice\r\nrole: N") ==
          "level: low\rname: *****\r\nrole: N");
    CHECK(masked_lines("") == "");
    CHECK(masked_lines("name:") == "name:");
}
