// SPDX-License-Identifier: Apache-2.0
// Many people for readers: a table for each way of grouping them, then the competences.
#include "hcf/base/count.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_summary.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

constexpr std::string_view kWithheld = "\u2013";

Cell figure_cell(const std::optional<std::int64_t>& figure, Tone tone = Tone::plain) {
    if (!figure) return {std::string(kWithheld), Tone::muted};
    return {*figure, *figure == 0 ? Tone::plain : tone};
}

/// A share is withheld with either of the figures that it rests on.
Cell share_cell(const std::optional<std::int64_t>& part, const std::optional<std::int64_t>& whole) {
    if (!part || !whole) return {std::string(kWithheld), Tone::muted};
    if (*whole == 0) return {std::string("n/a"), Tone::muted};
    return {Ratio{*part, *whole}};
}

std::string_view title_of(GroupBy by) {
    switch (by) {
        case GroupBy::organisation: return "Organisation";
        case GroupBy::team: return "Team";
        case GroupBy::role: return "Role";
        case GroupBy::level: return "Level of practice";
    }
    return {};
}

std::string heading_of(GroupBy by) {
    return by == GroupBy::level ? "By level of practice" : fmt::format("By {}", to_string(by));
}

std::string name_of(const Framework& framework, const SummaryGroup& group) {
    if (group.role) return framework.at(*group.role).title;
    if (group.level) return framework.at(*group.level).title;
    // With spaces, so that a long one can be broken over lines.
    if (group.key && group.by == GroupBy::team && !group.organisation.empty())
        return fmt::format("{} / {}", group.organisation,
                           group.key->substr(group.organisation.size() + 1));
    return group.key ? *group.key : fmt::format("(no {})", to_string(group.by));
}

std::vector<Cell> group_row(const Framework& framework, const SummaryGroup& group) {
    const auto of = [&](GroupFigure figure) -> const std::optional<std::int64_t>& {
        return group.figures[at(figure)];
    };
    using enum GroupFigure;
    return {{name_of(framework, group)},
            figure_cell(of(people)),
            figure_cell(of(ready)),
            figure_cell(of(assured)),
            figure_cell(of(applicable)),
            figure_cell(of(met)),
            share_cell(of(met), of(applicable)),
            figure_cell(of(planned), Tone::warn),
            figure_cell(of(gap), Tone::bad)};
}

void add_groups(const Framework& framework, const Summary& summary, GroupBy by,
                Document& document) {
    Table table;
    table.columns = {{std::string(title_of(by)), Align::left, true},
                     {"People", Align::right},
                     {"Ready", Align::right},
                     {"Assured", Align::right},
                     {"Asked", Align::right},
                     {"Met", Align::right},
                     {"Share", Align::right},
                     {"Planned", Align::right},
                     {"Gap", Align::right}};
    for (const SummaryGroup& group : summary.groups) {
        if (group.by == by) table.rows.push_back(group_row(framework, group));
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, heading_of(by)});
    document.push_back(std::move(table));
}

void add_competences(const Framework& framework, const Summary& summary, Document& document) {
    if (summary.competences.empty()) return;
    Table table;
    table.columns = {
        {"Competence", Align::left, true}, {"Needed", Align::right},  {"Met", Align::right},
        {"Share", Align::right},           {"Planned", Align::right}, {"Gap", Align::right},
        {"Expired", Align::right}};
    for (const SummaryCompetence& competence : summary.competences) {
        const auto of = [&](CompetenceFigure figure) -> const std::optional<std::int64_t>& {
            return competence.figures[at(figure)];
        };
        using enum CompetenceFigure;
        table.rows.push_back({{framework.at(competence.competence).title},
                              figure_cell(of(needed)),
                              figure_cell(of(met)),
                              share_cell(of(met), of(needed)),
                              figure_cell(of(planned), Tone::warn),
                              figure_cell(of(gap), Tone::bad),
                              figure_cell(of(expired), Tone::warn)});
    }
    document.push_back(Heading{2, "Competences"});
    document.push_back(std::move(table));
}

void add_notes(const Summary& summary, Document& document) {
    List list;
    list.items.push_back(
        {std::string("Asked: competences that are essential and applicable, counted for each "
                     "person by their own role and level. Ready: people for whom all of them are "
                     "met; assured: all are met, or planned with a due day and a supervisor.")});
    if (summary.suppressed_below && summary.people) {
        list.items.push_back({fmt::format(
            "{} is withheld: groups of fewer than {} people, counts that small, and what they "
            "could be worked out from.",
            kWithheld, *summary.suppressed_below)});
    }
    if (summary.core_only && !summary.competences.empty())
        list.items.push_back({std::string(kCoreOnly)});
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

Document summary_document(const Framework& framework, const Summary& summary,
                          std::size_t left_out) {
    Document document;
    document.push_back(Heading{1, "Summary"});
    Facts facts;
    facts.rows.emplace_back("People", figure_cell(summary.people));
    if (left_out != 0) {
        facts.rows.push_back(
            {"Left out",
             {count_of(left_out, "file or document", "files and documents") + ", for errors",
              Tone::bad}});
    }
    document.push_back(std::move(facts));
    if (!summary.people) {
        document.push_back(Paragraph{
            fmt::format("No figure can be shown: there are fewer than {0} people in all, or "
                        "whatever was shown would let figures of fewer than {0} be worked out.",
                        summary.suppressed_below.value_or(0)),
            Tone::warn});
    }
    for (const GroupBy by : {GroupBy::organisation, GroupBy::team, GroupBy::role, GroupBy::level})
        add_groups(framework, summary, by, document);
    add_competences(framework, summary, document);
    add_notes(summary, document);
    return document;
}

}  // namespace hcf
