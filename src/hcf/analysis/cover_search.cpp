// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/cover_search.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hcf {
namespace {

/// At the root the prices are worth the walk; below it they only have to follow a small change.
constexpr CoverWalk kRootWalk = {60, 10, 0};
constexpr int kRootWalks = 8;
constexpr CoverWalk kWalk = {24, 6, 2};

constexpr std::uint64_t kFirstRound = 1'000'000;
constexpr std::uint64_t kNoRound = std::numeric_limits<std::uint64_t>::max();

}  // namespace

CoverSearch::CoverSearch(const CoverModel& model, CoverMeasure objective,
                         std::vector<CoverGuard>& guards, Budget& budget)
    : model_(model),
      measure_(objective),
      objective_(static_cast<std::size_t>(objective)),
      guards_(guards),
      budget_(budget),
      bound_(model, objective),
      prices_(1, bound_.first_prices()) {}

std::int64_t CoverSearch::value_of(const CoverList& chosen) const {
    std::int64_t sum = 0;
    for (const std::uint32_t item : chosen) sum += model_.weights[item][objective_];
    return sum;
}

/// What may not be reached by what completes the state.
std::int64_t CoverSearch::needed(const CoverState& state) const {
    return below_ - state.spent(measure_);
}

void CoverSearch::spend(std::uint64_t work) {
    budget_.spend(work);
    round_left_ -= std::min(round_left_, work);
}

void CoverSearch::record(CoverState& state, CoverList chosen) {
    std::sort(chosen.begin(), chosen.end());
    const std::int64_t value = value_of(chosen);
    if (value >= below_) return;
    if (ledger_) {
        state.narrow(ledger_->number, bound_.in_ledger(below_ - 1 - ledger_->spent) -
                                          bound_.in_ledger(value - 1 - ledger_->spent));
    }
    below_ = value;
    found_ = std::move(chosen);
    is_done_ = is_done_ || any_will_do_;
}

/// The item whose cost, with the prices of what is covered already given back, is the least for
/// each element that it adds.
std::optional<std::uint32_t> CoverSearch::most_welcome(const CoverState& state) const {
    std::optional<std::uint32_t> best;
    std::int64_t best_cost = 0;
    std::int64_t best_adds = 1;
    for (const std::uint32_t item : bound_.active()) {
        if (!state.is_free(item) || !state.fits(item)) continue;
        std::int64_t adds = 0;
        std::int64_t cost = bound_.reduced(item);
        for (const std::uint32_t element : model_.covers[item]) {
            if (state.is_covered(element))
                cost += prices_[0].elements[element];
            else
                ++adds;
        }
        if (adds == 0) continue;
        // What is welcome anyway comes first, and the more of it the better.
        const bool is_better =
            !best ||
            (cost < 0 || best_cost < 0 ? cost < best_cost : cost * best_adds < best_cost * adds);
        if (!is_better) continue;
        best = item;
        best_cost = cost;
        best_adds = adds;
    }
    return best;
}

/// What is chosen, without what is covered by the rest; what stood in the state before stays.
CoverList CoverSearch::without_spare(const CoverState& state, std::size_t kept) const {
    CoverList chosen = state.chosen();
    CoverList covered(model_.elements(), 0);
    CoverList needed_by(model_.items(), 0);
    for (const std::uint32_t item : chosen) {
        for (const std::uint32_t element : model_.covers[item]) ++covered[element];
        for (const std::uint32_t first : model_.closure[item]) ++needed_by[first];
    }
    std::sort(chosen.begin() + static_cast<std::ptrdiff_t>(kept), chosen.end(),
              [&](std::uint32_t one, std::uint32_t other) {
                  const std::int64_t a = model_.weights[one][objective_];
                  const std::int64_t b = model_.weights[other][objective_];
                  return a != b ? a > b : one > other;
              });
    for (bool any = true; any;) {
        any = false;
        for (std::size_t i = kept; i < chosen.size(); ++i) {
            const std::uint32_t item = chosen[i];
            const CoverList& covers = model_.covers[item];
            const bool is_spare = needed_by[item] == 1 &&
                                  std::all_of(covers.begin(), covers.end(),
                                              [&](auto element) { return covered[element] > 1; });
            if (!is_spare) continue;
            for (const std::uint32_t element : covers) --covered[element];
            for (const std::uint32_t first : model_.closure[item]) --needed_by[first];
            chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i--));
            any = true;
        }
    }
    return chosen;
}

/// Completes the state greedily, by the prices of the last bound.
std::optional<CoverList> CoverSearch::complete(CoverState& state) {
    const CoverState::Point point = state.point();
    const std::size_t kept = state.chosen().size();
    while (state.open() != 0 && !budget_.is_spent()) {
        spend(bound_.active().size() * 4 + 16);
        const auto item = most_welcome(state);
        if (!item) break;
        if (!state.choose(*item)) state.exclude(*item);
    }
    std::optional<CoverList> chosen;
    if (state.open() == 0) chosen = without_spare(state, kept);
    state.go_back(point);
    return chosen;
}

