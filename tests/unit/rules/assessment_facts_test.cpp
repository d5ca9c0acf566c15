// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/assessment_facts.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// An assessment held against the tiny framework, with what was told of it.
struct ResolvedAssessment {
    explicit ResolvedAssessment(std::string_view text,
                                const hcf::Framework& framework = tests::tiny())
        : parsed(text) {
        REQUIRE(parsed.is_whole);
        doc = hcf::decode_assessment(parsed.tree, parsed.diags);
        facts = hcf::resolve_assessment(doc, framework, tests::day("2026-11-22"), parsed.diags);
        told = parsed.told();
    }

    tests::Parsed parsed;
    hcf::AssessmentDoc doc;
    hcf::AssessmentFacts facts;
    std::string told;
};

std::string facts_told(std::string_view text) { return ResolvedAssessment(text).told; }

hcf::AssessmentDoc person_doc(tests::Parsed& parsed) {
    return hcf::decode_assessment(parsed.tree, parsed.diags);
}

}  // namespace

TEST_CASE("names are looked up by id, alias and title, in any case") {
    const ResolvedAssessment read(
        "hcf: assessment/1\n"
        "person:\n"
        "  id: a\n"
        "  role: NURSE - ADULT\n"
        "  level: High practice\n"
        "  overlaps: [{level: bottom, competences: [HANDS, Talk clearly]}]\n"
        "scale: zero-to-six\n"
        "ratings: {hands: 4, Talk Clearly: not-applicable}\n");
    CHECK(read.told == "");
    const hcf::Framework& framework = tests::tiny();
    CHECK(read.facts.role == tests::role_of(framework, "nurse"));
    CHECK(read.facts.given_level == tests::level_of(framework, "high"));
    CHECK(read.facts.level == read.facts.given_level);
    REQUIRE(read.facts.scale);
    CHECK(framework.at(*read.facts.scale).id == "zero-to-six");
    REQUIRE(read.facts.overlaps.size() == 1);
    CHECK(read.facts.overlaps[0].level == tests::level_of(framework, "low"));
    CHECK(read.facts.overlaps[0].competences.size() == 2);
    REQUIRE(read.facts.ratings.size() == 2);
    CHECK(read.facts.ratings[0].competence == tests::competence_of(framework, "wash"));
    REQUIRE(read.facts.ratings[0].value);
    CHECK_FALSE(read.facts.ratings[0].value->not_applicable);
    CHECK(read.facts.ratings[0].value->value == 4);
    REQUIRE(read.facts.ratings[1].value);
    CHECK(read.facts.ratings[1].value->not_applicable);
}

TEST_CASE("a person without a level stands at the first level of their role") {
    const ResolvedAssessment nurse(
        "hcf: assessment/1\nperson: {id: a, role: nurse}\nratings: {wash: met}\n");
    CHECK(nurse.facts.level == tests::level_of(tests::tiny(), "mid"));
    CHECK_FALSE(nurse.facts.given_level);
    CHECK(nurse.facts.ratings[0].shown_at == nurse.facts.level);
}

TEST_CASE("the scale is status unless the document names another") {
    const ResolvedAssessment read("hcf: assessment/1\nperson: {id: a, level: low}\nratings: {}\n");
    REQUIRE(read.facts.scale);
    CHECK(tests::tiny().at(*read.facts.scale).id == "status");
}

TEST_CASE("assessor, basis and date of a rating are the document's where it names none") {
    const ResolvedAssessment read(
        "hcf: assessment/1\n"
        "person: {id: a, level: mid}\n"
        "assessed: 2026-10-01\n"
        "assessor: Bola\n"
        "basis: supervisor\n"
        "ratings:\n"
        "  wash: met\n"
        "  talk: {value: met, assessed: 2026-09-01, assessor: Chi, basis: self, level: low}\n");
    CHECK(read.told == "");
    const hcf::RatingFacts& inherited = read.facts.ratings[0];
    CHECK(inherited.assessed->value == tests::day("2026-10-01"));
    CHECK(inherited.assessor->value.text == "Bola");
    CHECK(inherited.basis->value == hcf::Basis::supervisor);
    CHECK(inherited.shown_at == tests::level_of(tests::tiny(), "mid"));
    CHECK(inherited.assessed->span == read.doc.assessed->span);
    const hcf::RatingFacts& own = read.facts.ratings[1];
    CHECK(own.assessed->value == tests::day("2026-09-01"));
    CHECK(own.assessor->value.text == "Chi");
    CHECK(own.basis->value == hcf::Basis::self);
    CHECK(own.shown_at == tests::level_of(tests::tiny(), "low"));
}

TEST_CASE("every unknown name is told where it stands") {
    CHECK(facts_told("hcf: assessment/1\n"
                     "person:\n"
                     "  id: a\n"
                     "  role: nurs\n"
                     "  level: hig\n"
                     "  overlaps: [{level: lov, competences: [wahs, talk]}]\n"
                     "scale: statu\n"
                     "ratings:\n"
                     "  led: met\n"
                     "  talk: {value: met, level: middle}\n") ==
          "4:9: error: unknown role 'nurs' [unknown-role]\n"
          "  help: did you mean 'nurse'?\n"
          "5:10: error: unknown level 'hig' [unknown-level]\n"
          "  help: did you mean 'high'?\n"
          "6:22: error: unknown level 'lov' [unknown-level]\n"
          "  help: did you mean 'low'?\n"
          "6:41: error: unknown competence 'wahs' [unknown-competence]\n"
          "  help: did you mean 'wash'?\n"
          "7:8: error: unknown scale 'statu' [unknown-scale]\n"
          "  help: did you mean 'status'?\n"
          "9:3: error: unknown competence 'led' [unknown-competence]\n"
          "  help: did you mean 'lead'?\n"
          "10:29: error: unknown level 'middle' [unknown-level]\n");
}

