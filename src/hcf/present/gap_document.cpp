// SPDX-License-Identifier: Apache-2.0
// The gap analysis for readers: what is missing first, what to do next, then what is met (issue 2;
// spec 3).
#include "hcf/present/gap_words.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_target.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

std::string doubt_text(const Framework& framework, const GapRow& row) {
    switch (row.doubt) {
        case Doubt::weaker_basis:
            return row.rating->basis
                       ? fmt::format("judged by {} only", to_string(*row.rating->basis))
                       : std::string("nobody is named as the basis");
        case Doubt::shown_below:
            return fmt::format("shown at {}, asked at {}", framework.at(row.rating->shown_at).id,
                               framework.at(row.asked.asked_at).id);
        case Doubt::undated: return "it has no date, and must be refreshed";
        case Doubt::other_scale:
            return fmt::format("{} is needed, and it was rated on another scale",
                               needs_text(framework, row));
        case Doubt::none: break;
    }
    return {};
}

/// The title, and the level at which it is asked where that is not the target's.
std::string asked_title(const Framework& framework, const GapAnalysis& analysis,
                        const GapRow& row) {
    const std::string& title = framework.at(row.asked.competence).title;
    if (row.asked.asked_at == analysis.target.level) return title;
    return fmt::format("{} (asked at {})", title, framework.at(row.asked.asked_at).id);
}

std::string title_of(const Framework& framework, const GapAnalysis& analysis, const GapRow& row) {
    const std::string title = asked_title(framework, analysis, row);
    return row.asked.essential ? title : title + " (desirable)";
}

/// What ends the gap, as an instruction.
std::string next_step(const GapRow& row) {
    if (row.reason == GapReason::plan_without_due) return "Give the plan a due date";
    if (row.reason == GapReason::plan_overdue) {
        return fmt::format("Judge the outcome of the plan that was due on {}, or plan again",
                           to_string(*row.plan->due));
    }
    if (row.reason == GapReason::plan_without_supervisor) {
        return fmt::format("Name a supervisor for the plan that is due on {}",
                           to_string(*row.plan->due));
    }
    switch (row.status) {
        case Status::expired:
            return "Have it assessed again, or plan that with a due date and a supervisor";
        case Status::unconfirmed: return "Have it confirmed by a judgement that is accepted";
        case Status::not_assessed:
            return "Have it assessed, or plan it with a due date and a supervisor";
        case Status::met:
        case Status::partial:
        case Status::not_met:
        case Status::not_applicable: break;
    }
    return "Plan it with a due date and a supervisor";
}

/// What is to be done, and for which competences; in the order in which the rows want it.
using Steps = std::vector<std::pair<std::string, std::vector<std::string>>>;

void add_step(Steps& steps, const std::string& step, const std::string& title) {
    for (auto& [known, titles] : steps) {
        if (known == step) return titles.push_back(title);
    }
    steps.push_back({step, {title}});
}

void add_facts(const Framework& framework, const GapAnalysis& analysis, Document& document) {
    Facts facts = person_facts(framework, analysis.assessment->person);
    facts.rows.push_back({"Against", {describe_target(framework, analysis), Tone::strong}});
    facts.rows.push_back({"Result", {summary_line(analysis.summary), tone_of(analysis.summary)}});
    document.push_back(std::move(facts));
}

/// A desirable competence is no gap in the counts, so it is not called one.
Cell state_cell(const GapRow& row) {
    if (!row.asked.essential) return {std::string("desirable"), Tone::muted};
    if (row.assurance == Assurance::gap) return {std::string("GAP"), Tone::bad};
    return {std::string("planned"), Tone::warn};
}

