// SPDX-License-Identifier: Apache-2.0
// A joint plan for readers: which sessions to hold, who comes to them, and which courses would
// close most.
#include "hcf/base/count.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_plan.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

void add_sessions(std::span<const PersonPlan> people, const JointPlan& plan, Document& document) {
    if (plan.sessions.empty()) return;
    Table table;
    table.columns = {{"No", Align::right},
                     {"Course", Align::left, true},
                     {"Who comes", Align::left, true},
                     {"Hours", Align::right},
                     {"Cost", Align::right}};
    std::int64_t number = 0;
    for (const Session& session : plan.sessions) {
        std::vector<std::string> names;
        for (const Attendance& attendance : session.attendances)
            names.push_back(person_heading(people[attendance.learner].learner.person));
        const auto given = [](const std::optional<Decimal>& decimal) {
            return decimal ? Amount(*decimal).as_given() : std::string("not said");
        };
        table.rows.push_back({{++number},
                              {course_text(*session.course)},
                              {join(names, ", ")},
                              {given(session.course->hours)},
                              {given(session.course->cost)}});
    }
    document.push_back(Heading{2, "Sessions, in an order in which they can be held"});
    document.push_back(std::move(table));
}

void add_reach(const JointPlan& plan, Document& document) {
    if (plan.reach.empty()) return;
    Table table;
    table.columns = {
        {"Course alone", Align::left, true}, {"Helps", Align::right}, {"Closes", Align::right}};
    for (const CourseReach& own : plan.reach) {
        table.rows.push_back({{course_text(*own.course)},
                              {count_of(static_cast<std::size_t>(own.people), "person", "people")},
                              {count_of(static_cast<std::size_t>(own.gaps), "gap", "gaps")}});
    }
    document.push_back(Heading{2, "The courses that close most"});
    document.push_back(std::move(table));
}

}  // namespace

Document sessions_document(std::span<const PersonPlan> people, const JointPlan& plan,
                           const PlanView& view) {
    Document document;
    document.push_back(
        Heading{1, fmt::format("One plan for {}", count_of(people.size(), "person", "people"))});
    Facts facts;
    facts.rows.push_back(
        {"Gaps",
         {fmt::format(
              "{} of {}; {} closed", count_of(static_cast<std::size_t>(plan.gaps), "gap", "gaps"),
              count_of(static_cast<std::size_t>(plan.people), "person", "people"), plan.closed),
          plan.closed == plan.gaps ? Tone::good : Tone::warn}});
    facts.rows.push_back(
        {"Sessions", {total_text(plan.total, "session", "sessions"), Tone::strong}});
    facts.rows.push_back({"Places", {total_text(plan.places, "place", "places")}});
    if (!plan.sessions.empty() || view.has_limits)
        facts.rows.push_back({"Best", {proof_text(plan.proof, view)}});
    document.push_back(std::move(facts));
    if (!plan.sessions.empty()) {
        document.push_back(Paragraph{
            "Each session is held once, and counted once. Where every place is paid for, the cost "
            "of the places counts."});
    }
    add_sessions(people, plan, document);
    add_reach(plan, document);
    return document;
}

}  // namespace hcf
