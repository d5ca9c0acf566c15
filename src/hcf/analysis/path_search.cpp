// SPDX-License-Identifier: Apache-2.0
// Searches one after another (ADR 0010), all within one limit of work. First a good path is found
// and shortened. Then a depth-first search asks for one with a step less, again and again, until
// there is none: that proves the number of steps. Then another one goes through the paths of that
// many steps in the order of the places, but for those that can be no better, for the fewest
// competences in all.
#include "hcf/analysis/path_search.h"

#include "hcf/analysis/path_shortening.h"
#include "hcf/analysis/path_space.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace hcf {
namespace {

// --- the states that have been searched ----------------------------------------------------------

struct HeldHash {
    std::size_t operator()(const PathBits& held) const {
        std::uint64_t hash = 0;
        for (const std::uint64_t word : held) {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
            hash ^= hash >> 32U;
        }
        return static_cast<std::size_t>(hash);
    }
};

/// Held sets with the next stop behind them, and the most steps that were left when they were
/// searched.
class Searched {
public:
    /// True where it was not searched yet with so many steps left, or more; then it is noted.
    bool note(const PathBits& held, std::uint32_t stop, std::size_t steps_left) {
        key_ = held;
        key_.push_back(stop);
        const auto [entry, is_new] = most_left_.try_emplace(key_, steps_left);
        if (!is_new && entry->second >= steps_left) return false;
        entry->second = steps_left;
        return true;
    }

    void clear() { most_left_.clear(); }

private:
    PathBits key_;
    std::unordered_map<PathBits, std::size_t, HeldHash> most_left_;
};

/// What noting a state costs, in counts touched.
constexpr std::uint64_t kNoteWork = 64;

// --- depth first ---------------------------------------------------------------------------------

/// What both depth-first searches do at a state.
class DepthFirst {
public:
    DepthFirst(const PathSpace& space, Budget& budget) : space_(space), budget_(budget) {}

protected:
    void begin(std::size_t steps) {
        steps_ = steps;
        states_.resize(std::max(states_.size(), steps + 1));
        states_[0] = space_.start();
        path_.clear();
        searched_.clear();
    }

    /// Goes on to the state behind a move, one deeper. False where that was searched before, or the
    /// work is used up.
    bool enter(std::size_t depth, const PathMove& move) {
        const PathState& before = states_[depth];
        space_.held_after(before, move, held_);
        budget_.spend(kNoteWork);
        if (budget_.is_spent()) return false;
        if (!searched_.note(held_, before.stop + (move.is_stop ? 1U : 0U), steps_ - depth - 1))
            return false;
        budget_.spend(space_.move(before, move, states_[depth + 1]));
        return true;
    }

    // NOLINTBEGIN(readability-identifier-naming): members like others, shared with the searches
    const PathSpace& space_;
    Budget& budget_;
    std::size_t steps_ = 0;
    std::vector<PathState> states_;  ///< by depth
    std::vector<PathMove> path_;     ///< that is being tried
    Searched searched_;
    PathBits held_;
    // NOLINTEND(readability-identifier-naming)
};

/// Is there a path of at most so many steps? Of the groups that can be gone to, only those that no
/// other one outdoes need be tried: with a wider one instead, everything after costs at most as
/// much.
class FewestSteps : private DepthFirst {
public:
    using DepthFirst::DepthFirst;

    /// A path, or nothing: there is none where the budget is not spent.
    [[nodiscard]] std::optional<std::vector<PathMove>> find(std::size_t steps) {
        begin(steps);
        if (!descend(0)) return std::nullopt;
        return path_;
    }

private:
    struct Choice {
        std::uint32_t gain;
        PathMove move;
    };

    bool descend(std::size_t depth) {
        if (space_.is_done(states_[depth])) return true;
        for (const Choice& choice : choices(depth)) {
            if (!enter(depth, choice.move)) {
                if (budget_.is_spent()) return false;
                continue;
            }
            path_.push_back(choice.move);
            if (descend(depth + 1)) return true;
            path_.pop_back();
        }
        return false;
    }

    [[nodiscard]] std::vector<Choice> choices(std::size_t depth) {
        const PathState& state = states_[depth];
        const std::size_t left = steps_ - depth;
        std::vector<Choice> choices;
        budget_.spend(2 * space_.groups().size());
        const PathOutlook outlook = space_.outlook(state, left);
        if (!outlook.is_possible) return choices;
        if (left > space_.stops().size() - state.stop) {
            for (std::uint32_t i = 0; i < space_.groups().size(); ++i) {
                if (!space_.may_go(state, i) || state.gain[i] < outlook.least_gain ||
                    space_.is_outdone(state, i))
                    continue;
                choices.push_back({state.gain[i], {space_.groups()[i].place, i, false}});
            }
            std::stable_sort(choices.begin(), choices.end(),
                             [](const Choice& a, const Choice& b) { return a.gain > b.gain; });
        }
        if (space_.may_stop(state)) choices.insert(choices.begin(), {0, space_.next_stop(state)});
        return choices;
    }
};

/// Of the paths of so many steps, which must be the fewest, the one with the fewest competences,
/// and of those the first. Going on in the order of the places, the first path found of those with
/// the same number is the first of all; and of two ways to the same held set, the first one is the
/// better, so each is searched once.
class FewestCompetences : private DepthFirst {
public:
    using DepthFirst::DepthFirst;

