// SPDX-License-Identifier: Apache-2.0
// By which steps one gets from a role to a role (spec 3, "pathways").
//
// Every role at its own level can be a step; a role at another of its levels can be one where the
// question names it. A step to a role asks what is essential in it (R(role) of spec 3). Held is at
// first what the role at the start asks, or what the person meets; and from each step on, what that
// step asked. What a step asks and is not held is new in it. The best path first makes the largest
// number of new ones in a step as small as can be, then takes the fewest steps, then has the fewest
// new ones in all, then is the first in framework order, compared role by role.
//
// For a person, held is judged role by role: what they meet as this role asks it, at its level and
// at its `needs`, supersession included. What they meet for one role and not for another is new in
// the other, even behind a step to the first. What was new in a step is held from then on. It
// supersedes nothing: supersession lifts by ratings, and there is none yet.
//
// Between roles competences count by their ids. Where a step asks a higher value of one that is
// held than any role before it did, that is said (`raised`), and is not counted as new.
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/analysis/role_sets.h"
#include "hcf/model/assessment.h"
#include "hcf/model/status.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hcf {

struct PathwayQuestion {
    std::optional<RoleAtLevel> from;     ///< where it starts; nothing for a person
    const Assessment* person = nullptr;  ///< who starts; nullptr for a role
    JudgeOptions judge;                  ///< how a person is judged
    std::vector<RoleAtLevel> via;        ///< roles to be come to, in this order
    RoleAtLevel to;
    std::optional<std::size_t> max_new;  ///< no step may have more
};

struct PathwayStep {
    RoleAtLevel role;
    std::vector<CompetenceId> added;   ///< new in this step, in framework order
    std::vector<CompetenceId> raised;  ///< held by id, and asked higher than before
};

struct Pathway {
    std::optional<RoleAtLevel> from;
    RoleAtLevel to;
    bool is_reachable = true;  ///< false: `max_new` forbids every path
    bool core_only =
        false;  ///< the start and the steps (of a forbidden path, too) ask core competences alone
    /// Of the best path; empty where the start is the goal, or where it is forbidden.
    std::vector<PathwayStep> steps;
    /// The smallest largest step of any path, a forbidden one too: the least `max_new` that will
    /// do. Always exact.
    std::size_t largest_step = 0;
    std::size_t total_new = 0;
    bool has_fewest_steps = true;  ///< proved
    bool is_proved =
        true;  ///< that this is the best path, or of what a forbidden one is blocked by
    /// What is new in the first step over `max_new` of the best path without that limit.
    std::vector<CompetenceId> blocked_by;
    std::optional<RoleAtLevel> blocked_at;  ///< the role of that step
    std::optional<GapSummary> at_goal;      ///< where a person stands against the goal now
};

/// Finds the best path. Requires: either `from` or `person`; every role named stands at its level.
[[nodiscard]] Pathway find_pathway(const Framework& framework, const PathwayQuestion& question);

}  // namespace hcf
