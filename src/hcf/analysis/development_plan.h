// SPDX-License-Identifier: Apache-2.0
// The cheapest set of courses that closes a person's gaps (spec 3, "plan").
#pragma once

#include "hcf/analysis/training_problem.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hcf {

/// Hours and cost of several courses; what a course does not give counts as 0.
struct TrainingTotal {
    std::int64_t courses = 0;
    Amount hours;
    Amount cost;
    std::int64_t without_hours = 0;  ///< courses that give none
    std::int64_t without_cost = 0;

    void add(const Course& course);
};

/// How sure it is that nothing is better.
struct TrainingProof {
    bool proved_optimal = true;
    std::optional<CoverMeasure> open_at;  ///< the first measure that is not proved to be smallest;
                                          ///< nothing where only the order of equals is not
    std::optional<Amount> lower_bound;    ///< of that measure
    std::optional<Amount> excess;         ///< at most so much above the best possible
};

/// A course of a plan. One that closes nothing comes before one that does.
struct PlannedCourse {
    const Course* course = nullptr;
    std::vector<CompetenceId> closes;  ///< all it closes, in framework order
};

/// A need that only courses develop which the person has taken already.
struct TakenAlready {
    CompetenceId competence;
    std::vector<const Course*> courses;
};

struct DevelopmentPlan {
    std::vector<PlannedCourse> courses;  ///< in an order in which they can be taken
    TrainingTotal total;
    std::vector<CompetenceId> uncovered;         ///< no course closes them; in framework order
    std::vector<CompetenceId> beyond_limits;     ///< a course would close them, and the limits are
                                                 ///< passed
    std::vector<TakenAlready> taken_already;     ///< why some of `uncovered` are
    std::vector<const Course*> without_measure;  ///< courses that could be chosen and do not give
                                                 ///< what is measured or limited; by position
    TrainingProof proof;
};

/// The best plan of one person. The work is that of one plan.
[[nodiscard]] DevelopmentPlan plan_development(const Learner& learner, const CourseOffer& offer,
                                               const TrainingAim& aim,
                                               const AllowedCourses& allowed = std::nullopt);

/// What an answer says of its proof, in amounts of its problem.
[[nodiscard]] TrainingProof proof_of(const TrainingProblem& problem, const CoverAnswer& answer);

/// Courses of a problem that do not give what is measured or limited, by position.
[[nodiscard]] std::vector<const Course*> courses_without_measure(const TrainingProblem& problem,
                                                                 const CourseOffer& offer,
                                                                 const TrainingAim& aim);

/// The positions of the courses that an answer chooses, ascending.
[[nodiscard]] std::vector<std::uint32_t> chosen_positions(const TrainingProblem& problem,
                                                          const CoverAnswer& answer);

}  // namespace hcf