void add_missing(const Framework& framework, const GapAnalysis& analysis, Document& document) {
    Table table;
    table.columns = {{"State"},
                     {"Competence", Align::left, true},
                     {"Status", Align::left, true},
                     {"Plan", Align::left, true}};
    Steps steps;
    for (const GapRow& row : analysis.rows) {
        if (row.assurance != Assurance::gap && row.assurance != Assurance::planned) continue;
        table.rows.push_back({state_cell(row),
                              {asked_title(framework, analysis, row)},
                              {status_text(framework, row)},
                              {plan_text(row)}});
        if (row.asked.essential && row.assurance == Assurance::gap) {
            add_step(steps, next_step(row), framework.at(row.asked.competence).title);
        }
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Missing"});
    document.push_back(std::move(table));
    if (steps.empty()) return;
    List list;
    for (const auto& [step, titles] : steps)
        list.items.push_back({fmt::format("{}: {}", step, join(titles, "; "))});
    document.push_back(Heading{2, "Next steps"});
    document.push_back(std::move(list));
}

std::string evidence_text(const Rating& rating, const GapView& view) {
    return view.evidence_lists ? evidence_titles(rating)
                               : fmt::format("{}", rating.evidence.size());
}

/// What there is for competences that are not met: with --evidence alone, for few have any.
void add_evidence_so_far(const Framework& framework, const GapAnalysis& analysis,
                         const GapView& view, Document& document) {
    if (!view.evidence_lists) return;
    List list;
    for (const GapRow& row : analysis.rows) {
        if (row.status == Status::met || row.rating == nullptr || row.rating->evidence.empty())
            continue;
        list.items.push_back({fmt::format("{}: {}", framework.at(row.asked.competence).title,
                                          evidence_titles(*row.rating))});
    }
    if (list.items.empty()) return;
    document.push_back(Heading{2, "Evidence of what is not met"});
    document.push_back(std::move(list));
}

void add_met(const Framework& framework, const GapAnalysis& analysis, const GapView& view,
             Document& document) {
    Table table;
    table.columns = {
        {"Competence", Align::left, true},
        {"Judged by"},
        {"On"},
        {"Until"},
        {"Evidence", view.evidence_lists ? Align::left : Align::right, view.evidence_lists}};
    for (const GapRow& row : analysis.rows) {
        if (row.status != Status::met) continue;
        std::vector<Cell> cells = {{title_of(framework, analysis, row)}, {}, {}, {}, {}};
        if (row.through)
            cells[0].value =
                title_of(framework, analysis, row) + ", " + status_text(framework, row);
        if (row.rating != nullptr && !row.through) {
            cells[1].value =
                std::string(row.rating->basis ? to_string(*row.rating->basis) : "not said");
            if (row.rating->assessed) cells[2].value = to_string(*row.rating->assessed);
            if (row.valid_until) cells[3].value = to_string(*row.valid_until);
            cells[4].value = evidence_text(*row.rating, view);
        }
        table.rows.push_back(std::move(cells));
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Met"});
    document.push_back(std::move(table));
}

void add_beyond(const Framework& framework, const GapAnalysis& analysis, Document& document) {
    if (analysis.beyond.empty()) return;
    List list;
    for (const CompetenceId id : analysis.beyond) list.items.push_back({framework.at(id).title});
    document.push_back(Heading{2, "Met beyond what is asked"});
    document.push_back(std::move(list));
}

void add_cautions(const Framework& framework, const GapAnalysis& analysis, Document& document) {
    List list = caution_list(framework, analysis.summary, analysis.core_only, analysis.target.level,
                             analysis.same_core_as);
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

void add_not_applicable(const Framework& framework, const GapAnalysis& analysis,
                        Document& document) {
    List list;
    for (const GapRow& row : analysis.rows) {
        if (row.status == Status::not_applicable)
            list.items.push_back({title_of(framework, analysis, row) + ": " + row.rating->note});
    }
    if (list.items.empty()) return;
    document.push_back(Heading{2, "Not applicable"});
    document.push_back(std::move(list));
}

Tone tone_of(const GapSummary& summary) {
    if (summary.gap != 0 || !summary.readiness) return Tone::bad;
    return summary.planned != 0 ? Tone::warn : Tone::good;
}

std::string summary_line(const GapSummary& summary) {
    if (summary.required == 0) return "nothing is required";
    std::string line = fmt::format("{} of {} met", summary.met, summary.applicable);
    if (summary.planned != 0) line += fmt::format(", {} planned", summary.planned);
    if (summary.gap != 0)
        line += fmt::format(", {} {}", summary.gap, summary.gap == 1 ? "gap" : "gaps");
    if (const auto count = summary.required - summary.applicable; count != 0)
        line += fmt::format(", {} not applicable", count);
    return line + fmt::format(": {} ready, {} assured", percent_text(summary.readiness),
                              percent_text(summary.assurance));
}

std::string status_text(const Framework& framework, const GapRow& row) {
    switch (row.status) {
        case Status::met:
            return row.through ? fmt::format("met through {}", framework.at(*row.through).title)
                               : std::string("met");
        case Status::expired: return fmt::format("expired on {}", to_string(*row.valid_until));
        case Status::unconfirmed: return "unconfirmed: " + doubt_text(framework, row);
        case Status::partial: {
            const std::string needs = needs_text(framework, row);
            return needs.empty() ? "partial" : fmt::format("partial: {} is needed", needs);
        }
        case Status::not_met: return "not met";
        case Status::not_assessed: return "not assessed";
        case Status::not_applicable: return "not applicable";
    }
    return {};
}

WeaklyMet weakly_met(const GapSummary& summary, std::string_view what) {
    return {what, summary.met, summary.met_self, summary.met_without_evidence,
            summary.met_below_level};
}

List caution_list(const Framework& framework, const GapSummary& summary, bool core_only,
                  LevelId level, const std::vector<LevelId>& same_core_as) {
    List list;
    add_weakly_met(weakly_met(summary), list);
    if (core_only) list.items.push_back({std::string(kCoreOnly)});
    for (const LevelId other : same_core_as)
        list.items.push_back({same_core_caution(framework, make_level_pair(level, other))});
    return list;
}

std::string describe_target(const Framework& framework, const GapAnalysis& analysis) {
    return target_text(framework, analysis.assessment->person, analysis.target);
}

Document gap_document(const Framework& framework, const GapAnalysis& analysis,
                      const GapView& view) {
    Document document;
    document.push_back(make_person_heading(analysis.assessment->person));
    add_facts(framework, analysis, document);
    document.push_back(readiness_ring(framework, analysis));
    document.push_back(level_ladder(framework, analysis));
    add_missing(framework, analysis, document);
    add_evidence_so_far(framework, analysis, view, document);
    add_not_applicable(framework, analysis, document);
    add_met(framework, analysis, view, document);
    add_beyond(framework, analysis, document);
    add_cautions(framework, analysis, document);
    return document;
}

void GapCautions::note(const GapAnalysis& analysis) {
    core_only = core_only || analysis.core_only;
    for (const LevelId other : analysis.same_core_as)
        same_core.insert(make_level_pair(analysis.target.level, other));
}

Document gap_closing(const Framework& framework, const GapCautions& cautions, const GapView& view) {
    Document document;
    if (view.totals_only) {
        List list;
        if (cautions.core_only) list.items.push_back({std::string(kCoreOnly)});
        for (const LevelPair& pair : cautions.same_core)
            list.items.push_back({same_core_text(framework, pair)});
        document.push_back(std::move(list));
    }
    for (const LevelPair& pair : cautions.same_core) add_difference(framework, pair, document);
    return document;
}

Table make_totals_table() {
    Table table;
    table.columns = {
        {"Person", Align::left, true}, {"Against", Align::left, true}, {"Met", Align::right},
        {"Of", Align::right},          {"N/a", Align::right},          {"Planned", Align::right},
        {"Gap", Align::right},         {"Ready", Align::right},        {"Assured", Align::right}};
    return table;
}

void add_totals_row(const Framework& framework, const GapAnalysis& analysis, Table& table) {
    const GapSummary& summary = analysis.summary;
    const auto ratio = [](const std::optional<Ratio>& value) {
        return value ? Cell{*value} : Cell{std::string("n/a")};
    };
    table.rows.push_back(
        {{person_heading(analysis.assessment->person)},
         {analysis.target.kind == TargetKind::own ? std::string("own")
                                                  : describe_target(framework, analysis)},
         {summary.met},
         {summary.applicable},
         {summary.required - summary.applicable},
         {summary.planned},
         {summary.gap},
         ratio(summary.readiness),
         ratio(summary.assurance)});
    table.rows.back()[7].tone = tone_of(summary);
}

}  // namespace hcf
