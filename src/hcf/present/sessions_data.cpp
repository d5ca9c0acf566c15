// SPDX-License-Identifier: Apache-2.0
// A joint plan for programs.
#include "hcf/present/present_plan.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 8> kColumns = {"course", "provider",   "title", "people",
                                                      "closes", "person_ids", "hours", "cost"};

std::int64_t closed_in(const Session& session) {
    std::int64_t sum = 0;
    for (const Attendance& attendance : session.attendances)
        sum += as_count(attendance.closes.size());
    return sum;
}

Json attendances_json(const Framework& framework, std::span<const PersonPlan> people,
                      const Session& session) {
    Json list = Json::array();
    for (const Attendance& attendance : session.attendances) {
        Json closes = Json::array();
        for (const CompetenceId id : attendance.closes) closes.push_back(framework.at(id).id);
        list.push_back({{"person_id", people[attendance.learner].learner.person.id},
                        {"closes", std::move(closes)}});
    }
    return list;
}

}  // namespace

std::span<const std::string_view> session_columns() { return kColumns; }

std::vector<Record> session_records(std::span<const PersonPlan> people, const JointPlan& plan) {
    std::vector<Record> records;
    for (const Session& session : plan.sessions) {
        const Course& course = *session.course;
        std::vector<std::string> ids;
        for (const Attendance& attendance : session.attendances)
            ids.push_back(people[attendance.learner].learner.person.id);
        records.push_back({course.id, text_or_nothing(course.provider),
                           text_or_nothing(course.title), as_count(ids.size()), closed_in(session),
                           join(ids, " "), decimal_or_nothing(course.hours),
                           decimal_or_nothing(course.cost)});
    }
    return records;
}

Json sessions_json(const Framework& framework, std::span<const PersonPlan> people,
                   const JointPlan& plan) {
    Json sessions = Json::array();
    for (const Session& session : plan.sessions) {
        const Course& course = *session.course;
        sessions.push_back({{"course", course.id},
                            {"provider", text_or_null(course.provider)},
                            {"title", text_or_null(course.title)},
                            {"hours", decimal_or_null(course.hours)},
                            {"cost", decimal_or_null(course.cost)},
                            {"attendances", attendances_json(framework, people, session)}});
    }
    Json reach = Json::array();
    for (const CourseReach& own : plan.reach) {
        reach.push_back({{"course", own.course->id},
                         {"provider", text_or_null(own.course->provider)},
                         {"title", text_or_null(own.course->title)},
                         {"people", own.people},
                         {"closes", own.gaps}});
    }
    return {{"people", plan.people},
            {"gaps", plan.gaps},
            {"closed", plan.closed},
            {"sessions", std::move(sessions)},
            {"total", total_json(plan.total)},
            {"places", total_json(plan.places)},
            {"closing_most", std::move(reach)},
            {"proved_optimal", plan.proof.proved_optimal},
            {"lower_bound", lower_bound_json(plan.proof)}};
}

}  // namespace hcf
