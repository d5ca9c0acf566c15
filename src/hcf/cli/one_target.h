// SPDX-License-Identifier: Apache-2.0
// --level and --role of the commands that hold everybody against one thing: a level, a role, or,
// without either, their own role and level.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/targets.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace hcf::cli {

struct TargetNames {
    std::string level;
    std::string role;
};

/// Adds --level and --role, each of which may be given once.
void add_target_options(CLI::App& app, TargetNames& names);

/// What they name: for every person one target. What is wrong with them is said, and nothing is
/// given.
[[nodiscard]] std::optional<TargetChoice> choose_target(const Framework& framework,
                                                        const TargetNames& names,
                                                        Environment& environment);

}  // namespace hcf::cli
