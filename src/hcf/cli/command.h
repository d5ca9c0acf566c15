// SPDX-License-Identifier: Apache-2.0
// What a command is: a name, a sentence, and a set-up that binds its options and gives the action
// to run after parsing.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/report/format.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace hcf::cli {

/// Runs a command whose options have been parsed; gives the exit code.
using Action = std::function<int(Environment&)>;

struct Command {
    std::string_view name;
    std::string_view summary;
    Action (*setup)(CLI::App& app);
    Extra offers = Extra::none;  ///< what its report has beside, and so the formats that it takes
};

/// The set-up of a command that only has commands of its own, such as `hcf framework`: gives the
/// action that runs the one that was named, or, without one, prints the help and does nothing.
[[nodiscard]] Action setup_group(CLI::App& app, std::span<const Command* const> commands);

/// "hcf", "hcf gap", "hcf framework diff".
[[nodiscard]] std::string full_name(const CLI::App& app);

/// All commands in the order of help and documentation.
[[nodiscard]] std::span<const Command* const> all_commands();

}  // namespace hcf::cli
