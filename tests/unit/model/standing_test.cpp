// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/standing.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// The tiny framework, in which guard supersedes lead, and lead supersedes talk.
const hcf::Framework& stepped() {
    static const hcf::Framework kFramework =
        tests::framework_of(tests::kTinyText, {"hcf: overlay/1\noverlay: {id: o}\ncompetences:\n"
                                               "  - {id: guard, supersedes: [lead]}\n  - {id: "
                                               "lead, supersedes: [talk], refresh: P1Y}\n"});
    return kFramework;
}

/// "STATUS" or "STATUS through ID" of a competence asked of somebody at level mid.
std::string standing_of(std::string_view competence, std::string_view ratings) {
    const hcf::Framework& framework = stepped();
    const hcf::Assessment assessment = tests::assessment_of(
        framework, "hcf: assessment/1\nperson: {id: a, level: mid}\nratings: {" +
                       std::string(ratings) + "}\n");
    const auto asked = hcf::requirements_of_person(framework, assessment.person);
    const hcf::Requirement* requirement =
        hcf::find_requirement(asked, tests::competence_of(framework, competence));
    REQUIRE(requirement != nullptr);
    const hcf::Standing standing =
        hcf::judge_asked(framework, assessment, asked, *requirement, {tests::day("2026-11-22")});
    std::string text(to_string(standing.status));
    if (standing.through) text += " through " + framework.at(*standing.through).id;
    return text;
}

/// Who supervises the plan of a person with this supervision.
std::string supervisor_of(std::string_view plan, std::string_view supervision) {
    const hcf::Assessment assessment = tests::assessment_of(
        tests::tiny(), "hcf: assessment/1\nperson: {id: a, level: low}\n" +
                           std::string(supervision) +
                           "ratings: {wash: {plan: " + std::string(plan) + "}}\n");
    return std::string(hcf::counted_supervisor(*assessment.ratings.front().plan, assessment,
                                               tests::day("2026-11-22")));
}

}  // namespace

TEST_CASE("a standing is the rating's own, unless what supersedes it is met") {
    CHECK(standing_of("talk", "") == "not-assessed");
    CHECK(standing_of("talk", "talk: met") == "met");
    CHECK(standing_of("talk", "lead: {value: met, assessed: 2026-10-01}") == "met through lead");
    CHECK(standing_of("talk", "guard: met") == "met through guard");
}

TEST_CASE("what was said outright is not lifted, nor by what is met no longer") {
    CHECK(standing_of("talk", "talk: not-met, guard: met") == "not-met");
    CHECK(standing_of("talk", "talk: partial, guard: met") == "partial");
    CHECK(standing_of("talk", "talk: {value: not-applicable, note: none}, guard: met") ==
          "not-applicable");
    CHECK(standing_of("talk", "lead: {value: met, assessed: 2025-10-01}") == "not-assessed");
    CHECK(standing_of("lead", "lead: {value: met, assessed: 2025-10-01}") == "expired");
    CHECK(standing_of("lead", "lead: {value: met, assessed: 2025-10-01}, guard: met") ==
          "met through guard");
}

TEST_CASE("a plan's own supervisor counts, else the person's while that is in force") {
    CHECK(supervisor_of("{action: x, supervisor: Bo}", "supervision: {supervisor: Chi}\n") == "Bo");
    CHECK(supervisor_of("{action: x}", "supervision: {supervisor: Chi}\n") == "Chi");
    CHECK(supervisor_of("{action: x}", "supervision: {supervisor: Chi, until: 2026-11-22}\n") ==
          "Chi");
    CHECK(supervisor_of("{action: x}", "supervision: {supervisor: Chi, until: 2026-11-21}\n")
              .empty());
    CHECK(supervisor_of("{action: x}", "").empty());
}

TEST_CASE("a plan is overdue from the day after it was due") {
    hcf::Plan plan;
    CHECK_FALSE(hcf::is_overdue(plan, tests::day("2026-11-22")));
    plan.due = tests::day("2026-11-22");
    CHECK_FALSE(hcf::is_overdue(plan, tests::day("2026-11-22")));
    CHECK(hcf::is_overdue(plan, tests::day("2026-11-23")));
}
