// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/page_data.h"

#include "hcf/base/text.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

/// For pages: what cannot be seen is shown, as in every other report.
std::string shown(std::string_view text) { return escape_invisible(text); }

template <class Id>
Json indices(const std::vector<Id>& ids) {
    Json list = Json::array();
    for (const Id id : ids) list.push_back(id.index);
    return list;
}

Json comparison_level(const Framework& framework, LevelId id) {
    const Level& level = framework.at(id);
    Json descriptor = Json::array();
    for (const std::string& facet : level.descriptor)
        descriptor.push_back(facet.empty() ? Json(nullptr) : Json(shown(facet)));
    return {{"id", level.id},
            {"title", shown(level.title)},
            {"page", page_of(framework, id)},
            {"same_core", indices(same_core_as(framework, id))},
            {"descriptor", std::move(descriptor)}};
}

Json comparison_role(const Framework& framework, const RoleAtLevel& place) {
    const Comparable comparable = make_comparable(framework, place);
    const Role& role = framework.at(place.role);
    const bool is_own = place.level == role.levels.front();
    Json needs = Json::array();
    for (const Requirement& asked : comparable.needs) {
        needs.push_back({{"competence", asked.competence.index},
                         {"scale", asked.needs->scale.index},
                         {"value", asked.needs->value}});
    }
    Json desirable = Json::array();
    for (const RoleCompetence& own : role.competences) {
        if (!comparable.set.contains(own.competence)) desirable.push_back(own.competence.index);
    }
    return {
        {"id", role.id},
        {"key", is_own ? role.id : fmt::format("{}@{}", role.id, framework.at(place.level).id)},
        {"title", shown(is_own ? role.title : role_at_level(framework, place.role, place.level))},
        {"page", page_of(framework, place.role)},
        {"level", place.level.index},
        {"core_only", comparable.core_only},
        {"asks", indices(comparable.set.members())},
        {"needs", std::move(needs)},
        {"desirable", std::move(desirable)}};
}

template <class Thing>
Json search_entry(std::string_view kind, std::string page, const Thing& thing,
                  const std::string& text) {
    Json names = Json::array({thing.id});
    for (const std::string& alias : thing.aliases) names.push_back(shown(alias));
    if (!thing.printed_as.empty()) names.push_back(shown(thing.printed_as));
    return {{"kind", kind},
            {"title", shown(thing.title)},
            {"page", std::move(page)},
            {"names", std::move(names)},
            {"text", shown(text)}};
}

void add_text(std::string& text, std::string_view more) {
    if (!text.empty() && !more.empty()) text += ' ';
    text += more;
}

Json strings(const std::vector<std::string>& texts) {
    Json list = Json::array();
    for (const std::string& text : texts) list.push_back(text);
    return list;
}

template <class Id>
Json ids(const Framework& framework, const std::vector<Id>& list) {
    Json result = Json::array();
    for (const Id id : list) result.push_back(framework.at(id).id);
    return result;
}

Json form_level(const Level& level) {
    Json descriptor = Json::object();
    for (std::size_t i = 0; i < level.descriptor.size(); ++i) {
        if (!level.descriptor[i].empty())
            descriptor[std::string(Words<Facet>::kList[i])] = level.descriptor[i];
    }
    return {{"id", level.id},
            {"title", level.title},
            {"names", strings(level.aliases)},
            {"descriptor", std::move(descriptor)}};
}

Json form_scale(const Scale& scale) {
    Json values = Json::array();
    for (const ScaleValue& value : scale.values) {
        values.push_back({{"id", value.id},
                          {"title", text_or_null(value.title)},
                          {"counts_as", to_string(value.counts_as)}});
    }
    return {{"id", scale.id}, {"title", scale.title}, {"values", std::move(values)}};
}

Json form_competence(const Framework& framework, const Competence& competence) {
    return {{"id", competence.id},
            {"title", competence.title},
            {"names", strings(competence.aliases)},
            {"kind", to_string(competence.kind)},
            {"levels", ids(framework, competence.levels)},
            {"theme", text_or_null(competence.theme)},
            {"description", text_or_null(competence.description)},
            {"refresh", competence.refresh ? Json(to_string(*competence.refresh)) : Json(nullptr)},
            {"superseded_by", ids(framework, competence.superseded_by)}};
}

