// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const JudgedAssessment& judged, Emitter& emit) {
    for (const JudgedRating& one : judged.ratings) {
        if (!one.rating.plan || one.rating.plan->due || is_settled(one.status)) continue;
        const PlanDoc& plan = *one.facts->doc->plan;
        if (was_seen(PlanDoc::mapping(), plan.seen_keys, "due")) continue;
        emit.report(plan.at,
                    "the plan for '" + judged.facts->framework->at(one.rating.competence).id +
                        "' does not say by when",
                    "give the day as 'due'");
    }
}

}  // namespace

constinit const Rule kPlanWithoutDue = {
    .info = {"plan-without-due",
             Severity::warning,
             "a plan without a day by which it is done",
             {"That a plan for what is not met has a `due`.",
              "A plan that is never due is never late; it does not count as a plan.",
              "plan: {action: Shadow two visits}",
              "plan: {action: Shadow two visits, due: 2027-01-31}"}},
    .judged = check};

}  // namespace hcf
