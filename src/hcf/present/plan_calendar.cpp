// SPDX-License-Identifier: Apache-2.0
// The days of a plan for a calendar: of people it says the id and nothing else.
#include "hcf/base/digest.h"
#include "hcf/present/present_plan.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

class EventMaker {
public:
    EventMaker(const Framework& framework, const PersonPlan& plan, Calendar& calendar)
        : framework_(framework), plan_(plan), calendar_(calendar) {}

    void add_course(const PlannedCourse& planned, const PlanDates& dates);
    void add_standing(const StandingPlan& standing);

private:
    void add(std::string uid, const std::optional<Date>& day, std::string summary,
             std::string description);
    [[nodiscard]] std::string uid_of(std::string_view kind, std::string_view target,
                                     std::string_view subject) const;
    [[nodiscard]] std::string target() const;

    const Framework& framework_;
    const PersonPlan& plan_;
    Calendar& calendar_;
};

/// The same for the same thing, whichever its day is: a calendar moves what it has already. Nothing
/// can be read from it.
std::string EventMaker::uid_of(std::string_view kind, std::string_view target,
                               std::string_view subject) const {
    Sha256 digest;
    for (const std::string_view field :
         {std::string_view(plan_.learner.person.id), target, kind, subject}) {
        digest.add(field);
        digest.add(std::string_view("\0", 1));
    }
    return to_hex(digest.finish()).substr(0, 32) + "@hcf";
}

std::string EventMaker::target() const {
    return fmt::format("{} {} {}", to_string(plan_.target.kind),
                       plan_.target.role ? framework_.at(*plan_.target.role).id : std::string(),
                       framework_.at(plan_.target.level).id);
}

/// A plan of the assessment may stand for several targets: it is one event.
void EventMaker::add(std::string uid, const std::optional<Date>& day, std::string summary,
                     std::string description) {
    const auto is_same = [&](const CalendarEvent& event) { return event.uid == uid; };
    if (!day || std::any_of(calendar_.events.begin(), calendar_.events.end(), is_same)) return;
    calendar_.events.push_back(
        {std::move(uid), *day, std::move(summary), std::move(description), "Development plan"});
}

void EventMaker::add_course(const PlannedCourse& planned, const PlanDates& dates) {
    const Course& course = *planned.course;
    const std::string& id = plan_.learner.person.id;
    std::vector<std::string> titles;
    for (const CompetenceId competence : planned.closes)
        titles.push_back(framework_.at(competence).title);
    const std::string description =
        fmt::format("{}\n{}", course_text(course),
                    titles.empty() ? std::string("comes before another course")
                                   : "develops: " + join(titles, "; "));
    const std::string subject = full_id(course);
    add(uid_of("course-review", target(), subject), dates.review,
        fmt::format("{}: review of {}", id, title_of(course)), description);
    add(uid_of("course-due", target(), subject), dates.due,
        fmt::format("{}: due, {}", id, title_of(course)), description);
}

/// A plan's own words stay where they are: they are free text.
void EventMaker::add_standing(const StandingPlan& standing) {
    const Competence& competence = framework_.at(standing.competence);
    const std::string& id = plan_.learner.person.id;
    const std::string description = "a plan of the assessment";
    add(uid_of("plan-review", {}, competence.id), standing.review,
        fmt::format("{}: review of the plan for {}", id, competence.title), description);
    add(uid_of("plan-due", {}, competence.id), standing.due,
        fmt::format("{}: plan due, {}", id, competence.title), description);
}

}  // namespace

void add_plan_events(const Framework& framework, const PersonPlan& plan, const PlanView& view,
                     Calendar& calendar) {
    calendar.made_on = view.as_of;
    EventMaker maker(framework, plan, calendar);
    for (const PlannedCourse& planned : plan.plan.courses) maker.add_course(planned, view.dates);
    for (const StandingPlan& standing : plan.standing) maker.add_standing(standing);
}

}  // namespace hcf
