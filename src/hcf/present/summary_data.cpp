// SPDX-License-Identifier: Apache-2.0
// Many people for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_summary.h"
#include "hcf/present/values.h"

namespace hcf {
namespace {

constexpr std::array<std::string_view, 10> kGroupColumns = {
    "by", "key", "people", "required", "applicable", "met", "planned", "gap", "ready", "assured"};

constexpr std::array<std::string_view, 6> kCompetenceColumns = {"competence", "needed", "met",
                                                                "planned",    "gap",    "expired"};

Json figure_json(const std::optional<std::int64_t>& figure) {
    return figure ? Json(*figure) : Json(nullptr);
}

template <class Figure, std::size_t Count>
void add_figures(const std::array<std::optional<std::int64_t>, Count>& figures, Json& element) {
    for (std::size_t i = 0; i < Count; ++i)
        element[std::string(Words<Figure>::kList[i])] = figure_json(figures[i]);
}

template <std::size_t Count>
void add_figures(const std::array<std::optional<std::int64_t>, Count>& figures, Record& record) {
    for (const auto& figure : figures) record.push_back(figure ? Field(*figure) : Field());
}

}  // namespace

std::span<const std::string_view> summary_columns(SummaryTable table) {
    if (table == SummaryTable::competences) return kCompetenceColumns;
    return kGroupColumns;
}

std::vector<Json> summary_groups_json(const Summary& summary) {
    std::vector<Json> list;
    list.reserve(summary.groups.size());
    for (const SummaryGroup& group : summary.groups) {
        Json element = {{"by", to_string(group.by)},
                        {"key", group.key ? Json(*group.key) : Json(nullptr)}};
        add_figures<GroupFigure>(group.figures, element);
        list.push_back(std::move(element));
    }
    return list;
}

Json summary_fields(const Framework& framework, const Summary& summary) {
    Json competences = Json::array();
    for (const SummaryCompetence& competence : summary.competences) {
        Json element = {{"competence", framework.at(competence.competence).id}};
        add_figures<CompetenceFigure>(competence.figures, element);
        competences.push_back(std::move(element));
    }
    return {{"people", figure_json(summary.people)},
            {"core_only", summary.core_only},
            {"competences", std::move(competences)},
            {"suppressed_below", figure_json(summary.suppressed_below)}};
}

std::vector<Record> summary_records(const Framework& framework, const Summary& summary,
                                    SummaryTable table) {
    std::vector<Record> records;
    if (table == SummaryTable::competences) {
        for (const SummaryCompetence& competence : summary.competences) {
            Record record = {framework.at(competence.competence).id};
            add_figures(competence.figures, record);
            records.push_back(std::move(record));
        }
        return records;
    }
    for (const SummaryGroup& group : summary.groups) {
        Record record = {std::string(to_string(group.by)), group.key ? Field(*group.key) : Field()};
        add_figures(group.figures, record);
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace hcf
