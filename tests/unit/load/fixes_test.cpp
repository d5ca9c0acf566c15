// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/fixes.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace {

/// The text with its fixes made, as an assessment or as what is named.
std::string fixed(std::string_view text, hcf::DocumentKind kind = hcf::DocumentKind::assessment) {
    const hcf::tests::Parsed parsed(text);
    REQUIRE(parsed.is_whole);
    std::string result = parsed.text;
    const auto fixes = hcf::find_fixes(parsed.tree, kind, hcf::tests::tiny());
    for (std::size_t i = fixes.size(); i-- != 0;)
        result.replace(fixes[i].begin, fixes[i].end - fixes[i].begin, fixes[i].replacement);
    return result;
}

}  // namespace

TEST_CASE("an alias, and an id in another case, become the id; a title stays") {
    CHECK(fixed("person: {level: bottom}") == "person: {level: low}");
    CHECK(fixed("person: {level: LOW}") == "person: {level: low}");
    CHECK(fixed("person: {level: low practice}") == "person: {level: low practice}");
    CHECK(fixed("ratings: {hands: met, TALK: met, Lead others: met}") ==
          "ratings: {wash: met, talk: met, Lead others: met}");
}

TEST_CASE("quotes stay quotes") {
    CHECK(fixed("{\"person\": {\"level\": \"LOW\"}}") == "{\"person\": {\"level\": \"low\"}}");
    CHECK(fixed("person: {level: 'LOW'}") == "person: {level: 'low'}");
}

TEST_CASE("a name that would then stand twice is left alone") {
    CHECK(fixed("ratings: {hands: met, wash: partial}") == "ratings: {hands: met, wash: partial}");
    CHECK(fixed("ratings: {hands: met, WASH: partial}") == "ratings: {hands: met, WASH: partial}");
    CHECK(fixed("Scale: status\nscale: status") == "Scale: status\nscale: status");
}

TEST_CASE("look-alike letters become Latin where that makes a known name") {
    CHECK(fixed("ratings: {w\u0430sh: met}") == "ratings: {wash: met}");
    CHECK(fixed("ratings: {w\u0430sp: met}") == "ratings: {w\u0430sp: met}");
    CHECK(fixed("l\u0435vel: x\nperson: {l\u0435vel: low}") ==
          "l\u0435vel: x\nperson: {level: low}");
}

TEST_CASE("a date with the year first has one reading, others are left") {
    CHECK(fixed("assessed: 2026-9-1") == "assessed: 2026-09-01");
    CHECK(fixed("assessed: 2026/10/3") == "assessed: 2026-10-03");
    CHECK(fixed("assessed: 2026.1.31") == "assessed: 2026-01-31");
    for (const char* text : {"assessed: 2026-2-30", "assessed: 1.9.2026", "assessed: 2026-9",
                             "assessed: 2026-9-1-1", "assessed: 2026--9-1", "assessed: 26-9-1"}) {
        CHECK(fixed(text) == text);
    }
}

TEST_CASE("what people judged, wrote freely or are called is never touched") {
    const char* text =
        "person: {id: LOW, name: LOW, team: Bottom}\nratings: {wash: {value: MET, note: "
        "2026-9-1}}\n"
        "x-level: LOW";
    CHECK(fixed(text) == text);
}

TEST_CASE("words of a list and ids of an overlay get their own form") {
    CHECK(fixed("basis: Self") == "basis: self");
    CHECK(fixed("overlay: {id: My-Own}\ncompetences: [{id: Hands, kind: ROLE}]",
                hcf::DocumentKind::overlay) ==
          "overlay: {id: my-own}\ncompetences: [{id: hands, kind: role}]");
    CHECK(fixed("levels: [{id: LOW, title: LOW}]", hcf::DocumentKind::levels) ==
          "levels: [{id: low, title: LOW}]");
}

TEST_CASE("services name what the framework in use has") {
    CHECK(fixed("posts: [{id: A, level: bottom, competences: [HANDS]}]",
                hcf::DocumentKind::service) == "posts: [{id: a, level: low, competences: [wash]}]");
}
