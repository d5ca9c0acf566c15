// SPDX-License-Identifier: Apache-2.0
// People over time, for readers: how readiness went, what changed between the first day and the
// last, and by which steps (issue 6; spec 3, "progress").
#include "hcf/present/pictures.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_progress.h"
#include "hcf/present/present_target.h"
#include "hcf/present/prose.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 8> kBars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

Cell status_cell(const std::optional<Status>& status, Tone tone = Tone::plain) {
    return {status ? prose(to_string(*status)) : std::string("not asked"), tone};
}

Tone tone_of(const CompetenceChange& change) {
    switch (change.change) {
        case Change::lapsed:
        case Change::lost: return Tone::bad;
        case Change::gained: return Tone::good;
        case Change::newly_required: return change.after == Status::met ? Tone::plain : Tone::warn;
        case Change::no_longer_required:
        case Change::changed: break;
    }
    return Tone::plain;
}

std::string day_of(const ProgressPoint& point) { return to_string(point.snapshot.as_of); }

void add_facts(const Framework& framework, const Progress& progress, Document& document) {
    const GapSummary& now = progress.last().snapshot.summary;
    const GapSummary& then = progress.first().snapshot.summary;
    Facts facts = person_facts(framework, progress.person);
    facts.rows.push_back(
        {"Against", {target_text(framework, progress.person, progress.target), Tone::strong}});
    facts.rows.push_back({"Result", {summary_line(now), tone_of(now)}});
    facts.rows.push_back({"Readiness",
                          {fmt::format("{}  {} on {}, {} on {}", sparkline(progress.points),
                                       percent_text(then.readiness), day_of(progress.first()),
                                       percent_text(now.readiness), day_of(progress.last()))}});
    const std::string counts = counts_text(count_changes(progress.changes));
    facts.rows.push_back({"Changes", {counts.empty() ? "none between the two" : counts}});
    document.push_back(std::move(facts));
}

bool has_role_change(const Progress& progress) {
    return std::any_of(
        progress.points.begin(), progress.points.end(), [&](const ProgressPoint& point) {
            return point.role != progress.person.role || point.level != progress.person.level;
        });
}

std::string role_then(const Framework& framework, const ProgressPoint& point) {
    if (!point.role) return framework.at(point.level).title;
    const Role& role = framework.at(*point.role);
    return role.levels.size() == 1
               ? role.title
               : fmt::format("{} at {}", role.title, framework.at(point.level).id);
}

void add_course(const Framework& framework, const Progress& progress, Document& document) {
    const bool shows_roles = has_role_change(progress);
    const auto ratio = [](const std::optional<Ratio>& value) {
        return value ? Cell{*value} : Cell{std::string("n/a")};
    };
    Table table;
    table.columns = {{"Day"},
                     {"Met", Align::right},
                     {"Of", Align::right},
                     {"N/a", Align::right},
                     {"Planned", Align::right},
                     {"Gap", Align::right},
                     {"Ready", Align::right},
                     {"Assured", Align::right}};
    if (shows_roles)
        table.columns.insert(table.columns.begin() + 1, {"Role then", Align::left, true});
    for (const ProgressPoint& point : progress.points) {
        const GapSummary& summary = point.snapshot.summary;
        std::vector<Cell> row = {{day_of(point)},          {summary.met},
                                 {summary.applicable},     {summary.required - summary.applicable},
                                 {summary.planned},        {summary.gap},
                                 ratio(summary.readiness), ratio(summary.assurance)};
        if (shows_roles) row.insert(row.begin() + 1, {role_then(framework, point)});
        table.rows.push_back(std::move(row));
    }
    document.push_back(Heading{2, "Over time"});
    document.push_back(readiness_curve(progress));
    document.push_back(std::move(table));
    document.push_back(
        Paragraph{fmt::format("The last row is the assessment of {} again, as it stands on {}.",
                              to_string(progress.last().assessed), day_of(progress.last())),
                  Tone::muted});
}

void add_changes(const Framework& framework, const Progress& progress, Document& document) {
    if (progress.changes.empty()) return;
    document.push_back(Heading{2, fmt::format("What changed from {} to {}",
                                              day_of(progress.first()), day_of(progress.last()))});
    document.push_back(make_changes_table(framework, progress.changes));
}

