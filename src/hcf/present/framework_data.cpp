// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/framework_data.h"

#include "hcf/present/envelope.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

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

}  // namespace

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
            {"from", level.from}};
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
            {"refresh_from", text_or_null(competence.refresh_from)},
            {"assess_at",
             competence.assess_at ? Json(framework.at(*competence.assess_at).id) : Json(nullptr)},
            {"assess_at_from", text_or_null(competence.assess_at_from)},
            {"supersedes", ids_json(framework, competence.supersedes)},
            {"same_as", competence.same_as},
            {"description", text_or_null(competence.description)},
            {"source", text_or_null(competence.source)},
            {"from", competence.from}};
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
            {"from", role.from}};
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
