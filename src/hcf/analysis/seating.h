// SPDX-License-Identifier: Apache-2.0
// Who takes which seat: an exact assignment of people to posts with several seats each (spec 3,
// "staffing"). It knows prices and no competences. Integers only, so that every machine finds the
// same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace hcf {

/// The price of a person for a post that they may not fill.
inline constexpr std::int32_t kMayNot = -1;

/// The post of somebody who takes no seat.
inline constexpr std::size_t kNoPost = std::numeric_limits<std::size_t>::max();

/// Posts with seats, and what each person costs in each. Posts that cost everybody the same share a
/// column.
struct SeatingProblem {
    std::size_t people = 0;
    std::size_t columns = 0;
    std::vector<std::int64_t> seats;     ///< by post
    std::vector<std::size_t> column_of;  ///< by post
    std::vector<std::int32_t> prices;    ///< by person, then by column: 0 or more, or kMayNot

    [[nodiscard]] std::size_t posts() const { return seats.size(); }
    [[nodiscard]] std::int32_t price(std::size_t post, std::size_t person) const {
        return prices[person * columns + column_of[post]];
    }
    [[nodiscard]] bool may(std::size_t post, std::size_t person) const {
        return price(post, person) != kMayNot;
    }
};

/// The post of each person, or kNoPost.
using Seating = std::vector<std::size_t>;

/// The best seating: as many seats as can be filled at all; among those the lowest price in all; of
/// equal ones the first, read seat by seat in post order, an empty seat last, people in their order
/// (those of one post stand in it in that order: its seats are alike). ADR 0016 says how it is
/// found.
[[nodiscard]] Seating find_seating(const SeatingProblem& problem);

}  // namespace hcf
