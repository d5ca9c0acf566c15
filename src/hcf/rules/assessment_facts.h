// SPDX-License-Identifier: Apache-2.0
// An assessment document with its references looked up and its defaults applied: what the rules
// judge, and what the model is built from when they find nothing wrong.
#pragma once

#include "hcf/base/date.h"
#include "hcf/model/assessment.h"
#include "hcf/model/framework.h"
#include "hcf/schema/assessment_doc.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// One rating; what could not be looked up is empty, and has been reported.
struct RatingFacts {
    const RatingDoc* doc = nullptr;
    std::optional<CompetenceId> competence;
    std::optional<RatingValue> value;
    Given<Date> assessed;      ///< the rating's own, else the document's
    Given<FreeText> assessor;  ///< likewise
    Given<Basis> basis;        ///< likewise
    std::optional<LevelId> shown_at;
};

struct OverlapFacts {
    const OverlapDoc* doc = nullptr;
    std::optional<LevelId> level;
    std::vector<Located<CompetenceId>> competences;
};

struct AssessmentFacts {
    const AssessmentDoc* doc = nullptr;
    const Framework* framework = nullptr;
    Date as_of;
    std::optional<RoleId> role;
    std::optional<LevelId> given_level;
    std::optional<LevelId> level;  ///< the given one, else the role's first
    std::optional<ScaleId> scale;
    std::vector<OverlapFacts> overlaps;
    std::vector<RatingFacts> ratings;  ///< in the order of the file
};

/// Looks up everything that the document names; unknown names are reported (rules/names.h).
[[nodiscard]] AssessmentFacts resolve_assessment(const AssessmentDoc& doc,
                                                 const Framework& framework, Date as_of,
                                                 Diagnostics& diags);

/// The framework that an assessment names, "clinical-homecare 4.5"; the version is empty where none
/// is given. Views the text.
struct NamedFramework {
    std::string_view id;
    std::string_view version;
};
[[nodiscard]] NamedFramework named_framework(std::string_view text);

/// A name for comparison: without regard to case, and to how its words are spaced.
[[nodiscard]] std::string name_key(std::string_view name);

/// True where a supervisor's or assessor's name is that of the person: their id exactly, or their
/// name without regard to case and spacing.
[[nodiscard]] bool is_the_person(std::string_view name, const AssessmentDoc& doc);

}  // namespace hcf