TEST_CASE("a value is one of its scale's, exactly") {
    CHECK(facts_told("hcf: assessment/1\nperson: {id: a, level: low}\nratings: {wash: Met}\n") ==
          "3:17: error: 'Met' is no value of the scale 'status' [unknown-value]\n"
          "  help: did you mean 'met'?\n");
    CHECK(facts_told("hcf: assessment/1\nperson: {id: a, level: low}\nratings: {wash: 4}\n") ==
          "3:17: error: '4' is no value of the scale 'status' [unknown-value]\n"
          "  help: the scale 'status' has 'not-met', 'partial', 'met', 'not-applicable'\n");
    CHECK(facts_told("hcf: assessment/1\nperson: {id: a, level: low}\nscale: zero-to-six\n"
                     "ratings: {wash: {value: '7'}}\n") ==
          "4:25: error: '7' is no value of the scale 'zero-to-six' [unknown-value]\n"
          "  help: the scale 'zero-to-six' has '0', '1', '2', '3', '4', '5', '6', "
          "'not-applicable'\n");
    CHECK(facts_told("hcf: assessment/1\nperson: {id: a, level: low}\n"
                     "ratings: {wash: m\u0435t}\n") ==
          "3:17: error: the value holds U+0435 (Cyrillic, looks like 'e') among Latin "
          "letters [look-alike-letters]\n"
          "  help: write it with Latin letters\n");
}

TEST_CASE("with an unknown scale the values are not told as unknown too") {
    CHECK(facts_told("hcf: assessment/1\nperson: {id: a, level: low}\nscale: marks\n"
                     "ratings: {wash: 11, talk: 12}\n") ==
          "3:8: error: unknown scale 'marks' [unknown-scale]\n");
    CHECK(facts_told("hcf: assessment/1\nperson: {id: a, level: low}\nscale: [status]\n"
                     "ratings: {wash: 11, talk: 12}\n") ==
          "3:8: error: expected a scale, found a list [wrong-type]\n");
}

TEST_CASE("a framework without the scale status tells of it once, at the ratings") {
    const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
        "levels: [{id: low, title: Low}]\n---\n"
        "hcf: competences/1\ncompetences: [{id: wash, title: W, kind: core, levels: [low]}]\n"
        "---\n"
        "hcf: scales/1\nscales: [{id: marks, values: [{id: a, counts_as: met}]}]\n");
    const ResolvedAssessment read(
        "hcf: assessment/1\nperson: {id: a, level: low}\nratings: {wash: met}\n", framework);
    CHECK(read.told == "3:1: error: unknown scale 'status' [unknown-scale]\n");
}

TEST_CASE("a level that could not be read leaves the person without one, and is told once") {
    const ResolvedAssessment read(
        "hcf: assessment/1\nperson: {id: a, role: nurse, level: [mid]}\nratings: {wash: met}\n");
    CHECK(read.told == "2:37: error: expected a level of practice, found a list [wrong-type]\n");
    CHECK_FALSE(read.facts.level);
    CHECK_FALSE(read.facts.ratings[0].shown_at);
}

TEST_CASE("a document without a person or ratings has no facts of them") {
    const ResolvedAssessment read("hcf: assessment/1\n");
    CHECK_FALSE(read.facts.level);
    CHECK(read.facts.ratings.empty());
    CHECK(read.facts.overlaps.empty());
    CHECK(read.told ==
          "1:1: error: missing key 'person' in assessment [missing-key]\n"
          "1:1: error: missing key 'ratings' in assessment [missing-key]\n");
}

TEST_CASE("somebody is the person by their very id") {
    tests::Parsed parsed("hcf: assessment/1\nperson: {id: EHC-0042, level: low}\nratings: {}\n");
    const hcf::AssessmentDoc doc = person_doc(parsed);
    CHECK(hcf::is_the_person("EHC-0042", doc));
    CHECK_FALSE(hcf::is_the_person("ehc-0042", doc));
    CHECK_FALSE(hcf::is_the_person("EHC-0042 ", doc));
    CHECK_FALSE(hcf::is_the_person("EHC-00420", doc));
    CHECK_FALSE(hcf::is_the_person("", doc));
}

TEST_CASE("somebody is the person by their name, without regard to case and spacing") {
    tests::Parsed parsed(
        "hcf: assessment/1\nperson: {id: a, name: Zo\u00EB  Example, level: low}\nratings: {}\n");
    const hcf::AssessmentDoc doc = person_doc(parsed);
    CHECK(hcf::is_the_person("Zo\u00EB Example", doc));
    CHECK(hcf::is_the_person("ZO\u00CB EXAMPLE", doc));
    CHECK(hcf::is_the_person("  zoe\u0308 \t example ", doc));
    CHECK_FALSE(hcf::is_the_person("Zo\u00EBExample", doc));
    CHECK_FALSE(hcf::is_the_person("Zoe Example", doc));
    CHECK_FALSE(hcf::is_the_person("Zo\u00EB", doc));
}

TEST_CASE("nobody is a person whom the document does not have") {
    tests::Parsed parsed("hcf: assessment/1\nratings: {}\n");
    const hcf::AssessmentDoc doc = person_doc(parsed);
    CHECK_FALSE(hcf::is_the_person("", doc));
    CHECK_FALSE(hcf::is_the_person("a", doc));
}
