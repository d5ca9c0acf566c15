// SPDX-License-Identifier: Apache-2.0
// hcf team --assurance: the evidence pack, written person by person (ADR 0015).
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/settings.h"
#include "hcf/load/paths.h"
#include "hcf/load/recorded_files.h"
#include "hcf/present/present_assurance.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace hcf::cli {

/// Which of the files that were read are what.
struct PackReading {
    std::size_t before_team = 0;  ///< so many were read before the team: settings and framework
    bool uses_settings = false;   ///< hcf.yaml decided something
    std::string team_path;        ///< as it was named, or what standard input is called
    std::set<std::string>
        used;  ///< files of members that were read or left out, if not passed over
};

/// What was read for a pack: the framework, the settings where they decided anything, the team, its
/// members; each kind in the order of its reading.
[[nodiscard]] std::vector<PackInput> pack_inputs(const RecordedFiles& files,
                                                 const Settings& settings,
                                                 const Framework& framework,
                                                 const PackReading& reading);

/// Writes the pack; gives the exit code.
[[nodiscard]] int write_pack(Environment& environment, const Settings& settings,
                             const InputFiles& inputs, const Framework& framework,
                             const AssurancePack& pack, PackTable table, bool evidence_lists);

}  // namespace hcf::cli