std::optional<CoverList> CoverSearch::guess(CoverState& state) {
    CoverPrices prices = prices_[0];
    (void)bound_.improve(state, prices, {}, 1, budget_);
    auto chosen = complete(state);
    if (chosen) std::sort(chosen->begin(), chosen->end());
    return chosen;
}

void CoverSearch::exclude_by(CoverState& state, const CoverBound& bound,
                             std::int64_t needed) const {
    for (std::size_t i = 0; i < bound.active().size(); ++i) {
        const std::uint32_t item = bound.active()[i];
        if (!state.is_free(item)) continue;
        if (bound.excludes(i, needed) || !state.is_affordable(item)) state.exclude(item);
    }
}

/// True where a measure that is settled stops the state; else excludes what such a measure stops.
bool CoverSearch::is_stopped(CoverState& state, std::size_t depth) {
    for (CoverGuard& guard : guards_) {
        if (guard.measure == measure_) continue;
        if (guard.prices.size() <= depth) guard.prices.resize(depth + 1);
        if (depth != 0) guard.prices[depth] = guard.prices[depth - 1];
        const std::int64_t needed = guard.below - state.spent(guard.measure);
        const std::int64_t here =
            guard.bound.improve(state, guard.prices[depth], kWalk, needed, budget_);
        round_left_ -= std::min(round_left_, guard.bound.last_work());
        if (here >= needed || is_over()) return true;
        exclude_by(state, guard.bound, needed);
    }
    return false;
}

void CoverSearch::exclude_hopeless(CoverState& state, std::int64_t below) {
    below_ = below;
    (void)bound_.improve(state, prices_[0], kWalk, needed(state), budget_);
    exclude_by(state, bound_, needed(state));
}

void CoverSearch::settle_below(CoverState& state, std::int64_t below) {
    below_ = below;
    const auto spent = state.spent(measure_);
    (void)bound_.improve(state, prices_[0], kRootWalk, needed(state), budget_);
    exclude_by(state, bound_, needed(state));
    if (below - 1 >= spent) (void)state.keep(bound_.make_ledger(state, prices_[0], below - 1));
}

/// The walk at the root, with a guess at every rest on the way. Gives the best bound of all.
std::int64_t CoverSearch::look_around(CoverState& state) {
    std::int64_t best = 0;
    for (int walk = 0; walk < kRootWalks && !is_over(); ++walk) {
        CoverWalk stretch = kRootWalk;
        stretch.first_shift = walk;
        best = std::max(best, bound_.improve(state, prices_[0], stretch, needed(state), budget_));
        if (best >= needed(state)) break;
        if (auto chosen = complete(state)) record(state, std::move(*chosen));
        if (best >= needed(state)) break;
    }
    return best;
}

/// Two ways to search, in turns, each with four times the work of its turn before: one thinks long
/// at every state, the other looks at very many. Which one ends first depends on the problem; what
/// one finds, the other has to beat.
void CoverSearch::search_in_rounds(CoverState& state, std::int64_t bound) {
    CoverList all;
    for (std::uint32_t item = 0; item < model_.items(); ++item) all.push_back(item);
    for (std::uint64_t work = kFirstRound; !is_done_ && !budget_.is_spent(); work *= 4) {
        for (const bool is_thorough : {true, false}) {
            round_left_ = is_thorough ? work : 4 * work;
            const CoverState::Point point = state.point();
            if (is_thorough)
                branch(state, 0, bound);
            else
                dive(state, all);
            state.go_back(point);
            if (is_done_ || budget_.is_spent() || round_left_ != 0) return;
        }
    }
}

CoverFinding CoverSearch::search(CoverState& state, std::int64_t below, bool any_will_do) {
    below_ = below;
    any_will_do_ = any_will_do;
    is_done_ = false;
    found_.reset();
    round_left_ = kNoRound;
    const CoverState::Point point = state.point();
    CoverFinding finding;
    const std::int64_t spent = state.spent(measure_);
    if (state.open() == 0) {
        record(state, state.chosen());
        finding.lower_bound = spent;
    } else if (!state.is_hopeless() && !is_stopped(state, 0)) {
        const std::int64_t bound = look_around(state);
        finding.lower_bound = spent + bound;
        if (!is_over() && bound < needed(state)) {
            ledger_ = {state.keep(bound_.make_ledger(state, prices_[0], below_ - 1)), spent};
            exclude_by(state, bound_, needed(state));
            search_in_rounds(state, bound);
        }
    }
    finding.is_complete = is_done_ || !budget_.is_spent();
    state.go_back(point);
    if (ledger_) state.drop_last_ledger();
    ledger_.reset();
    finding.found = std::move(found_);
    if (finding.is_complete) finding.lower_bound = below_;
    return finding;
}

