// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/assessment_doc.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using hcf::AssessmentDoc;
using hcf::tests::Parsed;

/// An assessment that has been decoded, with what was told of it.
struct DecodedAssessment {
    explicit DecodedAssessment(std::string_view text) : parsed(text) {
        REQUIRE(parsed.is_whole);
        doc = hcf::decode_assessment(parsed.tree, parsed.diags);
        told = parsed.told();
    }
    [[nodiscard]] std::string at(hcf::SourceSpan span) const {
        return parsed.text.substr(span.begin, span.end - span.begin);
    }

    Parsed parsed;
    AssessmentDoc doc;
    std::string told;
};

std::string assessment_doc_told(std::string_view text) { return DecodedAssessment(text).told; }

/// What is told of a rating of hand-hygiene that stands on line 4.
std::string rating_doc_told(std::string_view rating) {
    return assessment_doc_told("hcf: assessment/1\nperson: {id: a}\nratings:\n  hand-hygiene: " +
                               std::string(rating) + "\n");
}

}  // namespace

TEST_CASE("an assessment is decoded whole") {
    const DecodedAssessment read(
        "hcf: assessment/1\n"
        "framework: clinical-homecare 4.5\n"
        "person:\n"
        "  id: EHC-0042\n"
        "  name: Alice Example\n"
        "  organisation: Example Homecare\n"
        "  team: north-nursing\n"
        "  role: Registered Nurse - Adult\n"
        "  level: autonomous\n"
        "  overlaps:\n"
        "    - {level: enhanced, competences: [professional-networks, safeguarding]}\n"
        "scale: status\n"
        "assessed: 2026-10-01\n"
        "assessor: Bola Example\n"
        "basis: supervisor\n"
        "supervision: {supervisor: Bola Example, mode: indirect, until: 2027-10-01}\n"
        "ratings:\n"
        "  communicate-effectively: met\n"
        "  hand-hygiene:\n"
        "    value: met\n"
        "    assessed: 2026-09-12\n"
        "    assessor: Chi Example\n"
        "    basis: assessor\n"
        "    level: supportive\n"
        "    valid_until: 2027-09-12\n"
        "    evidence:\n"
        "      - Observed at three home visits\n"
        "      - {type: certificate, title: Update, date: 2026-09-12, ref: LMS-8812}\n"
        "    note: Glove choice discussed\n"
        "  professional-networks:\n"
        "    value: partial\n"
        "    plan:\n"
        "      action: Join the forum\n"
        "      due: 2027-01-31\n"
        "      supervisor: Bola Example\n"
        "      review: 2026-12-15\n"
        "  x-local-note: anything\n"
        "  filing-systems: {value: not-applicable, note: Kept by the hub, basis: supervisor}\n");
    CHECK(read.told == "");
    const AssessmentDoc& doc = read.doc;
    CHECK(read.at(doc.at) == "hcf");
    CHECK(doc.hcf->value.text == "assessment/1");
    CHECK(doc.framework->value.text == "clinical-homecare 4.5");
    CHECK(doc.scale->value.text == "status");
    CHECK(doc.assessed->value == *hcf::make_date(2026, 10, 1));
    CHECK(doc.assessor->value.text == "Bola Example");
    CHECK(doc.basis->value == hcf::Basis::supervisor);

    REQUIRE(doc.person);
    CHECK(read.at(doc.person->at) == "person");
    CHECK(doc.person->id->value.text == "EHC-0042");
    CHECK(doc.person->name->value.text == "Alice Example");
    CHECK(doc.person->organisation->value.text == "Example Homecare");
    CHECK(doc.person->team->value.text == "north-nursing");
    CHECK(doc.person->role->value.text == "Registered Nurse - Adult");
    CHECK(doc.person->level->value.text == "autonomous");
    REQUIRE(doc.person->overlaps.size() == 1);
    CHECK(doc.person->overlaps[0].level->value.text == "enhanced");
    REQUIRE(doc.person->overlaps[0].competences.size() == 2);
    CHECK(doc.person->overlaps[0].competences[1].value.text == "safeguarding");

    REQUIRE(doc.supervision);
    CHECK(doc.supervision->supervisor->value.text == "Bola Example");
    CHECK(doc.supervision->mode->value == hcf::SupervisionMode::indirect);
    CHECK(doc.supervision->until->value == *hcf::make_date(2027, 10, 1));

    REQUIRE(doc.ratings);
    REQUIRE(doc.ratings->items.size() == 4);
    const hcf::RatingDoc& short_form = doc.ratings->items[0];
    CHECK(short_form.name.value == "communicate-effectively");
    CHECK(short_form.value->value.text == "met");
    CHECK(short_form.seen_keys == 0);
    const hcf::RatingDoc& hygiene = doc.ratings->items[1];
    CHECK(read.at(hygiene.at) == "hand-hygiene");
    CHECK(hygiene.value->value.text == "met");
    CHECK(hygiene.assessed->value == *hcf::make_date(2026, 9, 12));
    CHECK(hygiene.assessor->value.text == "Chi Example");
    CHECK(hygiene.basis->value == hcf::Basis::assessor);
    CHECK(hygiene.level->value.text == "supportive");
    CHECK(hygiene.valid_until->value == *hcf::make_date(2027, 9, 12));
    CHECK(hygiene.note->value.text == "Glove choice discussed");
    REQUIRE(hygiene.evidence.size() == 2);
    CHECK(hygiene.evidence[0].title->value.text == "Observed at three home visits");
    CHECK_FALSE(hygiene.evidence[0].type);
    CHECK(hygiene.evidence[1].type->value == hcf::EvidenceType::certificate);
    CHECK(hygiene.evidence[1].title->value.text == "Update");
    CHECK(hygiene.evidence[1].date->value == *hcf::make_date(2026, 9, 12));
    CHECK(hygiene.evidence[1].ref->value.text == "LMS-8812");
    const hcf::RatingDoc& networks = doc.ratings->items[2];
    REQUIRE(networks.plan);
    CHECK(networks.plan->action->value.text == "Join the forum");
    CHECK(networks.plan->due->value == *hcf::make_date(2027, 1, 31));
    CHECK(networks.plan->supervisor->value.text == "Bola Example");
    CHECK(networks.plan->review->value == *hcf::make_date(2026, 12, 15));
    CHECK(doc.ratings->items[3].value->value.text == "not-applicable");
}

