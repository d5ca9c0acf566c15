// SPDX-License-Identifier: Apache-2.0
// A team as an employer has to show it: each person's standing in the draft's three states, with
// what it rests on (spec 3, "Assurance"; issue 5, "assurance").
#pragma once

#include "hcf/analysis/gap.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// A person against their own role and level. Keeps the assessment that the rows view.
struct AssuredPerson {
    std::unique_ptr<const Assessment> assessment;
    GapAnalysis gap;
    /// In everything that is asked: assured where all of it is, planned where all of it is assured
    /// or planned, else gap. Nothing where some is required and none is applicable.
    std::optional<Assurance> standing;
    bool is_supervised = false;  ///< the person's own supervision is in force on the day
    std::string made_under;      ///< another framework that the document names; empty: none
};

/// How many of a team stand where. Who has no standing is not assured: what cannot be shown is not
/// shown.
struct AssuranceCounts {
    std::int64_t members = 0;
    std::int64_t assured = 0;
    std::int64_t planned = 0;
    std::int64_t gap = 0;
    std::int64_t nothing_applies = 0;  ///< something is asked of them, and none of it is applicable

    [[nodiscard]] std::int64_t not_assured() const { return gap + nothing_applies; }
};

/// The standing of somebody with these counts.
[[nodiscard]] std::optional<Assurance> standing_of(const GapSummary& summary);

/// Judges a person and keeps a copy of the assessment.
[[nodiscard]] AssuredPerson make_assured_person(const Framework& framework,
                                                const Assessment& assessment,
                                                const JudgeOptions& options);

[[nodiscard]] AssuranceCounts count_standings(const std::vector<AssuredPerson>& people);

/// The rating on which a row rests that is met through another competence; nullptr for any other
/// row. What is asked of a person need not hold that competence.
[[nodiscard]] const Rating* rating_behind(const AssuredPerson& person, const GapRow& row);

}  // namespace hcf
