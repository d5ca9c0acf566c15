// SPDX-License-Identifier: Apache-2.0
// A development plan for readers, to be signed: objective, action, measure, support, due, review.
#include "hcf/base/count.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_plan.h"
#include "hcf/present/present_target.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

constexpr std::string_view kBlank = "____________________";
constexpr std::string_view kBlankDate = "____-__-__";

std::string titles_of(const Framework& framework, const std::vector<CompetenceId>& ids) {
    std::vector<std::string> titles;
    titles.reserve(ids.size());
    for (const CompetenceId id : ids) titles.push_back(framework.at(id).title);
    return join(titles, "; ");
}

std::string hours_of(const Amount& amount) {
    const std::string number = amount.shortest();
    return number == "1" ? "1 hour" : number + " hours";
}

std::string given_text(const std::optional<Decimal>& decimal) {
    return decimal ? Amount(*decimal).as_given() : std::string("not said");
}

std::int64_t closable(const PersonPlan& plan) {
    return as_count(plan.learner.needs.size() - plan.plan.uncovered.size() -
                    plan.plan.beyond_limits.size());
}

/// "2 courses, 20 hours, 380.00; they close 3 of 4 gaps".
Cell plan_cell(const PersonPlan& plan) {
    const std::size_t needs = plan.learner.needs.size();
    if (needs == 0) return {std::string("no gap that a course could close"), Tone::good};
    if (plan.plan.courses.empty())
        return {fmt::format("no course; {} left", count_of(needs, "gap", "gaps")), Tone::bad};
    const bool closes_all = closable(plan) == as_count(needs);
    return {fmt::format("{}; closes {} of {}", total_text(plan.plan.total, "course", "courses"),
                        closable(plan), count_of(needs, "gap", "gaps")),
            closes_all ? Tone::good : Tone::warn};
}

void add_courses(const Framework& framework, const PersonPlan& plan, Document& document) {
    if (plan.plan.courses.empty()) return;
    Table table;
    table.columns = {{"No", Align::right},
                     {"Course", Align::left, true},
                     {"Closes", Align::left, true},
                     {"Hours", Align::right},
                     {"Cost", Align::right}};
    std::int64_t number = 0;
    for (const PlannedCourse& planned : plan.plan.courses) {
        table.rows.push_back({{++number},
                              {course_text(*planned.course)},
                              {planned.closes.empty() ? std::string("comes before another course")
                                                      : titles_of(framework, planned.closes)},
                              {given_text(planned.course->hours)},
                              {given_text(planned.course->cost)}});
    }
    document.push_back(Heading{2, "Courses, in an order in which they can be taken"});
    document.push_back(std::move(table));
}

std::string objective_text(const Framework& framework, const PersonPlan& plan,
                           const PlannedCourse& planned) {
    if (planned.closes.empty()) return "Be ready for the course that asks for this one";
    return fmt::format("{}: met, at {}", titles_of(framework, planned.closes),
                       framework.at(plan.target.level).id);
}

std::string action_text(const Course& course) {
    std::string text = fmt::format("Take the course {}", course.id);
    if (!course.provider.empty()) text += fmt::format(" of {}", course.provider);
    if (!course.mode.empty()) text += ", " + course.mode;
    return text;
}

/// One course as a signed plan has it.
Facts step_facts(const Framework& framework, const PersonPlan& plan, const PlannedCourse& planned,
                 const PlanView& view) {
    const auto date = [](const std::optional<Date>& day) {
        return day ? to_string(*day) : std::string(kBlankDate);
    };
    Facts facts;
    facts.rows = {
        {"Objective", {objective_text(framework, plan, planned)}},
        {"Action", {action_text(*planned.course)}},
        {"Measure",
         {std::string(planned.closes.empty()
                          ? "The course is completed"
                          : "The competence is assessed after the course, and judged as met")}},
        {"Support",
         {fmt::format("{}, cost {}; supervised by {}", hours_text(planned.course->hours),
                      given_text(planned.course->cost),
                      plan.supervisor.empty() ? std::string(kBlank) : plan.supervisor)}},
        {"Due", {date(view.dates.due)}},
        {"Review", {date(view.dates.review)}},
        {"Outcome", {std::string(kBlank)}}};
    return facts;
}

void add_steps(const Framework& framework, const PersonPlan& plan, const PlanView& view,
               Document& document) {
    if (plan.plan.courses.empty()) return;
    document.push_back(Heading{2, "Development plan"});
    std::int64_t number = 0;
    for (const PlannedCourse& planned : plan.plan.courses) {
        document.push_back(Heading{3, fmt::format("{}. {}", ++number, title_of(*planned.course))});
        document.push_back(step_facts(framework, plan, planned, view));
    }
}

void add_list(const Framework& framework, std::string_view heading,
              const std::vector<CompetenceId>& ids, Document& document) {
    if (ids.empty()) return;
    List list;
    for (const CompetenceId id : ids) list.items.push_back({framework.at(id).title});
    document.push_back(Heading{2, std::string(heading)});
    document.push_back(std::move(list));
}

