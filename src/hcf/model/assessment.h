// SPDX-License-Identifier: Apache-2.0
// One person's assessment as the analyses see it: references resolved, defaults applied, nothing
// wrong in it.
#pragma once

#include "hcf/base/date.h"
#include "hcf/base/id.h"
#include "hcf/model/framework.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

struct Evidence {
    std::optional<EvidenceType> type;
    std::string title;
    std::optional<Date> date;
    std::string ref;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Plan {
    std::string action;
    std::optional<Date> due;
    std::string supervisor;  ///< the plan's own; empty: the person's supervision counts
    std::optional<Date> review;
};

struct Supervision {
    std::string supervisor;
    std::optional<SupervisionMode> mode;
    std::optional<Date> until;
};

/// A value that was given: a position in a scale, or "not applicable", which every scale has.
struct RatingValue {
    bool not_applicable = false;
    ScaleId scale;
    std::uint32_t value = 0;  ///< 0 when not applicable
};

/// What is said of one competence, the document's defaults already in it.
struct Rating {
    CompetenceId competence;
    std::optional<RatingValue> value;  ///< nothing: not assessed, but planned
    std::optional<Date> assessed;
    std::string assessor;
    std::optional<Basis> basis;
    LevelId shown_at;
    std::optional<Date> valid_until;
    std::vector<Evidence> evidence;
    std::string note;
    std::optional<Plan> plan;
};

struct Overlap {
    LevelId level;
    std::vector<CompetenceId> competences;
};

struct Person {
    std::string id;
    std::string name;
    std::string organisation;
    std::string team;
    std::optional<RoleId> role;
    LevelId level;  ///< the given one, else the role's first
    std::vector<Overlap> overlaps;
};

struct Assessment {
    std::string file;
    std::uint32_t document = 1;
    Person person;
    ScaleId scale;
    std::optional<Supervision> supervision;
    std::vector<Rating> ratings;  ///< in framework order, each competence once

    /// The rating of a competence; nullptr where there is none.
    [[nodiscard]] const Rating* find(CompetenceId competence) const;
};

}  // namespace hcf
