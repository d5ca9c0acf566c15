// SPDX-License-Identifier: Apache-2.0
// Exact sums of decimals: hours and costs add up to the last digit, however many there are.
#pragma once

#include "hcf/base/decimal.h"

#include <cstdint>
#include <string>

namespace hcf {

/// A sum that is not negative. It remembers how many places its decimals had, for readers.
class Amount {
public:
    Amount() = default;
    explicit Amount(Decimal decimal) { add(decimal); }

    void add(Decimal decimal);
    void add(const Amount& other);

    /// `digits` / 10^`places`, of any size that 64 bits hold; for numbers that are no input.
    [[nodiscard]] static Amount of(std::int64_t digits, int places);

    /// What is left without the other. Requires: the other is not larger.
    [[nodiscard]] Amount without(const Amount& other) const;

    /// The shortest decimal: "7.5", "120".
    [[nodiscard]] std::string shortest() const;

    /// With as many places as the most precise of its decimals: "120.00".
    [[nodiscard]] std::string as_given() const;

    friend bool operator==(const Amount& a, const Amount& b) {
        return a.whole_ == b.whole_ && a.millionths_ == b.millionths_;
    }
    friend bool operator<(const Amount& a, const Amount& b) {
        return a.whole_ != b.whole_ ? a.whole_ < b.whole_ : a.millionths_ < b.millionths_;
    }

private:
    [[nodiscard]] std::string with_places(int places) const;

    std::int64_t whole_ = 0;
    std::int64_t millionths_ = 0;  ///< below a million
    int places_ = 0;
};

}  // namespace hcf
