// SPDX-License-Identifier: Apache-2.0
// From people and courses to a cover problem, and back (spec 3, "plan"). A session is counted once,
// however many people come to it.
#pragma once

#include "hcf/analysis/course_cover.h"
#include "hcf/analysis/learner.h"
#include "hcf/base/amount.h"

#include <optional>
#include <span>
#include <vector>

namespace hcf {

/// What a plan is to make small, and what it may not pass.
struct TrainingAim {
    CoverMeasure minimise = CoverMeasure::courses;  ///< courses, cost or hours
    std::optional<Decimal> max_cost;
    std::optional<Decimal> max_hours;

    [[nodiscard]] bool has_limit() const { return max_cost || max_hours; }
};

/// Decimals of one measure as whole numbers: value = number * factor / 10^places.
struct WholeScale {
    int places = 0;
    std::int64_t factor = 1;
    bool is_rounded = false;  ///< the numbers are too long to be added exactly

    /// The amount of a whole number; nothing where it is not exact.
    [[nodiscard]] std::optional<Amount> amount(std::int64_t number) const;
};

/// One person's need that some course can close.
struct TrainingElement {
    std::size_t learner = 0;
    std::size_t need = 0;
};

struct TrainingProblem {
    CoverProblem cover;
    std::vector<TrainingElement> elements;  ///< of the cover problem
    std::vector<std::uint32_t> positions;   ///< of the courses of its listed items
    WholeScale cost;
    WholeScale hours;
};

/// Courses that may be chosen; nothing: all of the offer.
using AllowedCourses = std::optional<std::vector<bool>>;

/// The problem of these people. A need that no course closes is not in it.
[[nodiscard]] TrainingProblem make_training_problem(std::span<const Learner> learners,
                                                    const CourseOffer& offer,
                                                    const TrainingAim& aim,
                                                    const AllowedCourses& allowed = std::nullopt);

/// Positions in an order in which the courses can be taken: what comes first before what comes
/// after, else by position. Requires: ascending.
[[nodiscard]] std::vector<std::uint32_t> in_order_of_taking(
    const CourseOffer& offer, const std::vector<std::uint32_t>& positions);

/// How much may be done for one plan: some seconds of work at the most, and as a rule a thousandth.
inline constexpr std::uint64_t kPlanWork = 600'000'000;

}  // namespace hcf
