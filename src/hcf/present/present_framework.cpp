// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_framework.h"

#include "hcf/present/envelope.h"
#include "hcf/present/framework_data.h"
#include "hcf/present/framework_pages.h"
#include "hcf/present/level_signs.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// "core of supportive, associate" or "role-specific".
std::string asked_by(const Framework& framework, const Competence& competence) {
    if (competence.kind == CompetenceKind::role) return "role-specific";
    return join_ids(framework, competence.levels, ", ");
}

void add_fact(Facts& facts, const std::string& label, const std::string& text) {
    if (!text.empty()) facts.rows.push_back({label, {text}});
}

Table levels_table(const Framework& framework) {
    Table table;
    table.columns = {{"Level"},
                     {"Title", Align::left, true},
                     {"Also called", Align::left, true},
                     {"Core", Align::right},
                     {"Roles", Align::right}};
    for (const Level& level : framework.levels) {
        table.rows.push_back({{level.id},
                              {level.title},
                              {join(level.aliases, ", ")},
                              {static_cast<std::int64_t>(level.core.size())},
                              {static_cast<std::int64_t>(level.roles.size())}});
    }
    return table;
}

Table competences_table(const Framework& framework) {
    Table table;
    table.columns = {{"Competence"}, {"Title", Align::left, true}, {"Asked at", Align::left, true}};
    for (const Competence& competence : framework.competences) {
        const bool is_of_all = competence.levels.size() == framework.levels.size();
        table.rows.push_back(
            {{competence.id},
             {competence.title},
             {is_of_all ? std::string("every level") : asked_by(framework, competence)}});
    }
    return table;
}

/// A table for each level: ids are never broken over lines, so that they can be copied.
Document roles_document(const Framework& framework) {
    Document document;
    for (const Level& level : framework.levels) {
        Table table;
        table.columns = {{"Role"}, {"Title", Align::left, true}};
        for (const RoleId role : level.roles) {
            table.rows.push_back({{framework.at(role).id}, {framework.at(role).title}});
        }
        document.push_back(Heading{2, fmt::format("{} ({})", level.title, level.roles.size())});
        document.push_back(std::move(table));
    }
    return document;
}

Table matrix_table(const Framework& framework) {
    Table table;
    table.columns = {{"Competence", Align::left, true}};
    for (const std::string& name : level_signs(framework)) table.columns.push_back({name});
    std::vector<Cell> totals = {{std::string("Total")}};
    for (const Level& level : framework.levels)
        totals.push_back({static_cast<std::int64_t>(level.core.size())});
    for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
        const Competence& competence = framework.competences[i];
        if (competence.kind != CompetenceKind::core) continue;
        std::vector<Cell> row = {{competence.title}};
        for (const Level& level : framework.levels)
            row.push_back(
                {level.core_set.contains({i}) ? CellValue(std::string("x")) : CellValue()});
        table.rows.push_back(std::move(row));
    }
    table.rows.push_back(std::move(totals));
    return table;
}

Paragraph matrix_legend(const Framework& framework) {
    return {level_legend(framework), Tone::plain};
}

Document overview(const Framework& framework) {
    Document document;
    document.push_back(Heading{1, framework.info.title});
    Facts facts;
    add_fact(facts, "Id", framework.info.id);
    add_fact(facts, "Version", framework.info.version);
    add_fact(facts, "Status", framework.info.status);
    add_fact(facts, "Date", framework.info.date);
    add_fact(facts, "Source", framework.info.source);
    for (const OverlayInfo& overlay : framework.overlays) {
        add_fact(facts, "Overlay",
                 fmt::format("{} {} (from {})", overlay.id, overlay.version, overlay.from));
    }
    add_fact(facts, "Competences", fmt::format("{}", framework.competences.size()));
    add_fact(facts, "Roles", fmt::format("{}", framework.roles.size()));
    document.push_back(std::move(facts));
    document.push_back(levels_table(framework));
    List scales;
    for (const Scale& scale : framework.scales) {
        std::vector<std::string> values;
        for (const ScaleValue& value : scale.values) values.push_back(value.id);
        scales.items.push_back({listed_from(
            framework, fmt::format("{}: {}", scale.id, join(values, ", ")), scale.from)});
    }
    document.push_back(Heading{2, "Scales"});
    document.push_back(std::move(scales));
    return document;
}

Document document_of(const Framework& framework, FrameworkView view, const FrameworkItems& items) {
    switch (view) {
        case FrameworkView::overview: return overview(framework);
        case FrameworkView::levels: return {levels_table(framework)};
        case FrameworkView::competences: return {competences_table(framework)};
        case FrameworkView::roles: return roles_document(framework);
        case FrameworkView::matrix: return {matrix_table(framework), matrix_legend(framework)};
        case FrameworkView::items: break;
    }
    Document document;
    if (items.level) add_level_page(framework, *items.level, document);
    if (items.competence) add_competence_page(framework, *items.competence, document);
    if (items.role) add_role_page(framework, *items.role, document);
    return document;
}

