// SPDX-License-Identifier: Apache-2.0
// A file to begin with, for each kind of document: right as it is, claiming nothing of anybody.
#pragma once

#include "hcf/base/date.h"
#include "hcf/model/assessment.h"
#include "hcf/model/framework.h"

#include <optional>
#include <string>
#include <string_view>

namespace hcf::cli {

/// What stands in a starter file where an id of a person belongs.
inline constexpr std::string_view kNobody = "REPLACE-ME";

/// What is known of the file to be.
struct StarterChoice {
    std::optional<RoleId> role;    ///< of a person, or of a service's post
    std::optional<LevelId> level;  ///< likewise; without it the role's first, else the lowest
    std::string schema = {};       ///< where the editor finds the schema; empty: no such line
    std::string person = {};       ///< their id; empty: to be filled in
    std::string name = {};
    std::string organisation = {};  ///< of a person or a team
    std::string team = {};          ///< the id of a team, or of a person's
    const Assessment* from =
        nullptr;  ///< an earlier assessment of the same person, if there is one
};

/// The text of a starter file; nothing where there is no such kind. An assessment lists, as
/// comments, what is asked; where there is an earlier one, it takes over who the person is, and
/// says in the comments what was said then, claiming none of it.
[[nodiscard]] std::optional<std::string> starter(std::string_view kind, const Framework& framework,
                                                 const StarterChoice& choice);

}  // namespace hcf::cli
