// SPDX-License-Identifier: Apache-2.0
// Every rule about one assessment: what triggers it, what does not, and what is told once.
#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// What is told of a person of the tiny framework on 2026-11-22; line 1 says what the document is.
std::string rules_told(std::string_view rest) {
    return tests::assessment_told(tests::tiny(), "hcf: assessment/1\n" + std::string(rest));
}

/// What is told of these ratings (from line 4) of somebody at level low, called Alice Example.
std::string ratings_told(std::string_view ratings) {
    return rules_told("person: {id: EHC-1, name: Alice Example, level: low}\nratings:\n" +
                      std::string(ratings));
}

}  // namespace

TEST_CASE("missing-role-and-level: a person has a role, a level, or both") {
    CHECK(rules_told("person: {id: a, name: b}\nratings: {}\n") ==
          "a.yaml:2:1: error: missing key 'role' or 'level' in person [missing-role-and-level]\n"
          "  help: a role, a level of practice, or both\n");
    CHECK(rules_told("person: {id: a, role: nurse}\nratings: {}\n") == "");
    CHECK(rules_told("person: {id: a, level: low}\nratings: {}\n") == "");
    CHECK(rules_told("person: {id: a, role: nurse, level: mid}\nratings: {}\n") == "");
}

TEST_CASE("missing-role-and-level says nothing where one of them cannot be read") {
    CHECK(rules_told("person: {id: a, role: }\nratings: {}\n") ==
          "a.yaml:2:17: error: 'role' has no value [empty-value]\n"
          "  help: leave the key out\n");
    CHECK(rules_told("person: {id: a, level: nowhere}\nratings: {}\n") ==
          "a.yaml:2:24: error: unknown level 'nowhere' [unknown-level]\n");
    CHECK(rules_told("person: alice\nratings: {}\n") ==
          "a.yaml:2:9: error: expected a mapping (id, name, role, level, ...), found a text "
          "[wrong-type]\n");
}

TEST_CASE("role-not-of-level: the role stands at the level that is given") {
    CHECK(rules_told("person: {id: a, role: nurse, level: low}\nratings: {}\n") ==
          "a.yaml:2:37: error: the role 'nurse' does not stand at the level 'low' "
          "[role-not-of-level]\n"
          "  note: a.yaml:2:23: the role\n"
          "  help: it stands at 'mid', 'high'; work at another level is an overlap\n");
    CHECK(rules_told("person: {id: a, role: nurse, level: high}\nratings: {}\n") == "");
    CHECK(rules_told("person: {id: a, role: carer}\nratings: {}\n") == "");
}

TEST_CASE("duplicate-rating: a competence is rated once, under whatever names") {
    CHECK(ratings_told("  wash: met\n  Wash Hands: not-met\n  talk: met\n  hands: partial\n") ==
          "a.yaml:5:3: error: competence 'wash' is rated twice [duplicate-rating]\n"
          "  note: a.yaml:4:3: first rated here\n"
          "  help: keep one of them\n"
          "a.yaml:7:3: error: competence 'wash' is rated twice [duplicate-rating]\n"
          "  note: a.yaml:4:3: first rated here\n"
          "  help: keep one of them\n");
    CHECK(ratings_told("  wash: met\n  talk: met\n") == "");
}

TEST_CASE("the very same key twice is a duplicate key, and nothing else") {
    const auto loaded = tests::load_document(
        tests::tiny(),
        "hcf: assessment/1\nperson: {id: a, level: low}\nratings:\n  wash: met\n  wash: met\n",
        tests::day("2026-11-22"));
    CHECK(tests::rules_of(loaded.findings) == "duplicate-key");
}

TEST_CASE("rating-without-value: a rating has a value, or a plan") {
    CHECK(ratings_told("  wash: {}\n  talk: {assessed: 2026-09-12}\n") ==
          "a.yaml:4:3: error: the rating has neither a value nor a plan [rating-without-value]\n"
          "  help: leave it out while it is not assessed\n"
          "a.yaml:5:3: error: the rating has neither a value nor a plan [rating-without-value]\n"
          "  help: leave it out while it is not assessed\n");
    CHECK(ratings_told("  wash: {plan: {action: Learn}}\n  talk: {value: met}\n") == "");
}

