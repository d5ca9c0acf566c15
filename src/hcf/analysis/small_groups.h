// SPDX-License-Identifier: Apache-2.0
// Figures for readers outside: what would tell of a few people is withheld, and so much more that
// nothing of it can be worked out from what is left (spec 3, "summary"; ADR 0017).
#pragma once

#include "hcf/analysis/summary.h"

namespace hcf {

/// The figures without those of groups of fewer than `below` people, without counts of people from
/// 1 to `below` - 1 and those that fall short of `needed` by as few, and without what these could
/// be worked out from. Requires: below > 1.
/// Ensures: for each figure that is withheld there are other sums that would be published in the
/// very same way and in which it has another value.
[[nodiscard]] Summary suppress_small(const Framework& framework, const SummarySums& sums,
                                     std::int64_t below);

}  // namespace hcf
