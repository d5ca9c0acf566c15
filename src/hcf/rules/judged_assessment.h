// SPDX-License-Identifier: Apache-2.0
// An assessment judged against the person's own requirements, as far as it could be read: what the
// warnings look at (ADR 0008).
#pragma once

#include "hcf/model/standing.h"
#include "hcf/rules/assessment_facts.h"

#include <optional>
#include <vector>

namespace hcf {

/// One rating of a competence that is known, and what it comes to on the day.
struct JudgedRating {
    const RatingFacts* facts = nullptr;
    Rating rating;  ///< without titles and notes
    Status status = Status::not_assessed;
    Doubt doubt = Doubt::none;  ///< of an unconfirmed one
};

/// The whole of it. Views the facts.
struct JudgedAssessment {
    const AssessmentFacts* facts = nullptr;
    Assessment assessment;  ///< what could be resolved, without texts that no rule needs
    std::optional<RequirementSet> asked;  ///< nothing where role, level or overlaps are in doubt
    std::vector<JudgedRating> ratings;    ///< in the order of the file, each competence once
};

/// Judges on the day of the facts, accepting every basis.
[[nodiscard]] JudgedAssessment judge_assessment(const AssessmentFacts& facts);

/// True where the rating says met or not applicable: there is nothing left to plan.
[[nodiscard]] bool is_settled(Status status);

/// A rating as the model has it, without titles of evidence, references and notes. Requires: its
/// competence is known.
[[nodiscard]] Rating rating_of(const RatingFacts& facts);

/// The person as the model has them, without texts. Requires: their level is known.
[[nodiscard]] Person person_of(const AssessmentFacts& facts);

}  // namespace hcf