struct Lists {
    Json levels = Json::array();
    Json competences = Json::array();
    Json roles = Json::array();
};

bool shows(FrameworkView view, FrameworkView kind) {
    return view == kind || view == FrameworkView::overview;
}

Lists lists_of(const Framework& framework, FrameworkView view, const FrameworkItems& items) {
    Lists lists;
    const bool is_items = view == FrameworkView::items;
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        if (is_items ? items.level == LevelId{i} : shows(view, FrameworkView::levels))
            lists.levels.push_back(level_json(framework, framework.levels[i], i + 1));
    }
    const bool wants_competences =
        shows(view, FrameworkView::competences) || view == FrameworkView::matrix;
    for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
        if (is_items ? items.competence == CompetenceId{i} : wants_competences)
            lists.competences.push_back(competence_json(framework, framework.competences[i]));
    }
    for (std::uint32_t i = 0; i < framework.roles.size(); ++i) {
        if (is_items ? items.role == RoleId{i} : shows(view, FrameworkView::roles))
            lists.roles.push_back(role_json(framework, framework.roles[i]));
    }
    return lists;
}

void add_matrix_records(const Framework& framework, FrameworkReport& report) {
    report.head.columns = {"competence", "title"};
    for (const Level& level : framework.levels) report.head.columns.push_back(level.id);
    for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
        const Competence& competence = framework.competences[i];
        if (competence.kind != CompetenceKind::core) continue;
        Record record = {competence.id, competence.title};
        for (const Level& level : framework.levels)
            record.push_back(level.core_set.contains({i}) ? Field(std::string("x")) : Field());
        report.part.records.push_back(std::move(record));
    }
}

/// The list that JSON Lines and CSV take: the one asked for.
FrameworkView main_list(FrameworkView view, const FrameworkItems& items) {
    if (view == FrameworkView::overview || view == FrameworkView::matrix)
        return FrameworkView::competences;
    if (view != FrameworkView::items) return view;
    if (items.level) return FrameworkView::levels;
    return items.competence ? FrameworkView::competences : FrameworkView::roles;
}

void add_records(const Framework& framework, FrameworkView list, FrameworkView view,
                 const FrameworkItems& items, FrameworkReport& report) {
    const bool is_items = view == FrameworkView::items;
    if (list == FrameworkView::levels) {
        report.head.columns.assign(kLevelColumns.begin(), kLevelColumns.end());
        for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
            if (!is_items || items.level == LevelId{i})
                report.part.records.push_back(level_record(framework, framework.levels[i], i + 1));
        }
    } else if (list == FrameworkView::roles) {
        report.head.columns.assign(kRoleColumns.begin(), kRoleColumns.end());
        for (std::uint32_t i = 0; i < framework.roles.size(); ++i) {
            if (!is_items || items.role == RoleId{i})
                report.part.records.push_back(role_record(framework, framework.roles[i]));
        }
    } else {
        report.head.columns.assign(kCompetenceColumns.begin(), kCompetenceColumns.end());
        for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
            if (!is_items || items.competence == CompetenceId{i})
                report.part.records.push_back(
                    competence_record(framework, framework.competences[i]));
        }
    }
}

}  // namespace

FrameworkReport present_framework(const Framework& framework, FrameworkView view,
                                  const FrameworkItems& items, Date as_of) {
    FrameworkReport report;
    report.head.envelope = make_envelope("hcf.framework/1", framework, as_of);
    const FrameworkView list = main_list(view, items);
    if (view == FrameworkView::matrix)
        add_matrix_records(framework, report);
    else
        add_records(framework, list, view, items, report);
    Lists lists = lists_of(framework, view, items);
    const auto place = [&](std::string_view name, Json& values, bool is_main) {
        if (!is_main) {
            report.tail.fields[std::string(name)] = std::move(values);
            return;
        }
        report.head.list = name;
        for (Json& value : values) report.part.elements.push_back(std::move(value));
    };
    place("levels", lists.levels, list == FrameworkView::levels);
    place("competences", lists.competences, list == FrameworkView::competences);
    place("roles", lists.roles, list == FrameworkView::roles);
    Json scales = Json::array();
    if (view == FrameworkView::overview) {
        for (const Scale& scale : framework.scales) scales.push_back(scale_json(scale));
    }
    report.tail.fields["scales"] = std::move(scales);
    report.part.document = document_of(framework, view, items);
    report.tail.closing.push_back(Paragraph{make_stamp(framework, as_of), Tone::muted});
    return report;
}

}  // namespace hcf
