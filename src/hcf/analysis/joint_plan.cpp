// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/joint_plan.h"

#include <algorithm>

namespace hcf {
namespace {

std::vector<CourseReach> find_reach(std::span<const Learner> learners, const CourseOffer& offer,
                                    std::size_t most) {
    std::vector<CourseReach> reach;
    for (const Course* course : offer.courses()) {
        CourseReach own{course, 0, 0};
        for (const Learner& learner : learners) {
            const auto gaps = std::count_if(
                learner.needs.begin(), learner.needs.end(),
                [&](const LearnerNeed& need) { return can_close(*course, learner, need); });
            own.gaps += gaps;
            own.people += gaps != 0 ? 1 : 0;
        }
        if (own.gaps != 0) reach.push_back(own);
    }
    std::stable_sort(reach.begin(), reach.end(), [](const CourseReach& a, const CourseReach& b) {
        return a.gaps != b.gaps ? a.gaps > b.gaps : a.people > b.people;
    });
    if (reach.size() > most) reach.resize(most);
    return reach;
}

/// Sends everybody to those of the sessions that they need.
void fill_sessions(std::span<const Learner> learners, const CourseOffer& offer,
                   const TrainingAim& aim, const std::vector<std::uint32_t>& positions,
                   JointPlan& plan) {
    std::vector<bool> is_held(offer.courses().size());
    std::vector<std::size_t> session_of(offer.courses().size());
    for (const std::uint32_t position : in_order_of_taking(offer, positions)) {
        is_held[position] = true;
        session_of[position] = plan.sessions.size();
        plan.sessions.push_back({&offer.at(position), {}});
        plan.total.add(offer.at(position));
    }
    for (std::size_t person = 0; person < learners.size(); ++person) {
        const Learner& learner = learners[person];
        // The limits are the team's: whoever can close a gap in a session that is held, does.
        DevelopmentPlan own =
            plan_development(learner, offer, {aim.minimise, std::nullopt, std::nullopt}, is_held);
        std::vector<CompetenceId> closed;
        for (const PlannedCourse& planned : own.courses) {
            plan.sessions[session_of[planned.course->position]].attendances.push_back(
                {person, planned.closes});
            plan.places.add(*planned.course);
            closed.insert(closed.end(), planned.closes.begin(), planned.closes.end());
        }
        std::sort(closed.begin(), closed.end());
        closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
        plan.closed += static_cast<std::int64_t>(closed.size());
        own.proof = plan.proof;
        plan.own.push_back(std::move(own));
    }
}

}  // namespace

JointPlan plan_jointly(std::span<const Learner> learners, const CourseOffer& offer,
                       const TrainingAim& aim, std::size_t most) {
    const TrainingProblem problem = make_training_problem(learners, offer, aim);
    Budget budget(kPlanWork);
    const CoverAnswer answer = solve_cover(problem.cover, budget);
    JointPlan plan;
    for (const Learner& learner : learners) {
        plan.gaps += static_cast<std::int64_t>(learner.needs.size());
        plan.people += learner.needs.empty() ? 0 : 1;
    }
    plan.proof = proof_of(problem, answer);
    fill_sessions(learners, offer, aim, chosen_positions(problem, answer), plan);
    plan.reach = find_reach(learners, offer, most);
    plan.without_measure = courses_without_measure(problem, offer, aim);
    return plan;
}

}  // namespace hcf
