// SPDX-License-Identifier: Apache-2.0
// One plan for several people: each session is held once, and all come to it whom it helps (spec 3,
// "plan"; ADR 0019).
#pragma once

#include "hcf/analysis/development_plan.h"

#include <span>
#include <vector>

namespace hcf {

/// Who comes to a session, and what it closes for them.
struct Attendance {
    std::size_t learner = 0;
    std::vector<CompetenceId> closes;  ///< empty: it comes before a course that closes something
};

struct Session {
    const Course* course = nullptr;
    std::vector<Attendance> attendances;  ///< in the order of the learners
};

/// What a course alone would do for the people.
struct CourseReach {
    const Course* course = nullptr;
    std::int64_t gaps = 0;
    std::int64_t people = 0;
};

struct JointPlan {
    std::vector<Session> sessions;     ///< in an order in which they can be held
    TrainingTotal total;               ///< each session once
    TrainingTotal places;              ///< each place in a session once
    std::vector<DevelopmentPlan> own;  ///< each learner's part, in their order
    std::int64_t people = 0;           ///< who have gaps
    std::int64_t gaps = 0;             ///< of all of them
    std::int64_t closed = 0;
    std::vector<CourseReach> reach;  ///< the courses that close most: by gaps, people, position
    std::vector<const Course*> without_measure;
    TrainingProof proof;
};

/// The fewest, cheapest or shortest sessions that close, for everybody, all that courses can. Of
/// these, everybody goes to those that are best for them alone. `reach` has at most `most` courses.
[[nodiscard]] JointPlan plan_jointly(std::span<const Learner> learners, const CourseOffer& offer,
                                     const TrainingAim& aim, std::size_t most);

}  // namespace hcf
