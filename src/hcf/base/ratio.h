// SPDX-License-Identifier: Apache-2.0
// Exact shares: readiness and assurance are never floating point (spec 3, "Ratios are kept exact").
#pragma once

#include <cstdint>
#include <string>

namespace hcf {

/// part of whole, exact; Requires: 0 <= part <= whole, whole > 0 (an empty set is Ratio{1, 1}).
struct Ratio {
    std::int64_t part = 1;
    std::int64_t whole = 1;
};

/// True for equal values, whatever the terms: 1/2 and 2/4 are equal.
[[nodiscard]] constexpr bool operator==(Ratio a, Ratio b) {
    return a.part * b.whole == b.part * a.whole;
}

/// True where the first is the smaller value.
[[nodiscard]] constexpr bool operator<(Ratio a, Ratio b) {
    return a.part * b.whole < b.part * a.whole;
}

/// Whole percent, rounded down: 100 only when all are counted.
[[nodiscard]] constexpr std::int64_t whole_percent(Ratio ratio) {
    return ratio.part * 100 / ratio.whole;
}

/// Ten-thousandths, rounded down.
[[nodiscard]] constexpr std::int64_t ten_thousandths(Ratio ratio) {
    return ratio.part * 10000 / ratio.whole;
}

/// Shortest decimal with at most four places, rounded down: "0.65", "1", "0" (spec 5).
[[nodiscard]] std::string to_decimal(Ratio ratio);

}  // namespace hcf
