// SPDX-License-Identifier: Apache-2.0
// Reads the catalogues behind the paths of an option: files, directories, or - (spec 2,
// "catalogue/1").
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/settings.h"
#include "hcf/load/paths.h"
#include "hcf/model/catalogue.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

/// What was read, and how it went.
struct CatalogueResult {
    std::vector<Catalogue> catalogues;  ///< in input order, courses numbered through
    std::vector<InputFile> files;       ///< those that were read: none of them may be the output
    std::size_t left_out = 0;           ///< catalogues with errors, and unreadable files
    int exit_code = 0;                  ///< kNotDone where something was left out, or none is left
};

/// Reads every catalogue; errors go to standard error as they are met, and their catalogues are not
/// used. In a directory other kinds are passed over. A course of the same provider and id as one
/// before it is an error of its catalogue: a report could not tell them apart. Nothing is given,
/// and it is said, where no catalogue is left, or one of the files is the output.
[[nodiscard]] std::optional<CatalogueResult> read_catalogues(Environment& environment,
                                                             const Settings& settings,
                                                             const Framework& framework,
                                                             const std::vector<std::string>& paths);

}  // namespace hcf::cli
