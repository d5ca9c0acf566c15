// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/cover_bound.h"

#include <algorithm>

namespace hcf {
namespace {

// Sizes of the fixed-point numbers, chosen so that no sum below can pass 63 bits with up to 2^12
// elements and 2^14 items: costs sum to 2^42, a price is at most 2^36 times what it is worth.
constexpr std::int64_t kCostSum = std::int64_t{1} << 42;
constexpr std::int64_t kHighestPrice = std::int64_t{1} << 42;
constexpr std::int64_t kLimitSeen = std::int64_t{1} << 20;
constexpr std::int64_t kHighestStride = std::int64_t{1} << 40;
constexpr std::int64_t kHighestLimitPrice = std::int64_t{1} << 54;

std::int64_t clamp(std::int64_t value, std::int64_t lowest, std::int64_t highest) {
    return std::min(std::max(value, lowest), highest);
}

}  // namespace

CoverBound::CoverBound(const CoverModel& model, CoverMeasure objective)
    : model_(model), objective_(static_cast<std::size_t>(objective)) {
    std::int64_t sum = 0;
    for (const CoverWeights& weights : model.weights) sum += weights[objective_];
    while ((sum >> coarse_) > kCostSum) ++coarse_;
    while ((sum >> coarse_) * scale_ <= kCostSum / 2 && scale_ < kCostSum / 4) scale_ *= 2;
    top_ = (sum >> coarse_) + 1;
    for (std::uint32_t item = 0; item < model.items(); ++item) {
        for (const std::uint32_t first : model.after[item]) steps_.push_back({item, first});
    }
    is_active_.resize(model.items());
    reduced_.resize(model.items());
    missing_.resize(model.elements());
}

CoverPrices CoverBound::first_prices() const {
    CoverPrices prices;
    prices.steps.resize(steps_.size());
    prices.elements.resize(model_.elements());
    for (std::size_t element = 0; element < model_.elements(); ++element) {
        std::int64_t price = kHighestPrice;
        for (const std::uint32_t item : model_.covered_by[element]) {
            price =
                std::min(price, cost(item) / static_cast<std::int64_t>(model_.covers[item].size()));
        }
        prices.elements[element] = price;
    }
    return prices;
}

/// What is open, and what of it each item covers, packed for the walk.
void CoverBound::collect(const CoverState& state) {
    open_.clear();
    for (const std::uint32_t item : active_) is_active_[item] = false;
    active_.clear();
    for (std::uint32_t element = 0; element < model_.elements(); ++element) {
        if (state.is_covered(element)) continue;
        open_.push_back(element);
        for (const std::uint32_t item : model_.covered_by[element]) {
            if (!state.is_free(item) || is_active_[item] || !state.fits(item)) continue;
            for (const std::uint32_t first : model_.closure[item]) {
                if (!state.is_free(first) || is_active_[first]) continue;
                is_active_[first] = true;
                active_.push_back(first);
            }
        }
    }
    std::sort(active_.begin(), active_.end());
    rows_.assign(1, 0);
    columns_.clear();
    for (const std::uint32_t item : active_) {
        for (const std::uint32_t element : model_.covers[item]) {
            if (!state.is_covered(element)) columns_.push_back(element);
        }
        rows_.push_back(columns_.size());
    }
    open_steps_.clear();
    for (std::uint32_t step = 0; step < steps_.size(); ++step) {
        if (is_active_[steps_[step].item] && is_active_[steps_[step].first])
            open_steps_.push_back(step);
    }
    collect_limits(state);
}

/// What is left of each limit, in numbers that are small enough.
void CoverBound::collect_limits(const CoverState& state) {
    limits_.clear();
    for (std::size_t limit = 0; limit < kCoverMeasures; ++limit) {
        if (limit == objective_ || state.limits[limit] == kNoLimit) continue;
        limits_.push_back(limit);
        shifts_[limit] = 0;
        while ((state.limits[limit] >> shifts_[limit]) > kLimitSeen) ++shifts_[limit];
        left_[limit] = state.left(limit) >> shifts_[limit];
        std::int64_t sum = 0;
        std::int64_t users = 0;
        for (const std::uint32_t item : active_) {
            sum += use(item, limit);
            users += use(item, limit) != 0 ? 1 : 0;
        }
        typical_[limit] = std::max<std::int64_t>(1, users == 0 ? 1 : sum / users);
    }
}

/// The bound of these prices, scaled; the reduced costs of all active items.
std::int64_t CoverBound::evaluate(const CoverPrices& prices) {
    std::int64_t bound = 0;
    for (const std::uint32_t element : open_) bound += prices.elements[element];
    for (const std::size_t limit : limits_) bound -= prices.limits[limit] * left_[limit];
    for (std::size_t i = 0; i < active_.size(); ++i) {
        std::int64_t reduced = cost(active_[i]);
        for (const std::size_t limit : limits_)
            reduced += prices.limits[limit] * use(active_[i], limit);
        for (std::size_t at = rows_[i]; at < rows_[i + 1]; ++at)
            reduced -= prices.elements[columns_[at]];
        reduced_[active_[i]] = reduced;
    }
    for (const std::uint32_t step : open_steps_) {
        reduced_[steps_[step].item] += prices.steps[step];
        reduced_[steps_[step].first] -= prices.steps[step];
    }
    for (const std::uint32_t item : active_) bound += std::min<std::int64_t>(0, reduced_[item]);
    return bound;
}

/// How far the relaxation's choice is from a cover: the direction of the next step.
void CoverBound::count_use() {
    for (const std::uint32_t element : open_) missing_[element] = 1;
    for (const std::size_t limit : limits_) excess_[limit] = -left_[limit];
    for (std::size_t i = 0; i < active_.size(); ++i) {
        if (reduced_[active_[i]] >= 0) continue;
        for (std::size_t at = rows_[i]; at < rows_[i + 1]; ++at) --missing_[columns_[at]];
        for (const std::size_t limit : limits_) excess_[limit] += use(active_[i], limit);
    }
}

void CoverBound::walk_on(CoverPrices& prices, std::int64_t distance, int shift) {
    count_use();
    std::int64_t norm = 1;
    for (const std::uint32_t element : open_) norm += missing_[element] * missing_[element];
    for (const std::size_t limit : limits_) {
        const std::int64_t excess = excess_[limit] / typical_[limit];
        norm += excess * excess;
    }
    const auto is_taken = [&](std::uint32_t item) { return reduced_[item] < 0 ? 1 : 0; };
    for (const std::uint32_t step : open_steps_)
        norm += is_taken(steps_[step].item) != is_taken(steps_[step].first) ? 1 : 0;
    const std::int64_t stride = clamp((2 * distance / norm) >> shift, 1, kHighestStride);
    for (const std::uint32_t element : open_) {
        std::int64_t& price = prices.elements[element];
        price = clamp(price + stride * clamp(missing_[element], -2000, 1), 0, kHighestPrice);
    }
    for (const std::size_t limit : limits_) {
        std::int64_t& price = prices.limits[limit];
        const std::int64_t pull = clamp(excess_[limit], -kLimitSeen, kLimitSeen) * stride;
        price = clamp(price + pull / typical_[limit] / typical_[limit], 0,
                      kHighestLimitPrice / (left_[limit] + 1));
    }
    for (const std::uint32_t step : open_steps_) {
        std::int64_t& price = prices.steps[step];
        price = clamp(price + stride * (is_taken(steps_[step].item) - is_taken(steps_[step].first)),
                      0, kHighestPrice);
    }
}

/// Rounded up: what is added is a whole number.
std::int64_t CoverBound::bound_of(std::int64_t scaled) const {
    if (scaled <= 0) return 0;
    return ((scaled + scale_ - 1) / scale_) << coarse_;
}

bool CoverBound::excludes(std::size_t active, std::int64_t needed) const {
    const std::int64_t reduced = reduced_[active_[active]];
    return reduced > 0 && bound_of(scaled_bound_ + reduced) >= needed;
}

CoverLedger CoverBound::make_ledger(const CoverState& state, const CoverPrices& prices,
                                    std::int64_t most) const {
    CoverLedger ledger;
    ledger.reduced.resize(model_.items());
    ledger.elements.resize(model_.elements());
    for (const std::uint32_t element : open_) ledger.elements[element] = prices.elements[element];
    for (std::uint32_t item = 0; item < model_.items(); ++item)
        ledger.reduced[item] = is_active_[item] ? reduced_[item] : cost(item);
    const auto spent = state.spent(static_cast<CoverMeasure>(objective_));
    ledger.room = in_ledger(most - spent) - scaled_bound_;
    return ledger;
}

std::int64_t CoverBound::improve(const CoverState& state, CoverPrices& prices,
                                 const CoverWalk& walk, std::int64_t needed, Budget& budget) {
    collect(state);
    last_work_ = 0;
    const std::uint64_t work = columns_.size() + active_.size() * (1 + limits_.size()) +
                               open_.size() + open_steps_.size() + 16;
    const std::int64_t target = in_ledger(needed);
    CoverPrices best = prices;
    scaled_bound_ = evaluate(prices);
    int shift = walk.first_shift;
    int patience = walk.patience;
    for (int step = 0; step < walk.steps && bound_of(scaled_bound_) < needed; ++step) {
        budget.spend(work);
        last_work_ += work;
        if (budget.is_spent()) break;
        const std::int64_t here = step == 0 ? scaled_bound_ : evaluate(prices);
        if (here > scaled_bound_) {
            scaled_bound_ = here;
            best = prices;
            patience = walk.patience;
        } else if (step != 0 && --patience == 0) {
            patience = walk.patience;
            if (++shift > 12) break;
            prices = best;
            (void)evaluate(prices);
        }
        walk_on(prices, std::max(target - here, scale_), shift);
    }
    prices = best;
    scaled_bound_ = evaluate(prices);
    budget.spend(2 * work);
    last_work_ += 2 * work;
    return bound_of(scaled_bound_);
}

}  // namespace hcf