    /// The best path with fewer than `too_many` competences; it is the best where the budget is not
    /// spent.
    [[nodiscard]] std::optional<std::vector<PathMove>> find(std::size_t steps,
                                                            std::uint32_t too_many) {
        begin(steps);
        too_many_ = too_many;
        descend(0);
        return std::move(best_);
    }

private:
    void descend(std::size_t depth) {
        const PathState& state = states_[depth];
        if (space_.is_done(state)) {
            too_many_ = state.size;
            best_ = path_;
            return;
        }
        for (const PathMove& move : moves(depth)) {
            if (space_.least_size(state) >= too_many_ || !enter(depth, move)) {
                if (budget_.is_spent()) return;
                continue;
            }
            if (space_.least_size(states_[depth + 1]) >= too_many_) continue;
            path_.push_back(move);
            descend(depth + 1);
            path_.pop_back();
        }
    }

    [[nodiscard]] std::vector<PathMove> moves(std::size_t depth) {
        const PathState& state = states_[depth];
        const std::size_t left = steps_ - depth;
        std::vector<PathMove> moves;
        budget_.spend(2 * space_.groups().size());
        const PathOutlook outlook = space_.outlook(state, left);
        if (!outlook.is_possible) return moves;
        if (left > space_.stops().size() - state.stop) {
            for (std::uint32_t i = 0; i < space_.groups().size(); ++i) {
                if (space_.may_go(state, i) && state.gain[i] >= outlook.least_gain)
                    moves.push_back({space_.groups()[i].place, i, false});
            }
        }
        if (space_.may_stop(state)) {
            const PathMove& stop = space_.next_stop(state);
            const auto place = std::find_if(moves.begin(), moves.end(), [&](const PathMove& move) {
                return move.place >= stop.place;
            });
            moves.insert(place, stop);
        }
        return moves;
    }

    std::uint32_t too_many_ = 0;
    std::optional<std::vector<PathMove>> best_;
};

std::uint32_t size_of(const PathSpace& space, const std::vector<PathMove>& path) {
    PathBits held(space.words());
    for (const PathMove& move : path) {
        if (move.group != kAsksNothing) insert_bits(held, space.groups()[move.group].bits);
    }
    return size_without(held, PathBits(space.words()));
}

/// True where there is no path with fewer steps.
bool reach_fewest_steps(const PathSpace& space, std::vector<PathMove>& path, Budget& budget) {
    Budget part = budget.take(2);
    bool is_proved = true;
    FewestSteps fewest_steps(space, part);
    while (space.outlook(space.start(), path.size() - 1).is_possible) {
        auto shorter = fewest_steps.find(path.size() - 1);
        is_proved = shorter || !part.is_spent();
        if (!shorter) break;
        path = std::move(*shorter);
    }
    budget.give_back(part);
    return is_proved;
}

/// True where there is no better path of as many steps, which must be the fewest.
bool reach_fewest_competences(const PathSpace& space, std::vector<PathMove>& path, Budget& budget) {
    // The stops alone are the only path of that many steps.
    if (path.size() == space.stops().size()) return true;
    auto best = FewestCompetences(space, budget).find(path.size(), size_of(space, path) + 1);
    if (best) path = std::move(*best);
    return !budget.is_spent();
}

}  // namespace

FoundPath find_path(const PathProblem& problem, std::uint64_t work) {
    FoundPath found;
    found.places = problem.stops;
    if (problem.stops.empty()) return found;
    found.largest_step = smallest_largest_step(problem);
    // Where no step may add anything, the stops alone are the shortest path.
    if (found.largest_step == 0) return found;
    const PathSpace space(problem, found.largest_step);
    Budget budget(work);
    Budget part = budget.take(3);
    std::vector<PathMove> path = find_short_path(space, part);
    budget.give_back(part);
    found.has_fewest_steps = reach_fewest_steps(space, path, budget);
    found.is_proved = found.has_fewest_steps && reach_fewest_competences(space, path, budget);
    found.places.clear();
    for (const PathMove& move : path) found.places.push_back(move.place);
    return found;
}

}  // namespace hcf
