// SPDX-License-Identifier: Apache-2.0
// Whether people of a level and role could stand otherwise, competence by competence. What their
// figures add up to is not enough: a reader knows what the framework asks of them, and that nobody
// has a competence twice. Each answer is about what they have in truth, so that a yes is a table of
// people and competences that could be; a no may be wrong. Private to analysis/witness_*.cpp.
#pragma once

#include "hcf/analysis/witness_changes.h"

#include <cstddef>

namespace hcf {

/// Could the figures of a post change so, all of it in one row?
[[nodiscard]] bool can_change_row(const Stratum& post, std::size_t row, const GroupDelta& delta);

/// Could they change so, where no competence does?
[[nodiscard]] bool can_change_outside(const Stratum& post, const GroupDelta& delta);

/// Could a post have so much more in one row and less in another?
[[nodiscard]] bool can_exchange(const Stratum& post, std::size_t from, std::size_t to,
                                const CompetenceDelta& delta);

/// Could the people of two posts change places?
[[nodiscard]] bool can_swap(const Stratum& one, const Stratum& other);

/// Could so much move from one post to another, the rows as they are? Figures of the people who
/// are there, or one who goes.
[[nodiscard]] bool can_move(const Stratum& from, const Stratum& to, const GroupDelta& delta);

}  // namespace hcf
