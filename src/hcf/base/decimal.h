// SPDX-License-Identifier: Apache-2.0
// Exact decimals: thresholds, hours and costs are compared as they were written, never as floating
// point.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hcf {

/// A decimal that is not negative: `digits` / 10^`places`.
struct Decimal {
    std::int64_t digits = 0;
    int places = 0;
};

/// Reads `12`, `0.9` or `260.00`: at most twelve digits before the point and six behind it, no
/// sign, no exponent.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

/// 10^places.
[[nodiscard]] std::int64_t power_of_ten(int places);

}  // namespace hcf