TEST_CASE("rating-without-value says nothing where value or plan cannot be read") {
    CHECK(ratings_told("  wash: {value: }\n") ==
          "a.yaml:4:10: error: 'value' has no value [empty-value]\n"
          "  help: leave the key out\n");
    CHECK(ratings_told("  wash: {value: [met]}\n") ==
          "a.yaml:4:17: error: expected a value of the scale, found a list [wrong-type]\n");
    CHECK(ratings_told("  wash: {plan: soon}\n") ==
          "a.yaml:4:16: error: expected a plan (action, due, supervisor, review), found a text "
          "[wrong-type]\n");
}

TEST_CASE("not-applicable-without-reason: a note says why") {
    CHECK(ratings_told("  wash: not-applicable\n  talk: {value: not-applicable}\n") ==
          "a.yaml:4:9: error: 'not-applicable' needs a reason [not-applicable-without-reason]\n"
          "  help: give it as a note\n"
          "a.yaml:5:17: error: 'not-applicable' needs a reason [not-applicable-without-reason]\n"
          "  help: give it as a note\n");
    CHECK(ratings_told("  wash: {value: not-applicable, note: Kept by the hub}\n") == "");
    CHECK(ratings_told("  wash: {value: not-applicable, note: ''}\n") ==
          "a.yaml:4:39: error: empty text, expected a text [empty-value]\n"
          "  help: leave the key out where there is nothing to say\n");
}

TEST_CASE("date-after-as-of: no rating and no evidence is from a day that has not come") {
    CHECK(ratings_told("  wash:\n"
                       "    value: met\n"
                       "    assessed: 2026-11-23\n"
                       "    evidence: [{title: a, date: 2026-11-24}, {date: 2026-11-22}]\n") ==
          "a.yaml:6:15: error: 2026-11-23 is after the day of the report, 2026-11-22 "
          "[date-after-as-of]\n"
          "a.yaml:7:33: error: 2026-11-24 is after the day of the report, 2026-11-22 "
          "[date-after-as-of]\n");
    CHECK(ratings_told("  wash: {value: met, assessed: 2026-11-22}\n") == "");
}

TEST_CASE("a date of the document is told once, not at every rating that inherits it") {
    CHECK(rules_told("person: {id: a, level: low}\nassessed: 2027-01-01\n"
                     "ratings: {wash: met, talk: met}\n") ==
          "a.yaml:3:11: error: 2027-01-01 is after the day of the report, 2026-11-22 "
          "[date-after-as-of]\n");
}

TEST_CASE("days to come are right where they belong to the future") {
    CHECK(rules_told("person: {id: a, level: low}\n"
                     "supervision: {supervisor: Bola, until: 2030-01-01}\n"
                     "ratings:\n"
                     "  wash: {value: met, valid_until: 2030-01-01}\n"
                     "  talk: {plan: {action: Learn, due: 2030-01-02, review: 2030-01-01}}\n") ==
          "");
}

TEST_CASE("valid-until-before-assessed: a rating does not run out before it is made") {
    CHECK(ratings_told("  wash: {value: met, assessed: 2026-09-12, valid_until: 2026-09-11}\n") ==
          "a.yaml:4:57: error: valid_until 2026-09-11 is before assessed 2026-09-12 "
          "[valid-until-before-assessed]\n"
          "  note: a.yaml:4:32: assessed here\n");
    CHECK(ratings_told("  wash: {value: met, assessed: 2026-09-12, valid_until: 2026-09-12}\n") ==
          "");
    CHECK(ratings_told("  wash: {value: met, valid_until: 2020-01-01}\n") == "");
}

TEST_CASE("valid-until-before-assessed looks at the document's day where the rating has none") {
    CHECK(rules_told("person: {id: a, level: low}\nassessed: 2026-10-01\n"
                     "ratings: {wash: {value: met, valid_until: 2026-09-30}}\n") ==
          "a.yaml:4:43: error: valid_until 2026-09-30 is before assessed 2026-10-01 "
          "[valid-until-before-assessed]\n"
          "  note: a.yaml:3:11: assessed here\n");
}

TEST_CASE("review-after-due: a plan is reviewed while there is time") {
    CHECK(ratings_told("  wash: {plan: {action: a, due: 2027-01-31, review: 2027-02-01}}\n") ==
          "a.yaml:4:53: error: review 2027-02-01 is after due 2027-01-31 [review-after-due]\n"
          "  note: a.yaml:4:33: due here\n");
    CHECK(ratings_told("  wash: {plan: {action: a, due: 2027-01-31, review: 2027-01-31}}\n") == "");
    CHECK(ratings_told("  wash: {plan: {action: a, review: 2027-01-31}}\n") == "");
    CHECK(ratings_told("  wash: {plan: {action: a, due: 2027-01-31}}\n") == "");
}

