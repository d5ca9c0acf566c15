// SPDX-License-Identifier: Apache-2.0
// Reads the assessments behind the paths of a command line, one at a time, in input order, past bad
// files (spec 4).
#pragma once

#include "hcf/cli/settings.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/paths.h"
#include "hcf/load/series_note.h"
#include "hcf/model/team.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

/// A document, or a whole file, that an analysis could not use.
struct Skipped {
    std::string file;
    std::optional<std::uint32_t> document;  ///< nothing: the file itself
    std::size_t errors = 1;
    std::string_view reason = {};  ///< the rule of the first error
};

/// What a reading of people came to.
struct PeopleResult {
    std::size_t read = 0;         ///< assessments given to the caller
    std::size_t passed_over = 0;  ///< documents of other kinds, in directories
    std::vector<Skipped> skipped;
    /// Nothing may be written: a team led to the very file that is to be, or the key of pseudonyms
    /// could not be used.
    bool output_is_input = false;
    int exit_code = 0;
};

/// Reads one team file, `options.paths`, alone: `begin` gets the team before `use` gets its
/// members, and a file that holds something else is an error. Nothing more is read of a team whose
/// own part is wrong.
[[nodiscard]] PeopleResult read_team(Environment& environment, const Settings& settings,
                                     const PeopleOptions& options, const Framework& framework,
                                     const InputFiles& expanded,
                                     const std::function<void(const Team&)>& begin,
                                     const std::function<bool(const Assessment&)>& use);

/// Reads every assessment and gives it to `use`, which says whether to go on. With a key of
/// pseudonyms in the options, no name gets any further than here. Errors go to standard
/// error as they are met, those of the whole run at the end, then the counts. `expanded` comes from
/// expand_paths.
[[nodiscard]] PeopleResult read_people(Environment& environment, const Settings& settings,
                                       const PeopleOptions& options, const Framework& framework,
                                       const InputFiles& expanded,
                                       const std::function<bool(const Assessment&)>& use);

/// The same, with where each assessment stands in time.
[[nodiscard]] PeopleResult read_noted_people(
    Environment& environment, const Settings& settings, const PeopleOptions& options,
    const Framework& framework, const InputFiles& expanded,
    const std::function<bool(const Assessment&, const SeriesNote&)>& use);

/// People over time: a person may be read several times, with a day for each; of two of one day
/// the first counts. An assessment without a day, or one against another framework, is an error.
[[nodiscard]] PeopleResult read_series(
    Environment& environment, const Settings& settings, const PeopleOptions& options,
    const Framework& framework, const InputFiles& expanded,
    const std::function<bool(const Assessment&, const SeriesNote&)>& use);

/// {file, document, errors} of each.
[[nodiscard]] Json skipped_json(const std::vector<Skipped>& skipped);

}  // namespace hcf::cli
