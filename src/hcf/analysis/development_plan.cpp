// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/development_plan.h"

#include <algorithm>

namespace hcf {
namespace {

/// Of what is not closed: what no course closes, what only a course taken already would, and what
/// is beyond the limits.
void list_uncovered(const Learner& learner, const CourseOffer& offer,
                    const std::vector<bool>& is_closed, DevelopmentPlan& plan) {
    for (std::size_t i = 0; i < learner.needs.size(); ++i) {
        if (is_closed[i]) continue;
        const CompetenceId competence = learner.needs[i].competence;
        const auto& developing = offer.developing(competence);
        const bool is_coverable =
            std::any_of(developing.begin(), developing.end(), [&](std::uint32_t position) {
                return can_close(offer.at(position), learner, learner.needs[i]);
            });
        if (is_coverable) {
            plan.beyond_limits.push_back(competence);
            continue;
        }
        plan.uncovered.push_back(competence);
        TakenAlready taken{competence, {}};
        for (const std::uint32_t position : developing) {
            const Course& course = offer.at(position);
            if (is_for_level(course, learner.level) && find_completed(learner, position) != nullptr)
                taken.courses.push_back(&course);
        }
        if (!taken.courses.empty()) plan.taken_already.push_back(std::move(taken));
    }
}

}  // namespace

void TrainingTotal::add(const Course& course) {
    ++courses;
    if (course.hours) hours.add(*course.hours);
    if (course.cost) cost.add(*course.cost);
    without_hours += course.hours ? 0 : 1;
    without_cost += course.cost ? 0 : 1;
}

TrainingProof proof_of(const TrainingProblem& problem, const CoverAnswer& answer) {
    TrainingProof proof;
    proof.proved_optimal =
        answer.proved_optimal && !problem.cost.is_rounded && !problem.hours.is_rounded;
    proof.open_at = answer.open_at;
    if (!answer.open_at) return proof;
    const auto measure = static_cast<std::size_t>(*answer.open_at);
    std::int64_t value = 0;
    for (const std::uint32_t item : answer.chosen)
        value += problem.cover.items[item].weights[measure];
    if (*answer.open_at == CoverMeasure::left_open) value = answer.left_open;
    WholeScale scale;
    if (*answer.open_at == CoverMeasure::cost) scale = problem.cost;
    if (*answer.open_at == CoverMeasure::hours) scale = problem.hours;
    proof.lower_bound = scale.amount(answer.lower_bound);
    proof.excess = scale.amount(value - answer.lower_bound);
    return proof;
}

std::vector<const Course*> courses_without_measure(const TrainingProblem& problem,
                                                   const CourseOffer& offer,
                                                   const TrainingAim& aim) {
    const bool by_cost = aim.minimise == CoverMeasure::cost || aim.max_cost;
    const bool by_hours = aim.minimise == CoverMeasure::hours || aim.max_hours;
    std::vector<const Course*> without;
    for (const std::uint32_t position : problem.positions) {
        const Course& course = offer.at(position);
        if ((by_cost && !course.cost) || (by_hours && !course.hours)) without.push_back(&course);
    }
    return without;
}

std::vector<std::uint32_t> chosen_positions(const TrainingProblem& problem,
                                            const CoverAnswer& answer) {
    std::vector<std::uint32_t> positions;
    for (const std::uint32_t item : answer.chosen) positions.push_back(problem.positions[item]);
    return positions;
}

DevelopmentPlan plan_development(const Learner& learner, const CourseOffer& offer,
                                 const TrainingAim& aim, const AllowedCourses& allowed) {
    const TrainingProblem problem = make_training_problem({&learner, 1}, offer, aim, allowed);
    Budget budget(kPlanWork);
    const CoverAnswer answer = solve_cover(problem.cover, budget);
    DevelopmentPlan plan;
    std::vector<bool> is_closed(learner.needs.size());
    for (const std::uint32_t position :
         in_order_of_taking(offer, chosen_positions(problem, answer))) {
        PlannedCourse planned{&offer.at(position), {}};
        for (std::size_t i = 0; i < learner.needs.size(); ++i) {
            if (!can_close(*planned.course, learner, learner.needs[i])) continue;
            planned.closes.push_back(learner.needs[i].competence);
            is_closed[i] = true;
        }
        plan.total.add(*planned.course);
        plan.courses.push_back(std::move(planned));
    }
    list_uncovered(learner, offer, is_closed, plan);
    plan.without_measure = courses_without_measure(problem, offer, aim);
    plan.proof = proof_of(problem, answer);
    return plan;
}

}  // namespace hcf
