// SPDX-License-Identifier: Apache-2.0
// Reads a team with what each member's document says of itself beside the ratings.
#pragma once

#include "hcf/cli/people.h"

namespace hcf::cli {

/// As read_team, with the framework that each assessment names, and its place in time.
[[nodiscard]] PeopleResult read_noted_team(
    Environment& environment, const Settings& settings, const PeopleOptions& options,
    const Framework& framework, const InputFiles& expanded,
    const std::function<void(const Team&)>& begin,
    const std::function<bool(const Assessment&, const SeriesNote&)>& use);

}  // namespace hcf::cli
