// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/context.h"

#include "hcf/site/assets.h"
#include "hcf/site/pieces.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {

SiteContext make_context(const Framework& framework, const SiteOptions& options) {
    return {framework, options, comparable_roles(framework), comparable_levels(framework),
            !site_asset(kFormPage).empty()};
}

std::string page_of(const Framework& framework, LevelId id) {
    return fmt::format("level-{}.html", framework.at(id).id);
}

std::string page_of(const Framework& framework, CompetenceId id) {
    return fmt::format("competence-{}.html", framework.at(id).id);
}

std::string page_of(const Framework& framework, RoleId id) {
    return fmt::format("role-{}.html", framework.at(id).id);
}

std::vector<ThemeGroup> by_theme(const Framework& framework,
                                 const std::vector<CompetenceId>& competences) {
    std::vector<std::string> themes;
    for (const Competence& competence : framework.competences) {
        if (!competence.theme.empty() &&
            std::find(themes.begin(), themes.end(), competence.theme) == themes.end())
            themes.push_back(competence.theme);
    }
    themes.emplace_back();
    std::vector<ThemeGroup> groups;
    for (const std::string& theme : themes) {
        ThemeGroup group;
        group.title = theme.empty() ? std::string("Other") : words_of(theme);
        for (const CompetenceId id : competences) {
            if (framework.at(id).theme == theme) group.competences.push_back(id);
        }
        if (!group.competences.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace hcf
