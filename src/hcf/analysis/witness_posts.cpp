// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/witness_posts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace hcf {
namespace {

using enum GroupFigure;

/// How somebody can stand in a competence, as figures of a group and of a competence.
constexpr std::array<std::pair<GroupFigure, CompetenceFigure>, 3> kStates = {
    {{met, CompetenceFigure::met},
     {planned, CompetenceFigure::planned},
     {gap, CompetenceFigure::gap}}};

std::int64_t has(const Stratum& post, std::size_t row, std::size_t state) {
    return post.competences[row][at(kStates[state].second)];
}

std::int64_t needed_of(const Stratum& post, std::size_t row) {
    return post.competences[row][at(CompetenceFigure::needed)];
}

/// How many more may need what the framework does not ask of them: as much as is required of them
/// beyond what it asks.
std::int64_t spare_of(const Stratum& post) {
    std::int64_t spare = post.counts[at(required)] - post.least * post.counts[at(people)];
    for (std::size_t row = 0; row < post.competences.size(); ++row)
        spare -= post.asks[row] ? 0 : needed_of(post, row);
    return spare;
}

std::int64_t beyond(const Stratum& post, std::size_t row, std::int64_t more) {
    return post.asks[row] ? 0 : more;
}

/// What one of a post gives, row by row, to somebody of another: so much of each state.
class Leaving {
public:
    Leaving(const Stratum& from, const Stratum& to, const GroupDelta& delta)
        : from_(from), to_(to), given_(from.competences.size()) {
        for (std::size_t state = 0; state < kStates.size(); ++state)
            open_[state] = delta[at(kStates[state].first)];
    }

    /// Gives what everybody of the post needs first, then what the other post asks for anyhow.
    [[nodiscard]] bool give_all() {
        for (std::size_t row = 0; row < given_.size(); ++row) {
            if (is_of_all(row) && !give(row)) return false;
        }
        for (const bool wants_asked : {true, false}) {
            for (std::size_t row = 0; row < given_.size() && !is_done(); ++row) {
                if (to_.asks[row] == wants_asked && !given_[row]) (void)give(row);
            }
        }
        return is_done();
    }

    /// How much of it the post does not ask for itself.
    [[nodiscard]] std::int64_t beyond_in(const Stratum& post) const {
        std::int64_t count = 0;
        for (std::size_t row = 0; row < given_.size(); ++row)
            count += given_[row] ? beyond(post, row, 1) : 0;
        return count;
    }

private:
    [[nodiscard]] bool is_of_all(std::size_t row) const {
        return needed_of(from_, row) == from_.counts[at(people)];
    }
    [[nodiscard]] bool is_done() const { return open_ == std::array<std::int64_t, 3>{}; }

    /// In a state that is still open, or in that of another row which can stand otherwise.
    bool give(std::size_t row) {
        for (std::size_t state = 0; state < kStates.size(); ++state) {
            if (has(from_, row, state) > 0 && (open_[state] > 0 || free_one(state))) {
                --open_[state];
                given_[row] = state;
                return true;
            }
        }
        return false;
    }

    bool free_one(std::size_t state) {
        for (std::size_t row = 0; row < given_.size(); ++row) {
            if (given_[row] != state) continue;
            for (std::size_t other = 0; other < kStates.size(); ++other) {
                if (open_[other] <= 0 || has(from_, row, other) == 0) continue;
                --open_[other];
                ++open_[state];
                given_[row] = other;
                return true;
            }
        }
        return false;
    }

    const Stratum& from_;
    const Stratum& to_;
    std::array<std::int64_t, 3> open_ = {};
    std::vector<std::optional<std::size_t>> given_;  ///< by row, the state
};

bool can_somebody_move(const Stratum& from, const Stratum& to, const GroupDelta& delta) {
    Leaving leaving(from, to, delta);
    if (!leaving.give_all()) return false;
    return spare_of(from) - delta[at(required)] + from.least + leaving.beyond_in(from) >= 0 &&
           spare_of(to) + delta[at(required)] - to.least - leaving.beyond_in(to) >= 0;
}

/// Figures that move between the people of two posts who stay where they are: each state in a row.
class Shift {
public:
    Shift(const Stratum& from, const Stratum& to, const GroupDelta& delta)
        : from_(from),
          to_(to),
          delta_(delta),
          spare_from_(spare_of(from) - delta[at(required)]),
          spare_to_(spare_of(to) + delta[at(required)]) {}

    [[nodiscard]] bool is_possible() { return is_possible_in_one_row() || place(0); }

private:
    struct Step {
        std::size_t row = 0;
        std::int64_t count = 0;  ///< that the one loses and the other gets
    };