/// The items that can cover the element that the fewest can; the most welcome first.
CoverList CoverSearch::candidates(const CoverState& state) const {
    const auto can_cover = [&](std::uint32_t item) {
        return state.is_free(item) && state.fits(item);
    };
    std::size_t fewest = model_.items() + 1;
    std::uint32_t rarest = 0;
    for (std::uint32_t element = 0; element < model_.elements(); ++element) {
        if (state.is_covered(element)) continue;
        const CoverList& items = model_.covered_by[element];
        const auto count =
            static_cast<std::size_t>(std::count_if(items.begin(), items.end(), can_cover));
        if (count >= fewest) continue;
        fewest = count;
        rarest = element;
    }
    CoverList result;
    for (const std::uint32_t item : model_.covered_by[rarest]) {
        if (can_cover(item)) result.push_back(item);
    }
    std::sort(result.begin(), result.end(), [&](std::uint32_t one, std::uint32_t other) {
        const std::int64_t a = bound_.reduced(one);
        const std::int64_t b = bound_.reduced(other);
        return a != b ? a < b : one < other;
    });
    return result;
}

/// Every completion covers that element by one of its items: by the first; without it by the
/// second; and so on.
void CoverSearch::branch(CoverState& state, std::size_t depth, std::int64_t bound) {
    for (const std::uint32_t item : candidates(state)) {
        const CoverState::Point point = state.point();
        if (!state.is_free(item)) continue;
        if (state.choose(item)) {
            visit(state, depth + 1);
            state.go_back(point);
        }
        if (is_over() || bound >= needed(state)) return;
        state.exclude(item);
    }
}

void CoverSearch::visit(CoverState& state, std::size_t depth) {
    if (state.open() == 0) return record(state, state.chosen());
    if (state.is_hopeless()) return;
    if (prices_.size() <= depth) prices_.resize(depth + 1);
    prices_[depth] = prices_[depth - 1];
    const std::int64_t here = bound_.improve(state, prices_[depth], kWalk, needed(state), budget_);
    round_left_ -= std::min(round_left_, bound_.last_work());
    if (is_over() || here >= needed(state)) return;
    const CoverState::Point point = state.point();
    exclude_by(state, bound_, needed(state));
    branch(state, depth, here);
    state.go_back(point);
}

/// Those of the items that can still be chosen, and cover something; counts them by element.
CoverList CoverSearch::keep_useful(const CoverState& state, const CoverList& items) {
    CoverList useful;
    std::uint64_t work = items.size() + model_.elements();
    counts_.assign(model_.elements(), 0);
    for (const std::uint32_t item : items) {
        if (!state.is_free(item) || !state.fits(item)) continue;
        const CoverList& covers = model_.covers[item];
        work += 2 * covers.size();
        const bool adds = std::any_of(covers.begin(), covers.end(), [&](std::uint32_t element) {
            return !state.is_covered(element);
        });
        if (!adds || !state.is_affordable(item)) continue;
        useful.push_back(item);
        for (const std::uint32_t element : covers) ++counts_[element];
    }
    spend(work);
    return useful;
}

/// Of the useful items, those that cover the element that the fewest do; the cheapest first.
CoverList CoverSearch::cover_rarest(const CoverState& state, const CoverList& items) const {
    std::uint32_t rarest = 0;
    std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
    for (std::uint32_t element = 0; element < model_.elements(); ++element) {
        if (state.is_covered(element) || counts_[element] >= fewest) continue;
        fewest = counts_[element];
        rarest = element;
    }
    std::vector<std::pair<std::int64_t, std::uint32_t>> priced;
    for (const std::uint32_t item : items) {
        const CoverList& covers = model_.covers[item];
        if (std::binary_search(covers.begin(), covers.end(), rarest))
            priced.emplace_back(state.price(ledger_->number, item), item);
    }
    std::sort(priced.begin(), priced.end());
    CoverList result;
    for (const auto& [price, item] : priced) result.push_back(item);
    return result;
}

/// As `branch`, with the ledgers as the only bounds.
void CoverSearch::dive(CoverState& state, const CoverList& items) {
    if (state.open() == 0) return record(state, state.chosen());
    if (is_over() || state.is_hopeless()) return;
    const CoverList useful = keep_useful(state, items);
    for (const std::uint32_t item : cover_rarest(state, useful)) {
        if (!state.is_free(item)) continue;
        const CoverState::Point point = state.point();
        if (state.choose(item)) {
            dive(state, useful);
            state.go_back(point);
        }
        if (is_over()) return;
        state.exclude(item);
    }
}

}  // namespace hcf
