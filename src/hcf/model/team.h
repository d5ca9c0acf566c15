// SPDX-License-Identifier: Apache-2.0
// A team as the analyses see it: who it is, and how many of its members are to hold what (spec 2,
// "team/1"). Its members are assessments like any others.
#pragma once

#include "hcf/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// How many members are to hold one competence.
struct ExpectedHolders {
    CompetenceId competence;
    std::optional<std::int64_t> count;  ///< nothing: all who need it
};

struct Team {
    std::string id;
    std::string name;
    std::string organisation;
    std::int64_t holders = 1;  ///< how many are to hold each competence that the team needs
    std::vector<ExpectedHolders> expected;  ///< what is expected of single ones, in framework order

    /// What is expected of a competence that so many members need: never more than they are.
    [[nodiscard]] std::int64_t expected_holders(CompetenceId competence, std::int64_t needed) const;

    /// True where `expect` names the competence.
    [[nodiscard]] bool names(CompetenceId competence) const;
};

}  // namespace hcf
