// SPDX-License-Identifier: Apache-2.0
// The second half of finding a seating: among all that are as good, the first in order. Those are
// reached from the one found by closed ways along edges without slack; a choice is possible where
// there is such a way through it, so that nothing has to be solved again (ADR 0016).
#include "hcf/analysis/seating.h"

#include "hcf/analysis/cheapest_seating.h"

#include <bit>

namespace hcf {
namespace {

/// Sets of posts, one for each person, as bits.
class PostSets {
public:
    PostSets(std::size_t people, std::size_t posts)
        : words_a_row_((posts + 63) / 64), words_(people * words_a_row_) {}

    void insert(std::size_t person, std::size_t post) {
        words_[person * words_a_row_ + post / 64] |= std::uint64_t{1} << (post % 64);
    }
    [[nodiscard]] bool contains(std::size_t person, std::size_t post) const {
        return ((words_[person * words_a_row_ + post / 64] >> (post % 64)) & 1U) != 0;
    }

    /// Calls visit(post) for those in the person's set that are in `wanted` as well.
    template <class Visit>
    void for_each_common(std::size_t person, const std::vector<std::uint64_t>& wanted,
                         Visit visit) const {
        for (std::size_t i = 0; i < words_a_row_; ++i) {
            std::uint64_t word = words_[person * words_a_row_ + i] & wanted[i];
            for (; word != 0; word &= word - 1)
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
        }
    }

    [[nodiscard]] std::size_t words_a_row() const { return words_a_row_; }

private:
    std::size_t words_a_row_;
    std::vector<std::uint64_t> words_;
};

/// A step of the search: what it came from.
enum class From : std::uint8_t { nothing, start, post, person, no_seat, empty_seat };

class FirstSeating {
public:
    FirstSeating(const SeatingProblem& problem, PricedSeating found);

    Seating find();

private:
    void settle(std::size_t post);
    void search_from(std::size_t post);
    void reach_post(std::size_t post, From from, std::size_t by);
    void leave_post(std::size_t post);
    void leave_person(std::size_t person);
    void reach_no_seat(std::size_t by);
    void reach_empty_seats(std::size_t by);
    void take(std::size_t person, std::size_t post);
    void rebuild_seated();
    [[nodiscard]] bool is_reached(std::size_t person) const {
        return person_from_[person] != From::nothing;
    }
    [[nodiscard]] bool is_open(std::size_t post) const {
        return static_cast<std::int64_t>(seated_[post].size()) < problem_.seats[post];
    }
    [[nodiscard]] bool has_seat_worth(std::size_t post) const {
        return found_.post_worth[post] == found_.seat_worth;
    }

    const SeatingProblem& problem_;
    PricedSeating found_;
    PostSets as_good_;                              // by person: the posts without slack
    std::vector<std::vector<std::size_t>> seated_;  // by post
    std::vector<bool> is_settled_;                  // by person: their seat is final

