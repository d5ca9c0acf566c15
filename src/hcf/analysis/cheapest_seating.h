// SPDX-License-Identifier: Apache-2.0
// The first half of finding a seating: one that fills the most seats at the lowest price, and the
// proof of it. Private to the search (seating.cpp).
#pragma once

#include "hcf/analysis/seating.h"

namespace hcf {

/// A flow of least cost with its dual prices. For person m and post p, `slack` is never negative
/// where m has no seat in p, and 0 where they have: that proves that nothing is cheaper. All other
/// seatings as good differ from this one along edges without slack.
struct PricedSeating {
    Seating post_of;
    std::vector<std::int64_t> post_worth;    ///< by post
    std::vector<std::int64_t> person_worth;  ///< by person; 0 for those without a seat
    std::int64_t seat_worth = 0;             ///< of a seat that is still empty

    [[nodiscard]] std::int64_t slack(const SeatingProblem& problem, std::size_t post,
                                     std::size_t person) const {
        return problem.price(post, person) + person_worth[person] - post_worth[post];
    }
};

[[nodiscard]] PricedSeating find_cheapest_seating(const SeatingProblem& problem);

}  // namespace hcf
