// SPDX-License-Identifier: Apache-2.0
// A file to begin with, for each kind of document: right as it is, claiming nothing of anybody.
#pragma once

#include "hcf/base/date.h"
#include "hcf/model/framework.h"

#include <optional>
#include <string>
#include <string_view>

namespace hcf::cli {

/// What is known of the file to be.
struct StarterChoice {
    std::optional<RoleId> role;    ///< assessments
    std::optional<LevelId> level;  ///< assessments; without it the role's first, else the lowest
    std::string schema;            ///< where the editor finds the schema; empty: no such line
};

/// The text of a starter file; nothing where there is no such kind. An assessment lists, as
/// comments, what is asked.
[[nodiscard]] std::optional<std::string> starter(std::string_view kind, const Framework& framework,
                                                 const StarterChoice& choice);

}  // namespace hcf::cli
