// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/framework_data.h"

#include "hcf/base/assert.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hcf {
namespace {

template <class Id>
Json ids_json(const Framework& framework, const std::vector<Id>& ids) {
    Json list = Json::array();
    for (const Id id : ids) list.push_back(framework.at(id).id);
    return list;
}

Json nos_json(const std::optional<Nos>& nos) {
    if (!nos) return nullptr;
    return {
        {"code", nos->code}, {"status", to_string(nos->status)}, {"seen", text_or_null(nos->seen)}};
}

Json amendment(std::string_view fact, Json of, Json value, const std::string& file) {
    return {{"fact", fact}, {"of", std::move(of)}, {"value", std::move(value)}, {"from", file}};
}

/// What a fact of a competence says.
std::string value_of(const Framework& framework, const Competence& competence, Fact fact,
                     std::uint32_t item) {
    switch (fact) {
        case Fact::title: return competence.title;
        case Fact::printed_as: return competence.printed_as;
        case Fact::alias: return competence.aliases[item];
        case Fact::kind: return std::string(to_string(competence.kind));
        case Fact::mark: return framework.levels[item].id;
        case Fact::theme: return competence.theme;
        case Fact::nos: return competence.nos->code;
        case Fact::nos_seen: return competence.nos->seen;
        case Fact::refresh: return to_string(*competence.refresh);
        case Fact::assess_at: return framework.at(*competence.assess_at).id;
        case Fact::same_as: return competence.same_as[item];
        case Fact::supersedes: return framework.competences[item].id;
        case Fact::description: return competence.description;
        case Fact::source: return competence.source;
        case Fact::family:
        case Fact::summary:
        case Fact::needs:
        case Fact::essential: break;  // of roles
    }
    HCF_ASSERT(false);
    return {};
}

/// What a fact of a role says; of `needs` and `essential`, those of a competence.
std::string value_of(const Framework& framework, const Role& role, Fact fact, std::uint32_t item) {
    switch (fact) {
        case Fact::title: return role.title;
        case Fact::printed_as: return role.printed_as;
        case Fact::alias: return role.aliases[item];
        case Fact::source: return role.source;
        case Fact::family: return role.family;
        case Fact::summary: return role.summary;
        case Fact::needs: return needs_id(framework, find_in_role(role, {item})->needs);
        case Fact::essential: return find_in_role(role, {item})->essential ? "true" : "false";
        case Fact::kind:
        case Fact::mark:
        case Fact::theme:
        case Fact::nos:
        case Fact::nos_seen:
        case Fact::refresh:
        case Fact::assess_at:
        case Fact::same_as:
        case Fact::supersedes:
        case Fact::description: break;  // of competences
    }
    HCF_ASSERT(false);
    return {};
}

Json amended_json(const Framework& framework, const Level& level) {
    Json list = Json::array();
    for (const auto& [fact, item, file] : level.amended.all())
        list.push_back(amendment(to_string(fact), nullptr, level.aliases[item], file));
    const auto index = static_cast<std::uint32_t>(&level - framework.levels.data());
    for (const CompetenceId id : level.core) {
        const std::string& file = said_in(framework.at(id), Fact::mark, index);
        if (is_of_overlay(framework, file))
            list.push_back(amendment("core", nullptr, framework.at(id).id, file));
    }
    for (const RoleId id : level.roles) {
        const Role& role = framework.at(id);
        if (is_of_overlay(framework, role.from))
            list.push_back(amendment("roles", nullptr, role.id, role.from));
    }
    return list;
}

Json amended_json(const Framework& framework, const Competence& competence) {
    Json list = Json::array();
    for (const auto& [fact, item, file] : competence.amended.all())
        list.push_back(
            amendment(to_string(fact), nullptr, value_of(framework, competence, fact, item), file));
    return list;
}

Json amended_json(const Framework& framework, const Role& role) {
    Json list = Json::array();
    for (const auto& [fact, item, file] : role.amended.all()) {
        const bool is_of_competence = fact == Fact::needs || fact == Fact::essential;
        list.push_back(
            amendment(to_string(fact),
                      is_of_competence ? Json(framework.competences[item].id) : Json(nullptr),
                      value_of(framework, role, fact, item), file));
    }
    for (const RoleCompetence& own : role.competences) {
        if (own.from != role.from)
            list.push_back(
                amendment("competences", nullptr, framework.at(own.competence).id, own.from));
    }
    return list;
}

}  // namespace

bool is_of_overlay(const Framework& framework, const std::string& file) {
    return std::any_of(framework.overlays.begin(), framework.overlays.end(),
                       [&](const OverlayInfo& overlay) { return overlay.from == file; });
}

std::string needs_id(const Framework& framework, const std::optional<Needs>& needs) {
    if (!needs) return {};
    const Scale& scale = framework.at(needs->scale);
    return fmt::format("{}/{}", scale.id, scale.values[needs->value].id);
}

