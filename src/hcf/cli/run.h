// SPDX-License-Identifier: Apache-2.0
// The whole program but for main(): arguments and an environment in, an exit code out.
#pragma once

#include "hcf/cli/environment.h"

#include <string>
#include <vector>

namespace hcf::cli {

/// Parses and runs; `arguments` without the program's name. No exception leaves it.
[[nodiscard]] int run(const std::vector<std::string>& arguments, Environment& environment);

}  // namespace hcf::cli
