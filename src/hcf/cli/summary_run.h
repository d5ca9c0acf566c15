// SPDX-License-Identifier: Apache-2.0
// Where the sums of `hcf summary` come from: from people, or from partials of them.
#pragma once

#include "hcf/cli/settings.h"
#include "hcf/cli/summary_partial.h"
#include "hcf/load/paths.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

struct SummaryOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::string by = "organisation,team,role,level";
    std::string table = "groups";
    std::string suppress_below;
    bool partial = false;
    bool no_person_index = false;
    bool merge = false;
};

/// Sums, and what they were read from.
struct SummaryInput {
    Partial partial;
    InputFiles files;
    int exit_code = 0;
};

/// Reads people and counts them, those with errors left out and said. Nothing where nothing may be
/// written.
[[nodiscard]] std::optional<SummaryInput> count_people(Environment& environment,
                                                       const Settings& settings,
                                                       const SummaryOptions& options,
                                                       const Framework& framework);

/// Reads partials and adds them up. Where one is broken, or does not fit to the others, or somebody
/// is in two of them, that is said, and nothing is given: a sum of some of them would look whole.
[[nodiscard]] std::optional<SummaryInput> merge_parts(Environment& environment,
                                                      const Settings& settings,
                                                      const SummaryOptions& options,
                                                      const Framework& framework);

/// {file, document, errors} of each; where figures are withheld, files are not named either.
[[nodiscard]] Json skipped_of_summary(const std::vector<PartialSkipped>& skipped,
                                      bool is_for_outside);

}  // namespace hcf::cli
