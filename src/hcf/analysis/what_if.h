// SPDX-License-Identifier: Apache-2.0
// What if somebody else were there, somebody had other ratings, or courses had been completed
// (issue 5)? What is supposed never counts as judged (ADR 0016).
#pragma once

#include "hcf/analysis/staffing.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// One change of who sits where.
struct SeatChange {
    std::size_t member = 0;           ///< among those of the supposed staffing
    std::optional<std::size_t> from;  ///< the post; nothing: no seat
    std::optional<std::size_t> to;
};

/// What was supposed, and what would come of it.
struct WhatIf {
    std::vector<StaffingMember> members;  ///< the team's in its order, then those who were added
    std::vector<std::size_t> added;       ///< who is not in the team
    std::vector<std::size_t> changed;     ///< whose card or ratings were replaced
    Staffing staffing;                    ///< views `members`
    std::vector<SeatChange> changes;      ///< in the order of `members`
};

/// Supposes an assessment: of somebody who is not there yet, it adds them; of somebody who is, each
/// of its ratings replaces theirs, and its card theirs. A card without a role keeps the role where
/// that stands at the card's level.
void suppose_assessment(const Framework& framework, Assessment assessment, WhatIf& what_if);

/// Everybody of that id; nothing where there is nobody.
[[nodiscard]] StaffingMember* find_member(WhatIf& what_if, const std::string& person_id);

/// Who would sit elsewhere. Both staffings are of the same service.
[[nodiscard]] std::vector<SeatChange> compare_seats(const Seating& before, const Seating& after);

}  // namespace hcf