/// What no course closes, and what only a course does that was taken before.
void add_uncovered(const Framework& framework, const PersonPlan& plan, Document& document) {
    if (plan.plan.uncovered.empty()) return;
    List list;
    for (const CompetenceId id : plan.plan.uncovered) {
        std::string text = framework.at(id).title;
        for (const TakenAlready& taken : plan.plan.taken_already) {
            if (taken.competence != id) continue;
            std::vector<std::string> courses;
            for (const Course* course : taken.courses) courses.push_back(course->id);
            text += fmt::format(
                ": only what was taken already ({}) develops it; have it assessed, "
                "or plan it by other means",
                join(courses, ", "));
        }
        list.items.push_back({std::move(text)});
    }
    document.push_back(Heading{2, "No course closes"});
    document.push_back(std::move(list));
}

void add_cautions(const PersonPlan& plan, Document& document) {
    List list;
    if (!plan.plan.courses.empty()) {
        list.items.push_back(
            {std::string("A course makes nothing met: only an assessment after it does.")});
    }
    if (plan.core_only) list.items.push_back({std::string(kCoreOnly)});
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

void add_signatures(const PersonPlan& plan, Document& document) {
    if (plan.plan.courses.empty()) return;
    const std::string line = fmt::format("{}  Date {}", kBlank, kBlankDate);
    Facts facts;
    facts.rows = {{"Staff member", {line}}, {"Supervisor", {line}}, {"Manager", {line}}};
    document.push_back(Heading{2, "Agreed"});
    document.push_back(std::move(facts));
}

std::string measure_text(CoverMeasure measure) {
    switch (measure) {
        case CoverMeasure::left_open: return "leaves fewer gaps open";
        case CoverMeasure::courses: return "takes fewer courses";
        case CoverMeasure::cost: return "costs less";
        case CoverMeasure::hours: return "takes fewer hours";
    }
    return {};
}

std::string excess_text(const TrainingProof& proof) {
    const std::string number = proof.excess->shortest();
    switch (*proof.open_at) {
        case CoverMeasure::left_open: return number + " gaps";
        case CoverMeasure::courses: return number + " courses";
        case CoverMeasure::cost: return "a cost of " + proof.excess->as_given();
        case CoverMeasure::hours: return hours_of(*proof.excess);
    }
    return {};
}

}  // namespace

std::string hours_text(const std::optional<Decimal>& hours) {
    return hours ? hours_of(Amount(*hours)) : std::string("hours not said");
}

std::string total_text(const TrainingTotal& total, std::string_view one, std::string_view many) {
    const auto at_least = [](std::int64_t unknown) { return unknown == 0 ? "" : "at least "; };
    const std::string hours = total.without_hours == total.courses
                                  ? std::string("hours not said")
                                  : at_least(total.without_hours) + hours_of(total.hours);
    const std::string cost = total.without_cost == total.courses
                                 ? std::string("not said")
                                 : at_least(total.without_cost) + total.cost.as_given();
    return fmt::format("{}, {}, cost {}",
                       count_of(static_cast<std::size_t>(total.courses), one, many), hours, cost);
}

std::string proof_text(const TrainingProof& proof, const PlanView& view) {
    const CoverMeasure minimise = view.minimise;
    if (proof.proved_optimal) {
        return fmt::format("proved: {}nothing that closes as much {}",
                           view.has_limits ? "nothing within the limits closes more, and " : "",
                           measure_text(minimise));
    }
    if (!proof.open_at) return "the best found; another one may be as good and stand before it";
    if (!proof.excess) return "the best found; how far from the best possible is not known";
    const bool is_tie = *proof.open_at != minimise && *proof.open_at != CoverMeasure::left_open;
    return fmt::format(
        "{}the best found: at most {} more than the best possible",
        is_tie ? fmt::format("proved: nothing {}; of equal ones ", measure_text(minimise))
               : std::string(),
        excess_text(proof));
}

std::string course_text(const Course& course) {
    std::vector<std::string> names;
    if (!course.title.empty()) names.push_back(course.id);
    if (!course.provider.empty()) names.push_back(course.provider);
    const std::string title(title_of(course));
    return names.empty() ? title : fmt::format("{} ({})", title, join(names, ", "));
}

Document plan_document(const Framework& framework, const PersonPlan& plan, const PlanView& view) {
    Document document;
    document.push_back(make_person_heading(plan.learner.person));
    Facts facts = person_facts(framework, plan.learner.person);
    facts.rows.push_back(
        {"Against", {target_text(framework, plan.learner.person, plan.target), Tone::strong}});
    facts.rows.push_back({"Now", {summary_line(plan.summary), tone_of(plan.summary)}});
    facts.rows.emplace_back("Plan", plan_cell(plan));
    if (view.is_part)
        facts.rows.emplace_back("Best", Cell{std::string("a part of the plan for all, see there")});
    else if (!plan.plan.courses.empty() || !plan.plan.beyond_limits.empty())
        facts.rows.push_back({"Best", {proof_text(plan.plan.proof, view)}});
    document.push_back(std::move(facts));
    add_courses(framework, plan, document);
    add_steps(framework, plan, view, document);
    add_uncovered(framework, plan, document);
    add_list(framework, "Beyond the limits: a course would close", plan.plan.beyond_limits,
             document);
    add_list(framework, "To be assessed again: it needs a judge, not a course",
             plan.learner.to_reassess, document);
    add_cautions(plan, document);
    add_signatures(plan, document);
    return document;
}

}  // namespace hcf
