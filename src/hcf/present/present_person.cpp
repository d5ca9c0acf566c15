// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_person.h"

#include "hcf/base/count.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {

Json person_json(const Framework& framework, const Person& person) {
    return {{"id", person.id},
            {"name", text_or_null(person.name)},
            {"organisation", text_or_null(person.organisation)},
            {"team", text_or_null(person.team)},
            {"role", person.role ? Json(framework.at(*person.role).id) : Json(nullptr)},
            {"level", framework.at(person.level).id}};
}

std::string person_heading(const Person& person) {
    return person.name.empty() ? person.id : fmt::format("{} ({})", person.name, person.id);
}

std::string role_and_level(const Framework& framework, const Person& person) {
    const std::string& level = framework.at(person.level).title;
    return person.role ? fmt::format("{}, {}", framework.at(*person.role).title, level) : level;
}

std::string role_at_level(const Framework& framework, RoleId role, LevelId level) {
    return fmt::format("{} at {}", framework.at(role).title, framework.at(level).title);
}

Heading make_person_heading(const Person& person) { return {1, person_heading(person)}; }

Facts person_facts(const Framework& framework, const Person& person) {
    Facts facts;
    facts.rows.push_back({"Role and level", {role_and_level(framework, person)}});
    for (const Overlap& overlap : person.overlaps) {
        facts.rows.push_back(
            {"Overlap",
             {fmt::format("{} of {} work",
                          count_of(overlap.competences.size(), "competence", "competences"),
                          framework.at(overlap.level).id)}});
    }
    std::vector<std::string> where;
    if (!person.organisation.empty()) where.push_back(person.organisation);
    if (!person.team.empty()) where.push_back(person.team);
    if (!where.empty()) facts.rows.push_back({"Works for", {join(where, ", ")}});
    return facts;
}

}  // namespace hcf
