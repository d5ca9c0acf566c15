// SPDX-License-Identifier: Apache-2.0
// What became of competences from one day to another (spec 3, "progress").
#pragma once

#include "hcf/analysis/gap.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace hcf {

/// What happened to a competence: the first of these that holds.
enum class Change {
    newly_required,      ///< asked on the later day only
    no_longer_required,  ///< asked on the earlier day only
    lapsed,              ///< met, then expired
    lost,                ///< met, then anything else
    gained,              ///< not met, then met
    changed              ///< of another status, met on neither day
};
template <>
struct Words<Change> {
    static constexpr std::array<std::string_view, 6> kList = {
        "newly-required", "no-longer-required", "lapsed", "lost", "gained", "changed"};
};

/// An essential competence that is asked on a day, and its status.
struct AskedStatus {
    CompetenceId competence;
    Status status = Status::not_assessed;
};

/// A person against a target on a day, without anything that views the assessment.
struct Snapshot {
    Date as_of;
    bool core_only = false;
    GapSummary summary;
    std::vector<AskedStatus> statuses;  ///< what is essential, in framework order
};
[[nodiscard]] Snapshot take_snapshot(const Framework& framework, const Assessment& assessment,
                                     const Target& target, const JudgeOptions& options);

struct CompetenceChange {
    CompetenceId competence;
    Change change = Change::changed;
    std::optional<Status> before;  ///< nothing where it was not asked
    std::optional<Status> after;   ///< nothing where it is not asked any more
};

/// What differs between two snapshots, in framework order.
[[nodiscard]] std::vector<CompetenceChange> find_changes(const Snapshot& before,
                                                         const Snapshot& after);

/// How many there are of each, by Change.
using ChangeCounts = std::array<std::size_t, Words<Change>::kList.size()>;
[[nodiscard]] ChangeCounts count_changes(const std::vector<CompetenceChange>& changes);

}  // namespace hcf
