// SPDX-License-Identifier: Apache-2.0
// The primal-dual method for flows of least cost, on the posts alone: a person without a seat costs
// nothing to reach, and one with a seat is reached only by way of it, so that neither needs a node
// of their own. Each round finds what the next seat costs at least, then fills all that it fills.
#include "hcf/analysis/cheapest_seating.h"

#include <algorithm>
#include <numeric>

namespace hcf {
namespace {

constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();

class CheapestSeating {
public:
    explicit CheapestSeating(const SeatingProblem& problem);

    PricedSeating find();

private:
    [[nodiscard]] bool is_open(std::size_t post) const {
        return static_cast<std::int64_t>(seated_[post].size()) < problem_.seats[post];
    }
    [[nodiscard]] std::size_t cheapest_free(std::size_t post);
    void start_distances();
    void relax_from(std::size_t post);
    [[nodiscard]] bool raise_worths();
    [[nodiscard]] bool seat_one_more();
    [[nodiscard]] bool reach(std::size_t post, std::size_t person);
    [[nodiscard]] std::size_t extend(std::size_t post);
    [[nodiscard]] std::size_t begin_search();
    void seat_along(std::size_t post);
    void move(std::size_t person, std::size_t post);

    const SeatingProblem& problem_;
    PricedSeating found_;
    std::vector<std::vector<std::size_t>> seated_;    // by post
    std::vector<std::vector<std::size_t>> by_price_;  // by column: those who may, cheapest first
    std::vector<std::size_t> next_free_;              // by column: where the first free one stands
    std::vector<std::int64_t> distance_;              // by post
    std::vector<bool> is_done_;                       // by post
    std::vector<std::size_t> came_by_;                // by post: the person who would move there
    std::vector<std::size_t> queue_;
};

CheapestSeating::CheapestSeating(const SeatingProblem& problem)
    : problem_(problem),
      seated_(problem.posts()),
      by_price_(problem.columns),
      next_free_(problem.columns),
      distance_(problem.posts()),
      is_done_(problem.posts()),
      came_by_(problem.posts()) {
    found_.post_of.assign(problem.people, kNoPost);
    found_.post_worth.assign(problem.posts(), 0);
    found_.person_worth.assign(problem.people, 0);
    const auto price = [&](std::size_t column, std::size_t person) {
        return problem.prices[person * problem.columns + column];
    };
    for (std::size_t column = 0; column < problem.columns; ++column) {
        auto& order = by_price_[column];
        for (std::size_t person = 0; person < problem.people; ++person) {
            if (price(column, person) != kMayNot) order.push_back(person);
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return price(column, a) < price(column, b);
        });
    }
}

/// Once somebody has a seat they keep one, so that the search never goes back.
std::size_t CheapestSeating::cheapest_free(std::size_t post) {
    const std::size_t column = problem_.column_of[post];
    const auto& order = by_price_[column];
    std::size_t& next = next_free_[column];
    while (next < order.size() && found_.post_of[order[next]] != kNoPost) ++next;
    return next < order.size() ? order[next] : kNobody;
}

/// What it costs to bring somebody without a seat to each post, beyond what it was known to cost.
void CheapestSeating::start_distances() {
    for (std::size_t post = 0; post < problem_.posts(); ++post) {
        const std::size_t person = cheapest_free(post);
        is_done_[post] = false;
        distance_[post] =
            person == kNobody ? kFar : problem_.price(post, person) - found_.post_worth[post];
    }
}

/// Whoever sits in the post may move on, when another one comes.
void CheapestSeating::relax_from(std::size_t post) {
    for (const std::size_t person : seated_[post]) {
        const std::int64_t worth = found_.post_worth[post] - problem_.price(post, person);
        for (std::size_t other = 0; other < problem_.posts(); ++other) {
            if (is_done_[other] || !problem_.may(other, person)) continue;
            const std::int64_t step =
                problem_.price(other, person) + worth - found_.post_worth[other];
            distance_[other] = std::min(distance_[other], distance_[post] + step);
        }
    }
}

/// Dijkstra's search over the posts, up to the nearest one with an empty seat; false where there is
/// none: no more seats can be filled.
bool CheapestSeating::raise_worths() {
    start_distances();
    std::int64_t reach = kFar;
    for (;;) {
        std::size_t nearest = kNoPost;
        for (std::size_t post = 0; post < problem_.posts(); ++post) {
            if (is_done_[post] || distance_[post] == kFar) continue;
            if (nearest == kNoPost || distance_[post] < distance_[nearest]) nearest = post;
        }
        if (nearest == kNoPost) return false;
        if (is_open(nearest)) {
            reach = distance_[nearest];
            break;
        }
        is_done_[nearest] = true;
        relax_from(nearest);
    }
    for (std::size_t post = 0; post < problem_.posts(); ++post)
        found_.post_worth[post] += std::min(distance_[post], reach);
    found_.seat_worth += reach;
    return true;
}

void CheapestSeating::move(std::size_t person, std::size_t post) {
    const std::size_t before = found_.post_of[person];
    if (before != kNoPost) {
        auto& left = seated_[before];
        left.erase(std::find(left.begin(), left.end(), person));
    }
    seated_[post].push_back(person);
    found_.post_of[person] = post;
}

/// Everybody on the way to the post moves up; the first of them had no seat.
void CheapestSeating::seat_along(std::size_t post) {
    while (post != kNoPost) {
        const std::size_t person = came_by_[post];
        const std::size_t before = found_.post_of[person];
        move(person, post);
        post = before;
    }
}

/// Notes that the person would come to the post; true where it has an empty seat.
bool CheapestSeating::reach(std::size_t post, std::size_t person) {
    came_by_[post] = person;
    queue_.push_back(post);
    return is_open(post);
}

/// Goes on from a post to those where the people in it would be as cheap; gives the first with an
/// empty seat.
std::size_t CheapestSeating::extend(std::size_t post) {
    for (const std::size_t person : seated_[post]) {
        const std::int64_t worth = found_.post_worth[post] - problem_.price(post, person);
        for (std::size_t other = 0; other < problem_.posts(); ++other) {
            if (came_by_[other] != kNobody || !problem_.may(other, person)) continue;
            if (problem_.price(other, person) + worth != found_.post_worth[other]) continue;
            if (reach(other, person)) return other;
        }
    }
    return kNoPost;
}

/// The first post, of those that somebody without a seat can take at what is known to be its price,
/// that has an empty seat.
std::size_t CheapestSeating::begin_search() {
    queue_.clear();
    std::fill(came_by_.begin(), came_by_.end(), kNobody);
    for (std::size_t post = 0; post < problem_.posts(); ++post) {
        const std::size_t person = cheapest_free(post);
        if (person == kNobody || problem_.price(post, person) != found_.post_worth[post]) continue;
        if (reach(post, person)) return post;
    }
    return kNoPost;
}

/// Looks for a way that costs no more than what the last round found; false where there is none.
bool CheapestSeating::seat_one_more() {
    std::size_t open = begin_search();
    for (std::size_t next = 0; open == kNoPost && next < queue_.size(); ++next)
        open = extend(queue_[next]);
    if (open == kNoPost) return false;
    seat_along(open);
    return true;
}

PricedSeating CheapestSeating::find() {
    while (raise_worths()) {
        while (seat_one_more()) {
        }
    }
    for (std::size_t person = 0; person < problem_.people; ++person) {
        const std::size_t post = found_.post_of[person];
        if (post != kNoPost)
            found_.person_worth[person] = found_.post_worth[post] - problem_.price(post, person);
    }
    return std::move(found_);
}

}  // namespace

PricedSeating find_cheapest_seating(const SeatingProblem& problem) {
    return CheapestSeating(problem).find();
}

}  // namespace hcf
