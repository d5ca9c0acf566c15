// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/progress.h"

#include "hcf/base/assert.h"

#include <algorithm>

namespace hcf {

bool Progress::is_core_only() const {
    return std::all_of(points.begin(), points.end(),
                       [](const ProgressPoint& point) { return point.snapshot.core_only; });
}

ProgressSeries::ProgressSeries(const Framework& framework, const ProgressTarget& target,
                               const JudgeOptions& options)
    : framework_(framework), target_(target), options_(options) {}

/// A role without a level stands at that of the latest assessment, which is known only at the end:
/// until then it is judged at each of its levels.
std::vector<Target> ProgressSeries::candidates(const Person& person) const {
    if (target_.kind == TargetKind::own) return {{TargetKind::own, person.role, person.level}};
    if (target_.level) return {{target_.kind, target_.role, *target_.level}};
    std::vector<Target> targets;
    for (const LevelId level : framework_.at(*target_.role).levels)
        targets.push_back({target_.kind, target_.role, level});
    return targets;
}

/// The position of the person's target among the candidates.
std::size_t ProgressSeries::choose(const Person& person) const {
    if (target_.kind != TargetKind::role || target_.level || person.role != target_.role) return 0;
    const std::vector<LevelId>& levels = framework_.at(*target_.role).levels;
    return static_cast<std::size_t>(std::find(levels.begin(), levels.end(), person.level) -
                                    levels.begin());
}

std::vector<Snapshot> ProgressSeries::judge_on(const Assessment& assessment, Date day) const {
    JudgeOptions options = options_;
    options.as_of = day;
    std::vector<Snapshot> snapshots;
    for (const Target& target : candidates(assessment.person))
        snapshots.push_back(take_snapshot(framework_, assessment, target, options));
    return snapshots;
}

std::uint32_t ProgressSeries::intern(std::string_view version) {
    const auto known = std::find(versions_.begin(), versions_.end(), version);
    const auto place = static_cast<std::uint32_t>(known - versions_.begin());
    if (known == versions_.end()) versions_.emplace_back(version);
    return place;
}

void ProgressSeries::add(const Assessment& assessment, Date assessed,
                         std::string_view framework_version) {
    const auto [known, is_new] = by_id_.try_emplace(assessment.person.id, people_.size());
    if (is_new) people_.emplace_back();
    Series& series = people_[known->second];
    const auto place =
        std::lower_bound(series.entries.begin(), series.entries.end(), assessed,
                         [](const Entry& entry, Date day) { return entry.assessed < day; });
    HCF_ASSERT(place == series.entries.end() || place->assessed != assessed);
    if (place == series.entries.end()) {
        series.person = assessment.person;
        series.now = judge_on(assessment, options_.as_of);
    }
    const Person& person = assessment.person;
    series.entries.insert(
        place, {assessment.file, assessment.document, assessed, intern(framework_version),
                person.role, person.level, judge_on(assessment, assessed)});
}

std::size_t ProgressSeries::count_of(std::size_t number) const {
    return people_[number].entries.size();
}

const Person& ProgressSeries::person(std::size_t number) const { return people_[number].person; }

ProgressPoint ProgressSeries::make_point(const Entry& entry, const Snapshot& snapshot) const {
    return {entry.file, entry.document, entry.assessed, versions_[entry.version],
            entry.role, entry.level,    snapshot};
}

ProgressPoint ProgressSeries::single(std::size_t number) const {
    const Series& series = people_[number];
    const Entry& entry = series.entries.front();
    return make_point(entry, entry.then[choose(series.person)]);
}

Progress ProgressSeries::progress_of(std::size_t number) const {
    const Series& series = people_[number];
    HCF_ASSERT(series.entries.size() >= 2);
    const std::size_t chosen = choose(series.person);
    Progress progress;
    progress.person = series.person;
    progress.target = candidates(series.person)[chosen];
    progress.same_core_as = same_core_as(framework_, progress.target.level);
    for (const Entry& entry : series.entries)
        progress.points.push_back(make_point(entry, entry.then[chosen]));
    progress.points.push_back(make_point(series.entries.back(), series.now[chosen]));
    progress.changes = find_changes(progress.first().snapshot, progress.last().snapshot);
    for (std::size_t i = 1; i < progress.points.size(); ++i) {
        progress.steps.push_back(
            {i - 1, i, find_changes(progress.points[i - 1].snapshot, progress.points[i].snapshot)});
    }
    return progress;
}

}  // namespace hcf
