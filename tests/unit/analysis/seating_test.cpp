// SPDX-License-Identifier: Apache-2.0
// The best seating against trying everything, thousands of times; and why seats stay empty against
// every set of posts.
#include "hcf/analysis/seating.h"

#include "hcf/analysis/seat_conflicts.h"

#include "support/random_case.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace {

using hcf::kMayNot;
using hcf::kNoPost;
using hcf::Seating;
using hcf::SeatingProblem;

/// Prices by post, then by person; every post has a column of its own.
SeatingProblem problem_of(const std::vector<std::int64_t>& seats,
                          const std::vector<std::vector<std::int32_t>>& prices) {
    SeatingProblem problem;
    problem.people = prices.front().size();
    problem.columns = seats.size();
    problem.seats = seats;
    for (std::size_t post = 0; post < seats.size(); ++post) problem.column_of.push_back(post);
    for (std::size_t person = 0; person < problem.people; ++person) {
        for (const auto& row : prices) problem.prices.push_back(row[person]);
    }
    return problem;
}

/// What makes a seating better than another; the smaller, the better.
struct Rank {
    std::int64_t empty = 0;
    std::int64_t price = 0;
    std::vector<std::size_t> seats;  ///< seat by seat in post order; kNoPost for an empty one
    friend bool operator<(const Rank& a, const Rank& b) {
        return std::tie(a.empty, a.price, a.seats) < std::tie(b.empty, b.price, b.seats);
    }
};

Rank rank_of(const SeatingProblem& problem, const Seating& seating) {
    Rank rank;
    for (std::size_t post = 0; post < problem.posts(); ++post) {
        std::int64_t left = problem.seats[post];
        for (std::size_t person = 0; person < problem.people; ++person) {
            if (seating[person] != post) continue;
            rank.seats.push_back(person);
            rank.price += problem.price(post, person);
            --left;
        }
        rank.empty += left;
        rank.seats.insert(rank.seats.end(), static_cast<std::size_t>(left), kNoPost);
    }
    return rank;
}

/// Tries everything.
class BruteForce {
public:
    explicit BruteForce(const SeatingProblem& problem)
        : problem_(problem), left_(problem.seats), now_(problem.people, kNoPost), best_(now_) {
        best_rank_ = rank_of(problem, now_);
        try_person(0);
    }

    [[nodiscard]] const Seating& best() const { return best_; }
    [[nodiscard]] std::int64_t empty() const { return best_rank_.empty; }

private:
    void try_person(std::size_t person) {
        if (person == problem_.people) {
            Rank rank = rank_of(problem_, now_);
            if (!(rank < best_rank_)) return;
            best_rank_ = std::move(rank);
            best_ = now_;
            return;
        }
        for (std::size_t post = 0; post < problem_.posts(); ++post) {
            if (left_[post] == 0 || !problem_.may(post, person)) continue;
            --left_[post];
            now_[person] = post;
            try_person(person + 1);
            ++left_[post];
        }
        now_[person] = kNoPost;
        try_person(person + 1);
    }

    const SeatingProblem& problem_;
    std::vector<std::int64_t> left_;
    Seating now_;
    Seating best_;
    Rank best_rank_;
};

SeatingProblem random_problem(hcf::tests::Random& random, std::size_t most_people,
                              std::size_t most_posts) {
    const std::size_t people = 1 + random.below(most_people);
    const std::size_t posts = 1 + random.below(most_posts);
    const std::size_t may = 20 + random.below(80);
    const int dearest = random.between(0, 3);
    std::vector<std::int64_t> seats;
    std::vector<std::vector<std::int32_t>> prices(posts);
    for (auto& row : prices) {
        seats.push_back(random.between(1, 3));
        for (std::size_t person = 0; person < people; ++person)
            row.push_back(random.chance(may) ? random.between(0, dearest) : kMayNot);
    }
    SeatingProblem problem = problem_of(seats, prices);
    // Now and then a post asks just what the first one does.
    if (posts > 1 && random.chance(30)) problem.column_of.back() = 0;
    return problem;
}

/// How many more seats than people a set of posts has; the set as bits.
std::int64_t deficiency(const SeatingProblem& problem, unsigned posts) {
    std::int64_t seats = 0;
    for (std::size_t post = 0; post < problem.posts(); ++post) {
        if (((posts >> post) & 1U) != 0) seats += problem.seats[post];
    }
    for (std::size_t person = 0; person < problem.people; ++person) {
        bool may = false;
        for (std::size_t post = 0; post < problem.posts(); ++post)
            may = may || (((posts >> post) & 1U) != 0 && problem.may(post, person));
        seats -= may ? 1 : 0;
    }
    return seats;
}

unsigned bits_of(const std::vector<std::size_t>& posts) {
    unsigned bits = 0;
    for (const std::size_t post : posts) bits |= 1U << post;
    return bits;
}

