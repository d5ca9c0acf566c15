// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const JudgedAssessment& judged, Emitter& emit) {
    for (const JudgedRating& one : judged.ratings) {
        if (!one.rating.plan || is_settled(one.status)) continue;
        if (!is_overdue(*one.rating.plan, judged.facts->as_of)) continue;
        emit.report(one.facts->doc->plan->due->span,
                    "the plan for '" + judged.facts->framework->at(one.rating.competence).id +
                        "' was due on " + to_string(*one.rating.plan->due),
                    "assess what came of it, or agree on a new day");
    }
}

}  // namespace

constinit const Rule kPlanOverdue = {
    .info = {"plan-overdue",
             Severity::warning,
             "a plan whose day has passed while the competence is not met",
             {"That a plan for what is not met is due today or later.",
              "An overdue plan assures nobody: it does not count as a plan any more.",
              "plan: {action: Shadow two visits, due: 2026-06-30}    # and it is November 2026",
              "plan: {action: Shadow two visits, due: 2027-01-31}"}},
    .judged = check};

}  // namespace hcf
