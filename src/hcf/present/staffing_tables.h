// SPDX-License-Identifier: Apache-2.0
// Parts that the page about the team as it is and the one about what is supposed share. Private to
// present/.
#pragma once

#include "hcf/present/present_staffing.h"

#include <string>
#include <vector>

namespace hcf {

/// A team's own or supposed staffing.
struct StaffingSide {
    const Framework& framework;
    const Service& service;
    const ServiceDemand& demand;
    const std::vector<StaffingMember>& members;
    const Staffing& staffing;
};

/// "Alice Example"; with the id where another member is called so, and the id alone without a name.
[[nodiscard]] std::string member_name(const std::vector<StaffingMember>& members,
                                      std::size_t member);

/// Names of members, so many that they can be read; then how many more there are.
[[nodiscard]] std::string member_names(const std::vector<StaffingMember>& members,
                                       const std::vector<std::size_t>& list);

/// "9 of 10 seats filled; those in them lack 2 competences in all".
[[nodiscard]] std::string staffing_result(const ServiceDemand& demand, const Staffing& staffing);

/// Who sits where, with what they lack.
[[nodiscard]] Table seats_table(const StaffingSide& side);

/// "role supposed: Registered Nurse - Adult instead of Physiotherapist"; empty where nothing of the
/// card is only supposed.
[[nodiscard]] std::string card_text(const Framework& framework, const StaffingMember& member);

/// What those with a seat are, meet, or need not meet only because it is supposed: an item for
/// each of these of each of them.
[[nodiscard]] List supposed_list(const StaffingSide& side);

/// Why seats stay empty: a sentence for each conflict.
[[nodiscard]] List conflicts_list(const StaffingSide& side);

/// What was supposed, and what would be different.
[[nodiscard]] Document what_if_document(const Framework& framework, const StaffingReport& report);

}  // namespace hcf
