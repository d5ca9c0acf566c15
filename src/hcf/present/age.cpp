// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/age.h"

#include "hcf/base/count.h"

#include <cstddef>

namespace hcf {
namespace {

/// Whole months between two days; a month of 31 days is the longest, so the estimate is never too
/// high.
std::int32_t whole_months(Date from, Date to) {
    std::int32_t months = (to.days - from.days) / 31;
    while (from + Period{0, months + 1, 0} <= to) ++months;
    return months;
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