TEST_CASE("an assessment needs its kind, a person and ratings; a person an id") {
    CHECK(assessment_doc_told("x-a: 1\n") ==
          "1:1: error: missing key 'hcf' in assessment [missing-key]\n"
          "1:1: error: missing key 'person' in assessment [missing-key]\n"
          "1:1: error: missing key 'ratings' in assessment [missing-key]\n");
    CHECK(assessment_doc_told("hcf: assessment/1\nperson: {}\nratings: {}\n") ==
          "2:1: error: missing key 'id' in person [missing-key]\n");
}

TEST_CASE("a value on a scale is its text, with quotes or without") {
    const DecodedAssessment read(
        "hcf: assessment/1\nperson: {id: a}\nratings: {a: 3, b: \"3\", c: {value: 3}, d: true}\n");
    CHECK(read.told == "");
    REQUIRE(read.doc.ratings->items.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(read.doc.ratings->items[i].value->value.text == "3");
    }
    CHECK(read.doc.ratings->items[3].value->value.text == "true");
}

TEST_CASE("a rating that cannot be read is told, and the others are kept") {
    const DecodedAssessment read(
        "hcf: assessment/1\nperson: {id: a}\nratings:\n  one: [met]\n  two:\n  three: ''\n"
        "  four: met\n");
    CHECK(read.told ==
          "4:8: error: expected a value, or a mapping (value, assessed, basis, ...), found a list "
          "[wrong-type]\n"
          "5:3: error: 'two' has no value [empty-value]\n"
          "  help: leave the key out\n"
          "6:10: error: empty text, expected a value of the scale [empty-value]\n"
          "  help: leave the key out where there is nothing to say\n");
    REQUIRE(read.doc.ratings->items.size() == 1);
    CHECK(read.doc.ratings->items[0].name.value == "four");
}

TEST_CASE("a plan without an action is an error at the plan") {
    CHECK(rating_doc_told("{plan: {due: 2027-01-31}}") ==
          "4:18: error: missing key 'action' in plan [missing-key]\n");
    CHECK(rating_doc_told("{plan: Join the forum}") ==
          "4:24: error: expected a plan (action, due, supervisor, review), found a text "
          "[wrong-type]\n");
}

TEST_CASE("evidence is a title or a mapping, none of whose keys is required") {
    CHECK(rating_doc_told("{value: met, evidence: [{type: log}, {ref: LMS-1}, a title]}") == "");
    CHECK(rating_doc_told("{value: met, evidence: [{type: diary, title: Mine}]}") ==
          "4:48: error: 'diary' is none of 'observation', 'discussion', 'reflection', 'feedback', "
          "'work-product', 'certificate', 'course', 'simulation', 'log', 'transfer' or 'other' "
          "[unknown-word]\n");
    CHECK(rating_doc_told("{value: met, evidence: Observed}") ==
          "4:40: error: expected a list, found a text [wrong-type]\n");
    CHECK(rating_doc_told("{value: met, evidence: [[a]]}") ==
          "4:41: error: expected a title, or a mapping (type, title, date, ref), found a list "
          "[wrong-type]\n");
}

TEST_CASE("an overlap needs its level and its competences") {
    CHECK(assessment_doc_told("hcf: assessment/1\n"
                              "person:\n"
                              "  id: a\n"
                              "  overlaps:\n"
                              "    - level: enhanced\n"
                              "    - competences: [a]\n"
                              "    - enhanced\n"
                              "ratings: {}\n") ==
          "5:7: error: missing key 'competences' in overlap [missing-key]\n"
          "6:7: error: missing key 'level' in overlap [missing-key]\n"
          "7:7: error: expected a mapping (level, competences), found a text [wrong-type]\n");
}

TEST_CASE("supervision has three modes") {
    CHECK(assessment_doc_told("hcf: assessment/1\nperson: {id: a}\nratings: {}\n"
                              "supervision: {mode: distant}\n") ==
          "4:21: error: 'distant' is none of 'direct', 'indirect' or 'remote' [unknown-word]\n");
}

TEST_CASE("a misspelt key of a rating is told with the nearest") {
    CHECK(rating_doc_told("{value: met, valid_untill: 2027-09-12}") ==
          "4:30: error: unknown key 'valid_untill' in rating [unknown-key]\n"
          "  help: did you mean 'valid_until'?\n");
}

TEST_CASE("a file from JSON reads as one from YAML does") {
    const DecodedAssessment read(
        R"({"hcf": "assessment/1", "person": {"id": "a\ud83d\ude00", "level": "autonomous"},)"
        "\n"
        R"( "ratings": {"hand-hygiene": {"value": "met", "evidence": ["seen"]}}})");
    CHECK(read.told == "");
    CHECK(read.doc.person->id->value.text == "a\U0001F600");
    CHECK(read.doc.ratings->items.at(0).evidence.at(0).title->value.text == "seen");
}
