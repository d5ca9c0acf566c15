// SPDX-License-Identifier: Apache-2.0
// The form of an appraisal, for the two who hold it. The draft framework sees it "alongside a
// training needs analysis, comparing current skills and knowledge with required skills and
// knowledge"; so the form goes from the last plans by where the person stands to what is needed and
// what is agreed. Dots stand where something is to be written: they need no escaping in any format.
#include "hcf/present/gap_words.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_progress.h"
#include "hcf/present/present_review.h"
#include "hcf/present/prose.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

constexpr std::size_t kPage = 78;
constexpr int kObjectives = 4;

std::string dots(std::size_t count) { return std::string(count, '.'); }

/// A question, and lines for the answer.
void add_question(std::string question, int lines, Document& document) {
    document.push_back(Paragraph{std::move(question)});
    for (int i = 0; i < lines; ++i) document.push_back(Paragraph{dots(kPage)});
}

std::string supervision_text(const Supervision& supervision, Date as_of) {
    std::string text = supervision.supervisor;
    if (supervision.mode)
        text += fmt::format("{}{}", text.empty() ? "" : ", ", to_string(*supervision.mode));
    if (supervision.until)
        text += fmt::format("{}until {}", text.empty() ? "" : ", ", to_string(*supervision.until));
    if (supervision.until && *supervision.until < as_of) text += " (ended)";
    return text;
}

void add_head(const Framework& framework, const Review& review, Date as_of, Document& document) {
    const Assessment& assessment = *review.now.assessment;
    document.push_back(Heading{1, fmt::format("Appraisal: {}", person_heading(assessment.person))});
    Facts facts = person_facts(framework, assessment.person);
    facts.rows.push_back({"Against", {describe_target(framework, review.now), Tone::strong}});
    if (assessment.supervision)
        facts.rows.push_back({"Supervision", {supervision_text(*assessment.supervision, as_of)}});
    facts.rows.push_back({"As it stands on", {to_string(as_of)}});
    if (review.since) facts.rows.push_back({"Last time", {to_string(review.since->assessed)}});
    facts.rows.push_back({"Appraiser", {dots(40)}});
    facts.rows.push_back({"Day of the talk", {dots(40)}});
    document.push_back(std::move(facts));
}

Tone tone_of(PlanOutcome outcome) {
    switch (outcome) {
        case PlanOutcome::met: return Tone::good;
        case PlanOutcome::dropped:
        case PlanOutcome::overdue: return Tone::bad;
        case PlanOutcome::undated:
        case PlanOutcome::planned_again: return Tone::warn;
        case PlanOutcome::open:
        case PlanOutcome::not_asked:
        case PlanOutcome::not_applicable: break;
    }
    return Tone::plain;
}

/// What is planned now, where that is another plan: "planned again for 2026-12-21".
std::string new_plan_text(const Plan& plan) {
    if (!plan.due) return "planned again without a day";
    return "planned again for " + to_string(*plan.due);
}

/// How a plan that is not overdue runs. Without a supervisor it assures nothing.
std::string running_text(const GapRow* now, bool is_other) {
    const bool is_supervised = now != nullptr && !now->plan_supervisor.empty();
    if (!is_other) return is_supervised ? "plan is running" : "running, nobody supervises";
    return new_plan_text(*now->plan) + (is_supervised ? "" : ", nobody supervises");
}

/// "not met, and no plan any more". `now` is what is asked, nullptr where it is not.
std::string outcome_text(const ReviewedPlan& then, const GapRow* now) {
    const std::string status = then.status ? prose(to_string(*then.status)) : std::string();
    const Plan* plan = now == nullptr ? nullptr : now->plan;
    const bool is_other =
        plan != nullptr && (plan->action != then.plan.action || plan->due != then.plan.due);
    switch (then.outcome) {
        case PlanOutcome::met: return "met";
        case PlanOutcome::not_applicable: return "does not apply now";
        case PlanOutcome::not_asked: return "not asked now";
        case PlanOutcome::dropped: return status + ", and no plan any more";
        case PlanOutcome::overdue:
            return fmt::format("{}, {}overdue", status,
                               is_other ? new_plan_text(*plan) + ", " : std::string());
        case PlanOutcome::undated:
            return fmt::format("{}, planned {}without a day", status, is_other ? "again " : "");
        case PlanOutcome::planned_again:
        case PlanOutcome::open: return fmt::format("{}, {}", status, running_text(now, is_other));
    }
    return {};
}

const GapRow* find_row(const Review& review, CompetenceId competence) {
    for (const GapRow& row : review.now.rows) {
        if (row.asked.competence == competence) return &row;
    }
    return nullptr;
}

void add_plans(const Framework& framework, const Review& review, Document& document) {
    document.push_back(Heading{2, review.since ? fmt::format("1. What became of the plans of {}",
                                                             to_string(review.since->assessed))
                                               : std::string("1. How the plans stand")});
    Table table;
    table.columns = {{"Competence", Align::left, true},
                     {"Planned", Align::left, true},
                     {"Due"},
                     {"Outcome", Align::left, true}};
    for (const ReviewedPlan& plan : review.plans) {
        table.rows.push_back(
            {{framework.at(plan.competence).title},
             {plan.plan.action},
             {plan.plan.due ? to_string(*plan.plan.due) : std::string("no day")},
             {outcome_text(plan, find_row(review, plan.competence)), tone_of(plan.outcome)}});
    }
    if (table.rows.empty())
        document.push_back(Paragraph{"There were no plans."});
    else
        document.push_back(std::move(table));
    add_question("What helped, and what stood in the way:", 2, document);
}

