// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/path_space.h"

#include "hcf/base/assert.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>

namespace hcf {
namespace {

void set_bit(PathBits& bits, std::uint32_t element) {
    bits[element / 64] |= std::uint64_t{1} << (element % 64);
}

std::uint32_t divided_up(std::uint32_t a, std::uint32_t b) { return (a + b - 1) / b; }

/// What each place asks as lists, and by which places a competence is asked.
struct Crossed {
    explicit Crossed(const std::vector<CompetenceSet>& lacking) {
        for (const CompetenceSet& set : lacking) {
            for (const CompetenceId id : set.members()) {
                if (id.index >= asked_by.size()) asked_by.resize(id.index + 1);
                asked_by[id.index].push_back(static_cast<std::uint32_t>(asks.size()));
            }
            asks.push_back(set.members());
            cost.push_back(asks.back().size());
        }
        is_held.resize(asked_by.size());
    }

    /// Everything that a place asks is held from now on.
    void come_to(std::uint32_t place) {
        for (const CompetenceId id : asks[place]) {
            if (is_held[id.index]) continue;
            is_held[id.index] = true;
            for (const std::uint32_t other : asked_by[id.index]) --cost[other];
        }
    }

    std::vector<std::vector<CompetenceId>> asks;
    std::vector<std::vector<std::uint32_t>> asked_by;
    std::vector<std::size_t> cost;
    std::vector<bool> is_held;
};

/// The cheapest place that has not been come to; nothing where all have.
std::optional<std::uint32_t> cheapest(const Crossed& crossed, const std::vector<bool>& is_open) {
    std::optional<std::uint32_t> best;
    for (std::uint32_t i = 0; i < crossed.cost.size(); ++i) {
        if (!is_open[i] && (!best || crossed.cost[i] < crossed.cost[*best])) best = i;
    }
    return best;
}

}  // namespace

std::uint32_t size_without(const PathBits& bits, const PathBits& held) {
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < bits.size(); ++i)
        size += static_cast<std::uint32_t>(std::popcount(bits[i] & ~held[i]));
    return size;
}

// Coming to the cheapest place again and again, until every stop has been come to, finds the
// smallest largest step, as Prim's algorithm finds the bottleneck of a tree:
//  - No path does better. Take the dearest step of this procedure, of cost c, and the set S of
//    places come to before it. Some stop is not in S, so any path to all stops has a first step to
//    a place outside S. What it holds then was asked at places in S, so that step costs at least
//    what it costs here, and that is at least c, the cheapest there was.
//  - Some path does as well: the places in the order of this procedure, and then the stops in the
//    order in which they must be come to. All that they ask is held by then, so these steps cost
//    nothing. That is why stops, in whatever order, never make the largest step larger than what it
//    takes to come to each of them.
std::size_t smallest_largest_step(const PathProblem& problem) {
    Crossed crossed(problem.lacking);
    std::vector<bool> is_open(problem.lacking.size());
    std::size_t largest = 0;
    const auto is_missing = [&](std::uint32_t stop) { return !is_open[stop]; };
    while (std::any_of(problem.stops.begin(), problem.stops.end(), is_missing)) {
        const auto next = cheapest(crossed, is_open);
        HCF_ASSERT(next);
        largest = std::max(largest, crossed.cost[*next]);
        is_open[*next] = true;
        crossed.come_to(*next);
    }
    return largest;
}

std::vector<bool> open_places(const PathProblem& problem, std::size_t bound) {
    Crossed crossed(problem.lacking);
    std::vector<bool> is_open(problem.lacking.size());
    for (;;) {
        const auto next = cheapest(crossed, is_open);
        if (!next || crossed.cost[*next] > bound) return is_open;
        is_open[*next] = true;
        crossed.come_to(*next);
    }
}

