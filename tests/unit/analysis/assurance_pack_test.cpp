// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/assurance_pack.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using hcf::Assurance;
using hcf::AssuredPerson;
using hcf::tests::assessment_of;
using hcf::tests::competence_of;
using hcf::tests::tiny;

/// A person at the low level, of whom `wash` and `talk` are asked.
AssuredPerson assured(const std::string& more, const hcf::Framework& framework = tiny()) {
    const std::string text = "hcf: assessment/1\nperson: {id: P, level: low}\n" + more;
    return hcf::make_assured_person(framework, assessment_of(framework, text),
                                    {hcf::tests::day("2026-11-22")});
}

std::optional<Assurance> standing(const std::string& ratings) {
    return assured("ratings: {" + ratings + "}\n").standing;
}

}  // namespace

TEST_CASE("a person stands where the worst of what is asked and applicable stands") {
    CHECK(standing("wash: met, talk: met") == Assurance::assured);
    CHECK(standing("wash: met, talk: {plan: {action: a, due: 2026-11-22, supervisor: S}}") ==
          Assurance::planned);
    CHECK(standing("wash: met, talk: {plan: {action: a, due: 2026-11-21, supervisor: S}}") ==
          Assurance::gap);
    CHECK(standing("wash: not-met, talk: {plan: {action: a, due: 2026-11-22, supervisor: S}}") ==
          Assurance::gap);
    CHECK(standing("wash: met, talk: {value: not-applicable, note: n}") == Assurance::assured);
}

TEST_CASE("who is asked for nothing that applies has no standing, and counts as not assured") {
    CHECK(standing("wash: {value: not-applicable, note: n}, talk: {value: not-applicable, note: "
                   "n}") == std::nullopt);
    CHECK(hcf::standing_of({}) == std::nullopt);
    std::vector<AssuredPerson> people;
    people.push_back(assured("ratings: {wash: met, talk: met}\n"));
    people.push_back(assured("ratings: {}\n"));
    people.push_back(
        assured("ratings: {wash: {value: not-applicable, note: n}, talk: {value: not-applicable, "
                "note: n}}\n"));
    const hcf::AssuranceCounts counts = hcf::count_standings(people);
    CHECK(counts.members == 3);
    CHECK(counts.assured == 1);
    CHECK(counts.planned == 0);
    CHECK(counts.not_assured() == 2);
}

TEST_CASE("supervision is in force on its last day, and not on the next") {
    const auto is_supervised = [](const std::string& supervision) {
        return assured(supervision + "ratings: {}\n").is_supervised;
    };
    CHECK_FALSE(is_supervised(""));
    CHECK(is_supervised("supervision: {supervisor: S}\n"));
    CHECK(is_supervised("supervision: {supervisor: S, until: 2026-11-22}\n"));
    CHECK_FALSE(is_supervised("supervision: {supervisor: S, until: 2026-11-21}\n"));
}

TEST_CASE("a person keeps what the rows view") {
    std::vector<AssuredPerson> people;
    for (int i = 0; i < 20; ++i)
        people.push_back(assured("assessor: Somebody with a long name\nratings: {wash: met}\n"));
    for (const AssuredPerson& person : people) {
        CHECK(person.gap.assessment == person.assessment.get());
        CHECK(person.gap.rows.back().rating->assessor == "Somebody with a long name");
    }
}

TEST_CASE("a row that is met through another competence rests on the rating of that one") {
    const hcf::Framework framework = hcf::tests::framework_of(
        hcf::tests::kTinyText, {"hcf: overlay/1\noverlay: {id: o, version: '1', title: O}\n"
                                "competences: [{id: lead, supersedes: [talk]}]\n"});
    const AssuredPerson person =
        assured("ratings: {wash: met, lead: {value: met, assessor: Dee}}\n", framework);
    CHECK(person.standing == Assurance::assured);
    REQUIRE(person.gap.rows.size() == 2);
    CHECK(hcf::rating_behind(person, person.gap.rows[0]) == nullptr);
    const hcf::Rating* behind = hcf::rating_behind(person, person.gap.rows[1]);
    REQUIRE(behind != nullptr);
    CHECK(behind->competence == competence_of(framework, "lead"));
    CHECK(behind->assessor == "Dee");
}
