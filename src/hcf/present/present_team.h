// SPDX-License-Identifier: Apache-2.0
// The coverage of a team as JSON, as CSV rows and as a page to read (spec 5, "team").
#pragma once

#include "hcf/analysis/team_coverage.h"
#include "hcf/present/present_cautions.h"
#include "hcf/report/document.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Which table the CSV is.
enum class TeamTable { grid, competences };
template <>
struct Words<TeamTable> {
    static constexpr std::array<std::string_view, 2> kList = {"grid", "competences"};
};

/// A member who is not in the figures.
struct MissingMember {
    std::string file;
    std::string reason;  ///< the rule that they fail
};

[[nodiscard]] std::span<const std::string_view> team_columns(TeamTable table);

/// An element of `members` each.
[[nodiscard]] std::vector<Json> team_members_json(const Framework& framework,
                                                  const TeamCoverage& coverage);

/// The other fields of the report.
[[nodiscard]] Json team_fields(const Framework& framework, const TeamCoverage& coverage,
                               const std::vector<MissingMember>& missing);

/// The rows of one of the tables.
[[nodiscard]] std::vector<Record> team_records(const Framework& framework,
                                               const TeamCoverage& coverage, TeamTable table);

/// Sections of the page that the evidence pack has, too; none where there is nothing to tell.
void add_missing_members(const std::vector<MissingMember>& missing, Document& document);
void add_unassured(const Framework& framework, const TeamCoverage& coverage, Document& document);
void add_expiring(const Framework& framework, const TeamCoverage& coverage, Document& document);

/// The levels that members are at, with those that ask the same core set.
[[nodiscard]] std::set<LevelPair> same_core_levels(const Framework& framework,
                                                   const TeamCoverage& coverage);

/// {person_id, competence, valid_until} of what runs out, and {person_id, competence, reason} of
/// what is not assured.
[[nodiscard]] Json expiring_json(const Framework& framework, const TeamCoverage& coverage);
[[nodiscard]] Json unassured_json(const Framework& framework, const TeamCoverage& coverage);
[[nodiscard]] Json team_json(const Team& team);
[[nodiscard]] Json missing_members_json(const std::vector<MissingMember>& missing);

/// The page: what needs attention first, the grid and the whole coverage last.
[[nodiscard]] Document team_document(const Framework& framework, const TeamCoverage& coverage,
                                     const std::vector<MissingMember>& missing, Date as_of);

}  // namespace hcf
