// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/seat_conflicts.h"

#include "hcf/base/assert.h"

#include <algorithm>

namespace hcf {
namespace {

std::vector<std::int64_t> count_empty(const SeatingProblem& problem, const Seating& seating) {
    std::vector<std::int64_t> empty = problem.seats;
    for (const std::size_t post : seating) {
        if (post != kNoPost) --empty[post];
    }
    return empty;
}

/// From the posts with empty seats to all who may fill them, from these to the posts that they are
/// in, and on: none of them is free, or the seating would not be the best.
std::vector<bool> contested_posts(const SeatingProblem& problem, const Seating& seating) {
    const std::vector<std::int64_t> empty = count_empty(problem, seating);
    std::vector<bool> is_contested(problem.posts());
    std::vector<std::size_t> queue;
    for (std::size_t post = 0; post < problem.posts(); ++post) {
        if (empty[post] == 0) continue;
        is_contested[post] = true;
        queue.push_back(post);
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (std::size_t person = 0; person < problem.people; ++person) {
            if (!problem.may(queue[next], person)) continue;
            const std::size_t theirs = seating[person];
            HCF_ASSERT(theirs != kNoPost);
            if (is_contested[theirs]) continue;
            is_contested[theirs] = true;
            queue.push_back(theirs);
        }
    }
    return is_contested;
}

/// Groups of posts that people have in common.
class PostGroups {
public:
    explicit PostGroups(std::size_t posts) : first_(posts) {
        for (std::size_t post = 0; post < posts; ++post) first_[post] = post;
    }

    /// The first post of the group.
    [[nodiscard]] std::size_t of(std::size_t post) {
        while (first_[post] != post) post = first_[post] = first_[first_[post]];
        return post;
    }

    void join(std::size_t a, std::size_t b) {
        const std::size_t first = std::min(of(a), of(b));
        const std::size_t second = std::max(of(a), of(b));
        first_[second] = first;
    }

private:
    std::vector<std::size_t> first_;
};

}  // namespace

std::vector<SeatConflict> find_conflicts(const SeatingProblem& problem, const Seating& seating) {
    const std::vector<bool> is_contested = contested_posts(problem, seating);
    PostGroups groups(problem.posts());
    // By person: the first contested post that they may fill.
    std::vector<std::size_t> first_post(problem.people, kNoPost);
    for (std::size_t person = 0; person < problem.people; ++person) {
        for (std::size_t post = 0; post < problem.posts(); ++post) {
            if (!is_contested[post] || !problem.may(post, person)) continue;
            if (first_post[person] == kNoPost)
                first_post[person] = post;
            else
                groups.join(first_post[person], post);
        }
    }
    std::vector<SeatConflict> conflicts;
    std::vector<std::size_t> conflict_of(problem.posts());
    for (std::size_t post = 0; post < problem.posts(); ++post) {
        if (!is_contested[post]) continue;
        const std::size_t first = groups.of(post);
        if (first == post) {
            conflict_of[post] = conflicts.size();
            conflicts.emplace_back();
        }
        SeatConflict& conflict = conflicts[conflict_of[first]];
        conflict.posts.push_back(post);
        conflict.seats += problem.seats[post];
    }
    for (std::size_t person = 0; person < problem.people; ++person) {
        if (first_post[person] != kNoPost)
            conflicts[conflict_of[groups.of(first_post[person])]].people.push_back(person);
    }
    return conflicts;
}

std::vector<bool> find_spare_people(const SeatingProblem& problem, const Seating& seating) {
    std::vector<std::vector<std::size_t>> seated(problem.posts());
    std::vector<bool> is_spare(problem.people);
    std::vector<std::size_t> queue;
    for (std::size_t person = 0; person < problem.people; ++person) {
        if (seating[person] != kNoPost) {
            seated[seating[person]].push_back(person);
        } else {
            is_spare[person] = true;
            queue.push_back(person);
        }
    }
    std::vector<bool> is_refilled(problem.posts());
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (std::size_t post = 0; post < problem.posts(); ++post) {
            if (is_refilled[post] || !problem.may(post, queue[next])) continue;
            is_refilled[post] = true;
            for (const std::size_t person : seated[post]) {
                is_spare[person] = true;
                queue.push_back(person);
            }
        }
    }
    return is_spare;
}

}  // namespace hcf
