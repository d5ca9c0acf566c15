// SPDX-License-Identifier: Apache-2.0
// From the members that a team names to their files (spec 2, "team/1"): paths relative to the team
// file, globs and directories.
#pragma once

#include "hcf/load/file_reader.h"
#include "hcf/load/paths.h"
#include "hcf/schema/team_doc.h"

#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Where members are looked for.
struct MemberSearch {
    const FileReader* files = nullptr;
    bool allow_outside = false;  ///< also outside the directory of the team file
    bool looks_inside = false;   ///< a named file of another kind is told at its reference, not by
                                 ///< whoever reads it
};

/// The files of each member of `team.members`, in its order, each file once; none for one whose
/// assessment stands in the team. A file that a path names is `is_named`, one in a directory or
/// behind a glob is not. What is wrong with a reference is reported at it; a file that cannot be
/// parsed is left to whoever reads it.
[[nodiscard]] std::vector<std::vector<InputFile>> find_members(const TeamDoc& team,
                                                               const std::string& team_file,
                                                               const MemberSearch& search,
                                                               Diagnostics& diags);

/// A path in a team file as hcf reads it from where it was started.
[[nodiscard]] std::string path_from_team(const std::string& team_file, std::string_view path);

/// Adds the members of a team behind all files of a run; one that is among them keeps its place.
void append_members(const FileReader& files, InputFiles& inputs,
                    const std::vector<InputFile>& members);

}  // namespace hcf