PathSpace::PathSpace(const PathProblem& problem, std::size_t bound)
    : bound_(static_cast<std::uint32_t>(bound)) {
    HCF_ASSERT(bound != 0 && !problem.stops.empty());
    const std::vector<bool> is_open = open_places(problem, bound);
    number_elements(problem, is_open);
    make_groups(problem, is_open);
    find_wider();
    still_asked_.resize(stops_.size(), PathBits(words()));
    for (std::size_t i = stops_.size(); i-- != 0;) {
        if (i + 1 != stops_.size()) still_asked_[i] = still_asked_[i + 1];
        if (stops_[i].group == kAsksNothing) continue;
        insert_bits(still_asked_[i], groups_[stops_[i].group].bits);
    }
    goal_asks_.resize(asked_by_.size());
    for (std::uint32_t i = 0; i < goal_asks_.size(); ++i)
        goal_asks_[i] = has_bit(still_asked_.back(), i);
}

void PathSpace::number_elements(const PathProblem& problem, const std::vector<bool>& is_open) {
    std::uint32_t count = 0;
    for (std::size_t place = 0; place < problem.lacking.size(); ++place) {
        if (!is_open[place]) continue;
        for (const CompetenceId id : problem.lacking[place].members()) {
            if (id.index >= number_of_.size()) number_of_.resize(id.index + 1, kAsksNothing);
            if (number_of_[id.index] == kAsksNothing) number_of_[id.index] = count++;
        }
    }
    asked_by_.resize(count);
}

void PathSpace::make_groups(const PathProblem& problem, const std::vector<bool>& is_open) {
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    std::vector<std::uint32_t> group_of(problem.lacking.size(), kAsksNothing);
    for (std::uint32_t place = 0; place < problem.lacking.size(); ++place) {
        if (!is_open[place]) continue;
        std::vector<std::uint32_t> asks;
        for (const CompetenceId id : problem.lacking[place].members())
            asks.push_back(number_of_[id.index]);
        if (asks.empty()) continue;
        std::sort(asks.begin(), asks.end());
        const auto [entry, is_new] =
            known.try_emplace(asks, static_cast<std::uint32_t>(groups_.size()));
        group_of[place] = entry->second;
        if (!is_new) continue;
        for (const std::uint32_t element : asks) asked_by_[element].push_back(entry->second);
        PathBits bits(words());
        for (const std::uint32_t element : asks) set_bit(bits, element);
        groups_.push_back({place, std::move(asks), std::move(bits), {}});
    }
    for (const std::uint32_t stop : problem.stops) stops_.push_back({stop, group_of[stop], true});
}

void PathSpace::find_wider() {
    std::vector<std::uint32_t> shared(groups_.size());
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        std::fill(shared.begin(), shared.end(), 0);
        for (const std::uint32_t element : groups_[i].asks) {
            for (const std::uint32_t other : asked_by_[element]) ++shared[other];
        }
        for (std::uint32_t other = 0; other < groups_.size(); ++other) {
            if (other != i && shared[other] == groups_[i].asks.size())
                groups_[i].wider.push_back(other);
        }
    }
}

PathState PathSpace::start() const {
    PathState state;
    state.held.resize(words());
    for (const PathGroup& group : groups_) {
        state.cost.push_back(static_cast<std::uint32_t>(group.asks.size()));
        std::uint32_t gain = 0;
        for (const std::uint32_t element : group.asks) gain += goal_asks_[element] ? 1U : 0U;
        state.gain.push_back(gain);
    }
    return state;
}

void PathSpace::add(PathState& state, std::uint32_t element) const {
    set_bit(state.held, element);
    ++state.size;
    for (const std::uint32_t group : asked_by_[element]) --state.cost[group];
    if (!goal_asks_[element]) return;
    for (const std::uint32_t group : asked_by_[element]) --state.gain[group];
}

std::uint64_t PathSpace::move(const PathState& before, const PathMove& move,
                              PathState& after) const {
    after = before;
    std::uint64_t work = groups_.size();
    if (move.is_stop) ++after.stop;
    if (move.group == kAsksNothing) return work;
    for (const std::uint32_t element : groups_[move.group].asks) {
        if (has_bit(before.held, element)) continue;
        add(after, element);
        work += asked_by_[element].size();
    }
    return work;
}

