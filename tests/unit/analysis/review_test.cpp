// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/review.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

hcf::Assessment assessment(std::string_view ratings) {
    return tests::assessment_of(
        tests::tiny(),
        "hcf: assessment/1\nperson: {id: p, level: low}\nratings: " + std::string(ratings) + "\n");
}

/// The outcome of each plan of the earlier assessment.
std::string outcomes(std::string_view then, std::string_view now) {
    const hcf::EarlierAssessment earlier =
        hcf::keep_for_review(assessment(then), tests::day("2025-11-22"));
    const hcf::Assessment later = assessment(now);
    hcf::JudgeOptions options;
    options.as_of = tests::day("2026-11-22");
    const hcf::Review review = hcf::make_review(
        tests::tiny(), later, {hcf::TargetKind::own, std::nullopt, later.person.level}, &earlier,
        hcf::Period{0, 1, 0}, options);
    std::string text;
    for (const hcf::ReviewedPlan& plan : review.plans)
        text += (text.empty() ? "" : " ") + std::string(to_string(plan.outcome));
    return text;
}

constexpr std::string_view kPlan = "{wash: {value: not-met, plan: {action: A, due: 2026-11-22}}}";

}  // namespace

TEST_CASE("what became of a plan is the first outcome that holds") {
    CHECK(outcomes(kPlan, "{wash: met}") == "met");
    CHECK(outcomes(kPlan, "{wash: {value: not-applicable, note: no}}") == "not-applicable");
    CHECK(outcomes(kPlan, "{}") == "dropped");
    CHECK(outcomes(kPlan, "{wash: {plan: {action: B, due: 2026-11-21}}}") == "overdue");
    CHECK(outcomes(kPlan, "{wash: {plan: {action: A}}}") == "undated");
    CHECK(outcomes(kPlan, "{wash: {plan: {action: B, due: 2026-11-22}}}") == "planned-again");
    CHECK(outcomes(kPlan, "{wash: {plan: {action: A, due: 2026-11-23}}}") == "planned-again");
    CHECK(outcomes(kPlan, kPlan) == "open");
    CHECK(outcomes("{lead: {plan: {action: A}}}", "{lead: met}") == "not-asked");
}

TEST_CASE("plans stand by due day, those without one last") {
    CHECK(outcomes("{wash: {plan: {action: A}}, talk: {plan: {action: B, due: 2026-01-01}}}",
                   "{wash: met}") == "dropped met");
}