void check_conflicts(const SeatingProblem& problem, const Seating& seating, std::int64_t empty) {
    const auto conflicts = hcf::find_conflicts(problem, seating);
    std::int64_t explained = 0;
    unsigned seen = 0;
    for (const auto& conflict : conflicts) {
        const unsigned posts = bits_of(conflict.posts);
        CHECK((posts & seen) == 0);
        seen |= posts;
        CHECK(conflict.empty() > 0);
        CHECK(deficiency(problem, posts) == conflict.empty());
        explained += conflict.empty();
        // Minimal: no part of it accounts for as many empty seats.
        for (unsigned part = (posts - 1) & posts; part != 0; part = (part - 1) & posts)
            CHECK(deficiency(problem, part) < conflict.empty());
        CHECK(std::is_sorted(conflict.posts.begin(), conflict.posts.end()));
        CHECK(std::is_sorted(conflict.people.begin(), conflict.people.end()));
    }
    CHECK(explained == empty);
    const unsigned all = 1U << problem.posts();
    for (unsigned posts = 0; posts < all; ++posts) CHECK(deficiency(problem, posts) <= empty);
}

/// The same problem, where no two posts share a column.
SeatingProblem with_own_columns(const SeatingProblem& problem) {
    SeatingProblem own = problem;
    own.columns = problem.posts();
    own.prices.clear();
    for (std::size_t person = 0; person < problem.people; ++person) {
        for (std::size_t post = 0; post < problem.posts(); ++post)
            own.prices.push_back(problem.price(post, person));
    }
    for (std::size_t post = 0; post < problem.posts(); ++post) own.column_of[post] = post;
    return own;
}

/// One more person who may fill an empty post fills one more seat just where they are spare.
void check_spare(const SeatingProblem& problem, const Seating& seating, std::int64_t empty) {
    const std::vector<bool> is_spare = hcf::find_spare_people(problem, seating);
    for (std::size_t post = 0; post < problem.posts(); ++post) {
        const auto filled = std::count(seating.begin(), seating.end(), post);
        if (filled == problem.seats[post]) continue;
        for (std::size_t person = 0; person < problem.people; ++person) {
            if (problem.may(post, person)) continue;
            SeatingProblem eased = with_own_columns(problem);
            eased.prices[person * eased.columns + post] = 0;
            CHECK(BruteForce(eased).empty() == empty - (is_spare[person] ? 1 : 0));
        }
    }
}

}  // namespace

TEST_CASE("the best seating is the one that trying everything finds") {
    hcf::tests::Random random(1);
    for (int i = 0; i < 8000; ++i) {
        CAPTURE(i);
        const SeatingProblem problem = random_problem(random, 5, 3);
        const BruteForce brute(problem);
        REQUIRE(hcf::find_seating(problem) == brute.best());
    }
    for (int i = 0; i < 400; ++i) {
        CAPTURE(i);
        const SeatingProblem problem = random_problem(random, 7, 4);
        REQUIRE(hcf::find_seating(problem) == BruteForce(problem).best());
    }
}

TEST_CASE("conflicts account for all empty seats, and no smaller set of posts does") {
    hcf::tests::Random random(2);
    for (int i = 0; i < 1500; ++i) {
        CAPTURE(i);
        const SeatingProblem problem = random_problem(random, 6, 5);
        const Seating seating = hcf::find_seating(problem);
        check_conflicts(problem, seating, rank_of(problem, seating).empty);
    }
}

TEST_CASE("who is spare would fill one more seat, and nobody else would") {
    hcf::tests::Random random(3);
    for (int i = 0; i < 250; ++i) {
        CAPTURE(i);
        const SeatingProblem problem = random_problem(random, 4, 3);
        const Seating seating = hcf::find_seating(problem);
        check_spare(problem, seating, rank_of(problem, seating).empty);
    }
}

TEST_CASE("as many seats as can be filled come before what is missing") {
    // The second could take either, and is cheaper in the first.
    const auto problem = problem_of({1, 1}, {{2, 0}, {kMayNot, 9}});
    CHECK(hcf::find_seating(problem) == Seating{0, 1});
}

TEST_CASE("the first in order is read seat by seat, an empty one last") {
    // Both posts cost the same; only two people for four seats: they fill the first post.
    const auto alike = problem_of({2, 2}, {{0, 0}, {0, 0}});
    CHECK(hcf::find_seating(alike) == Seating{0, 0});
    // The first post takes the first of the team, though that leaves the second post the last.
    const auto three = problem_of({1, 1}, {{1, 1, 1}, {1, 1, 1}});
    CHECK(hcf::find_seating(three) == Seating{0, 1, kNoPost});
}

TEST_CASE("nobody and no posts are seated as they are") {
    SeatingProblem problem;
    CHECK(hcf::find_seating(problem).empty());
    problem.people = 2;
    CHECK(hcf::find_seating(problem) == Seating{kNoPost, kNoPost});
    CHECK(hcf::find_conflicts(problem, {kNoPost, kNoPost}).empty());
}

TEST_CASE("a post that nobody may fill is a conflict of its own") {
    const auto problem = problem_of({1, 2}, {{0, 0}, {kMayNot, kMayNot}});
    const auto conflicts = hcf::find_conflicts(problem, hcf::find_seating(problem));
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().posts == std::vector<std::size_t>{1});
    CHECK(conflicts.front().people.empty());
    CHECK(conflicts.front().empty() == 2);
}
