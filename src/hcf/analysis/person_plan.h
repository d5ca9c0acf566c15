// SPDX-License-Identifier: Apache-2.0
// A person's plan with all that a report says of it: it outlives the assessment (spec 3, "plan").
#pragma once

#include "hcf/analysis/development_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// A plan that stands in the assessment already, for what is not met.
struct StandingPlan {
    CompetenceId competence;
    std::optional<Date> due;
    std::optional<Date> review;
};

/// When the courses of a plan are to be done with.
struct PlanDates {
    std::optional<Date> due;     ///< as asked for
    std::optional<Date> review;  ///< half way from the day of the report, rounded down
};

struct PersonPlan {
    std::string file;
    std::uint32_t document = 1;
    Target target;
    bool core_only = false;
    GapSummary summary;
    std::string supervisor;  ///< who supervises the person on the day; empty: nobody
    Learner learner;
    std::vector<StandingPlan> standing;  ///< in framework order
    DevelopmentPlan plan;
};

/// All but the plan itself.
[[nodiscard]] PersonPlan begin_person_plan(const GapAnalysis& gap, const CourseOffer& offer,
                                           const LearnerOptions& options);

/// The dates of new plans. Requires: `by` is not before `as_of`.
[[nodiscard]] PlanDates make_plan_dates(Date as_of, std::optional<Date> by);

}  // namespace hcf