void PathSpace::held_after(const PathState& before, const PathMove& move, PathBits& held) const {
    held = before.held;
    if (move.group == kAsksNothing) return;
    insert_bits(held, groups_[move.group].bits);
}

bool PathSpace::is_outdone(const PathState& state, std::size_t group) const {
    const auto& wider = groups_[group].wider;
    return std::any_of(wider.begin(), wider.end(),
                       [&](std::uint32_t other) { return state.cost[other] <= bound_; });
}

/// True where the stops alone need more steps. Each step adds at most the bound. So a stop of which
/// n are lacking takes a step of its own, at least so many as there are stops up to it, and at
/// least n / bound in all; then the later stops take one each.
bool PathSpace::is_too_far(const PathState& state, std::size_t steps) const {
    const std::size_t left = stops_.size() - state.stop;
    for (std::size_t i = 0; i < left; ++i) {
        const std::uint32_t cost = cost_of(state, stops_[state.stop + i]);
        const std::size_t to_it = std::max<std::size_t>(i + 1, divided_up(cost, bound_));
        if (to_it + (left - i - 1) > steps) return true;
    }
    return left > steps;
}

PathSpace::Gains PathSpace::gains_within(const PathState& state, std::size_t steps) const {
    Gains gains{std::vector<std::uint32_t>(bound_ + 1),
                std::vector<std::uint32_t>(std::min(steps, elements()) + 1)};
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const std::uint32_t gain = std::min(state.gain[i], bound_);
        if (gain == 0 || i == stops_.back().group) continue;
        ++gains.count[gain];
        const std::size_t first = divided_up(state.cost[i], bound_);
        if (first < gains.best.size()) gains.best[first] = std::max(gains.best[first], gain);
    }
    return gains;
}

// Why it never says no wrongly. Before the step to the goal, all but `bound_` of what it asks must
// be held. Until that is so, nobody can be at the goal, nor at a place that asks the same, so other
// places must bring it. A step to one brings at most its gain, at most `bound_`, and each brings it
// once only: the largest gains are a bound (`by_size`). And the s-th step from here can only lead
// to a place that costs at most s * bound_ now, because each step before it took off at most
// `bound_`: the sum of the best such gains is another (`by_step`).
PathOutlook PathSpace::outlook(const PathState& state, std::size_t steps) const {
    if (is_too_far(state, steps)) return {};
    const std::uint32_t goal_cost = cost_of(state, stops_.back());
    if (goal_cost <= bound_) return {true, 0};
    const std::uint32_t missing = goal_cost - bound_;
    const std::size_t before_goal = steps - 1;
    if (before_goal == 0) return {};
    const Gains gains = gains_within(state, before_goal);
    const std::uint32_t at_once = gains.best[1];
    std::uint32_t top = at_once;
    std::size_t by_step = 0;  // from the second step on
    for (std::size_t step = 2; step <= before_goal && by_step < missing; ++step) {
        if (step < gains.best.size()) top = std::max(top, gains.best[step]);
        if (top == 0 && step >= gains.best.size()) break;
        by_step += top;
    }
    std::size_t by_size = 0;
    std::size_t taken = 1;
    for (std::uint32_t gain = bound_; gain != 0 && taken < before_goal; --gain) {
        const std::size_t n = std::min<std::size_t>(gains.count[gain], before_goal - taken);
        by_size += n * gain;
        taken += n;
    }
    const std::size_t later = std::min(by_step, by_size);
    if (at_once + later < missing) return {};
    return {true, later < missing ? static_cast<std::uint32_t>(missing - later) : 0};
}

std::uint32_t PathSpace::least_size(const PathState& state) const {
    if (is_done(state)) return state.size;
    return state.size + size_without(still_asked_[state.stop], state.held);
}

}  // namespace hcf
