// SPDX-License-Identifier: Apache-2.0
// What an appraisal looks at (issue 6): what became of the last plans, where the person stands,
// what runs out, and what is needed.
#pragma once

#include "hcf/analysis/change.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// What became of a plan: the first of these that holds.
enum class PlanOutcome {
    met,             ///< the competence is met now
    not_applicable,  ///< it is said not to apply now
    not_asked,       ///< it is not asked, or not any more
    dropped,         ///< not met, and there is no plan any more
    overdue,         ///< the plan that there is now was due before the day
    undated,         ///< it has no due day
    planned_again,   ///< it is another plan than it was: another action or day
    open             ///< it is due on the day or later
};
template <>
struct Words<PlanOutcome> {
    static constexpr std::array<std::string_view, 8> kList = {
        "met",     "not-applicable", "not-asked",     "dropped",
        "overdue", "undated",        "planned-again", "open"};
};

/// A plan that is looked back on.
struct ReviewedPlan {
    CompetenceId competence;
    Plan plan;
    std::string supervisor;  ///< the one who counted on the day of its assessment; empty: none
    PlanOutcome outcome = PlanOutcome::open;
    std::optional<Status> status;  ///< now; nothing where it is not asked
};

/// An earlier assessment of the same person.
struct EarlierAssessment {
    Assessment assessment;  ///< without what no review asks for: titles, notes, assessors
    Date assessed;
};
[[nodiscard]] EarlierAssessment keep_for_review(Assessment assessment, Date assessed);

/// The person then, held against the same, or against their own of then.
struct ReviewedSince {
    std::string file;
    std::uint32_t document = 1;
    Date assessed;
    Snapshot then;
    std::vector<CompetenceChange> changes;  ///< from then to now, in framework order
};

/// Something met that runs out.
struct RunningOut {
    CompetenceId competence;
    std::optional<CompetenceId> through;
    Date last_day;
};

/// One person's. Views the assessment and is valid as long as it is.
struct Review {
    GapAnalysis now;
    Date until;                           ///< the last day of what is told as running out
    std::optional<ReviewedSince> since;   ///< where an earlier assessment was given
    std::vector<ReviewedPlan> plans;      ///< of the earlier assessment, else of this one, by due
                                          ///< day, those without one last
    std::vector<RunningOut> running_out;  ///< essential and met, by day
    std::vector<const GapRow*> needs;     ///< of `now`: in state gap or planned, desirable ones too
};

/// `earlier` may be nullptr; it is judged on its own day.
[[nodiscard]] Review make_review(const Framework& framework, const Assessment& assessment,
                                 const Target& target, const EarlierAssessment* earlier,
                                 Period within, const JudgeOptions& options);

}  // namespace hcf
