// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/standing.h"

namespace hcf {
namespace {

std::optional<Needs> own_needs(const RequirementSet& requirements, CompetenceId competence) {
    const Requirement* requirement = find_requirement(requirements, competence);
    return requirement == nullptr ? std::nullopt : requirement->needs;
}

/// Supersession never overrules what was said outright: not met, partial, or not applicable (even
/// unconfirmed).
bool may_be_lifted(const Requirement& asked, const Rating* rating, Status status) {
    const bool has_value = rating != nullptr && rating->value.has_value();
    if (asked.needs || (has_value && rating->value->not_applicable)) return false;
    return status == Status::not_assessed || status == Status::expired ||
           status == Status::unconfirmed;
}

}  // namespace

Standing judge_asked(const Framework& framework, const Assessment& assessment,
                     const RequirementSet& requirements, const Requirement& asked,
                     const JudgeOptions& options) {
    const Rating* rating = assessment.find(asked.competence);
    Standing standing;
    standing.status =
        judge(framework, asked.competence, rating, asked.asked_at, asked.needs, options);
    if (!may_be_lifted(asked, rating, standing.status)) return standing;
    // The first in framework order that supersedes the one asked and is met by its own rating.
    for (const CompetenceId above : framework.at(asked.competence).superseded_by) {
        if (judge(framework, above, assessment.find(above), asked.asked_at,
                  own_needs(requirements, above), options) != Status::met)
            continue;
        standing.status = Status::met;
        standing.through = above;
        break;
    }
    return standing;
}

std::string_view counted_supervisor(const Plan& plan, const Assessment& assessment, Date as_of) {
    if (!plan.supervisor.empty()) return plan.supervisor;
    if (!assessment.supervision) return {};
    const Supervision& supervision = *assessment.supervision;
    const bool is_in_force = !supervision.until || *supervision.until >= as_of;
    return is_in_force ? std::string_view(supervision.supervisor) : std::string_view();
}

bool is_overdue(const Plan& plan, Date as_of) { return plan.due && *plan.due < as_of; }

}  // namespace hcf
