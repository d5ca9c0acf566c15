// SPDX-License-Identifier: Apache-2.0
// A cover problem made ready for the search: what cannot be in the best choice is gone, what is
// always covered together is one, and what may be left open has an item of its own that says so.
#pragma once

#include "hcf/analysis/course_cover.h"

#include <limits>

namespace hcf {

using CoverList = std::vector<std::uint32_t>;

inline constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();
inline constexpr std::uint32_t kNoOrigin = std::numeric_limits<std::uint32_t>::max();

/// Items keep the order of the problem; all lists are ascending.
struct CoverModel {
    std::vector<CoverList> covers;      ///< elements of each item
    std::vector<CoverList> covered_by;  ///< items of each element
    std::vector<CoverList> after;       ///< items that come right before each
    std::vector<CoverList> closure;     ///< all items that are chosen with each, itself included
    std::vector<CoverList> dependants;  ///< all items that cannot be chosen without each
    std::vector<CoverWeights> weights;
    CoverWeights limits;                ///< kNoLimit: none
    std::vector<std::uint32_t> origin;  ///< the item of the problem; kNoOrigin: something left open
    std::vector<bool> is_listed;

    [[nodiscard]] std::size_t items() const { return covers.size(); }
    [[nodiscard]] std::size_t elements() const { return covered_by.size(); }
};

/// Reduces a problem without losing its best choice.
[[nodiscard]] CoverModel make_cover_model(const CoverProblem& problem);

}  // namespace hcf
