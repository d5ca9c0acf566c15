// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/age.h"

#include "hcf/base/count.h"

#include <cstddef>

namespace hcf {
namespace {

/// Months since the year 0.
std::int32_t month_number(Date date) {
    const std::string text = to_string(date);  // YYYY-MM-DD
    const auto digit = [&](std::size_t i) { return text[i] - '0'; };
    const std::int32_t year = ((digit(0) * 10 + digit(1)) * 10 + digit(2)) * 10 + digit(3);
    return year * 12 + digit(5) * 10 + digit(6) - 1;
}

/// Whole months between two days: a month is over on the day of the same number, or on its last.
std::int32_t whole_months(Date from, Date to) {
    const std::int32_t months = month_number(to) - month_number(from);
    return from + Period{0, months, 0} <= to ? months : months - 1;
}

}  // namespace

std::string age_text(Date from, Date to) {
    if (from == to) return "today";
    const std::int32_t months = whole_months(from, to);
    if (months == 0) return count_of(static_cast<std::size_t>(to.days - from.days), "day", "days");
    if (months < 24) return count_of(static_cast<std::size_t>(months), "month", "months");
    return count_of(static_cast<std::size_t>(months / 12), "year", "years");
}

}  // namespace hcf
