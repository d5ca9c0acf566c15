// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/requirements.h"

#include "hcf/base/assert.h"

#include <algorithm>

namespace hcf {
namespace {

/// The requirement for a competence, made where there is none yet; keeps framework order.
Requirement& find_or_insert(RequirementSet& set, CompetenceId competence, LevelId asked_at) {
    const auto place = std::lower_bound(
        set.begin(), set.end(), competence,
        [](const Requirement& known, CompetenceId id) { return known.competence < id; });
    if (place != set.end() && place->competence == competence) return *place;
    return *set.insert(place, Requirement{competence, true, asked_at, std::nullopt});
}

}  // namespace

RequirementSet requirements_of_level(const Framework& framework, LevelId level) {
    RequirementSet set;
    for (const CompetenceId competence : framework.at(level).core)
        set.push_back({competence, true, level, std::nullopt});
    return set;
}

RequirementSet requirements_of_role(const Framework& framework, RoleId role, LevelId level) {
    HCF_ASSERT(stands_at(framework.at(role), level));
    RequirementSet set = requirements_of_level(framework, level);
    const CompetenceSet& core = framework.at(level).core_set;
    for (const RoleCompetence& own : framework.at(role).competences) {
        Requirement& requirement = find_or_insert(set, own.competence, level);
        requirement.needs = own.needs;
        requirement.essential = own.essential || core.contains(own.competence);
    }
    return set;
}

RequirementSet requirements_of_person(const Framework& framework, const Person& person) {
    RequirementSet set = person.role ? requirements_of_role(framework, *person.role, person.level)
                                     : requirements_of_level(framework, person.level);
    for (const Overlap& overlap : person.overlaps) {
        for (const CompetenceId competence : overlap.competences) {
            Requirement& requirement = find_or_insert(set, competence, person.level);
            requirement.essential = true;
            requirement.asked_at = std::max(requirement.asked_at, overlap.level);
        }
    }
    return set;
}

const Requirement* find_requirement(const RequirementSet& requirements, CompetenceId competence) {
    const auto place = std::lower_bound(
        requirements.begin(), requirements.end(), competence,
        [](const Requirement& known, CompetenceId id) { return known.competence < id; });
    return place != requirements.end() && place->competence == competence ? &*place : nullptr;
}

bool is_core_only(const Framework& framework, const RequirementSet& requirements) {
    return std::all_of(requirements.begin(), requirements.end(),
                       [&](const Requirement& requirement) {
                           return !requirement.essential ||
                                  framework.at(requirement.competence).kind == CompetenceKind::core;
                       });
}

}  // namespace hcf
