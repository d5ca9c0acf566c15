// SPDX-License-Identifier: Apache-2.0
// A sheet to assess against, to be printed and filled in by hand: dots are where people write, for
// a form needs no colour and no lines.
#include "hcf/base/count.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_form.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

constexpr std::string_view kNameSpace = "..............................";
constexpr std::string_view kDateSpace = "..........";
constexpr std::string_view kValueSpace = "......";
constexpr std::string_view kNarrowSpace = ".........";

std::string target_text(const Framework& framework, const Target& target) {
    switch (target.kind) {
        case TargetKind::own: return "their own role and level";
        case TargetKind::level: return framework.at(target.level).title;
        case TargetKind::role: return role_at_level(framework, *target.role, target.level);
    }
    return {};
}

std::string asked_text(const FormSheet& sheet) {
    const auto desirable = std::count_if(sheet.rows.begin(), sheet.rows.end(),
                                         [](const FormRow& row) { return !row.asked.essential; });
    std::string text = count_of(sheet.rows.size() - static_cast<std::size_t>(desirable),
                                "competence", "competences");
    if (desirable != 0) text += fmt::format(", and {} desirable", desirable);
    return text;
}

void add_head(const Framework& framework, const FormSheet& sheet, Document& document) {
    const Assessment* assessment = sheet.assessment;
    Facts facts;
    if (assessment != nullptr) {
        document.push_back(make_person_heading(assessment->person));
        facts = person_facts(framework, assessment->person);
    } else {
        document.push_back(Heading{1, "Assessment: " + target_text(framework, sheet.target)});
        for (const std::string_view label : {"Name", "Id", "Works for"})
            facts.rows.push_back({std::string(label), {std::string(kNameSpace)}});
        facts.rows.push_back({"Role and level", {std::string(kNameSpace)}});
    }
    facts.rows.push_back({"To assess against", {target_text(framework, sheet.target)}});
    facts.rows.push_back({"Asks for", {asked_text(sheet)}});
    document.push_back(std::move(facts));
}