/// Where the way says more than its two ends.
void add_steps(const Framework& framework, const Progress& progress, Document& document) {
    Table table;
    table.columns = {{"By"}, {"What happened"}, {"Competences", Align::left, true}};
    for (const ProgressStep& step : progress.steps) {
        for (std::size_t kind = 0; kind < Words<Change>::kList.size(); ++kind) {
            std::vector<std::string> titles;
            Tone tone = Tone::plain;
            for (const CompetenceChange& change : step.changes) {
                if (static_cast<std::size_t>(change.change) != kind) continue;
                titles.push_back(framework.at(change.competence).title);
                tone = tone_of(change);
            }
            if (titles.empty()) continue;
            table.rows.push_back({{day_of(progress.points[step.to])},
                                  {prose(Words<Change>::kList[kind]), tone},
                                  {join(titles, "; ")}});
        }
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Step by step"});
    document.push_back(std::move(table));
}

/// The versions of the framework that assessments name and that are not the loaded one.
std::vector<std::string> other_versions(const Framework& framework, const Progress& progress) {
    std::vector<std::string> versions;
    for (const ProgressPoint& point : progress.points) {
        const std::string& version = point.framework_version;
        if (version.empty() || version == framework.info.version) continue;
        if (std::find(versions.begin(), versions.end(), version) == versions.end())
            versions.push_back(version);
    }
    return versions;
}

void add_cautions(const Framework& framework, const Progress& progress, Document& document) {
    List list = caution_list(framework, progress.last().snapshot.summary, progress.is_core_only(),
                             progress.target.level, progress.same_core_as);
    const ChangeCounts counts = count_changes(progress.changes);
    const auto has = [&](Change change) { return counts[static_cast<std::size_t>(change)] != 0; };
    if (has(Change::newly_required) || has(Change::no_longer_required))
        list.items.push_back(
            {"What is asked changed on the way: shares of different days are not of the same "
             "competences."});
    if (const auto versions = other_versions(framework, progress); !versions.empty()) {
        list.items.push_back(
            {fmt::format("Some was rated against another version of the framework ({}); all of it "
                         "is judged against {}.",
                         join(versions, ", "), framework.info.version)});
    }
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

std::string counts_text(const ChangeCounts& counts) {
    std::vector<std::string> items;
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] != 0)
            items.push_back(fmt::format("{} {}", counts[kind], prose(Words<Change>::kList[kind])));
    }
    return join(items, ", ");
}

Table make_changes_table(const Framework& framework, const std::vector<CompetenceChange>& changes) {
    std::vector<CompetenceChange> grouped = changes;
    std::stable_sort(
        grouped.begin(), grouped.end(),
        [](const CompetenceChange& a, const CompetenceChange& b) { return a.change < b.change; });
    Table table;
    table.columns = {{"What happened"}, {"Competence", Align::left, true}, {"Before"}, {"Now"}};
    for (const CompetenceChange& change : grouped) {
        table.rows.push_back({{prose(to_string(change.change)), tone_of(change)},
                              {framework.at(change.competence).title},
                              status_cell(change.before),
                              status_cell(change.after, tone_of(change))});
    }
    return table;
}

std::string sparkline(std::span<const ProgressPoint> points) {
    std::string line;
    for (const ProgressPoint& point : points) {
        const std::optional<Ratio>& ratio = point.snapshot.summary.readiness;
        const auto full = static_cast<std::int64_t>(kBars.size() - 1);
        line += ratio ? kBars[static_cast<std::size_t>(ratio->part * full / ratio->whole)]
                      : std::string_view("·");
    }
    return line;
}

Document progress_document(const Framework& framework, const Progress& progress) {
    Document document;
    document.push_back(make_person_heading(progress.person));
    add_facts(framework, progress, document);
    add_course(framework, progress, document);
    add_changes(framework, progress, document);
    add_steps(framework, progress, document);
    add_cautions(framework, progress, document);
    return document;
}

}  // namespace hcf
