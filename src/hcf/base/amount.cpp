// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/amount.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

constexpr int kPlaces = 6;
constexpr std::int64_t kMillion = 1'000'000;

}  // namespace

Amount Amount::of(std::int64_t digits, int places) {
    Amount amount;
    const std::int64_t unit = power_of_ten(places);
    amount.whole_ = digits / unit;
    amount.millionths_ = digits % unit * power_of_ten(kPlaces - places);
    amount.places_ = places;
    return amount;
}

void Amount::add(Decimal decimal) { add(of(decimal.digits, decimal.places)); }

void Amount::add(const Amount& other) {
    whole_ += other.whole_;
    millionths_ += other.millionths_;
    whole_ += millionths_ / kMillion;
    millionths_ %= kMillion;
    places_ = std::max(places_, other.places_);
}

Amount Amount::without(const Amount& other) const {
    Amount rest = *this;
    rest.whole_ -= other.whole_;
    rest.millionths_ -= other.millionths_;
    if (rest.millionths_ < 0) {
        --rest.whole_;
        rest.millionths_ += kMillion;
    }
    return rest;
}

std::string Amount::with_places(int places) const {
    if (places == 0) return fmt::format("{}", whole_);
    return fmt::format("{}.{:0{}}", whole_, millionths_ / power_of_ten(kPlaces - places), places);
}

std::string Amount::shortest() const {
    int places = kPlaces;
    while (places > 0 && millionths_ % power_of_ten(kPlaces - places + 1) == 0) --places;
    return with_places(places);
}

std::string Amount::as_given() const { return with_places(places_); }

}  // namespace hcf
