// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/judged_assessment.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// "ID STATUS, ..." of the ratings of a document, "?" in front where what is asked is not known.
std::string judged(std::string_view rest) {
    tests::Parsed parsed("hcf: assessment/1\n" + std::string(rest));
    const hcf::AssessmentDoc doc = hcf::decode_assessment(parsed.tree, parsed.diags);
    const hcf::AssessmentFacts facts =
        resolve_assessment(doc, tests::tiny(), tests::day("2026-11-22"), parsed.diags);
    const hcf::JudgedAssessment result = judge_assessment(facts);
    std::string text = result.asked ? "" : "?";
    for (const hcf::JudgedRating& one : result.ratings) {
        text += (text.empty() || text == "?" ? "" : ", ") +
                tests::tiny().at(one.rating.competence).id + " " +
                std::string(to_string(one.status));
    }
    return text;
}

}  // namespace

TEST_CASE("ratings are judged against the person's own requirements, in the order of the file") {
    CHECK(judged("person: {id: a, role: nurse}\nscale: zero-to-six\n"
                 "ratings: {lead: 3, wash: 3, talk: 1}\n") ==
          "lead partial, wash met, talk partial");
    CHECK(judged("person: {id: a, level: mid}\nscale: zero-to-six\nratings: {lead: 3}\n") ==
          "lead met");
}

TEST_CASE("what could not be read is left out, and the rest is judged all the same") {
    CHECK(judged("person: {id: a, level: nowhere}\nratings: {wash: met}\n") == "?wash met");
    CHECK(judged("person: {id: a, role: nurse, level: low}\nratings: {wash: met}\n") ==
          "?wash met");
    CHECK(judged("person: {id: a, level: low, overlaps: [{level: mid, competences: [x]}]}\n"
                 "ratings: {wash: met}\n") == "?wash met");
    CHECK(judged("person: {id: a, level: low, overlaps: mid}\nratings: {wash: met}\n") ==
          "?wash met");
    CHECK(judged("person: {id: a, level: low}\nratings: {wosh: met, talk: mett, wash: met}\n") ==
          "talk not-assessed, wash met");
    CHECK(judged("person: {id: a, level: low}\nratings: {wash: met, hands: not-met}\n") ==
          "wash met");
    CHECK(judged("ratings: {wash: met}\n") == "?wash met");
}
