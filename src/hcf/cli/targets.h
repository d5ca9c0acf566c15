// SPDX-License-Identifier: Apache-2.0
// --level and --role: what people are held against (spec 3, "gap").
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/cli/environment.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

/// A role that was named, and the level of it that was, if any.
struct RoleChoice {
    RoleId role;
    std::optional<LevelId> level;
};

struct TargetChoice {
    std::vector<LevelId> levels;
    std::vector<RoleChoice> roles;

    /// The targets of one person, in the order given, each once.
    [[nodiscard]] std::vector<Target> for_person(const Framework& framework,
                                                 const Person& person) const;
};

/// What the options name; what is wrong with them is said as errors of use, and nothing is given.
[[nodiscard]] std::optional<TargetChoice> choose_targets(const Framework& framework,
                                                         const std::vector<std::string>& levels,
                                                         const std::vector<std::string>& roles,
                                                         Environment& environment);

/// A level, role, role at a level or competence by name; what is wrong with it is said.
[[nodiscard]] std::optional<LevelId> find_level_or_say(const Framework& framework,
                                                       const std::string& name,
                                                       Environment& environment);
[[nodiscard]] std::optional<RoleChoice> find_role_or_say(const Framework& framework,
                                                         const std::string& name,
                                                         Environment& environment);

[[nodiscard]] std::optional<CompetenceId> find_competence_or_say(const Framework& framework,
                                                                 const std::string& name,
                                                                 Environment& environment);

}  // namespace hcf::cli
