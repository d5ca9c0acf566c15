// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/one_target.h"

#include <vector>

namespace hcf::cli {

void add_target_options(CLI::App& app, TargetNames& names) {
    app.add_option("--level", names.level,
                   "Level of practice to hold people against (default: their own role and level)")
        ->type_name("LEVEL");
    app.add_option("--role", names.role,
                   "Role to hold people against, or ROLE@LEVEL; with --level, at that level")
        ->type_name("ROLE");
}

std::optional<TargetChoice> choose_target(const Framework& framework, const TargetNames& names,
                                          Environment& environment) {
    std::vector<std::string> levels;
    std::vector<std::string> roles;
    if (!names.level.empty()) levels.push_back(names.level);
    if (!names.role.empty()) roles.push_back(names.role);
    return choose_targets(framework, levels, roles, environment);
}

}  // namespace hcf::cli
