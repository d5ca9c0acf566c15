// SPDX-License-Identifier: Apache-2.0
// hcf framework: versions of a framework (spec 4). Its own commands stand here, in the order of
// help and documentation.
#include "hcf/cli/all_commands.h"
#include "hcf/cli/framework_commands.h"

#include <array>

namespace hcf::cli {
namespace {

constexpr std::array<const Command*, 2> kCommands = {&kFrameworkDiffCommand,
                                                     &kFrameworkCheckCommand};

Action setup(CLI::App& app) { return setup_group(app, kCommands); }

}  // namespace

constinit const Command kFrameworkCommand = {
    "framework", "What is different between two frameworks; is one whole?", setup};

}  // namespace hcf::cli
