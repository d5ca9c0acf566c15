// SPDX-License-Identifier: Apache-2.0
// Can this team fill that service (spec 3, "staffing")? What the service asks, the best seating,
// why seats stay empty, and who is nearest to them.
#pragma once

#include "hcf/analysis/post_standing.h"
#include "hcf/analysis/seat_conflicts.h"
#include "hcf/analysis/seating.h"
#include "hcf/model/service.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace hcf {

/// What a service asks, whoever there is.
struct ServiceDemand {
    std::vector<PostDemand> demands;                       ///< each once, in the order of first use
    std::vector<std::size_t> demand_of;                    ///< by post: a position in `demands`
    std::int64_t seats = 0;                                ///< of all posts
    bool core_only = false;                                ///< no post asks for anything else
    std::vector<std::pair<LevelId, std::int64_t>> levels;  ///< seats at each; those with any
    std::vector<std::pair<RoleId, std::int64_t>> roles;    ///< seats of posts by role
    std::vector<std::pair<CompetenceId, std::int64_t>>
        competences;  ///< seats that ask each as essential, in framework order

    [[nodiscard]] const PostDemand& of(std::size_t post) const { return demands[demand_of[post]]; }
};
[[nodiscard]] ServiceDemand make_demand(const Framework& framework, const Service& service);

/// Somebody of a role that a post takes, who is not ready enough for it.
struct NearMember {
    PostStanding standing;
    std::int64_t short_by = 0;  ///< of the missing, so many are needed for the post's readiness; 0
                                ///< where nothing is applicable
    std::optional<std::size_t> seat_in;  ///< the post in which they have a seat now
    bool would_fill = false;  ///< with these, one more seat would be filled, and no other emptied
};

/// At most so many members are told as nearest to a post.
inline constexpr std::size_t kNearest = 5;

struct StaffedPost {
    std::vector<PostStanding> members;  ///< one for each filled seat, in team order
    /// Of a post in a conflict (with an empty seat, or competing with one that has): the readiest
    /// first, then those who miss the least, then team order.
    std::vector<NearMember> nearest;
    std::int64_t able = 0;   ///< members who may fill it
    std::int64_t below = 0;  ///< members of its roles who are not ready enough
};

/// Who takes which seat. Views the members and is valid as long as they are.
struct Staffing {
    std::vector<StaffedPost> posts;       ///< as in the service
    std::vector<std::size_t> unassigned;  ///< members without a seat, in team order
    std::vector<SeatConflict> conflicts;  ///< why seats stay empty
    Seating seating;                      ///< the post of each member
    std::int64_t filled = 0;
    std::int64_t missing = 0;  ///< competences that those with a seat lack for it, in all
};

/// The best staffing of the service by these members, in the order of the team.
[[nodiscard]] Staffing staff_service(const Framework& framework, const Service& service,
                                     const ServiceDemand& demand,
                                     const std::vector<StaffingMember>& members,
                                     const JudgeOptions& options);

}  // namespace hcf
