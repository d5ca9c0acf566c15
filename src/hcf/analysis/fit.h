// SPDX-License-Identifier: Apache-2.0
// Where a person stands among all levels of practice and all roles (spec 3, "fit").
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/analysis/role_sets.h"

#include <cstddef>
#include <vector>

namespace hcf {

/// A set of requirements that one or more levels and roles share.
struct FitSet {
    RequirementSet requirements;
    CompetenceSet essential;
    bool core_only = false;
};

struct FitLevel {
    LevelId level;
    std::size_t set = 0;  ///< a position in FitTargets::sets
};

struct FitRole {
    RoleAtLevel role;
    std::size_t set = 0;  ///< a position in FitTargets::sets
};

/// What everybody is held against: made once for a framework. Most roles of a level ask the same,
/// so that each set is judged once for a person, however many roles share it.
struct FitTargets {
    std::vector<FitSet> sets;      ///< each once, in the order of first use: levels, then roles
    std::vector<FitLevel> levels;  ///< in framework order
    std::vector<FitRole> roles;    ///< every role at each of its levels, in framework order
};
[[nodiscard]] FitTargets make_fit_targets(const Framework& framework);

/// One person against all of them. Views the assessment and is valid as long as it is.
struct FitAnalysis {
    const Assessment* assessment = nullptr;
    GapAnalysis own;                         ///< against their own role and level, with overlaps
    std::vector<JudgedRequirements> judged;  ///< by position in FitTargets::sets
    std::vector<LevelId> whole_levels;       ///< in framework order
    /// Positions in FitTargets::roles: roles that are not whole yet at the person's level or the
    /// one above, most similar to the person's own set first; ties in framework order. Their own
    /// role is one of them until it is whole: it is the nearest one to complete.
    std::vector<std::size_t> next;
};

/// At most so many roles come next.
inline constexpr std::size_t kNextRoles = 5;

[[nodiscard]] FitAnalysis analyse_fit(const Framework& framework, const FitTargets& targets,
                                      const Assessment& assessment, const JudgeOptions& options);

/// True where every essential competence is met: one that is not applicable is not met.
[[nodiscard]] bool is_whole(const GapSummary& summary);

/// What is essential, applicable and not met, in framework order.
[[nodiscard]] std::vector<CompetenceId> missing_of(const JudgedRequirements& judged);

}  // namespace hcf
