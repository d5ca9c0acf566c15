// SPDX-License-Identifier: Apache-2.0
// A path problem made small and quick to search, once it is known how large a step may be: places
// that ask the same are one, places that no such path can come to are gone, and what a step would
// cost is kept count of instead of being counted anew. Private to the search.
#pragma once

#include "hcf/analysis/path_search.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace hcf {

/// Elements, which are competences by dense numbers, as bits.
using PathBits = std::vector<std::uint64_t>;

[[nodiscard]] inline bool has_bit(const PathBits& bits, std::uint32_t element) {
    return ((bits[element / 64] >> (element % 64)) & 1U) != 0;
}

/// Adds all bits of a set of the same length.
inline void insert_bits(PathBits& bits, const PathBits& more) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= more[i];
}

/// How many are in the one and not in the other, of the same length.
[[nodiscard]] std::uint32_t size_without(const PathBits& bits, const PathBits& held);

/// Places that ask the same.
struct PathGroup {
    std::uint32_t place = 0;           ///< the first of them
    std::vector<std::uint32_t> asks;   ///< the elements, ascending
    PathBits bits;                     ///< the same
    std::vector<std::uint32_t> wider;  ///< the groups that ask all this and more
};

/// A way to go on: to a group's first place, or to the next stop.
struct PathMove {
    std::uint32_t place = 0;
    std::uint32_t group = 0;  ///< kAsksNothing: nothing is lacking there
    bool is_stop = false;
};
inline constexpr std::uint32_t kAsksNothing = std::numeric_limits<std::uint32_t>::max();

/// Where a path has got to.
struct PathState {
    PathBits held;                    ///< what has been asked so far
    std::vector<std::uint32_t> cost;  ///< of each group: how much of what it asks is not held
    std::vector<std::uint32_t> gain;  ///< of each group: how much of that the goal asks, too
    std::uint32_t size = 0;           ///< how much is held
    std::uint32_t stop = 0;           ///< the next stop
};

/// What is known of the rest of a path before it is tried.
struct PathOutlook {
    bool is_possible = false;
    std::uint32_t least_gain = 0;  ///< a next step that gains less cannot come to the goal in time
};

class PathSpace {
public:
    /// Requires: `bound` > 0 is the smallest largest step.
    PathSpace(const PathProblem& problem, std::size_t bound);

    [[nodiscard]] PathState start() const;

    /// The state behind a move; `after` is overwritten. Gives the work it took.
    std::uint64_t move(const PathState& before, const PathMove& move, PathState& after) const;

    /// The held set alone, behind a move.
    void held_after(const PathState& before, const PathMove& move, PathBits& held) const;

    /// True where every stop has been come to.
    [[nodiscard]] bool is_done(const PathState& state) const { return state.stop == stops_.size(); }

    /// The move to the next stop, and whether its step is small enough.
    [[nodiscard]] const PathMove& next_stop(const PathState& state) const {
        return stops_[state.stop];
    }
    [[nodiscard]] bool may_stop(const PathState& state) const {
        return cost_of(state, next_stop(state)) <= bound_;
    }

    /// True where a group can be gone to and adds something.
    [[nodiscard]] bool may_go(const PathState& state, std::size_t group) const {
        return state.cost[group] != 0 && state.cost[group] <= bound_;
    }

    /// True where a group that asks all that this one asks, and more, can be gone to as well: for
    /// the number of steps that is never worse.
    [[nodiscard]] bool is_outdone(const PathState& state, std::size_t group) const;

    /// Tells whether so many steps may be enough. Never says no where they are.
    [[nodiscard]] PathOutlook outlook(const PathState& state, std::size_t steps) const;

    /// At least so much is held at the end of every path from here.
    [[nodiscard]] std::uint32_t least_size(const PathState& state) const;

    /// How much of what a stop asks is not held.
    [[nodiscard]] std::uint32_t cost_of(const PathState& state, const PathMove& move) const {
        return move.group == kAsksNothing ? 0 : state.cost[move.group];
    }

    [[nodiscard]] const std::vector<PathGroup>& groups() const { return groups_; }
    [[nodiscard]] const std::vector<PathMove>& stops() const { return stops_; }
    [[nodiscard]] std::uint32_t bound() const { return bound_; }
    [[nodiscard]] std::size_t elements() const { return asked_by_.size(); }
    [[nodiscard]] std::size_t words() const {
        return asked_by_.size() / 64 + 1;
    }  ///< of a PathBits

private:
    void make_groups(const PathProblem& problem, const std::vector<bool>& is_open);
    void number_elements(const PathProblem& problem, const std::vector<bool>& is_open);
    void find_wider();
    void add(PathState& state, std::uint32_t element) const;

    /// What steps to other places than the goal can bring of what it asks.
    struct Gains {
        std::vector<std::uint32_t> count;  ///< how many groups have each gain
        std::vector<std::uint32_t> best;   ///< by the first step that can lead there, the best gain
    };
    [[nodiscard]] Gains gains_within(const PathState& state, std::size_t steps) const;
    [[nodiscard]] bool is_too_far(const PathState& state, std::size_t steps) const;

    std::uint32_t bound_ = 0;
    std::vector<std::uint32_t> number_of_;              ///< of each competence; none: kAsksNothing
    std::vector<PathGroup> groups_;                     ///< by their first place
    std::vector<std::vector<std::uint32_t>> asked_by_;  ///< of each element: the groups
    std::vector<PathMove> stops_;
    std::vector<bool> goal_asks_;  ///< of each element
    /// Of each stop: what it and the later ones ask, as bits.
    std::vector<PathBits> still_asked_;
};

/// What can be come to with steps of at most `bound`, one place after another, from nothing held:
/// for each place, whether it is among them. Coming to more never makes a step dearer, so the order
/// does not matter.
[[nodiscard]] std::vector<bool> open_places(const PathProblem& problem, std::size_t bound);

}  // namespace hcf
