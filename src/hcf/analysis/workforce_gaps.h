// SPDX-License-Identifier: Apache-2.0
// What a workforce lacks, counted: how many people have a gap in a competence, at the level at
// which it is asked of them, and in which families of roles. Counts only: nobody is kept, so the
// memory is that of the framework's matrix however many people there are.
#pragma once

#include "hcf/analysis/gap.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// A competence at a level that asks for it.
struct AskedAt {
    CompetenceId competence;
    LevelId level;
    friend bool operator==(const AskedAt&, const AskedAt&) = default;
    friend bool operator<(const AskedAt& a, const AskedAt& b) {
        return a.competence == b.competence ? a.level < b.level : a.competence < b.competence;
    }
};

/// Of how many people something is asked (essential, and applicable), and of how many of them it is
/// in the state `gap`.
struct GapCount {
    std::int64_t asked = 0;
    std::int64_t lacking = 0;
};

/// The sums over people.
struct WorkforceGaps {
    std::int64_t people = 0;
    std::map<AskedAt, GapCount> cells;  ///< what is essential to anybody, applicable or not
    /// People lacking a competence, by the family of their role; those without a family are not
    /// here.
    std::map<std::pair<CompetenceId, std::string>, std::int64_t> by_family;

    /// Adds one person, held against the target; without one, against what is asked of them.
    void add(const Framework& framework, const Assessment& assessment,
             const std::optional<Target>& target, const JudgeOptions& options);
};

/// The figures that may be shown. What is not there is not shown, and cannot be worked out from
/// what is: no sum over levels, families or competences is ever given with it.
struct ShownGaps {
    std::optional<std::int64_t> people;
    std::map<AskedAt, std::optional<std::int64_t>> lacking;
    std::optional<std::map<std::pair<CompetenceId, std::string>, std::int64_t>> by_family;
    std::optional<std::int64_t> suppressed_below;
};

/// All figures, or those that say nothing of fewer than `below` people: a figure is hidden where it
/// is about fewer people than that (or, below 2, than three: else a blank would be 1), where from 1
/// to `below` - 1 of them have a gap, and where so few have none; figures by family are hidden
/// whole.
[[nodiscard]] ShownGaps show_gaps(const WorkforceGaps& gaps, std::optional<std::int64_t> below);

}  // namespace hcf
