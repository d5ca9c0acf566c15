// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/role_comparison.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

namespace hcf {
namespace {

Comparable make(const Framework& framework, std::optional<RoleId> role, LevelId level,
                const RequirementSet& requirements) {
    Comparable result;
    result.role = role;
    result.level = level;
    result.set = essential_set(requirements);
    RequirementSet essential;
    for (const Requirement& requirement : requirements) {
        if (!requirement.essential) continue;
        essential.push_back(requirement);
        if (requirement.needs) result.needs.push_back(requirement);
    }
    result.key = std::to_string(level.index) + ": " + key_of(essential);
    result.core_only = is_core_only(framework, requirements);
    return result;
}

/// Values of different scales say nothing of one another, and a competence that is simply asked
/// may have been met on any scale: only the same scale assures a value.
bool assures(const Requirement* held, const Needs& asked) {
    return held != nullptr && held->needs->scale == asked.scale &&
           held->needs->value >= asked.value;
}

}  // namespace

Comparable make_comparable(const Framework& framework, const RoleAtLevel& role) {
    return make(framework, role.role, role.level,
                requirements_of_role(framework, role.role, role.level));
}

Comparable make_comparable(const Framework& framework, LevelId level) {
    return make(framework, std::nullopt, level, requirements_of_level(framework, level));
}

std::vector<Comparable> comparable_roles(const Framework& framework) {
    std::vector<Comparable> result;
    result.reserve(framework.roles.size());
    for (const RoleAtLevel& role : roles_at_own_level(framework))
        result.push_back(make_comparable(framework, role));
    return result;
}

std::vector<Comparable> comparable_levels(const Framework& framework) {
    std::vector<Comparable> result;
    result.reserve(framework.levels.size());
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i)
        result.push_back(make_comparable(framework, LevelId{i}));
    return result;
}

bool is_same(const Comparable& a, const Comparable& b) {
    return a.role == b.role && a.level == b.level;
}

Comparison compare(const Comparable& from, const Comparable& to) {
    Comparison result;
    result.from = &from;
    result.to = &to;
    result.step = std::int64_t{to.level.index} - std::int64_t{from.level.index};
    result.core_only = from.core_only && to.core_only;
    result.carried = to.set.common(from.set);
    result.added = to.set.without(from.set);
    result.left = from.set.without(to.set);
    result.needs_more = asked_for_more(from, to);
    result.transferability = transferability(from.set, to.set);
    result.similarity = similarity(from.set, to.set);
    return result;
}

std::vector<CompetenceId> asked_for_more(const Comparable& from, const Comparable& to) {
    std::vector<CompetenceId> result;
    for (const Requirement& asked : to.needs) {
        const CompetenceId competence = asked.competence;
        if (from.set.contains(competence) &&
            !assures(find_requirement(from.needs, competence), *asked.needs))
            result.push_back(competence);
    }
    return result;
}

std::vector<Facet> facets_that_change(const Framework& framework, LevelId from, LevelId to) {
    std::vector<Facet> result;
    for (std::size_t i = 0; i < Words<Facet>::kList.size(); ++i) {
        if (framework.at(from).descriptor[i] != framework.at(to).descriptor[i])
            result.push_back(static_cast<Facet>(i));
    }
    return result;
}

std::vector<std::size_t> rank_by_similarity(const Comparable& from,
                                            std::span<const Comparable> others) {
    struct Shares {
        Ratio similarity;
        Ratio transferability;
    };
    std::vector<Shares> shares;
    shares.reserve(others.size());
    for (const Comparable& other : others)
        shares.push_back({similarity(from.set, other.set), transferability(from.set, other.set)});
    std::vector<std::size_t> order(others.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (!(shares[a].similarity == shares[b].similarity))
            return shares[b].similarity < shares[a].similarity;
        return shares[b].transferability < shares[a].transferability;
    });
    return order;
}

std::vector<std::vector<std::size_t>> group_alike(std::span<const Comparable> all) {
    std::vector<std::vector<std::size_t>> groups;
    std::unordered_map<std::string, std::size_t> known;  // looked up only: no order comes from it
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto [place, is_new] = known.emplace(all[i].key, groups.size());
        if (is_new) groups.emplace_back();
        groups[place->second].push_back(i);
    }
    return groups;
}

}  // namespace hcf
