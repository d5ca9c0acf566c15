// SPDX-License-Identifier: Apache-2.0
// Where a person stands with one competence that is asked of them, supersession included, and what
// counts of a plan (spec 3). The analyses and the warnings of `validate` both ask here, so that
// what is told as expired is what is counted so.
#pragma once

#include "hcf/model/requirements.h"
#include "hcf/model/status.h"

#include <optional>
#include <string_view>

namespace hcf {

/// The status of what is asked, and the competence by which it is met where that is another.
struct Standing {
    Status status = Status::not_assessed;
    std::optional<CompetenceId> through;
};

/// Judges one requirement of a set. Requires: `asked` is one of `requirements`.
[[nodiscard]] Standing judge_asked(const Framework& framework, const Assessment& assessment,
                                   const RequirementSet& requirements, const Requirement& asked,
                                   const JudgeOptions& options);

/// Who supervises a plan on that day: its own supervisor, else the person's while that supervision
/// is in force; empty where nobody does. Views the plan or the assessment.
[[nodiscard]] std::string_view counted_supervisor(const Plan& plan, const Assessment& assessment,
                                                  Date as_of);

/// True where the day by which the plan was due has passed.
[[nodiscard]] bool is_overdue(const Plan& plan, Date as_of);

}  // namespace hcf