TEST_CASE("assessor-is-person: who judges themselves says so") {
    CHECK(ratings_told("  wash: {value: met, assessor: EHC-1, basis: supervisor}\n"
                       "  talk: {value: met, assessor: alice  EXAMPLE, basis: assessor}\n") ==
          "a.yaml:4:32: error: the assessor is the person, but the basis is 'supervisor' "
          "[assessor-is-person]\n"
          "  note: a.yaml:4:46: the basis\n"
          "  help: name who judged, or say 'basis: self'\n"
          "a.yaml:5:32: error: the assessor is the person, but the basis is 'assessor' "
          "[assessor-is-person]\n"
          "  note: a.yaml:5:55: the basis\n"
          "  help: name who judged, or say 'basis: self'\n");
    CHECK(ratings_told("  wash: {value: met, assessor: EHC-1, basis: self}\n"
                       "  talk: {value: met, assessor: Bola, basis: supervisor}\n") == "");
    // No basis counts as self (spec 2).
    CHECK(ratings_told("  wash: {value: met, assessor: EHC-1}\n") == "");
}

TEST_CASE("assessor-is-person is told once where many ratings inherit it") {
    CHECK(rules_told("person: {id: a, level: low}\nassessor: a\nbasis: supervisor\n"
                     "ratings: {wash: met, talk: met, lead: {plan: {action: b}}}\n") ==
          "a.yaml:3:11: error: the assessor is the person, but the basis is 'supervisor' "
          "[assessor-is-person]\n"
          "  note: a.yaml:4:8: the basis\n"
          "  help: name who judged, or say 'basis: self'\n");
}

TEST_CASE("assessor-is-person points at what the rating itself says") {
    CHECK(rules_told("person: {id: a, level: low}\nassessor: a\nbasis: self\n"
                     "ratings:\n  wash: {value: met, basis: assessor}\n  talk: met\n") ==
          "a.yaml:6:29: error: the assessor is the person, but the basis is 'assessor' "
          "[assessor-is-person]\n"
          "  note: a.yaml:3:11: the assessor\n"
          "  help: name who judged, or say 'basis: self'\n");
    CHECK(rules_told("person: {id: a, level: low}\nassessor: Bola\nbasis: supervisor\n"
                     "ratings:\n  wash: {value: met, assessor: a}\n  talk: met\n") ==
          "a.yaml:6:32: error: the assessor is the person, but the basis is 'supervisor' "
          "[assessor-is-person]\n"
          "  note: a.yaml:4:8: the basis\n"
          "  help: name who judged, or say 'basis: self'\n");
}

TEST_CASE("supervisor-is-person: nobody is their own supervisor") {
    CHECK(rules_told("person: {id: a, name: Alice, level: low}\n"
                     "supervision: {supervisor: ALICE}\n"
                     "ratings:\n"
                     "  wash: {plan: {action: b, supervisor: a}}\n"
                     "  talk: {plan: {action: b}}\n") ==
          "a.yaml:3:27: error: the supervisor is the person [supervisor-is-person]\n"
          "  help: name somebody else\n"
          "a.yaml:5:40: error: the supervisor is the person [supervisor-is-person]\n"
          "  help: name somebody else\n");
    CHECK(rules_told("person: {id: a, name: Alice, level: low}\n"
                     "supervision: {supervisor: Bola}\n"
                     "ratings: {wash: {plan: {action: b, supervisor: Chi}}}\n") == "");
}

TEST_CASE("empty-evidence: an item of evidence says something") {
    CHECK(ratings_told("  wash: {value: met, evidence: [{}, {type: log}, {x-a: 1}, seen]}\n") ==
          "a.yaml:4:33: error: the evidence says nothing [empty-evidence]\n"
          "  help: give a title, a type, a date or a reference\n"
          "a.yaml:4:51: error: the evidence says nothing [empty-evidence]\n"
          "  help: give a title, a type, a date or a reference\n");
    CHECK(ratings_told("  wash: {value: met, evidence: [{type: diary}]}\n") ==
          "a.yaml:4:40: error: 'diary' is none of 'observation', 'discussion', 'reflection', "
          "'feedback', 'work-product', 'certificate', 'course', 'simulation', 'log', 'transfer' or "
          "'other' [unknown-word]\n");
    CHECK(ratings_told("  wash: {value: met, evidence: []}\n") == "");
}

