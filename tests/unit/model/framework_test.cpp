// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/framework.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace tests = hcf::tests;

TEST_CASE("levels, competences and roles are found by id, alias and title, in any case") {
    const hcf::Framework& framework = tests::shipped();
    const auto autonomous = framework.find_level("autonomous");
    REQUIRE(autonomous);
    CHECK(framework.at(*autonomous).id == "autonomous");
    CHECK(framework.find_level("registered-practice") == autonomous);
    CHECK(framework.find_level("AUTONOMOUS level PRACTICE") == autonomous);
    CHECK_FALSE(framework.find_level("autonomus"));

    const auto hygiene = framework.find_competence("hand-hygiene");
    REQUIRE(hygiene);
    CHECK(framework.find_competence("Perform hand hygiene to prevent the spread of infection") ==
          hygiene);
    CHECK_FALSE(framework.find_competence("autonomous"));

    const auto nurse = framework.find_role("registered-nurse-adult");
    REQUIRE(nurse);
    CHECK(framework.find_role("Registered Nurse - Adult") == nurse);
    CHECK_FALSE(framework.find_role("Registered Nurse"));
}

TEST_CASE("scales and their values are found by their very ids") {
    const hcf::Framework& framework = tests::shipped();
    const auto scale = framework.find_scale("zero-to-six");
    REQUIRE(scale);
    CHECK_FALSE(framework.find_scale("Zero-To-Six"));
    CHECK_FALSE(framework.find_scale("Zero to six"));
    CHECK(hcf::find_value(framework.at(*scale), "4") == 4U);
    CHECK_FALSE(hcf::find_value(framework.at(*scale), "7"));
    CHECK_FALSE(hcf::find_value(framework.at(*scale), "not-applicable"));
}

TEST_CASE("a role stands at the levels that it lists") {
    const hcf::Framework& framework = tests::tiny();
    const hcf::Role& nurse = framework.at(tests::role_of(framework, "nurse"));
    CHECK_FALSE(hcf::stands_at(nurse, tests::level_of(framework, "low")));
    CHECK(hcf::stands_at(nurse, tests::level_of(framework, "mid")));
    CHECK(hcf::stands_at(nurse, tests::level_of(framework, "high")));
}

TEST_CASE("levels with the same core set name one another, and never themselves") {
    const hcf::Framework& framework = tests::shipped();
    const auto same_as = [&](const char* level) {
        return tests::ids_of(framework,
                             hcf::same_core_as(framework, tests::level_of(framework, level)));
    };
    CHECK(same_as("supportive") == "associate");
    CHECK(same_as("associate") == "supportive");
    CHECK(same_as("autonomous") == "enhanced");
    CHECK(same_as("enhanced") == "autonomous");
    CHECK(same_as("advanced") == "");
}

TEST_CASE("levels without a core competence do not name one another") {
    const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
        "levels: [{id: low, title: Low}, {id: high, title: High}]\n---\n"
        "hcf: competences/1\ncompetences: [{id: wash, title: W, kind: role}]\n");
    CHECK(hcf::same_core_as(framework, tests::level_of(framework, "low")).empty());
}

TEST_CASE("what a role asks by itself is found by competence") {
    const hcf::Framework& framework = tests::tiny();
    const hcf::Role& nurse = framework.at(tests::role_of(framework, "nurse"));
    const hcf::RoleCompetence* track =
        hcf::find_in_role(nurse, tests::competence_of(framework, "track"));
    REQUIRE(track != nullptr);
    CHECK_FALSE(track->essential);
    const hcf::RoleCompetence* lead =
        hcf::find_in_role(nurse, tests::competence_of(framework, "lead"));
    REQUIRE(lead != nullptr);
    REQUIRE(lead->needs);
    CHECK(framework.at(lead->needs->scale).id == "zero-to-six");
    CHECK(lead->needs->value == 4);
    CHECK(hcf::find_in_role(nurse, tests::competence_of(framework, "wash")) == nullptr);
}
