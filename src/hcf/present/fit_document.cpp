// SPDX-License-Identifier: Apache-2.0
// Where a person stands, for readers: the ladder of levels, what is missing, the roles that come
// next, all roles (spec 3, "fit"). Roles that ask the same are told together.
#include "hcf/base/count.h"
#include "hcf/present/present_fit.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// So many roles are named one by one where a competence says who asks it.
constexpr std::size_t kRolesNamed = 2;

/// "a", "a and b", "a, b and c".
std::string and_list(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0) text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

/// True where two levels can be told in one: both are whole, or both ask the same core competences
/// and as many of these are met.
bool share_a_rung(const Framework& framework, const FitAnalysis& analysis, const FitLevel& a,
                  const FitLevel& b) {
    const GapSummary& one = analysis.judged[a.set].summary;
    const GapSummary& other = analysis.judged[b.set].summary;
    if (one.required == 0 || other.required == 0) return one.required == other.required;
    if (is_whole(one) && is_whole(other)) return true;
    return framework.at(a.level).core_set == framework.at(b.level).core_set &&
           one.applicable == other.applicable && one.met == other.met;
}

/// "the whole core sets of supportive and associate", "16 of 20 of autonomous and enhanced".
std::string rung_text(const GapSummary& summary, const std::vector<std::string>& levels) {
    const std::string names = and_list(levels);
    if (summary.required == 0) return fmt::format("no core competence is asked of {}", names);
    if (is_whole(summary))
        return fmt::format("the whole core set{} of {}", levels.size() == 1 ? "" : "s", names);
    std::string text = fmt::format("{} of {} of {}", summary.met, summary.applicable, names);
    if (const auto count = summary.required - summary.applicable; count != 0)
        text += fmt::format(" ({} more not applicable)", count);
    return text;
}

/// The levels as rungs of a ladder, the lowest first.
std::string ladder_text(const Framework& framework, const FitTargets& targets,
                        const FitAnalysis& analysis) {
    std::vector<std::string> rungs;
    for (std::size_t i = 0; i < targets.levels.size();) {
        const FitLevel& first = targets.levels[i];
        std::vector<std::string> names;
        for (; i < targets.levels.size(); ++i) {
            if (!share_a_rung(framework, analysis, first, targets.levels[i])) break;
            names.push_back(framework.at(targets.levels[i].level).id);
        }
        rungs.push_back(rung_text(analysis.judged[first.set].summary, names));
    }
    std::string text = join(rungs, "; ");
    if (!analysis.whole_levels.empty()) text += ". A whole core set is not the level";
    return text;
}

std::vector<Column> figure_columns(std::string_view first) {
    return {{std::string(first), Align::left, true},
            {"Met", Align::right},
            {"Of", Align::right},
            {"N/a", Align::right},
            {"Planned", Align::right},
            {"Gap", Align::right},
            {"Ready", Align::right},
            {"Assured", Align::right}};
}

std::vector<Cell> figure_row(std::string name, const GapSummary& summary) {
    const auto ratio = [](const std::optional<Ratio>& value) {
        return value ? Cell{*value} : Cell{std::string("n/a")};
    };
    std::vector<Cell> row = {{std::move(name)},        {summary.met},
                             {summary.applicable},     {summary.required - summary.applicable},
                             {summary.planned},        {summary.gap},
                             ratio(summary.readiness), ratio(summary.assurance)};
    row[6].tone = tone_of(summary);
    return row;
}

void add_levels(const Framework& framework, const FitTargets& targets, const FitAnalysis& analysis,
                Document& document) {
    Table table;
    table.columns = figure_columns("Level");
    for (const FitLevel& level : targets.levels) {
        table.rows.push_back(
            figure_row(framework.at(level.level).title, analysis.judged[level.set].summary));
    }
    document.push_back(Heading{2, "Levels of practice"});
    document.push_back(std::move(table));
}

const GapRow* find_row(const std::vector<GapRow>& rows, CompetenceId competence) {
    for (const GapRow& row : rows) {
        if (row.asked.competence == competence) return &row;
    }
    return nullptr;
}

/// "expired on 2026-09-30", "partial; planned until 2027-06-30".
std::string state_text(const Framework& framework, const GapRow& row) {
    std::string text = status_text(framework, row);
    if (row.assurance == Assurance::planned)
        text += fmt::format("; planned until {}", to_string(*row.plan->due));
    return text;
}

/// What overlaps ask, which no level and no other role does.
void add_overlaps(const Framework& framework, const FitAnalysis& analysis, Document& document) {
    List list;
    for (const Overlap& overlap : analysis.assessment->person.overlaps) {
        for (const CompetenceId competence : overlap.competences) {
            const GapRow* row = find_row(analysis.own.rows, competence);
            list.items.push_back(
                {fmt::format("{} (asked at {}): {}", framework.at(competence).title,
                             framework.at(row->asked.asked_at).id, state_text(framework, *row))});
        }
    }
    if (list.items.empty()) return;
    document.push_back(Heading{2, "Work at another level, which overlaps with their own"});
    document.push_back(std::move(list));
}

