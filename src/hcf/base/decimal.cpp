// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/decimal.h"

#include <algorithm>

namespace hcf {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (!all_digits(whole) || whole.size() > 12 || part.size() > 6) return std::nullopt;
    if (point != std::string_view::npos && !all_digits(part)) return std::nullopt;
    Decimal result;
    for (const char c : whole) result.digits = result.digits * 10 + (c - '0');
    for (const char c : part) result.digits = result.digits * 10 + (c - '0');
    result.places = static_cast<int>(part.size());
    return result;
}

std::int64_t power_of_ten(int places) {
    std::int64_t result = 1;
    while (places-- > 0) result *= 10;
    return result;
}

}  // namespace hcf
