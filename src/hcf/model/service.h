// SPDX-License-Identifier: Apache-2.0
// A service as the analyses see it: the posts that a commissioner asks for, in the order of the
// file (spec 2, "service/1").
#pragma once

#include "hcf/base/decimal.h"
#include "hcf/base/id.h"
#include "hcf/base/ratio.h"
#include "hcf/model/requirements.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// Seats that are alike.
struct Post {
    std::string id;
    std::optional<RoleId> role;             ///< nothing: a post by level, which takes any role
    LevelId level;                          ///< the given one, else the role's first
    std::vector<RoleId> accept_roles;       ///< as given; the post's own role is not among them
    std::int64_t count = 1;                 ///< how many seats; 1 or more
    std::vector<CompetenceId> competences;  ///< asked beside the role's or level's, as given
    Decimal min_readiness = {1, 0};         ///< from 0 to 1
};

struct Service {
    std::string id;
    std::string name;
    std::string commissioner;
    std::vector<Post> posts;
};

/// What a post asks: its role's or level's set and its own competences, which are essential, all at
/// the post's level. A `needs` of its role stays.
[[nodiscard]] RequirementSet requirements_of_post(const Framework& framework, const Post& post);

/// True where the post takes people of that role: it is the post's or an accepted one, or the post
/// is one by level.
[[nodiscard]] bool takes_role(const Post& post, const std::optional<RoleId>& role);

/// True where a share is at least a threshold, both exact.
[[nodiscard]] bool reaches(Ratio share, const Decimal& threshold);

}  // namespace hcf
