// SPDX-License-Identifier: Apache-2.0
// Good paths of a large problem, without a proof: what the exact search begins with, and what is
// told where it does not come to its end. Private to the search.
#pragma once

#include "hcf/analysis/path_budget.h"
#include "hcf/analysis/path_space.h"

#include <vector>

namespace hcf {

/// A path with few steps: what is needed of all places that can be come to, then shorter ones by
/// leaving out what the rest does without, with other places thrown in. Stops where the budget is
/// spent, or where nothing has come of many attempts.
[[nodiscard]] std::vector<PathMove> find_short_path(const PathSpace& space, Budget& budget);

}  // namespace hcf
