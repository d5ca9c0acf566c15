// SPDX-License-Identifier: Apache-2.0
// A sheet to assess against, for programs and spreadsheets (docs/formats.md).
#include "hcf/present/present_form.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_target.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 25> kColumns = {
    "person_id",  "name",      "organisation", "team",         "role",
    "level",      "target",    "target_role",  "target_level", "theme",
    "competence", "title",     "essential",    "asked_at",     "needs",
    "now_status", "now_value", "now_assessed", "now_evidence", "value",
    "assessed",   "assessor",  "basis",        "evidence",     "note"};

constexpr std::size_t kToFillIn = 6;

const Rating* rating_of(const FormRow& row) { return row.now ? row.now->rating : nullptr; }

std::string value_of(const Framework& framework, const Rating& rating) {
    if (rating.value->not_applicable) return std::string(kNotApplicable);
    return framework.at(rating.value->scale).values[rating.value->value].id;
}

std::string needs_of(const Framework& framework, const Requirement& asked) {
    if (!asked.needs) return {};
    const Scale& scale = framework.at(asked.needs->scale);
    return fmt::format("{}/{}", scale.id, scale.values[asked.needs->value].id);
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
    return {{"id", scale.id}, {"title", text_or_null(scale.title)}, {"values", std::move(values)}};
}

Json row_json(const Framework& framework, const FormRow& row) {
    const Competence& competence = framework.at(row.asked.competence);
    const Rating* rating = rating_of(row);
    Json element = {
        {"competence", competence.id},
        {"title", competence.title},
        {"theme", text_or_null(competence.theme)},
        {"kind", to_string(competence.kind)},
        {"essential", row.asked.essential},
        {"asked_at", framework.at(row.asked.asked_at).id},
        {"needs", text_or_null(needs_of(framework, row.asked))},
        {"refresh", competence.refresh ? Json(to_string(*competence.refresh)) : Json(nullptr)},
        {"assess_at",
         competence.assess_at ? Json(framework.at(*competence.assess_at).id) : Json(nullptr)},
        {"status", row.now ? Json(to_string(row.now->status)) : Json(nullptr)}};
    element["value"] = rating != nullptr ? Json(value_of(framework, *rating)) : Json(nullptr);
    element["assessed"] = rating != nullptr ? date_or_null(rating->assessed) : Json(nullptr);
    element["assessor"] = rating != nullptr ? text_or_null(rating->assessor) : Json(nullptr);
    element["basis"] = rating != nullptr ? word_or_null(rating->basis) : Json(nullptr);
    element["valid_until"] = row.now ? date_or_null(row.now->valid_until) : Json(nullptr);
    element["evidence"] =
        rating != nullptr ? Json(as_count(rating->evidence.size())) : Json(nullptr);
    return element;
}

}  // namespace

std::span<const std::string_view> form_columns() { return kColumns; }

Json form_json(const Framework& framework, const FormSheet& sheet) {
    const Assessment* assessment = sheet.assessment;
    Json same_core = Json::array();
    for (const LevelId level : sheet.same_core_as) same_core.push_back(framework.at(level).id);
    Json scales = Json::array();
    for (const ScaleId scale : sheet.scales) scales.push_back(scale_json(framework.at(scale)));
    Json rows = Json::array();
    for (const FormRow& row : sheet.rows) rows.push_back(row_json(framework, row));
    return {{"file", assessment != nullptr ? Json(assessment->file) : Json(nullptr)},
            {"document", assessment != nullptr ? Json(assessment->document) : Json(nullptr)},
            {"person",
             assessment != nullptr ? person_json(framework, assessment->person) : Json(nullptr)},
            {"target", target_json(framework, sheet.target)},
            {"core_only", sheet.core_only},
            {"same_core_as", std::move(same_core)},
            {"scales", std::move(scales)},
            {"competences", std::move(rows)}};
}

void form_records(const Framework& framework, const FormSheet& sheet,
                  std::vector<Record>& records) {
    for (const FormRow& row : sheet.rows) {
        const Competence& competence = framework.at(row.asked.competence);
        Record record;
        record.reserve(kColumns.size());
        if (sheet.assessment != nullptr) {
            const Person& person = sheet.assessment->person;
            record.push_back(person.id);
            record.push_back(text_or_nothing(person.name));
            record.push_back(text_or_nothing(person.organisation));
            record.push_back(text_or_nothing(person.team));
            record.push_back(person.role ? Field(framework.at(*person.role).id) : Field());
            record.push_back(framework.at(person.level).id);
        } else {
            record.resize(6);
        }
        record.push_back(std::string(to_string(sheet.target.kind)));
        record.push_back(sheet.target.role ? Field(framework.at(*sheet.target.role).id) : Field());
        record.push_back(framework.at(sheet.target.level).id);
        record.push_back(text_or_nothing(competence.theme));
        record.push_back(competence.id);
        record.push_back(competence.title);
        record.push_back(row.asked.essential);
        record.push_back(framework.at(row.asked.asked_at).id);
        record.push_back(text_or_nothing(needs_of(framework, row.asked)));
        const Rating* rating = rating_of(row);
        record.push_back(row.now ? Field(std::string(to_string(row.now->status))) : Field());
        record.push_back(rating != nullptr ? Field(value_of(framework, *rating)) : Field());
        record.push_back(rating != nullptr ? date_or_nothing(rating->assessed) : Field());
        record.push_back(rating != nullptr ? Field(as_count(rating->evidence.size())) : Field());
        record.resize(record.size() + kToFillIn);
        records.push_back(std::move(record));
    }
}

}  // namespace hcf
