// SPDX-License-Identifier: Apache-2.0
// Reads what `--what-if` supposes: people, other ratings of people, courses as completed (ADR
// 0016).
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/settings.h"
#include "hcf/load/paths.h"
#include "hcf/present/present_staffing.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

struct WhatIfChoice {
    std::vector<std::string> files;      ///< assessments, teams, directories of them; catalogues
    std::vector<std::string> completed;  ///< [PERSON=]COURSE: only these of the catalogues' courses
};

/// What was read; the staffing is not made yet.
struct WhatIfInput {
    Supposed supposed;
    std::vector<InputFile> files;  ///< none of them may be the output
};

/// Reads the files and supposes what they say of these members. What is wrong with the choice, or
/// in any of the files, is said, and nothing is given.
[[nodiscard]] std::optional<WhatIfInput> read_what_if(Environment& environment,
                                                      const Settings& settings,
                                                      const PeopleOptions& people,
                                                      const Framework& framework,
                                                      const WhatIfChoice& choice,
                                                      const std::vector<StaffingMember>& members);

}  // namespace hcf::cli