/// The roles of each set, as positions in FitTargets::roles.
std::vector<std::vector<std::size_t>> roles_by_set(const FitTargets& targets) {
    std::vector<std::vector<std::size_t>> result(targets.sets.size());
    for (std::size_t i = 0; i < targets.roles.size(); ++i)
        result[targets.roles[i].set].push_back(i);
    return result;
}

/// A competence that is missing somewhere, in one state, and who asks it.
struct Missing {
    CompetenceId competence;
    std::string state;
    std::vector<std::string> levels;
    std::vector<std::size_t> roles;  // that ask it beyond their level
};

Missing& find_or_add(std::vector<Missing>& all, CompetenceId competence, const std::string& state) {
    for (Missing& missing : all) {
        if (missing.competence == competence && missing.state == state) return missing;
    }
    all.push_back({competence, state, {}, {}});
    return all.back();
}

/// Levels ask first; then the roles that ask what their level does not, or ask it otherwise.
std::vector<std::vector<Missing>> collect_missing(const Framework& framework,
                                                  const FitTargets& targets,
                                                  const FitAnalysis& analysis) {
    std::vector<std::vector<Missing>> all(framework.competences.size());
    const auto visit = [&](std::size_t set, auto use) {
        for (const GapRow& row : analysis.judged[set].rows) {
            if (!row.asked.essential || row.status == Status::met ||
                row.status == Status::not_applicable)
                continue;
            use(row, find_or_add(all[row.asked.competence.index], row.asked.competence,
                                 state_text(framework, row)));
        }
    };
    for (const FitLevel& level : targets.levels) {
        visit(level.set, [&](const GapRow&, Missing& missing) {
            missing.levels.push_back(framework.at(level.level).id);
        });
    }
    const auto roles = roles_by_set(targets);
    for (std::size_t set = 0; set < targets.sets.size(); ++set) {
        if (roles[set].empty()) continue;
        visit(set, [&](const GapRow& row, Missing& missing) {
            const Level& level = framework.at(row.asked.asked_at);
            const bool by_level = level.core_set.contains(row.asked.competence) &&
                                  std::find(missing.levels.begin(), missing.levels.end(),
                                            level.id) != missing.levels.end();
            if (!by_level)
                missing.roles.insert(missing.roles.end(), roles[set].begin(), roles[set].end());
        });
    }
    return all;
}

std::string role_name(const Framework& framework, const FitRole& role) {
    const bool is_own_level = role.role.level == framework.at(role.role.role).levels.front();
    return is_own_level ? framework.at(role.role.role).title
                        : role_at_level(framework, role.role.role, role.role.level);
}

std::string askers_text(const Framework& framework, const FitTargets& targets,
                        const Missing& missing) {
    std::vector<std::string> askers = missing.levels;
    if (missing.roles.size() > kRolesNamed) {
        askers.push_back(count_of(missing.roles.size(), "role", "roles"));
    } else {
        for (const std::size_t i : missing.roles)
            askers.push_back(role_name(framework, targets.roles[i]));
    }
    return join(askers, ", ");
}

