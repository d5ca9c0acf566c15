// SPDX-License-Identifier: Apache-2.0
// Roles as sets of what is essential in them: what comparing roles, ranking them and finding a way
// between them have in common (spec 3, "Requirement sets" and "compare-roles"). Desirable
// competences are in none of them.
#pragma once

#include "hcf/base/ratio.h"
#include "hcf/model/competence_set.h"
#include "hcf/model/framework.h"
#include "hcf/model/requirements.h"

#include <string>
#include <vector>

namespace hcf {

/// A role at one of its levels.
struct RoleAtLevel {
    RoleId role;
    LevelId level;
    friend bool operator==(const RoleAtLevel&, const RoleAtLevel&) = default;
};

/// A role at its own level, which is its first.
[[nodiscard]] RoleAtLevel at_own_level(const Framework& framework, RoleId role);

/// Every role at its own level, and every role at each of its levels; in framework order, then the
/// role's order.
[[nodiscard]] std::vector<RoleAtLevel> roles_at_own_level(const Framework& framework);
[[nodiscard]] std::vector<RoleAtLevel> roles_at_each_level(const Framework& framework);

/// What is essential in a set of requirements.
[[nodiscard]] CompetenceSet essential_set(const RequirementSet& requirements);

/// What is essential in a role at a level. Requires: it stands there.
[[nodiscard]] CompetenceSet essential_set(const Framework& framework, const RoleAtLevel& role);

/// A text that is equal for equal requirements, and for no others: to find equal sets by hash.
[[nodiscard]] std::string key_of(const RequirementSet& requirements);

/// |from and to| of |to|: how much of what `to` asks is carried there; 1 where it asks nothing.
[[nodiscard]] Ratio transferability(const CompetenceSet& from, const CompetenceSet& to);

/// |a and b| of |a or b|: the same both ways; 1 where neither asks anything.
[[nodiscard]] Ratio similarity(const CompetenceSet& a, const CompetenceSet& b);

}  // namespace hcf
