// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/carry_over.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace {

namespace tests = hcf::tests;

hcf::Framework changed(std::string_view old_text, std::string_view new_text) {
    std::string text(tests::kTinyText);
    const std::size_t at = text.find(old_text);
    REQUIRE(at != std::string::npos);
    text.replace(at, old_text.size(), new_text);
    return tests::framework_of(text);
}

hcf::CarriedAssessment carried(const hcf::Framework& to, std::string_view text) {
    return hcf::carry_over(tests::assessment_of(tests::tiny(), text), tests::tiny(), to,
                           hcf::find_counterparts(tests::tiny(), to));
}

constexpr std::string_view kNurse =
    "hcf: assessment/1\nperson: {id: P, role: nurse, overlaps: [{level: low, competences: [talk, "
    "wash]}]}\nratings: {talk: met, wash: {value: partial, level: low}, infuse: met}\n";

}  // namespace

TEST_CASE("carried into the same framework, everything stays") {
    const auto result = carried(tests::tiny(), kNurse);
    REQUIRE(result.assessment);
    CHECK(result.lost.empty());
    CHECK(result.assessment->ratings.size() == 3);
    CHECK(result.assessment->person.overlaps[0].competences.size() == 2);
    CHECK(result.assessment->find(tests::competence_of(tests::tiny(), "wash"))->shown_at ==
          tests::level_of(tests::tiny(), "low"));
}

TEST_CASE("what has no counterpart is lost, and named") {
    const hcf::Framework to =
        changed("  - {id: talk, title: Talk clearly, kind: core, levels: [low, mid]}\n", "");
    const auto result = carried(to, kNurse);
    REQUIRE(result.assessment);
    CHECK(tests::ids_of(tests::tiny(), result.lost) == "talk");
    CHECK(result.assessment->ratings.size() == 2);
    CHECK(tests::ids_of(to, result.assessment->person.overlaps[0].competences) == "wash");
}

TEST_CASE("a renamed competence and level are carried, in framework order") {
    const hcf::Framework to = changed(
        "  - {id: wash, title: Wash hands, kind: core, levels: [low, mid, high], aliases: "
        "[hands]}\n  - {id: talk, title: Talk clearly, kind: core, levels: [low, mid]}\n",
        "  - {id: talk, title: Talk clearly, kind: core, levels: [low, mid]}\n  - {id: clean, "
        "title: Clean, kind: core, levels: [low, mid, high], same_as: [tiny/wash]}\n");
    const auto result = carried(to, kNurse);
    REQUIRE(result.assessment);
    CHECK(result.lost.empty());
    CHECK(to.at(result.assessment->ratings[0].competence).id == "talk");
    CHECK(to.at(result.assessment->ratings[1].competence).id == "clean");
    CHECK(result.assessment->ratings[1].value->value == 1);
}

TEST_CASE("an obstacle is said, and nothing is carried") {
    const auto no_role = carried(
        changed("id: nurse\n    title: Nurse - Adult", "id: other\n    title: Other"), kNurse);
    CHECK(no_role.obstacle == hcf::Obstacle::role_gone);
    CHECK_FALSE(no_role.assessment);
    const auto no_level = carried(
        changed("levels: [mid, high]\n    competences", "levels: [high]\n    competences"), kNurse);
    CHECK(no_level.obstacle == hcf::Obstacle::role_not_of_level);
    CHECK_FALSE(no_level.assessment);
}
