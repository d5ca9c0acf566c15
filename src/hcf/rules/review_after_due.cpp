// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    for (const RatingFacts& rating : facts.ratings) {
        if (!rating.doc->plan) continue;
        const PlanDoc& plan = *rating.doc->plan;
        if (!plan.review || !plan.due || plan.review->value <= plan.due->value) continue;
        emit.report(plan.review->span,
                    "review " + to_string(plan.review->value) + " is after due " +
                        to_string(plan.due->value),
                    {}, {{plan.due->span, "due here"}});
    }
}

}  // namespace

constinit const Rule kReviewAfterDue = {
    {"review-after-due",
     Severity::error,
     "a plan that is reviewed after it is due",
     {"That a plan is reviewed no later than the day on which it is due.",
      "A review looks at a plan while there is time to help.",
      "plan: {action: Shadow two visits, due: 2027-01-31, review: 2027-03-01}",
      "plan: {action: Shadow two visits, due: 2027-01-31, review: 2026-12-15}"}},
    check};

}  // namespace hcf
