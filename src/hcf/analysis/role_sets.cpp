// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/role_sets.h"

namespace hcf {
namespace {

/// The share of a whole that may be empty.
Ratio share_of(std::size_t part, std::size_t whole) {
    if (whole == 0) return {1, 1};
    return {static_cast<std::int64_t>(part), static_cast<std::int64_t>(whole)};
}

void append_number(std::string& key, std::uint32_t number) {
    key += std::to_string(number);
    key += ' ';
}

}  // namespace

RoleAtLevel at_own_level(const Framework& framework, RoleId role) {
    return {role, framework.at(role).levels.front()};
}

std::vector<RoleAtLevel> roles_at_own_level(const Framework& framework) {
    std::vector<RoleAtLevel> result;
    result.reserve(framework.roles.size());
    for (std::uint32_t i = 0; i < framework.roles.size(); ++i)
        result.push_back(at_own_level(framework, RoleId{i}));
    return result;
}

std::vector<RoleAtLevel> roles_at_each_level(const Framework& framework) {
    std::vector<RoleAtLevel> result;
    for (std::uint32_t i = 0; i < framework.roles.size(); ++i) {
        for (const LevelId level : framework.roles[i].levels) result.push_back({RoleId{i}, level});
    }
    return result;
}

CompetenceSet essential_set(const RequirementSet& requirements) {
    CompetenceSet set;
    for (const Requirement& requirement : requirements) {
        if (requirement.essential) set.insert(requirement.competence);
    }
    return set;
}

CompetenceSet essential_set(const Framework& framework, const RoleAtLevel& role) {
    return essential_set(requirements_of_role(framework, role.role, role.level));
}

std::string key_of(const RequirementSet& requirements) {
    std::string key;
    for (const Requirement& requirement : requirements) {
        append_number(key, requirement.competence.index);
        append_number(key, requirement.asked_at.index);
        key += requirement.essential ? '!' : '?';
        if (requirement.needs) {
            append_number(key, requirement.needs->scale.index);
            append_number(key, requirement.needs->value);
        }
        key += '/';
    }
    return key;
}

Ratio transferability(const CompetenceSet& from, const CompetenceSet& to) {
    return share_of(from.size_of_common(to), to.size());
}

Ratio similarity(const CompetenceSet& a, const CompetenceSet& b) {
    const std::size_t common = a.size_of_common(b);
    return share_of(common, a.size() + b.size() - common);
}

}  // namespace hcf
