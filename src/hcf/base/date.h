// SPDX-License-Identifier: Apache-2.0
// Calendar dates and periods (spec 2: dates are YYYY-MM-DD, a period is PnYnMnD), without clock or
// locale.
#pragma once

#include "hcf/base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hcf {

/// A day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31.
struct Date {
    std::int32_t days = 0;  ///< since 1970-01-01
    friend constexpr bool operator==(Date, Date) = default;
    friend constexpr auto operator<=>(Date, Date) = default;
};

/// Reads exactly YYYY-MM-DD; the error says whether the form or the day itself is wrong. Other
/// forms that can be understood are named in its help, day before month as in Britain.
[[nodiscard]] Result<Date> parse_date(std::string_view text);

/// The date of a year, month and day; nothing where there is no such day.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);

/// The date as YYYY-MM-DD.
[[nodiscard]] std::string to_string(Date date);

/// A length of time in years, months and days; none is negative; `parse_period` gives none that is
/// all 0.
struct Period {
    std::int32_t years = 0;
    std::int32_t months = 0;
    std::int32_t days = 0;
    friend constexpr bool operator==(Period, Period) = default;
};

/// Reads PnYnMnD, each part optional but at least one there, each part at most 9999; the error of
/// anything else that can be understood ("2 weeks", "P1D1Y") says how to write it.
[[nodiscard]] Result<Period> parse_period(std::string_view text);

/// As on the command line, where days may be written as `90d`, too.
[[nodiscard]] Result<Period> parse_short_period(std::string_view text);

/// The period as PnYnMnD, without the parts that are 0.
[[nodiscard]] std::string to_string(Period period);

/// Years and months first, the day held to the month's last (29 February + P1Y is 28 February),
/// then days; a result past 9999-12-31 is held to that day.
[[nodiscard]] Date operator+(Date date, Period period);

}  // namespace hcf