    /// What everybody is asked for changes only so.
    bool is_possible_in_one_row() {
        for (std::size_t row = 0; row < from_.competences.size(); ++row) {
            steps_.clear();
            bool is_there = true;
            for (std::size_t state = 0; state < kStates.size() && is_there; ++state) {
                const std::int64_t count = delta_[at(kStates[state].first)];
                if (count != 0) steps_.push_back({row, count});
                is_there = has(from_, row, state) >= count && has(to_, row, state) >= -count;
            }
            if (is_there && is_sound()) return true;
        }
        steps_.clear();
        return false;
    }

    /// Each state in a row of its own, where there is room for it.
    bool place(std::size_t state) {
        if (state == kStates.size()) return is_sound();
        const std::int64_t count = delta_[at(kStates[state].first)];
        if (count == 0) return place(state + 1);
        const Stratum& source = count > 0 ? from_ : to_;
        const Stratum& target = count > 0 ? to_ : from_;
        std::size_t tried = 0;
        for (std::size_t row = 0; row < from_.competences.size() && tried < kMostTried; ++row) {
            if (has(source, row, state) == 0 || is_used(row) ||
                needed_of(target, row) == target.counts[at(people)])
                continue;
            ++tried;
            steps_.push_back({row, count});
            if (place(state + 1)) return true;
            steps_.pop_back();
        }
        return false;
    }

    [[nodiscard]] bool is_used(std::size_t row) const {
        return std::any_of(steps_.begin(), steps_.end(),
                           [&](const Step& step) { return step.row == row; });
    }

    [[nodiscard]] bool is_sound() const {
        std::int64_t spare_from = spare_from_;
        std::int64_t spare_to = spare_to_;
        for (const Step& step : steps_) {
            spare_from += beyond(from_, step.row, step.count);
            spare_to -= beyond(to_, step.row, step.count);
            std::int64_t moved = 0;
            for (const Step& other : steps_) moved += other.row == step.row ? other.count : 0;
            if (needed_of(from_, step.row) - moved > from_.counts[at(people)] ||
                needed_of(to_, step.row) + moved > to_.counts[at(people)])
                return false;
        }
        return spare_from >= 0 && spare_to >= 0;
    }

    static constexpr std::size_t kMostTried = 6;

    const Stratum& from_;
    const Stratum& to_;
    GroupDelta delta_;
    std::int64_t spare_from_;
    std::int64_t spare_to_;
    std::vector<Step> steps_;
};

/// What is required of the people of `with`, beyond what is asked of those of `post`.
bool can_have_people_of(const Stratum& post, const Stratum& with) {
    std::int64_t spare = with.counts[at(required)] - post.least * with.counts[at(people)];
    for (std::size_t row = 0; row < with.competences.size(); ++row)
        spare -= beyond(post, row, needed_of(with, row));
    return spare >= 0;
}

}  // namespace

bool can_change_row(const Stratum& post, std::size_t row, const GroupDelta& delta) {
    for (std::size_t state = 0; state < kStates.size(); ++state) {
        if (has(post, row, state) + delta[at(kStates[state].first)] < 0) return false;
    }
    const std::int64_t more = delta[at(applicable)];
    return needed_of(post, row) + more <= post.counts[at(people)] + delta[at(people)] &&
           spare_of(post) + delta[at(required)] - post.least * delta[at(people)] -
                   beyond(post, row, more) >=
               0;
}

bool can_change_outside(const Stratum& post, const GroupDelta& delta) {
    return spare_of(post) + delta[at(required)] - post.least * delta[at(people)] >= 0;
}

bool can_exchange(const Stratum& post, std::size_t from, std::size_t to,
                  const CompetenceDelta& delta) {
    for (std::size_t state = 0; state < kStates.size(); ++state) {
        const std::int64_t more = delta[at(kStates[state].second)];
        if (has(post, to, state) + more < 0 || has(post, from, state) - more < 0) return false;
    }
    const std::int64_t more = delta[at(CompetenceFigure::needed)];
    const std::int64_t there = post.counts[at(people)];
    return needed_of(post, to) + more <= there && needed_of(post, from) - more <= there &&
           spare_of(post) - beyond(post, to, more) + beyond(post, from, more) >= 0;
}

bool can_swap(const Stratum& one, const Stratum& other) {
    return can_have_people_of(one, other) && can_have_people_of(other, one);
}

bool can_move(const Stratum& from, const Stratum& to, const GroupDelta& delta) {
    return delta[at(people)] == 0 ? Shift(from, to, delta).is_possible()
                                  : can_somebody_move(from, to, delta);
}

}  // namespace hcf