Table legend_of(const Scale& scale) {
    const bool names_assessors =
        std::any_of(scale.values.begin(), scale.values.end(),
                    [](const ScaleValue& value) { return value.may_assess.has_value(); });
    Table table;
    table.columns = {{"Value"}, {"Means", Align::left, true}, {"Counts as"}};
    if (names_assessors) table.columns.push_back({"May assess"});
    for (const ScaleValue& value : scale.values) {
        std::vector<Cell> row = {
            {value.id},
            {value.title},
            {value.counts_as == CountsAs::not_met ? std::string("not met")
                                                  : std::string(to_string(value.counts_as))}};
        if (names_assessors)
            row.push_back({value.may_assess
                               ? (*value.may_assess ? std::string("yes") : std::string("no"))
                               : std::string("not said")});
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_legend(const Framework& framework, const FormSheet& sheet, Document& document) {
    document.push_back(Heading{2, "How to fill it in"});
    List list;
    list.items.push_back({std::string(
        "Value: one of the scale below, or not-applicable with the reason. Leave open what nobody "
        "has looked at: it is not assessed, and nothing is claimed.")});
    list.items.push_back({std::string("Day: when it was judged, as YYYY-MM-DD.")});
    list.items.push_back(
        {std::string("Judged by: who, and as what: self, supervisor or assessor.")});
    std::string types;
    for (const std::string_view type : Words<EvidenceType>::kList)
        types += fmt::format("{}{}", types.empty() ? "" : ", ", type);
    list.items.push_back(
        {fmt::format("Evidence: what shows it, and where it is kept: {}.", types)});
    document.push_back(std::move(list));
    for (const ScaleId id : sheet.scales) {
        const Scale& scale = framework.at(id);
        const bool is_own = id == sheet.scales.front();
        document.push_back(Heading{
            3, fmt::format("{}{}", is_own ? "The scale: " : "A scale that something here needs: ",
                           scale.title.empty() ? scale.id : scale.title)});
        document.push_back(legend_of(scale));
    }
}

/// "1 year and 6 months".
std::string period_text(Period period) {
    std::vector<std::string> parts;
    const auto add = [&](std::int32_t count, std::string_view one, std::string_view many) {
        if (count != 0) parts.push_back(count_of(static_cast<std::size_t>(count), one, many));
    };
    add(period.years, "year", "years");
    add(period.months, "month", "months");
    add(period.days, "day", "days");
    return join(parts, " and ");
}

/// What a row asks beside the competence itself.
std::string title_text(const Framework& framework, const FormSheet& sheet, const FormRow& row) {
    const Competence& competence = framework.at(row.asked.competence);
    std::vector<std::string> notes;
    if (!row.asked.essential) notes.push_back("desirable");
    if (row.asked.asked_at != sheet.target.level)
        notes.push_back("asked at " + framework.at(row.asked.asked_at).id);
    if (row.asked.needs) {
        const Scale& scale = framework.at(row.asked.needs->scale);
        notes.push_back(
            fmt::format("at least {} on {}", scale.values[row.asked.needs->value].id, scale.id));
    }
    if (competence.refresh) notes.push_back("again after " + period_text(*competence.refresh));
    if (competence.assess_at)
        notes.push_back("assessor at " + framework.at(*competence.assess_at).id + " or above");
    return notes.empty() ? competence.title
                         : fmt::format("{} ({})", competence.title, join(notes, "; "));
}

/// "4: met": the value that was counted, where it is not the word for how it counts.
std::string standing_text(const Framework& framework, const GapRow& now) {
    std::string status = status_text(framework, now);
    const bool is_rated = now.rating != nullptr && now.rating->value && !now.through;
    if (!is_rated || now.rating->value->not_applicable) return status;
    const RatingValue& value = *now.rating->value;
    const std::string& id = framework.at(value.scale).values[value.value].id;
    return id == to_string(now.status) ? status : fmt::format("{}: {}", id, status);
}

/// "met, of 2026-09-12, by assessor, 1 piece of evidence".
std::string now_text(const Framework& framework, const FormRow& row) {
    const GapRow& now = *row.now;
    std::vector<std::string> parts = {standing_text(framework, now)};
    if (now.rating != nullptr && !now.through) {
        if (now.rating->assessed) parts.push_back("of " + to_string(*now.rating->assessed));
        if (now.rating->basis) parts.push_back("by " + std::string(to_string(*now.rating->basis)));
        parts.push_back(
            now.rating->evidence.empty()
                ? std::string("no evidence")
                : count_of(now.rating->evidence.size(), "piece of evidence", "pieces of evidence"));
        if (now.valid_until && now.status != Status::expired)
            parts.push_back("until " + to_string(*now.valid_until));
    }
    if (now.plan != nullptr)
        parts.push_back(now.plan->due ? "planned until " + to_string(*now.plan->due)
                                      : std::string("planned"));
    return join(parts, ", ");
}

/// The themes in the order in which the rows name them first.
std::vector<std::string> themes_of(const Framework& framework, const FormSheet& sheet) {
    std::vector<std::string> themes;
    for (const FormRow& row : sheet.rows) {
        const std::string& theme = framework.at(row.asked.competence).theme;
        if (std::find(themes.begin(), themes.end(), theme) == themes.end()) themes.push_back(theme);
    }
    return themes;
}

/// "learning-and-development" as a heading.
std::string theme_title(std::string theme) {
    if (theme.empty()) return "Without a theme";
    std::replace(theme.begin(), theme.end(), '-', ' ');
    if (theme.front() >= 'a' && theme.front() <= 'z')
        theme.front() = static_cast<char>(theme.front() - 'a' + 'A');
    return theme;
}

void add_theme(const Framework& framework, const FormSheet& sheet, const std::string& theme,
               Document& document) {
    Table table;
    table.columns = {{"Competence", Align::left, true}};
    if (sheet.assessment != nullptr) table.columns.push_back({"Now", Align::left, true});
    for (const std::string_view title : {"Value", "Day", "Judged by", "Evidence"})
        table.columns.push_back({std::string(title)});
    for (const FormRow& row : sheet.rows) {
        if (framework.at(row.asked.competence).theme != theme) continue;
        std::vector<Cell> cells = {{title_text(framework, sheet, row)}};
        if (row.now) cells.push_back({now_text(framework, row)});
        for (const std::string_view space : {kValueSpace, kDateSpace, kNarrowSpace, kNarrowSpace})
            cells.push_back({std::string(space)});
        table.rows.push_back(std::move(cells));
    }
    document.push_back(Heading{2, theme_title(theme)});
    document.push_back(std::move(table));
}

void add_cautions(const Framework& framework, const FormSheet& sheet, Document& document) {
    List list;
    if (sheet.core_only) list.items.push_back({std::string(kCoreOnly)});
    for (const LevelId other : sheet.same_core_as)
        list.items.push_back(
            {same_core_text(framework, make_level_pair(sheet.target.level, other))});
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

void add_signatures(Document& document) {
    document.push_back(Heading{2, "Signatures"});
    Facts facts;
    const std::string space = fmt::format("{} Day {}", kNameSpace, kDateSpace);
    for (const std::string_view who : {"Staff member", "Assessor", "Supervisor"})
        facts.rows.push_back({std::string(who), {space}});
    document.push_back(std::move(facts));
}

}  // namespace

Document form_document(const Framework& framework, const FormSheet& sheet) {
    Document document;
    add_head(framework, sheet, document);
    add_legend(framework, sheet, document);
    for (const std::string& theme : themes_of(framework, sheet))
        add_theme(framework, sheet, theme, document);
    add_cautions(framework, sheet, document);
    add_signatures(document);
    return document;
}

}  // namespace hcf
