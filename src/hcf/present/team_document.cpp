// SPDX-License-Identifier: Apache-2.0
// The coverage of a team for readers: what hangs on nobody or on one person, who is not assured,
// what is due and what runs out; then the grid and the figures behind it (issue 5; spec 3, "team").
#include "hcf/base/count.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_team.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace hcf {
namespace {

/// Columns of a block of the grid: with a name beside them, a page of 80 letters holds them.
constexpr std::size_t kCompetencesABlock = 12;

/// What the members are called on the page: by name, and with the id where two have the same.
std::vector<std::string> shown_names(const TeamCoverage& coverage) {
    std::map<std::string_view, int> bearers;
    for (const TeamMember& member : coverage.members) ++bearers[member.person.name];
    std::vector<std::string> names;
    names.reserve(coverage.members.size());
    for (const TeamMember& member : coverage.members) {
        const Person& person = member.person;
        names.push_back(person.name.empty() || bearers[person.name] > 1 ? person_heading(person)
                                                                        : person.name);
    }
    return names;
}

template <class Id>
std::string counts_text(const Framework& framework,
                        const std::vector<std::pair<Id, std::int64_t>>& counts) {
    std::vector<std::string> items;
    items.reserve(counts.size());
    for (const auto& [id, count] : counts)
        items.push_back(fmt::format("{} {}", count, framework.at(id).title));
    return join(items, ", ");
}

/// How many of the members are whole, by a share of theirs.
std::size_t count_whole(const TeamCoverage& coverage, std::optional<Ratio> GapSummary::*share) {
    return static_cast<std::size_t>(std::count_if(
        coverage.members.begin(), coverage.members.end(), [&](const TeamMember& member) {
            return member.summary.*share && *(member.summary.*share) == Ratio{1, 1};
        }));
}

void add_facts(const Framework& framework, const TeamCoverage& coverage,
               const std::vector<MissingMember>& missing, Document& document) {
    const Team& team = coverage.team;
    document.push_back(
        Heading{1, team.name.empty() ? team.id : fmt::format("{} ({})", team.name, team.id)});
    Facts facts;
    if (!team.organisation.empty()) facts.rows.push_back({"Works for", {team.organisation}});
    std::string members = count_of(coverage.members.size(), "member", "members");
    if (!missing.empty()) members += fmt::format("; {} left out, see below", missing.size());
    facts.rows.push_back({"Members", {members, missing.empty() ? Tone::plain : Tone::bad}});
    if (!coverage.levels.empty())
        facts.rows.push_back({"Levels", {counts_text(framework, coverage.levels)}});
    if (!coverage.roles.empty())
        facts.rows.push_back({"Roles", {counts_text(framework, coverage.roles)}});
    const std::size_t ready = count_whole(coverage, &GapSummary::readiness);
    const std::size_t assured = count_whole(coverage, &GapSummary::assurance);
    const bool all_assured = assured == coverage.members.size() && missing.empty();
    facts.rows.push_back(
        {"Result",
         {fmt::format("of {}, {} ready and {} assured for their own role and "
                      "level",
                      count_of(coverage.members.size(), "member", "members"), ready, assured),
          all_assured ? Tone::good : Tone::bad}});
    document.push_back(std::move(facts));
}

std::string flag_text(const TeamCompetence& competence, const std::vector<std::string>& names) {
    switch (competence.flag) {
        case CoverageFlag::no_holder: return "nobody holds it";
        case CoverageFlag::single_holder:
            return fmt::format("only {} holds it", names[competence.held_by.front()]);
        case CoverageFlag::below_expected:
            return fmt::format("{} more expected", competence.expected - competence.holders());
        case CoverageFlag::ok: return "ok";
    }
    return {};
}

Tone tone_of(CoverageFlag flag) {
    switch (flag) {
        case CoverageFlag::no_holder: return Tone::bad;
        case CoverageFlag::single_holder:
        case CoverageFlag::below_expected: return Tone::warn;
        case CoverageFlag::ok: return Tone::plain;
    }
    return Tone::plain;
}

/// The competences that need attention, the worst first.
void add_warnings(const Framework& framework, const TeamCoverage& coverage, Document& document) {
    std::vector<const TeamCompetence*> flagged;
    for (const TeamCompetence& competence : coverage.competences) {
        if (competence.flag != CoverageFlag::ok) flagged.push_back(&competence);
    }
    if (flagged.empty()) return;
    std::stable_sort(
        flagged.begin(), flagged.end(),
        [](const TeamCompetence* a, const TeamCompetence* b) { return a->flag > b->flag; });
    Table table;
    table.columns = {{"Competence", Align::left, true},
                     {"Holders", Align::right},
                     {"Of", Align::right},
                     {"Expected", Align::right},
                     {"What is wrong", Align::left, true}};
    const std::vector<std::string> names = shown_names(coverage);
    for (const TeamCompetence* competence : flagged) {
        table.rows.push_back({{framework.at(competence->competence).title},
                              {competence->holders()},
                              {competence->needed},
                              {competence->expected},
                              {flag_text(*competence, names), tone_of(competence->flag)}});
    }
    document.push_back(Heading{2, "Thinly held"});
    document.push_back(std::move(table));
}

void add_plans(const Framework& framework, const TeamCoverage& coverage, Document& document) {
    if (coverage.plans.empty()) return;
    Table table;
    table.columns = {{"Due"}, {"Person", Align::left, true}, {"Planned", Align::left, true}};
    const std::vector<std::string> names = shown_names(coverage);
    for (const TeamPlace place : coverage.plans) {
        const TeamCell& cell = coverage.at(place);
        std::string due = cell.plan_due ? to_string(*cell.plan_due) : std::string("no day");
        if (cell.is_overdue) due += ", overdue";
        table.rows.push_back({{due, cell.assurance == Assurance::gap ? Tone::bad : Tone::warn},
                              {names[place.member]},
                              {framework.at(cell.competence).title}});
    }
    document.push_back(Heading{2, "Plans"});
    document.push_back(std::move(table));
}

/// One letter, so that a page holds many; the legend stands below the grid.
std::string_view sign_of(const TeamCell& cell) {
    if (cell.status == Status::met) return "M";
    if (cell.status == Status::not_applicable) return "/";
    if (cell.assurance == Assurance::planned) return "P";
    switch (cell.status) {
        case Status::expired: return "X";
        case Status::unconfirmed: return "U";
        case Status::partial: return "a";
        case Status::not_met: return "n";
        case Status::not_assessed:
        case Status::met:
        case Status::not_applicable: break;
    }
    return "-";
}

constexpr std::string_view kLegend =
    "M met; P planned, with a due day and a supervisor; X expired; U unconfirmed; a partly met; n "
    "not met; - not assessed; / not applicable; in brackets: desirable; blank: not asked. The "
    "numbers are those of the table below.";

Cell grid_cell(const TeamCell& cell) {
    const std::string sign(sign_of(cell));
    if (!cell.essential) return {fmt::format("({})", sign), Tone::muted};
    if (cell.status == Status::met) return {sign, Tone::good};
    if (cell.assurance == Assurance::planned) return {sign, Tone::warn};
    return {sign, cell.assurance ? Tone::bad : Tone::muted};
}

/// Every competence that is asked of anybody, in framework order.
std::vector<CompetenceId> asked_of_anybody(const TeamCoverage& coverage) {
    CompetenceSet asked;
    for (const TeamMember& member : coverage.members) {
        for (const TeamCell& cell : member.cells) asked.insert(cell.competence);
    }
    return asked.members();
}

Table grid_block(const TeamCoverage& coverage, const std::vector<std::string>& names,
                 const std::vector<CompetenceId>& asked, std::size_t begin, std::size_t end) {
    Table table;
    table.columns.push_back({"Person", Align::left, true});
    for (std::size_t i = begin; i < end; ++i) table.columns.push_back({fmt::format("{}", i + 1)});
    for (std::size_t m = 0; m < coverage.members.size(); ++m) {
        const TeamMember& member = coverage.members[m];
        std::vector<Cell> row = {{names[m]}};
        for (std::size_t i = begin; i < end; ++i) {
            const auto cell = std::lower_bound(
                member.cells.begin(), member.cells.end(), asked[i],
                [](const TeamCell& known, CompetenceId id) { return known.competence < id; });
            const bool is_asked = cell != member.cells.end() && cell->competence == asked[i];
            row.push_back(is_asked ? grid_cell(*cell) : Cell{});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_grid(const std::vector<CompetenceId>& asked, const TeamCoverage& coverage,
              Document& document) {
    if (asked.empty()) return;
    const std::vector<std::string> names = shown_names(coverage);
    document.push_back(Heading{2, "Grid"});
    for (std::size_t begin = 0; begin < asked.size(); begin += kCompetencesABlock) {
        const std::size_t end = std::min(begin + kCompetencesABlock, asked.size());
        document.push_back(grid_block(coverage, names, asked, begin, end));
    }
    document.push_back(Paragraph{std::string(kLegend), Tone::muted});
}

/// The figures, which are the legend of the grid's columns as well.
void add_coverage(const Framework& framework, const std::vector<CompetenceId>& asked,
                  const TeamCoverage& coverage, Document& document) {
    Table table;
    table.columns = {{"No.", Align::right},     {"Competence", Align::left, true},
                     {"Holders", Align::right}, {"Of", Align::right},
                     {"Share", Align::right},   {"Expected", Align::right}};
    const auto add = [&](const Cell& number, CompetenceId id, const TeamCompetence* figures) {
        std::vector<Cell> row = {number, {framework.at(id).title}, {}, {}, {}, {}};
        if (figures != nullptr) {
            const auto share = figures->share();
            row[2] = {figures->holders(), tone_of(figures->flag)};
            row[3] = {figures->needed};
            row[4] = share ? Cell{*share} : Cell{std::string("n/a")};
            row[5] = {figures->expected};
        }
        table.rows.push_back(std::move(row));
    };
    std::size_t next = 0;
    const auto figures_of = [&](CompetenceId id) -> const TeamCompetence* {
        const auto place =
            std::lower_bound(coverage.competences.begin(), coverage.competences.end(), id,
                             [](const TeamCompetence& known, CompetenceId wanted) {
                                 return known.competence < wanted;
                             });
        const bool is_there = place != coverage.competences.end() && place->competence == id;
        return is_there ? &*place : nullptr;
    };
    for (const CompetenceId id : asked)
        add({static_cast<std::int64_t>(++next)}, id, figures_of(id));
    for (const TeamCompetence& competence : coverage.competences) {
        if (!std::binary_search(asked.begin(), asked.end(), competence.competence))
            add({}, competence.competence, &competence);
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Coverage"});
    document.push_back(std::move(table));
}

void add_cautions(const Framework& framework, const TeamCoverage& coverage,
                  const std::set<LevelPair>& same_core, Document& document) {
    WeaklyMet all = {"met in all"};
    for (const TeamMember& member : coverage.members) {
        all.all += member.summary.met;
        all.by_themselves += member.summary.met_self;
        all.without_evidence += member.summary.met_without_evidence;
        all.shown_below += member.summary.met_below_level;
    }
    List list;
    add_weakly_met(all, list);
    if (coverage.core_only && !coverage.members.empty())
        list.items.push_back({std::string(kCoreOnly)});
    for (const LevelPair& pair : same_core)
        list.items.push_back({same_core_caution(framework, pair)});
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

void add_missing_members(const std::vector<MissingMember>& missing, Document& document) {
    if (missing.empty()) return;
    List list;
    for (const MissingMember& member : missing)
        list.items.push_back({fmt::format("{}: {}", member.file, member.reason), Tone::bad});
    document.push_back(Heading{2, "Left out for errors"});
    document.push_back(std::move(list));
}

/// The titles of places of one member under one reason are told in one line.
void add_unassured(const Framework& framework, const TeamCoverage& coverage, Document& document) {
    if (coverage.unassured.empty()) return;
    Table table;
    table.columns = {{"Person", Align::left, true}, {"Reason"}, {"Not assured", Align::left, true}};
    std::map<std::pair<std::size_t, GapReason>, std::vector<std::string>> titles;
    for (const TeamPlace place : coverage.unassured) {
        const TeamCell& cell = coverage.at(place);
        titles[{place.member, *cell.reason}].push_back(framework.at(cell.competence).title);
    }
    const std::vector<std::string> names = shown_names(coverage);
    for (const auto& [key, list] : titles) {
        table.rows.push_back({{names[key.first]},
                              {std::string(to_string(key.second)), Tone::bad},
                              {join(list, "; ")}});
    }
    document.push_back(Heading{2, "Not assured"});
    document.push_back(std::move(table));
}

void add_expiring(const Framework& framework, const TeamCoverage& coverage, Document& document) {
    if (coverage.expiring.empty()) return;
    Table table;
    table.columns = {
        {"Valid until"}, {"Person", Align::left, true}, {"Runs out", Align::left, true}};
    const std::vector<std::string> names = shown_names(coverage);
    for (const TeamPlace place : coverage.expiring) {
        const TeamCell& cell = coverage.at(place);
        table.rows.push_back({{to_string(*cell.runs_out), Tone::warn},
                              {names[place.member]},
                              {framework.at(cell.competence).title}});
    }
    document.push_back(Heading{2, fmt::format("Running out by {}", to_string(coverage.until))});
    document.push_back(std::move(table));
}

std::set<LevelPair> same_core_levels(const Framework& framework, const TeamCoverage& coverage) {
    std::set<LevelPair> pairs;
    for (const auto& [level, count] : coverage.levels) {
        for (const LevelId other : same_core_as(framework, level))
            pairs.insert(make_level_pair(level, other));
    }
    return pairs;
}

Document team_document(const Framework& framework, const TeamCoverage& coverage,
                       const std::vector<MissingMember>& missing, Date as_of) {
    const std::vector<std::string> names = shown_names(coverage);
    const std::vector<CompetenceId> asked = asked_of_anybody(coverage);
    Document document;
    add_facts(framework, coverage, missing, document);
    add_missing_members(missing, document);
    document.push_back(team_heat_map(framework, coverage, names, asked, sign_of));
    document.push_back(team_timeline(framework, coverage, names, as_of));
    add_warnings(framework, coverage, document);
    add_unassured(framework, coverage, document);
    add_plans(framework, coverage, document);
    add_expiring(framework, coverage, document);
    add_grid(asked, coverage, document);
    add_coverage(framework, asked, coverage, document);
    const std::set<LevelPair> same_core = same_core_levels(framework, coverage);
    add_cautions(framework, coverage, same_core, document);
    for (const LevelPair& pair : same_core) add_difference(framework, pair, document);
    return document;
}

}  // namespace hcf
