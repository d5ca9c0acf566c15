// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/change.h"

#include <algorithm>

namespace hcf {
namespace {

Change change_of(const std::optional<Status>& before, const std::optional<Status>& after) {
    if (!before) return Change::newly_required;
    if (!after) return Change::no_longer_required;
    if (*before == Status::met) return *after == Status::expired ? Change::lapsed : Change::lost;
    return *after == Status::met ? Change::gained : Change::changed;
}

}  // namespace

Snapshot take_snapshot(const Framework& framework, const Assessment& assessment,
                       const Target& target, const JudgeOptions& options) {
    const RequirementSet requirements = requirements_of(framework, assessment.person, target);
    const JudgedRequirements judged =
        judge_requirements(framework, assessment, requirements, options);
    Snapshot snapshot;
    snapshot.as_of = options.as_of;
    snapshot.core_only = is_core_only(framework, requirements);
    snapshot.summary = judged.summary;
    snapshot.statuses.reserve(static_cast<std::size_t>(judged.summary.required));
    for (const GapRow& row : judged.rows) {
        if (row.asked.essential) snapshot.statuses.push_back({row.asked.competence, row.status});
    }
    std::sort(
        snapshot.statuses.begin(), snapshot.statuses.end(),
        [](const AskedStatus& a, const AskedStatus& b) { return a.competence < b.competence; });
    return snapshot;
}

std::vector<CompetenceChange> find_changes(const Snapshot& before, const Snapshot& after) {
    std::vector<CompetenceChange> changes;
    const auto add = [&](CompetenceId competence, std::optional<Status> was,
                         std::optional<Status> is) {
        if (was != is) changes.push_back({competence, change_of(was, is), was, is});
    };
    auto old = before.statuses.begin();
    auto now = after.statuses.begin();
    while (old != before.statuses.end() || now != after.statuses.end()) {
        const bool has_old = old != before.statuses.end();
        const bool has_now = now != after.statuses.end();
        if (!has_now || (has_old && old->competence < now->competence)) {
            add(old->competence, old->status, std::nullopt);
            ++old;
        } else if (!has_old || now->competence < old->competence) {
            add(now->competence, std::nullopt, now->status);
            ++now;
        } else {
            add(now->competence, old->status, now->status);
            ++old;
            ++now;
        }
    }
    return changes;
}

ChangeCounts count_changes(const std::vector<CompetenceChange>& changes) {
    ChangeCounts counts = {};
    for (const CompetenceChange& change : changes)
        ++counts[static_cast<std::size_t>(change.change)];
    return counts;
}

}  // namespace hcf