Json level_json(const Framework& framework, const Level& level, std::size_t rank) {
    Json descriptor = Json::object();
    for (std::size_t i = 0; i < level.descriptor.size(); ++i) {
        descriptor[std::string(Words<Facet>::kList[i])] = text_or_null(level.descriptor[i]);
    }
    return {{"id", level.id},
            {"title", level.title},
            {"printed_as", text_or_null(level.printed_as)},
            {"aliases", level.aliases},
            {"rank", rank},
            {"descriptor", std::move(descriptor)},
            {"source", text_or_null(level.source)},
            {"roles", ids_json(framework, level.roles)},
            {"core", ids_json(framework, level.core)},
            {"from", level.from},
            {"amended", amended_json(framework, level)}};
}

Json competence_json(const Framework& framework, const Competence& competence) {
    return {{"id", competence.id},
            {"title", competence.title},
            {"printed_as", text_or_null(competence.printed_as)},
            {"aliases", competence.aliases},
            {"kind", to_string(competence.kind)},
            {"theme", text_or_null(competence.theme)},
            {"levels", ids_json(framework, competence.levels)},
            {"nos", nos_json(competence.nos)},
            {"refresh", competence.refresh ? Json(to_string(*competence.refresh)) : Json(nullptr)},
            {"refresh_from",
             competence.refresh ? Json(said_in(competence, Fact::refresh)) : Json(nullptr)},
            {"assess_at",
             competence.assess_at ? Json(framework.at(*competence.assess_at).id) : Json(nullptr)},
            {"assess_at_from",
             competence.assess_at ? Json(said_in(competence, Fact::assess_at)) : Json(nullptr)},
            {"supersedes", ids_json(framework, competence.supersedes)},
            {"same_as", competence.same_as},
            {"description", text_or_null(competence.description)},
            {"source", text_or_null(competence.source)},
            {"from", competence.from},
            {"amended", amended_json(framework, competence)}};
}

Json role_json(const Framework& framework, const Role& role) {
    Json competences = Json::array();
    for (const RoleCompetence& own : role.competences) {
        competences.push_back({{"id", framework.at(own.competence).id},
                               {"needs", text_or_null(needs_id(framework, own.needs))},
                               {"essential", own.essential},
                               {"from", own.from}});
    }
    return {{"id", role.id},
            {"title", role.title},
            {"printed_as", text_or_null(role.printed_as)},
            {"aliases", role.aliases},
            {"levels", ids_json(framework, role.levels)},
            {"competences", std::move(competences)},
            {"family", text_or_null(role.family)},
            {"summary", text_or_null(role.summary)},
            {"source", text_or_null(role.source)},
            {"from", role.from},
            {"amended", amended_json(framework, role)}};
}

Json scale_json(const Scale& scale) {
    Json values = Json::array();
    for (const ScaleValue& value : scale.values) {
        values.push_back(
            {{"id", value.id},
             {"title", text_or_null(value.title)},
             {"counts_as", to_string(value.counts_as)},
             {"may_assess", value.may_assess ? Json(*value.may_assess) : Json(nullptr)}});
    }
    return {{"id", scale.id},
            {"title", text_or_null(scale.title)},
            {"values", std::move(values)},
            {"from", scale.from}};
}

Record level_record(const Framework& framework, const Level& level, std::size_t rank) {
    Record record = {level.id, level.title, text_or_nothing(level.printed_as),
                     static_cast<std::int64_t>(rank), text_or_nothing(join(level.aliases, " "))};
    for (const std::string& facet : level.descriptor) record.push_back(text_or_nothing(facet));
    record.push_back(text_or_nothing(join_ids(framework, level.roles)));
    record.push_back(text_or_nothing(join_ids(framework, level.core)));
    return record;
}

Record competence_record(const Framework& framework, const Competence& competence) {
    const Nos nos = competence.nos.value_or(Nos{});
    return {competence.id,
            competence.title,
            text_or_nothing(competence.printed_as),
            std::string(to_string(competence.kind)),
            text_or_nothing(competence.theme),
            text_or_nothing(join_ids(framework, competence.levels)),
            text_or_nothing(nos.code),
            competence.nos ? Field(std::string(to_string(nos.status))) : Field(),
            text_or_nothing(nos.seen),
            competence.refresh ? Field(to_string(*competence.refresh)) : Field(),
            competence.assess_at ? Field(framework.at(*competence.assess_at).id) : Field(),
            text_or_nothing(join_ids(framework, competence.supersedes)),
            text_or_nothing(join(competence.same_as, " ")),
            text_or_nothing(competence.description),
            competence.from};
}

Record role_record(const Framework& framework, const Role& role) {
    std::vector<std::string> own;
    for (const RoleCompetence& competence : role.competences)
        own.push_back(framework.at(competence.competence).id);
    return {role.id,
            role.title,
            text_or_nothing(role.printed_as),
            text_or_nothing(join_ids(framework, role.levels)),
            text_or_nothing(join(own, " ")),
            text_or_nothing(role.family),
            text_or_nothing(role.summary),
            role.from};
}

}  // namespace hcf
