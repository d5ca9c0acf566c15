// SPDX-License-Identifier: Apache-2.0
// A team as it stands for its members (spec 4: "a team file named on the command line stands for
// its members wherever people are asked for").
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/load/paths.h"
#include "hcf/load/series_note.h"
#include "hcf/model/assessment.h"
#include "hcf/model/team.h"
#include "hcf/rules/team_facts.h"
#include "hcf/yaml/node.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// One entry of `members`.
struct LoadedMember {
    std::string path;                      ///< of a reference: from where hcf was started
    std::vector<InputFile> files;          ///< those that a reference leads to
    std::optional<Assessment> assessment;  ///< one that stands in the team file, without errors
    Position person_at;                    ///< where its person.id stands
    SeriesNote series;                     ///< of that assessment
    std::size_t errors = 0;                ///< found in the team file at this entry
    const RuleInfo* fault = nullptr;       ///< the rule of the first of them
};

/// The team, and its members in the order of the file.
struct LoadedTeam {
    std::optional<Team> team;  ///< nothing where there were errors outside of the members
    std::vector<LoadedMember> members;
    std::size_t errors = 0;  ///< found in the team file outside of its members
};

/// Sorts what was found in a team document by member, and builds the assessments that stand in it.
/// An error outside of the members leaves those out, too: no report is made of a file with errors
/// (spec 4). `files` is what find_members gave.
[[nodiscard]] LoadedTeam load_team(const TeamFacts& facts,
                                   std::vector<std::vector<InputFile>> files,
                                   const yaml::Tree& tree, const SourceSet& sources,
                                   const Diagnostics& diags, const std::string& file,
                                   std::uint32_t document);

}  // namespace hcf
