// SPDX-License-Identifier: Apache-2.0
// The small changes of sums that are tried as witnesses: what a few people more or less, or met or
// not, would change. Private to analysis/witness_search.cpp.
#pragma once

#include "hcf/analysis/hidden_figures.h"

#include <vector>

namespace hcf {

/// A change of figures.
using GroupDelta = GroupCounts;
using CompetenceDelta = CompetenceCounts;

/// The figures that change, a bit each.
[[nodiscard]] unsigned mask_of(const GroupDelta& delta);

/// One more or less of the competences and of those ready and assured, among the same people; those
/// that change the fewest figures first.
[[nodiscard]] const std::vector<GroupDelta>& small_deltas();

/// One more or less who has met, planned or lacks a competence, or several of these.
[[nodiscard]] const std::vector<CompetenceDelta>& small_competence_deltas();

/// What the first has more than the second.
[[nodiscard]] GroupDelta difference(const GroupCounts& a, const GroupCounts& b);

/// People who could move from one stratum to another: what is required of them, how much of it is
/// not applicable, and how the rest stands, as the stratum that they leave allows it.
[[nodiscard]] std::vector<GroupDelta> movable_people(const Stratum& from, const Stratum& to);

/// What a change of groups changes of one competence, where it is that one alone.
[[nodiscard]] CompetenceDelta of_competence(const GroupDelta& delta);

/// True where it changes anything that the table of competences shows as well.
[[nodiscard]] bool is_about_competences(const GroupDelta& delta);

/// The same, taken back.
[[nodiscard]] CompetenceDelta negative(CompetenceDelta delta);

}  // namespace hcf
