// SPDX-License-Identifier: Apache-2.0
// What carries over from a role to another, or from a level of practice to another (spec 3,
// "compare-roles"). It concerns what is asked, not people: supersession has no part in it.
#pragma once

#include "hcf/analysis/role_sets.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hcf {

/// One of the things that are compared: a role at a level, or a level itself, and what is essential
/// there.
struct Comparable {
    std::optional<RoleId> role;  ///< nothing: the level itself
    LevelId level;
    CompetenceSet set;
    RequirementSet needs;  ///< those of the set that ask for a value
    std::string key;       ///< equal where level, set and values needed are
    bool core_only = false;
};

[[nodiscard]] Comparable make_comparable(const Framework& framework, const RoleAtLevel& role);
[[nodiscard]] Comparable make_comparable(const Framework& framework, LevelId level);

/// Every role at its own level, or every level; in framework order.
[[nodiscard]] std::vector<Comparable> comparable_roles(const Framework& framework);
[[nodiscard]] std::vector<Comparable> comparable_levels(const Framework& framework);

/// True for the same role at the same level, or the same level.
[[nodiscard]] bool is_same(const Comparable& a, const Comparable& b);

/// The way from one to another. Views the two; lists are in framework order.
struct Comparison {
    const Comparable* from = nullptr;
    const Comparable* to = nullptr;
    std::int64_t step = 0;   ///< levels up; below zero: down
    bool core_only = false;  ///< everything that either of them asks is a core competence
    std::vector<CompetenceId> carried;
    std::vector<CompetenceId> added;  ///< asked there and not here: what is new
    std::vector<CompetenceId> left;
    std::vector<CompetenceId> needs_more;  ///< of the carried: see asked_for_more
    Ratio transferability;
    Ratio similarity;
};
[[nodiscard]] Comparison compare(const Comparable& from, const Comparable& to);

/// Those that both ask, and `to` for a value that `from` does not assure: who has met them here
/// need not meet them there.
[[nodiscard]] std::vector<CompetenceId> asked_for_more(const Comparable& from,
                                                       const Comparable& to);

/// The facets in which the descriptors of two levels differ, in the order in which they are shown.
[[nodiscard]] std::vector<Facet> facets_that_change(const Framework& framework, LevelId from,
                                                    LevelId to);

/// Positions of the others, most similar to `from` first; then by what carries over to them, then
/// as given.
[[nodiscard]] std::vector<std::size_t> rank_by_similarity(const Comparable& from,
                                                          std::span<const Comparable> others);

/// Positions of those that no comparison tells apart, together: the same level, the same set and
/// the same values needed. Groups stand in the order of their first members.
[[nodiscard]] std::vector<std::vector<std::size_t>> group_alike(std::span<const Comparable> all);

}  // namespace hcf
