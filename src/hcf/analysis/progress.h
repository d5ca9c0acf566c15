// SPDX-License-Identifier: Apache-2.0
// People over time (spec 3, "progress"): each dated assessment on its own day, the last one also on
// the day of the report.
#pragma once

#include "hcf/analysis/change.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hcf {

/// What everybody is held against, on every day: their own set as it was then, or one that stays.
struct ProgressTarget {
    TargetKind kind = TargetKind::own;
    std::optional<RoleId> role;    ///< of kind role
    std::optional<LevelId> level;  ///< of kind level; of a role, nothing: the person's latest where
                                   ///< it is their role, else the role's first
};

/// One judgement: of an assessment on a day.
struct ProgressPoint {
    std::string file;
    std::uint32_t document = 1;
    Date assessed;
    std::string framework_version;  ///< as the assessment names it; empty: it names none
    std::optional<RoleId> role;     ///< the person's, then
    LevelId level;
    Snapshot snapshot;
};

/// What changed from a point to the next.
struct ProgressStep {
    std::size_t from = 0;  ///< positions of points
    std::size_t to = 0;
    std::vector<CompetenceChange> changes;  ///< in framework order
};

/// One person over time.
struct Progress {
    Person person;  ///< as in the latest assessment
    Target target;  ///< as it is for that
    std::vector<LevelId> same_core_as;
    std::vector<ProgressPoint> points;      ///< by day; the latest assessment twice, the second
                                            ///< time on the day of the report; two at least
    std::vector<CompetenceChange> changes;  ///< from the first point to the last
    std::vector<ProgressStep> steps;        ///< from each point to the next

    [[nodiscard]] const ProgressPoint& first() const { return points.front(); }
    [[nodiscard]] const ProgressPoint& last() const { return points.back(); }

    /// True where on no day anything else than a core competence is essential.
    [[nodiscard]] bool is_core_only() const;
};

/// Takes assessments in any order and keeps of each what was judged, some hundred bytes.
class ProgressSeries {
public:
    /// `options.as_of` is the day of the report.
    ProgressSeries(const Framework& framework, const ProgressTarget& target,
                   const JudgeOptions& options);

    /// Adds an assessment. Requires: none of the same person and day was added before.
    void add(const Assessment& assessment, Date assessed, std::string_view framework_version);

    /// How many people there are, and how many assessments of one of them. They are numbered in the
    /// order in which they were first added.
    [[nodiscard]] std::size_t size() const { return people_.size(); }
    [[nodiscard]] std::size_t count_of(std::size_t number) const;

    /// A person with one assessment, who cannot be compared with anything: the point of its own
    /// day.
    [[nodiscard]] ProgressPoint single(std::size_t number) const;
    [[nodiscard]] const Person& person(std::size_t number) const;

    /// A person over time. Requires: two assessments.
    [[nodiscard]] Progress progress_of(std::size_t number) const;

private:
    /// An assessment, judged against each of the targets that may turn out to be the person's.
    struct Entry {
        std::string file;
        std::uint32_t document = 1;
        Date assessed;
        std::uint32_t version = 0;  ///< a position in `versions_`
        std::optional<RoleId> role;
        LevelId level;
        std::vector<Snapshot> then;
    };
    struct Series {
        Person person;               ///< the latest
        std::vector<Snapshot> now;   ///< of the latest, on the day of the report
        std::vector<Entry> entries;  ///< by day
    };

    [[nodiscard]] std::vector<Target> candidates(const Person& person) const;
    [[nodiscard]] std::size_t choose(const Person& person) const;
    [[nodiscard]] std::vector<Snapshot> judge_on(const Assessment& assessment, Date day) const;
    [[nodiscard]] std::uint32_t intern(std::string_view version);
    [[nodiscard]] ProgressPoint make_point(const Entry& entry, const Snapshot& snapshot) const;

    const Framework& framework_;
    ProgressTarget target_;
    JudgeOptions options_;
    std::vector<std::string> versions_;
    std::vector<Series> people_;
    std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace hcf
