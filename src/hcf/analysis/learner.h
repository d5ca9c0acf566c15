// SPDX-License-Identifier: Apache-2.0
// What one person has to learn, and what they have learnt already: the input of a plan (spec 3,
// "plan").
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/model/catalogue.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// The courses of all catalogues, and which of them develop a competence.
class CourseOffer {
public:
    CourseOffer(const Framework& framework, const std::vector<Catalogue>& catalogues);

    [[nodiscard]] const CourseList& courses() const { return courses_; }
    [[nodiscard]] const Course& at(std::uint32_t position) const { return *courses_[position]; }

    /// Positions of those that develop it, whoever they are for; ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& developing(CompetenceId competence) const {
        return by_competence_[competence.index];
    }

private:
    CourseList courses_;
    std::vector<std::vector<std::uint32_t>> by_competence_;
};

/// A course that a person has taken. What it develops is met only where a rating says so.
struct CompletedCourse {
    std::uint32_t position = 0;
    std::optional<Date> on;  ///< nothing: nobody says when
};

/// A competence that is missing.
struct LearnerNeed {
    CompetenceId competence;
    Status status = Status::not_assessed;
    std::optional<Date> ran_out;  ///< of an expired one: its last valid day
};

struct Learner {
    Person person;
    LevelId level;                           ///< the target's, which courses are compared with
    std::vector<LearnerNeed> needs;          ///< in framework order
    std::vector<CompetenceId> to_reassess;   ///< unconfirmed: they need a judge, not a course
    std::vector<CompletedCourse> completed;  ///< by position, each once
};

struct LearnerOptions {
    bool include_planned = false;          ///< what is planned is bought, too
    std::vector<std::uint32_t> completed;  ///< courses that everybody has completed by the day of
                                           ///< the report; ascending
    Date as_of;
};

/// The needs of a person: the essential rows in state gap. Courses count as completed where the
/// person's evidence of type course names them by id or by provider/id.
[[nodiscard]] Learner make_learner(const GapAnalysis& gap, const CourseOffer& offer,
                                   const LearnerOptions& options);

/// The record of a completed course; nullptr where the person has not taken it.
[[nodiscard]] const CompletedCourse* find_completed(const Learner& learner, std::uint32_t position);

/// True where the course, for this person, would close the need: it is for their level, and they
/// have not taken it yet, or before the competence ran out.
[[nodiscard]] bool can_close(const Course& course, const Learner& learner, const LearnerNeed& need);

}  // namespace hcf
