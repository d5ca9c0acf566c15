// SPDX-License-Identifier: Apache-2.0
// --help, on 80 columns: made from the options as they are bound, so that it cannot lag behind
// them.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace hcf::cli {

/// The help of the program, or of the command that was chosen.
[[nodiscard]] std::string help_text(const CLI::App& app, const std::string& name);

}  // namespace hcf::cli
