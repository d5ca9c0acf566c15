// SPDX-License-Identifier: Apache-2.0
// Days to remember, before they have a format (ADR 0019).
#pragma once

#include "hcf/base/date.h"

#include <string>
#include <vector>

namespace hcf {

/// A whole day on which something is due.
struct CalendarEvent {
    std::string uid;  ///< the same in every calendar that tells of the same thing
    Date day;
    std::string summary;      ///< one line
    std::string description;  ///< may have several lines; empty: none
    std::string category;
};

struct Calendar {
    Date made_on;  ///< the day of the report: there is no other clock
    std::vector<CalendarEvent> events;
};

}  // namespace hcf
