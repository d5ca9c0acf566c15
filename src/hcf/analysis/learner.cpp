// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/learner.h"

#include <algorithm>

namespace hcf {
namespace {

bool is_wanted(const GapRow& row, const LearnerOptions& options) {
    if (!row.asked.essential) return false;
    return row.assurance == Assurance::gap ||
           (options.include_planned && row.assurance == Assurance::planned);
}

/// The later day; a day is later than none.
std::optional<Date> later(std::optional<Date> a, std::optional<Date> b) {
    if (!a) return b;
    if (!b) return a;
    return std::max(*a, *b);
}

/// Each course once, with the last day on which it was taken.
void keep_last(std::vector<CompletedCourse>& completed) {
    std::stable_sort(
        completed.begin(), completed.end(),
        [](const CompletedCourse& a, const CompletedCourse& b) { return a.position < b.position; });
    std::vector<CompletedCourse> once;
    for (const CompletedCourse& course : completed) {
        if (once.empty() || once.back().position != course.position)
            once.push_back(course);
        else
            once.back().on = later(once.back().on, course.on);
    }
    completed = std::move(once);
}

std::vector<CompletedCourse> completed_by(const Assessment& assessment, const CourseOffer& offer,
                                          const LearnerOptions& options) {
    std::vector<CompletedCourse> completed;
    for (const Rating& rating : assessment.ratings) {
        for (const Evidence& evidence : rating.evidence) {
            if (evidence.type != EvidenceType::course || evidence.ref.empty()) continue;
            for (const std::uint32_t position : find_courses(offer.courses(), evidence.ref))
                completed.push_back({position, evidence.date});
        }
    }
    for (const std::uint32_t position : options.completed)
        completed.push_back({position, options.as_of});
    keep_last(completed);
    return completed;
}

}  // namespace

CourseOffer::CourseOffer(const Framework& framework, const std::vector<Catalogue>& catalogues)
    : courses_(list_courses(catalogues)), by_competence_(framework.competences.size()) {
    for (const Course* course : courses_) {
        for (const CompetenceId competence : course->develops)
            by_competence_[competence.index].push_back(course->position);
    }
}

Learner make_learner(const GapAnalysis& gap, const CourseOffer& offer,
                     const LearnerOptions& options) {
    Learner learner;
    learner.person = gap.assessment->person;
    learner.level = gap.target.level;
    for (const GapRow& row : gap.rows) {
        if (!is_wanted(row, options)) continue;
        if (row.status == Status::unconfirmed)
            learner.to_reassess.push_back(row.asked.competence);
        else
            learner.needs.push_back(
                {row.asked.competence, row.status,
                 row.status == Status::expired ? row.valid_until : std::nullopt});
    }
    std::sort(
        learner.needs.begin(), learner.needs.end(),
        [](const LearnerNeed& a, const LearnerNeed& b) { return a.competence < b.competence; });
    std::sort(learner.to_reassess.begin(), learner.to_reassess.end());
    learner.completed = completed_by(*gap.assessment, offer, options);
    return learner;
}

const CompletedCourse* find_completed(const Learner& learner, std::uint32_t position) {
    const auto place = std::lower_bound(
        learner.completed.begin(), learner.completed.end(), position,
        [](const CompletedCourse& course, std::uint32_t at) { return course.position < at; });
    const bool is_there = place != learner.completed.end() && place->position == position;
    return is_there ? &*place : nullptr;
}

bool can_close(const Course& course, const Learner& learner, const LearnerNeed& need) {
    if (!is_for_level(course, learner.level) || !develops(course, need.competence)) return false;
    const CompletedCourse* completed = find_completed(learner, course.position);
    if (completed == nullptr) return true;
    return need.ran_out && (!completed->on || *completed->on <= *need.ran_out);
}

}  // namespace hcf