TEST_CASE("a value that cannot be read does not fall back to the document's default") {
    // One cause, one report: the default would be judged in its place, and told of falsely.
    CHECK(rules_told("person: {id: a, level: low}\nassessed: 2026-10-01\n"
                     "ratings: {wash: {value: met, assessed: 2026-02-30,\n"
                     "  valid_until: 2026-03-30}}\n") ==
          "a.yaml:4:40: error: there is no such day as '2026-02-30' [impossible-date]\n"
          "  help: February 2026 has the days 01 to 28\n");
    CHECK(rules_told("person: {id: a, level: low}\nbasis: supervisor\n"
                     "ratings: {wash: {value: met, assessor: a, basis: myself}}\n") ==
          "a.yaml:4:50: error: 'myself' is none of 'self', 'supervisor' or 'assessor' "
          "[unknown-word]\n"
          "  help: did you mean 'self'?\n");
    CHECK(rules_told("person: {id: a, level: low}\nassessor: a\nbasis: self\n"
                     "ratings: {wash: {value: met, assessor: [Bola], basis: supervisor}}\n") ==
          "a.yaml:5:40: error: expected a text, found a list [wrong-type]\n");
}

TEST_CASE("a person's id is no mix of scripts") {
    // "look-alike letters (Cyrillic or Greek among Latin) in ids" (spec 4): one person would be
    // two.
    const auto loaded = tests::load_document(
        tests::tiny(), "hcf: assessment/1\nperson: {id: EH\u0421-1, level: low}\nratings: {}\n",
        tests::day("2026-11-22"));
    REQUIRE(tests::rules_of(loaded.findings) == "look-alike-letters");
    CHECK(loaded.findings[0].begin == hcf::Position{2, 14});
}

TEST_CASE("all that is wrong with one assessment is told at once, in the order of its lines") {
    CHECK(rules_told("person: {id: a, name: Alice, role: nurse, level: low}\n"
                     "assessed: 2027-10-01\n"
                     "assessor: Alice\n"
                     "basis: supervisor\n"
                     "supervision: {supervisor: a}\n"
                     "ratings:\n"
                     "  hand: met\n"
                     "  wash: not-applicable\n"
                     "  hands: {}\n"
                     "  talk: {value: good, valid_until: 2027-09-30}\n") ==
          "a.yaml:2:50: error: the role 'nurse' does not stand at the level 'low' "
          "[role-not-of-level]\n"
          "  note: a.yaml:2:36: the role\n"
          "  help: it stands at 'mid', 'high'; work at another level is an overlap\n"
          "a.yaml:3:11: error: 2027-10-01 is after the day of the report, 2026-11-22 "
          "[date-after-as-of]\n"
          "a.yaml:4:11: error: the assessor is the person, but the basis is 'supervisor' "
          "[assessor-is-person]\n"
          "  note: a.yaml:5:8: the basis\n"
          "  help: name who judged, or say 'basis: self'\n"
          "a.yaml:6:27: error: the supervisor is the person [supervisor-is-person]\n"
          "  help: name somebody else\n"
          "a.yaml:8:3: error: unknown competence 'hand' [unknown-competence]\n"
          "  help: did you mean 'hands'?\n"
          "a.yaml:9:9: error: 'not-applicable' needs a reason [not-applicable-without-reason]\n"
          "  help: give it as a note\n"
          "a.yaml:10:3: error: competence 'wash' is rated twice [duplicate-rating]\n"
          "  note: a.yaml:9:3: first rated here\n"
          "  help: keep one of them\n"
          "a.yaml:10:3: error: the rating has neither a value nor a plan "
          "[rating-without-value]\n"
          "  help: leave it out while it is not assessed\n"
          "a.yaml:11:17: error: 'good' is no value of the scale 'status' [unknown-value]\n"
          "  help: the scale 'status' has 'not-met', 'partial', 'met', 'not-applicable'\n"
          "a.yaml:11:36: error: valid_until 2027-09-30 is before assessed 2027-10-01 "
          "[valid-until-before-assessed]\n"
          "  note: a.yaml:3:11: assessed here\n");
}
