// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/run_checks.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// The tiny framework; talk may be assessed from level mid.
const hcf::Framework& framework() {
    static const hcf::Framework kFramework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\noverlay: {id: o}\ncompetences: [{id: talk, assess_at: mid}]\n"});
    return kFramework;
}

/// What a run over these documents, a file each ("0.yaml", "1.yaml", ...), comes to.
std::string run_told(const std::vector<std::string_view>& documents) {
    const hcf::LoadContext context = {&framework(), tests::day("2026-11-22"), true, true};
    hcf::DocumentLoader loader(context);
    hcf::RunChecks checks(framework());
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        const auto loaded = loader.load(std::to_string(i) + ".yaml", {documents[i], 1, 1, false});
        for (const hcf::PersonNote& person : loaded.people) checks.note(person, i, 1);
    }
    std::vector<hcf::Finding> findings;
    checks.tell([](std::uint32_t i) { return std::to_string(i) + ".yaml"; },
                [&](hcf::Finding finding) { findings.push_back(std::move(finding)); });
    return tests::told(findings);
}

constexpr std::string_view kJudgedByBo =
    "hcf: assessment/1\nperson: {id: a, level: low}\nbasis: supervisor\nassessor: Bo\n"
    "ratings: {talk: met, wash: met}\n";
constexpr std::string_view kLowBo =
    "hcf: assessment/1\nperson: {id: b, name: bo, level: low}\nratings: {}\n";
constexpr std::string_view kMidBo =
    "hcf: assessment/1\nperson: {id: b, name: BO, level: mid}\nassessed: 2026-01-01\nratings: {}\n";
constexpr std::string_view kOtherBo =
    "hcf: assessment/1\nperson: {id: c, name: Bo, level: low}\nratings: {}\n";

}  // namespace

TEST_CASE("an assessor is found by name, before or after, and held against what they judged") {
    const std::string told =
        "0.yaml:4:11: warning: the assessor's own level, 'low', is below that asked of an "
        "assessor: 'mid' for 'talk' [assessor-below-level]\n"
        "  note: 1.yaml:2:14: the assessor's own assessment\n"
        "  help: have it confirmed by somebody at that level or above\n";
    CHECK(run_told({kJudgedByBo, kLowBo}) == told);
    CHECK(run_told({kLowBo, kJudgedByBo}).find("1.yaml:4:11") == 0);
    CHECK(run_told({kJudgedByBo, kMidBo}).empty());
    CHECK(run_told({kJudgedByBo}).empty());
}

TEST_CASE("a name of two people says nothing, nor does one that is another's id") {
    CHECK(run_told({kJudgedByBo, kLowBo, kOtherBo}).empty());
    CHECK(run_told({kJudgedByBo, kLowBo,
                    "hcf: assessment/1\nperson: {id: Bo, level: low}\nratings: {}\n"})
              .empty());
}

TEST_CASE("of several assessments of one person the latest says what they may do") {
    CHECK(run_told({kLowBo, kJudgedByBo, kMidBo}).empty());
    CHECK(run_told({kMidBo, kJudgedByBo, kLowBo}).empty());
}

TEST_CASE("the same person on the same day is told at the later document") {
    CHECK(run_told({kLowBo, kMidBo, kLowBo}) ==
          "2.yaml:2:14: error: this person has an assessment of the same day already "
          "[same-person-twice]\n"
          "  note: 0.yaml:2:14: the first one is here\n"
          "  help: keep one, or give each the day on which it was assessed\n");
}

TEST_CASE("people who stand in a team file take part, each once") {
    CHECK(run_told({"hcf: team/1\nteam: {id: t}\nmembers:\n"
                    "  - {person: {id: b, level: low}, ratings: {}}\n"
                    "  - {person: {id: b, level: low}, ratings: {}}\n",
                    kLowBo}) ==
          "1.yaml:2:14: error: this person has an assessment of the same day already "
          "[same-person-twice]\n"
          "  note: 0.yaml:4:19: the first one is here\n"
          "  help: keep one, or give each the day on which it was assessed\n");
}
