// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/command.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/help.h"

#include <utility>
#include <vector>

namespace hcf::cli {

std::string full_name(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    if (parent == nullptr) return "hcf";
    return full_name(*parent) + " " + app.get_name();
}

Action setup_group(CLI::App& app, std::span<const Command* const> commands) {
    app.require_subcommand(0, 1);
    std::vector<std::pair<CLI::App*, Action>> bound;
    for (const Command* command : commands) {
        CLI::App* sub =
            app.add_subcommand(std::string(command->name), std::string(command->summary));
        bound.emplace_back(sub, command->setup(*sub));
    }
    return [&app, bound = std::move(bound)](Environment& environment) {
        for (const auto& [sub, action] : bound) {
            if (sub->parsed()) return action(environment);
        }
        environment.err.write(help_text(app, full_name(app)));
        return kNotDone;
    };
}

}  // namespace hcf::cli