    // The search: who and what was reached, and from where.
    std::vector<std::uint64_t> unreached_;  // posts, as bits
    std::vector<From> post_from_;
    std::vector<std::size_t> post_by_;
    std::vector<From> person_from_;
    std::vector<std::size_t> person_by_;   // a post where the person leaves it
    std::size_t no_seat_by_ = kNoPost;     // the person who would give theirs up
    std::size_t empty_seat_by_ = kNoPost;  // the post of which an empty seat would be filled
    bool reached_no_seat_ = false;
    bool reached_empty_seats_ = false;
    std::vector<std::size_t> queue_;
};

FirstSeating::FirstSeating(const SeatingProblem& problem, PricedSeating found)
    : problem_(problem),
      found_(std::move(found)),
      as_good_(problem.people, problem.posts()),
      is_settled_(problem.people) {
    for (std::size_t person = 0; person < problem.people; ++person) {
        for (std::size_t post = 0; post < problem.posts(); ++post) {
            if (problem.may(post, person) && found_.slack(problem, post, person) == 0)
                as_good_.insert(person, post);
        }
    }
    rebuild_seated();
}

void FirstSeating::rebuild_seated() {
    seated_.assign(problem_.posts(), {});
    for (std::size_t person = 0; person < problem_.people; ++person) {
        if (found_.post_of[person] != kNoPost) seated_[found_.post_of[person]].push_back(person);
    }
}

void FirstSeating::reach_post(std::size_t post, From from, std::size_t by) {
    unreached_[post / 64] &= ~(std::uint64_t{1} << (post % 64));
    post_from_[post] = from;
    post_by_[post] = by;
    queue_.push_back(post);
}

/// Anybody without a seat may take one instead.
void FirstSeating::reach_no_seat(std::size_t by) {
    reached_no_seat_ = true;
    no_seat_by_ = by;
    for (std::size_t person = 0; person < problem_.people; ++person) {
        if (found_.post_of[person] != kNoPost) continue;
        person_from_[person] = From::no_seat;
        leave_person(person);
    }
}

/// A seat more in one post is a seat less in another.
void FirstSeating::reach_empty_seats(std::size_t by) {
    reached_empty_seats_ = true;
    empty_seat_by_ = by;
    for (std::size_t post = 0; post < problem_.posts(); ++post) {
        const bool is_unreached = post_from_[post] == From::nothing;
        if (is_unreached && !seated_[post].empty() && has_seat_worth(post))
            reach_post(post, From::empty_seat, by);
    }
}

/// To which posts the person may go instead.
void FirstSeating::leave_person(std::size_t person) {
    as_good_.for_each_common(person, unreached_,
                             [&](std::size_t post) { reach_post(post, From::person, person); });
}

/// What makes room in the post: people who leave it, or a seat that is empty.
void FirstSeating::leave_post(std::size_t post) {
    for (const std::size_t person : seated_[post]) {
        if (is_settled_[person] || is_reached(person)) continue;
        person_from_[person] = From::post;
        person_by_[person] = post;
        leave_person(person);
        if (!reached_no_seat_ && found_.person_worth[person] == 0) reach_no_seat(person);
    }
    if (!reached_empty_seats_ && is_open(post) && has_seat_worth(post)) reach_empty_seats(post);
}

/// Finds everybody whose place can be taken up by a closed way that begins with room in the post.
void FirstSeating::search_from(std::size_t post) {
    unreached_.assign(as_good_.words_a_row(), ~std::uint64_t{0});
    post_from_.assign(problem_.posts(), From::nothing);
    post_by_.assign(problem_.posts(), kNoPost);
    person_from_.assign(problem_.people, From::nothing);
    person_by_.assign(problem_.people, kNoPost);
    reached_no_seat_ = false;
    reached_empty_seats_ = false;
    queue_.clear();
    reach_post(post, From::start, kNoPost);
    std::size_t next = 0;
    while (next < queue_.size()) leave_post(queue_[next++]);  // which may grow the queue
}

/// Gives the person a seat in the post of the search, and everybody on the way to them another.
void FirstSeating::take(std::size_t person, std::size_t post) {
    std::size_t to = post;
    for (;;) {
        found_.post_of[person] = to;
        std::size_t left = person_by_[person];
        if (person_from_[person] == From::no_seat) {
            person = no_seat_by_;  // gives theirs up
            found_.post_of[person] = kNoPost;
            left = person_by_[person];
        }
        if (post_from_[left] == From::empty_seat) left = empty_seat_by_;
        if (post_from_[left] == From::start) break;
        to = left;
        person = post_by_[left];
    }
    rebuild_seated();
}

/// Decides who sits in the post, in order: whoever can, does.
void FirstSeating::settle(std::size_t post) {
    bool is_searched = false;
    for (std::size_t person = 0; person < problem_.people; ++person) {
        if (is_settled_[person]) continue;
        if (found_.post_of[person] != post) {
            if (!as_good_.contains(person, post)) continue;
            if (!is_searched) search_from(post);
            is_searched = true;
            if (!is_reached(person)) continue;
            take(person, post);
        }
        is_settled_[person] = true;
        is_searched = false;
    }
}

Seating FirstSeating::find() {
    for (std::size_t post = 0; post < problem_.posts(); ++post) settle(post);
    return std::move(found_.post_of);
}

}  // namespace

Seating find_seating(const SeatingProblem& problem) {
    return FirstSeating(problem, find_cheapest_seating(problem)).find();
}

}  // namespace hcf