void add_standing(const Framework& framework, const Review& review, Document& document) {
    const GapSummary& now = review.now.summary;
    document.push_back(Heading{2, "2. Standing"});
    Facts facts;
    if (review.since) {
        facts.rows.push_back(
            {to_string(review.since->assessed), {summary_line(review.since->then.summary)}});
    }
    facts.rows.push_back({"Now", {summary_line(now), tone_of(now)}});
    if (review.since) {
        const std::string counts = counts_text(count_changes(review.since->changes));
        facts.rows.push_back({"Since then", {counts.empty() ? "nothing changed" : counts}});
    }
    document.push_back(std::move(facts));
    if (review.since && !review.since->changes.empty())
        document.push_back(make_changes_table(framework, review.since->changes));
    List cautions = caution_list(framework, now, review.now.core_only, review.now.target.level,
                                 review.now.same_core_as);
    if (!cautions.items.empty()) document.push_back(std::move(cautions));
}

void add_running_out(const Framework& framework, const Review& review, Document& document) {
    document.push_back(Heading{2, fmt::format("3. What runs out by {}", to_string(review.until))});
    List list;
    for (const RunningOut& running : review.running_out) {
        std::string text = fmt::format("{}: valid until {}", framework.at(running.competence).title,
                                       to_string(running.last_day));
        if (running.through)
            text += fmt::format(", through {}", framework.at(*running.through).title);
        list.items.push_back({std::move(text), Tone::warn});
    }
    if (list.items.empty())
        document.push_back(Paragraph{"Nothing that is met runs out by then."});
    else
        document.push_back(std::move(list));
}

/// "autonomous", "autonomous, zero-to-six/4".
std::string required_text(const Framework& framework, const GapRow& row) {
    std::string text = framework.at(row.asked.asked_at).id;
    if (row.asked.needs) text += ", " + needs_text(framework, row);
    if (!row.asked.essential) text += " (desirable)";
    return text;
}

void add_needs(const Framework& framework, const Review& review, Document& document) {
    document.push_back(Heading{2, "4. Training needs: what is required, and what there is"});
    if (review.needs.empty()) {
        document.push_back(Paragraph{"Everything that is asked and applicable is met."});
    } else {
        Table table;
        table.columns = {{"Competence", Align::left, true},
                         {"Required at"},
                         {"Now", Align::left, true},
                         {"Plan so far", Align::left, true}};
        for (const GapRow* row : review.needs) {
            const bool is_gap = row->asked.essential && row->assurance == Assurance::gap;
            table.rows.push_back({{framework.at(row->asked.competence).title},
                                  {required_text(framework, *row)},
                                  {status_text(framework, *row), is_gap ? Tone::bad : Tone::warn},
                                  {plan_text(*row)}});
        }
        document.push_back(std::move(table));
    }
    add_question("Further needs, of this role or of the next one:", 2, document);
}

/// What a count of competences cannot say: the level's descriptor, to be talked over.
void add_level(const Framework& framework, const Review& review, Document& document) {
    const Level& level = framework.at(review.now.target.level);
    Table table;
    table.columns = {{"Facet"}, {"What the level asks", Align::left, true}, {"Shown by"}};
    for (std::size_t i = 0; i < level.descriptor.size(); ++i) {
        if (level.descriptor[i].empty()) continue;
        table.rows.push_back(
            {{std::string(Words<Facet>::kList[i])}, {level.descriptor[i]}, {dots(22)}});
    }
    document.push_back(Heading{2, fmt::format("5. The level: {}", level.title)});
    if (table.rows.empty()) return add_question("How the level shows in the work:", 2, document);
    document.push_back(std::move(table));
}

void add_voices(Document& document) {
    document.push_back(Heading{2, "6. The staff member"});
    add_question("What went well, and what shows it:", 2, document);
    add_question("What was hard, and what would have helped:", 2, document);
    add_question("Where to next: role, level of practice, learning:", 2, document);
    document.push_back(Heading{2, "7. The appraiser"});
    add_question("What I have seen, and value:", 2, document);
    add_question("What I expect next, and the support I will give:", 2, document);
}

void add_agreement(const Review& review, Document& document) {
    Table objectives;
    objectives.columns = {{"No.", Align::right},
                          {"Objective and action"},
                          {"Measure"},
                          {"Support"},
                          {"Due"},
                          {"Review"}};
    for (std::int64_t i = 1; i <= kObjectives; ++i) {
        objectives.rows.push_back(
            {{i}, {dots(22)}, {dots(12)}, {dots(11)}, {dots(10)}, {dots(10)}});
    }
    document.push_back(Heading{2, "8. Agreed objectives"});
    document.push_back(std::move(objectives));
    Table signatures;
    signatures.columns = {{"Who"}, {"Name", Align::left, true}, {"Signature"}, {"Day"}};
    const Person& person = review.now.assessment->person;
    signatures.rows = {
        {{std::string("Staff member")}, {person_heading(person)}, {dots(22)}, {dots(10)}},
        {{std::string("Appraiser")}, {dots(24)}, {dots(22)}, {dots(10)}}};
    document.push_back(Heading{2, "9. Signatures"});
    document.push_back(std::move(signatures));
}

}  // namespace

Document review_document(const Framework& framework, const Review& review, Date as_of) {
    Document document;
    add_head(framework, review, as_of, document);
    add_plans(framework, review, document);
    add_standing(framework, review, document);
    add_running_out(framework, review, document);
    document.push_back(review_timeline(framework, review, as_of));
    add_needs(framework, review, document);
    add_level(framework, review, document);
    add_voices(document);
    add_agreement(review, document);
    return document;
}

}  // namespace hcf