void add_missing(const Framework& framework, const FitTargets& targets, const FitAnalysis& analysis,
                 Document& document) {
    Table table;
    table.columns = {{"Competence", Align::left, true},
                     {"Status", Align::left, true},
                     {"Asked by", Align::left, true}};
    for (const auto& states : collect_missing(framework, targets, analysis)) {
        for (const Missing& missing : states) {
            table.rows.push_back({{framework.at(missing.competence).title},
                                  {missing.state},
                                  {askers_text(framework, targets, missing)}});
        }
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Missing"});
    document.push_back(std::move(table));
}

/// "A; B (their own); C", of one level.
std::string role_titles(const Framework& framework, const FitTargets& targets,
                        const std::vector<std::size_t>& roles, const Person& person) {
    std::vector<std::string> names;
    for (const std::size_t i : roles) {
        const RoleAtLevel& role = targets.roles[i].role;
        std::string name = framework.at(role.role).title;
        if (person.role == role.role && person.level == role.level) name += " (their own)";
        names.push_back(std::move(name));
    }
    return join(names, "; ");
}

List missing_list(const Framework& framework, const JudgedRequirements& judged) {
    List list;
    for (const CompetenceId competence : missing_of(judged)) {
        const GapRow& row = *find_row(judged.rows, competence);
        list.items.push_back(
            {fmt::format("{}: {}", framework.at(competence).title, state_text(framework, row)),
             row.assurance == Assurance::planned ? Tone::warn : Tone::bad});
    }
    return list;
}

/// The roles that come next; those that ask the same under one heading.
void add_next(const Framework& framework, const FitTargets& targets, const FitAnalysis& analysis,
              Document& document) {
    document.push_back(Heading{2, "Next roles"});
    if (analysis.next.empty()) {
        document.push_back(Paragraph{
            "None: each role at their level, and at the one above, is whole or not there."});
        return;
    }
    document.push_back(Paragraph{
        "Not yet whole, at their level or the one above; most similar to their own set first."});
    std::vector<std::size_t> told;
    for (const std::size_t next : analysis.next) {
        const std::size_t set = targets.roles[next].set;
        if (std::find(told.begin(), told.end(), set) != told.end()) continue;
        told.push_back(set);
        std::vector<std::size_t> alike;
        for (const std::size_t other : analysis.next) {
            if (targets.roles[other].set == set) alike.push_back(other);
        }
        document.push_back(
            Heading{3, role_titles(framework, targets, alike, analysis.assessment->person)});
        const JudgedRequirements& judged = analysis.judged[set];
        Facts facts;
        facts.rows.push_back({"At", {framework.at(targets.roles[next].role.level).title}});
        facts.rows.push_back({"Result", {summary_line(judged.summary), tone_of(judged.summary)}});
        if (targets.sets[set].core_only)
            facts.rows.push_back({"Rests on", {std::string("core competences only")}});
        document.push_back(std::move(facts));
        List missing = missing_list(framework, judged);
        if (missing.items.empty())
            missing.items.push_back({std::string("Not whole: something is not applicable")});
        document.push_back(std::move(missing));
    }
}

void add_roles(const Framework& framework, const FitTargets& targets, const FitAnalysis& analysis,
               Document& document) {
    Table table;
    table.columns = figure_columns("Roles");
    auto groups = roles_by_set(targets);
    groups.erase(std::remove_if(groups.begin(), groups.end(),
                                [](const auto& roles) { return roles.empty(); }),
                 groups.end());
    std::sort(groups.begin(), groups.end(),
              [](const auto& a, const auto& b) { return a.front() < b.front(); });
    for (const auto& roles : groups) {
        const FitRole& first = targets.roles[roles.front()];
        table.rows.push_back(figure_row(
            fmt::format("At {}: {}", framework.at(first.role.level).id,
                        role_titles(framework, targets, roles, analysis.assessment->person)),
            analysis.judged[first.set].summary));
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "All roles, at each of their levels"});
    document.push_back(std::move(table));
}

void add_cautions(const Framework& framework, const FitTargets& targets,
                  const FitAnalysis& analysis, Document& document) {
    List list;
    list.items.push_back(
        {fmt::format("Against their own role and level: {}.", summary_line(analysis.own.summary))});
    add_weakly_met(weakly_met(analysis.own.summary), list);
    const auto core_only =
        std::count_if(targets.roles.begin(), targets.roles.end(),
                      [&](const FitRole& role) { return targets.sets[role.set].core_only; });
    if (core_only == static_cast<std::ptrdiff_t>(targets.roles.size())) {
        list.items.push_back({std::string(kCoreOnly)});
    } else {
        list.items.push_back({fmt::format(
            "What is said of levels, and of {} of the {}, rests on core competences only: it says "
            "nothing of registration, qualification or role-specific skill.",
            core_only, count_of(targets.roles.size(), "role", "roles"))});
    }
    const bool any_same = std::any_of(
        targets.levels.begin(), targets.levels.end(),
        [&](const FitLevel& level) { return !same_core_as(framework, level.level).empty(); });
    if (any_same) {
        list.items.push_back({std::string(
            "A whole core set is not the level: some levels ask the same core competences. How "
            "these levels differ stands at the end.")});
    }
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

Document fit_document(const Framework& framework, const FitTargets& targets,
                      const FitAnalysis& analysis) {
    const Person& person = analysis.assessment->person;
    Document document;
    document.push_back(make_person_heading(person));
    Facts facts = person_facts(framework, person);
    facts.rows.push_back({"Holds", {ladder_text(framework, targets, analysis), Tone::strong}});
    document.push_back(std::move(facts));
    add_levels(framework, targets, analysis, document);
    add_overlaps(framework, analysis, document);
    add_missing(framework, targets, analysis, document);
    add_next(framework, targets, analysis, document);
    add_roles(framework, targets, analysis, document);
    add_cautions(framework, targets, analysis, document);
    return document;
}

Document fit_closing(const Framework& framework) {
    GapCautions cautions;
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        for (const LevelId other : same_core_as(framework, LevelId{i})) {
            if (LevelId{i} < other) cautions.same_core.insert({LevelId{i}, other});
        }
    }
    return gap_closing(framework, cautions, {});
}

}  // namespace hcf
