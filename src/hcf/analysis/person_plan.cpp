// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/person_plan.h"

#include <algorithm>

namespace hcf {

PersonPlan begin_person_plan(const GapAnalysis& gap, const CourseOffer& offer,
                             const LearnerOptions& options) {
    PersonPlan plan;
    plan.file = gap.assessment->file;
    plan.document = gap.assessment->document;
    plan.target = gap.target;
    plan.core_only = gap.core_only;
    plan.summary = gap.summary;
    const auto& supervision = gap.assessment->supervision;
    if (supervision && (!supervision->until || *supervision->until >= options.as_of))
        plan.supervisor = supervision->supervisor;
    plan.learner = make_learner(gap, offer, options);
    for (const GapRow& row : gap.rows) {
        const bool is_open = row.assurance == Assurance::gap || row.assurance == Assurance::planned;
        if (row.plan != nullptr && is_open)
            plan.standing.push_back({row.asked.competence, row.plan->due, row.plan->review});
    }
    std::sort(
        plan.standing.begin(), plan.standing.end(),
        [](const StandingPlan& a, const StandingPlan& b) { return a.competence < b.competence; });
    return plan;
}

PlanDates make_plan_dates(Date as_of, std::optional<Date> by) {
    if (!by) return {};
    return {by, Date{as_of.days + (by->days - as_of.days) / 2}};
}

}  // namespace hcf
