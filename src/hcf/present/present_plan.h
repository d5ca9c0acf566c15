// SPDX-License-Identifier: Apache-2.0
// A development plan as JSON, as CSV rows, as a page to sign and as a calendar (spec 5, "plan").
#pragma once

#include "hcf/analysis/joint_plan.h"
#include "hcf/analysis/person_plan.h"
#include "hcf/report/document.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// What a report of plans was asked for.
struct PlanView {
    CoverMeasure minimise = CoverMeasure::courses;
    PlanDates dates;
    Date as_of;
    bool has_limits = false;
    bool is_part = false;  ///< of one plan for several people
};

/// The words of --minimise, in the order of its help.
inline constexpr std::array<std::string_view, 3> kMinimiseWords = {"courses", "hours", "cost"};
[[nodiscard]] std::string_view word_of(CoverMeasure measure);

/// The columns of the CSV.
[[nodiscard]] std::span<const std::string_view> plan_columns();

/// One element of `results`.
[[nodiscard]] Json plan_json(const Framework& framework, const PersonPlan& plan,
                             const PlanView& view);

/// The CSV rows of one person, appended: one for each course.
void plan_records(const Framework& framework, const PersonPlan& plan, std::vector<Record>& records);

/// One plan to be read and signed.
[[nodiscard]] Document plan_document(const Framework& framework, const PersonPlan& plan,
                                     const PlanView& view);

/// The due and review dates of a plan, and of the plans that stand in the assessment already. It
/// names people by their id alone: calendars travel (ADR 0019).
void add_plan_events(const Framework& framework, const PersonPlan& plan, const PlanView& view,
                     Calendar& calendar);

/// A joint plan: the CSV of its sessions, what `sessions` holds, and a page.
[[nodiscard]] std::span<const std::string_view> session_columns();
[[nodiscard]] std::vector<Record> session_records(std::span<const PersonPlan> people,
                                                  const JointPlan& plan);
[[nodiscard]] Json sessions_json(const Framework& framework, std::span<const PersonPlan> people,
                                 const JointPlan& plan);
[[nodiscard]] Document sessions_document(std::span<const PersonPlan> people, const JointPlan& plan,
                                         const PlanView& view);

// Pieces that plans of one person and of several have in common.

/// A number of hours or of money in its shortest form; nothing is null.
[[nodiscard]] Json amount_json(const Amount& amount);
[[nodiscard]] Json decimal_or_null(const std::optional<Decimal>& decimal);
[[nodiscard]] Field decimal_or_nothing(const std::optional<Decimal>& decimal);
[[nodiscard]] Json total_json(const TrainingTotal& total);

/// {"measure", "value"} of what is not proved; null where it is.
[[nodiscard]] Json lower_bound_json(const TrainingProof& proof);

/// "3 courses, 27.5 hours, 425.00", and what is not known of it. `what` are courses or sessions.
[[nodiscard]] std::string total_text(const TrainingTotal& total, std::string_view one,
                                     std::string_view many);

/// How sure it is that nothing is better, as a sentence.
[[nodiscard]] std::string proof_text(const TrainingProof& proof, const PlanView& view);

/// "1 hour", "7.5 hours", "hours not said".
[[nodiscard]] std::string hours_text(const std::optional<Decimal>& hours);

/// "Finding and keeping professional networks (networks-1, Example Academy)".
[[nodiscard]] std::string course_text(const Course& course);

}  // namespace hcf
