// SPDX-License-Identifier: Apache-2.0
// Why seats stay empty: posts that have more seats than there are people who could fill any of them
// (Hall's theorem), and who could change that.
#pragma once

#include "hcf/analysis/seating.h"

#include <vector>

namespace hcf {

/// Posts that together have more seats than people who may fill any of them: so many seats stay
/// empty, whoever takes which. Minimal: without any one of its posts it would no longer account for
/// as many empty seats.
struct SeatConflict {
    std::vector<std::size_t> posts;   ///< in their order
    std::vector<std::size_t> people;  ///< everybody who may fill one of them, in their order
    std::int64_t seats = 0;           ///< of the posts together

    /// How many stay empty.
    [[nodiscard]] std::int64_t empty() const {
        return seats - static_cast<std::int64_t>(people.size());
    }
};

/// The conflicts of a problem whose best seating is given, by their first post. No two share a post
/// or a person, and together they account for every empty seat. They do not depend on which of the
/// best seatings is given.
[[nodiscard]] std::vector<SeatConflict> find_conflicts(const SeatingProblem& problem,
                                                       const Seating& seating);

/// By person: true where somebody who may not take a seat that stays empty would fill it without
/// emptying another one, if they might: those without a seat, and those whose seat can be taken by
/// others in turn.
[[nodiscard]] std::vector<bool> find_spare_people(const SeatingProblem& problem,
                                                  const Seating& seating);

}  // namespace hcf
