// SPDX-License-Identifier: Apache-2.0
// What is asked: R(level), R(role) and R(person) of spec 3.
#pragma once

#include "hcf/model/assessment.h"
#include "hcf/model/framework.h"

#include <optional>
#include <vector>

namespace hcf {

/// One competence that is asked, and how.
struct Requirement {
    CompetenceId competence;
    bool essential = true;       ///< false: desirable, left out of every set, count and ratio
    LevelId asked_at;            ///< the level of practice at which it is asked
    std::optional<Needs> needs;  ///< the lowest value that will do, where the role names one
};

/// Requirements in framework order, each competence once.
using RequirementSet = std::vector<Requirement>;

/// R(level): the core competences marked for it.
[[nodiscard]] RequirementSet requirements_of_level(const Framework& framework, LevelId level);

/// R(role) at one of its levels, its desirable competences included and marked so. Requires: the
/// role stands there.
[[nodiscard]] RequirementSet requirements_of_role(const Framework& framework, RoleId role,
                                                  LevelId level);

/// R(person): their role's or level's, and what their overlaps add.
[[nodiscard]] RequirementSet requirements_of_person(const Framework& framework,
                                                    const Person& person);

/// What a set asks of a competence; nullptr where it does not ask it.
[[nodiscard]] const Requirement* find_requirement(const RequirementSet& requirements,
                                                  CompetenceId competence);

/// True where every essential requirement is a core competence: an answer that rests on it says
/// nothing of registration, qualification or what is role-specific.
[[nodiscard]] bool is_core_only(const Framework& framework, const RequirementSet& requirements);

}  // namespace hcf