Json form_role(const Framework& framework, const Role& role) {
    Json competences = Json::array();
    for (const RoleCompetence& own : role.competences) {
        Json needs = nullptr;
        if (own.needs) {
            const Scale& scale = framework.at(own.needs->scale);
            needs = {{"scale", scale.id}, {"value", scale.values[own.needs->value].id}};
        }
        competences.push_back({{"id", framework.at(own.competence).id},
                               {"needs", std::move(needs)},
                               {"essential", own.essential}});
    }
    return {{"id", role.id},
            {"title", role.title},
            {"names", strings(role.aliases)},
            {"levels", ids(framework, role.levels)},
            {"competences", std::move(competences)}};
}

}  // namespace

std::string embeddable(const Json& json) {
    std::string result;
    for (const char c : json.dump()) {
        switch (c) {
            case '<': result += "\\u003c"; break;
            case '>': result += "\\u003e"; break;
            case '&': result += "\\u0026"; break;
            default: result += c;
        }
    }
    return result;
}

Json comparison_page_data(const SiteContext& site) {
    const Framework& framework = site.framework;
    Json facets = Json::array();
    for (const std::string_view facet : Words<Facet>::kList) facets.push_back(facet);
    Json levels = Json::array();
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i)
        levels.push_back(comparison_level(framework, {i}));
    Json scales = Json::array();
    for (const Scale& scale : framework.scales) {
        Json values = Json::array();
        for (const ScaleValue& value : scale.values) values.push_back(shown(value.id));
        scales.push_back({{"id", scale.id}, {"values", std::move(values)}});
    }
    Json competences = Json::array();
    for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
        const Competence& competence = framework.competences[i];
        competences.push_back({{"id", competence.id},
                               {"title", shown(competence.title)},
                               {"page", page_of(framework, CompetenceId{i})}});
    }
    Json roles = Json::array();
    for (const RoleAtLevel& place : roles_at_each_level(framework))
        roles.push_back(comparison_role(framework, place));
    return {{"facets", std::move(facets)},
            {"levels", std::move(levels)},
            {"scales", std::move(scales)},
            {"competences", std::move(competences)},
            {"roles", std::move(roles)}};
}

Json search_page_data(const SiteContext& site) {
    const Framework& framework = site.framework;
    Json entries = Json::array();
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        std::string text;
        for (const std::string& facet : framework.levels[i].descriptor) add_text(text, facet);
        entries.push_back(
            search_entry("level", page_of(framework, LevelId{i}), framework.levels[i], text));
    }
    for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
        const Competence& competence = framework.competences[i];
        std::string text = competence.description;
        add_text(text, competence.theme);
        if (competence.nos) add_text(text, competence.nos->code);
        entries.push_back(
            search_entry("competence", page_of(framework, CompetenceId{i}), competence, text));
    }
    for (std::uint32_t i = 0; i < framework.roles.size(); ++i) {
        const Role& role = framework.roles[i];
        std::string text = role.summary;
        add_text(text, role.family);
        for (const LevelId level : role.levels) add_text(text, framework.at(level).id);
        entries.push_back(search_entry("role", page_of(framework, RoleId{i}), role, text));
    }
    return {{"entries", std::move(entries)}};
}

Json form_page_data(const Framework& framework) {
    Json overlays = Json::array();
    for (const OverlayInfo& overlay : framework.overlays) {
        overlays.push_back(
            {{"id", overlay.id}, {"version", overlay.version}, {"title", overlay.title}});
    }
    Json data = {{"schema", "hcf.form-data/1"},
                 {"framework",
                  {{"id", framework.info.id},
                   {"title", framework.info.title},
                   {"version", framework.info.version},
                   {"status", text_or_null(framework.info.status)}}},
                 {"overlays", std::move(overlays)}};
    for (const char* list : {"levels", "scales", "competences", "roles"})
        data[list] = Json::array();
    for (const Level& level : framework.levels) data["levels"].push_back(form_level(level));
    for (const Scale& scale : framework.scales) data["scales"].push_back(form_scale(scale));
    for (const Competence& competence : framework.competences)
        data["competences"].push_back(form_competence(framework, competence));
    for (const Role& role : framework.roles) data["roles"].push_back(form_role(framework, role));
    return data;
}

}  // namespace hcf
