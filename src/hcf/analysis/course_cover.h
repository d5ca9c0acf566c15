// SPDX-License-Identifier: Apache-2.0
// The best choice of courses that covers what is missing: weighted set cover with courses that
// come first, and with limits (spec 3, "plan"). Exact, in whole numbers, with a proof (ADR 0019).
#pragma once

#include "hcf/analysis/path_budget.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hcf {

/// What a choice is measured by. `left_open` is what is not covered.
enum class CoverMeasure { left_open, courses, cost, hours };
inline constexpr std::size_t kCoverMeasures = 4;
using CoverWeights = std::array<std::int64_t, kCoverMeasures>;  ///< by CoverMeasure

/// Sums of weights stay below this; larger ones have to be rounded by the caller, who says so.
inline constexpr std::int64_t kMostWeight = std::int64_t{1} << 56;

/// Something that can be chosen. Items stand in the order of their places, which is the last to
/// break a tie; one that is not listed has no place, costs nothing and stands behind the others.
struct CoverItem {
    std::vector<std::uint32_t> covers;  ///< elements, ascending
    std::vector<std::uint32_t> after;   ///< items that are chosen with it, without a cycle
    CoverWeights weights = {};          ///< none negative
    bool is_listed = true;
};

struct CoverProblem {
    std::vector<std::int64_t> elements;  ///< how many gaps each stands for; each is coverable
    std::vector<CoverItem> items;
    std::vector<CoverMeasure> order;  ///< what is made small, first things first; with `courses`
    std::array<std::optional<std::int64_t>, kCoverMeasures> limits;  ///< at most so much
    bool may_leave_open = false;  ///< with limits: as little as can be is left open, first of all
};

struct CoverAnswer {
    std::vector<std::uint32_t> chosen;  ///< listed items, ascending
    bool proved_optimal = false;  ///< nothing is better by any measure, nor equal and placed before
    std::optional<CoverMeasure> open_at;  ///< the first measure that is not proved to be smallest;
                                          ///< nothing where it is the places, or all is proved
    std::int64_t lower_bound = 0;         ///< of that measure; no choice is below it
    std::int64_t left_open = 0;           ///< how many gaps are not covered
};

/// Finds the choice that is smallest by the first measure, among those by the second, and so on,
/// and of equal ones the one with the smallest list of items. The work is counted, never timed:
/// where it ends, the best choice found is given, and how far from the best it can be.
[[nodiscard]] CoverAnswer solve_cover(const CoverProblem& problem, Budget& budget);

}  // namespace hcf
