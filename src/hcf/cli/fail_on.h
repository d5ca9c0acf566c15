// SPDX-License-Identifier: Apache-2.0
// --fail-on: a comma-separated list of what is to be told by exit code 1.
#pragma once

#include "hcf/cli/environment.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hcf::cli {

/// For each of the known words, whether the list names it; what is wrong with the list is said, and
/// nothing is given.
[[nodiscard]] std::optional<std::vector<bool>> parse_fail_on(
    const std::string& list, std::span<const std::string_view> known, Environment& environment);

}  // namespace hcf::cli
