// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/build_assessment.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

namespace tests = hcf::tests;

}  // namespace

TEST_CASE("the model holds all that the file says, its defaults applied") {
    const hcf::Framework& framework = tests::tiny();
    const hcf::Assessment assessment = tests::assessment_of(
        framework,
        "hcf: assessment/1\n"
        "person:\n"
        "  id: EHC-1\n"
        "  name: Alice Example\n"
        "  organisation: Example Homecare\n"
        "  team: north\n"
        "  role: nurse\n"
        "  level: high\n"
        "  overlaps: [{level: low, competences: [talk, wash]}]\n"
        "scale: zero-to-six\n"
        "assessed: 2026-10-01\n"
        "assessor: Bola\n"
        "basis: supervisor\n"
        "supervision: {supervisor: Chi, mode: remote, until: 2027-01-01}\n"
        "ratings:\n"
        "  lead: 5\n"
        "  wash:\n"
        "    value: not-applicable\n"
        "    assessed: 2026-09-01\n"
        "    assessor: Dee\n"
        "    basis: assessor\n"
        "    level: low\n"
        "    valid_until: 2027-09-01\n"
        "    note: None here\n"
        "    evidence:\n"
        "      - {type: log, title: Diary, date: 2026-08-01, ref: R1}\n"
        "      - Seen\n"
        "  talk: {plan: {action: Learn, due: 2027-02-01, supervisor: Eva, review: 2027-01-01}}\n");
    CHECK(assessment.file == "a.yaml");
    CHECK(assessment.person.id == "EHC-1");
    CHECK(assessment.person.name == "Alice Example");
    CHECK(assessment.person.organisation == "Example Homecare");
    CHECK(assessment.person.team == "north");
    CHECK(assessment.person.role == tests::role_of(framework, "nurse"));
    CHECK(assessment.person.level == tests::level_of(framework, "high"));
    REQUIRE(assessment.person.overlaps.size() == 1);
    CHECK(assessment.person.overlaps[0].level == tests::level_of(framework, "low"));
    CHECK(tests::ids_of(framework, assessment.person.overlaps[0].competences) == "talk wash");
    CHECK(framework.at(assessment.scale).id == "zero-to-six");
    REQUIRE(assessment.supervision);
    CHECK(assessment.supervision->supervisor == "Chi");
    CHECK(assessment.supervision->mode == hcf::SupervisionMode::remote);
    CHECK(assessment.supervision->until == tests::day("2027-01-01"));

    const hcf::Rating* lead = assessment.find(tests::competence_of(framework, "lead"));
    REQUIRE(lead != nullptr);
    REQUIRE(lead->value);
    CHECK(lead->value->value == 5);
    CHECK_FALSE(lead->value->not_applicable);
    CHECK(lead->assessed == tests::day("2026-10-01"));
    CHECK(lead->assessor == "Bola");
    CHECK(lead->basis == hcf::Basis::supervisor);
    CHECK(lead->shown_at == tests::level_of(framework, "high"));
    CHECK_FALSE(lead->valid_until);
    CHECK_FALSE(lead->plan);

    const hcf::Rating* wash = assessment.find(tests::competence_of(framework, "wash"));
    REQUIRE(wash != nullptr);
    CHECK(wash->value->not_applicable);
    CHECK(wash->assessed == tests::day("2026-09-01"));
    CHECK(wash->assessor == "Dee");
    CHECK(wash->basis == hcf::Basis::assessor);
    CHECK(wash->shown_at == tests::level_of(framework, "low"));
    CHECK(wash->valid_until == tests::day("2027-09-01"));
    CHECK(wash->note == "None here");
    const hcf::Evidence diary = {hcf::EvidenceType::log, "Diary", tests::day("2026-08-01"), "R1"};
    CHECK(wash->evidence ==
          std::vector<hcf::Evidence>{diary, {std::nullopt, "Seen", std::nullopt, ""}});

    const hcf::Rating* talk = assessment.find(tests::competence_of(framework, "talk"));
    REQUIRE(talk != nullptr);
    CHECK_FALSE(talk->value);
    REQUIRE(talk->plan);
    CHECK(talk->plan->action == "Learn");
    CHECK(talk->plan->due == tests::day("2027-02-01"));
    CHECK(talk->plan->supervisor == "Eva");
    CHECK(talk->plan->review == tests::day("2027-01-01"));
}

TEST_CASE("ratings stand in framework order, whatever their order in the file") {
    const hcf::Framework& framework = tests::tiny();
    const hcf::Assessment assessment =
        tests::assessment_of(framework,
                             "hcf: assessment/1\nperson: {id: a, level: low}\n"
                             "ratings: {track: met, lead: met, hands: met, Talk clearly: met}\n");
    std::vector<hcf::CompetenceId> order;
    for (const hcf::Rating& rating : assessment.ratings) order.push_back(rating.competence);
    CHECK(tests::ids_of(framework, order) == "wash talk lead track");
}

TEST_CASE("what a file leaves out stays empty") {
    const hcf::Assessment assessment = tests::assessment_of(
        tests::tiny(), "hcf: assessment/1\nperson: {id: a, role: nurse}\nratings: {wash: met}\n");
    CHECK(assessment.person.name.empty());
    CHECK(assessment.person.organisation.empty());
    CHECK(assessment.person.team.empty());
    CHECK(assessment.person.overlaps.empty());
    CHECK_FALSE(assessment.supervision);
    const hcf::Rating& wash = assessment.ratings.at(0);
    CHECK(wash.assessor.empty());
    CHECK_FALSE(wash.basis);
    CHECK_FALSE(wash.assessed);
    CHECK(wash.note.empty());
    CHECK(wash.evidence.empty());
}
