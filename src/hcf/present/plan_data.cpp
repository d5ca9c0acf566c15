// SPDX-License-Identifier: Apache-2.0
// A development plan for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_person.h"
#include "hcf/present/present_plan.h"
#include "hcf/present/present_target.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 7> kColumns = {"person_id", "course", "provider", "title",
                                                      "closes",    "hours",  "cost"};

Json ids_json(const Framework& framework, const std::vector<CompetenceId>& ids) {
    Json list = Json::array();
    for (const CompetenceId id : ids) list.push_back(framework.at(id).id);
    return list;
}

Json courses_json(const Framework& framework, const PersonPlan& plan, const PlanView& view) {
    Json list = Json::array();
    for (const PlannedCourse& planned : plan.plan.courses) {
        const Course& course = *planned.course;
        list.push_back({{"course", course.id},
                        {"provider", text_or_null(course.provider)},
                        {"title", text_or_null(course.title)},
                        {"closes", ids_json(framework, planned.closes)},
                        {"hours", decimal_or_null(course.hours)},
                        {"cost", decimal_or_null(course.cost)},
                        {"mode", text_or_null(course.mode)},
                        {"due", date_or_null(view.dates.due)},
                        {"review", date_or_null(view.dates.review)}});
    }
    return list;
}

Json taken_json(const Framework& framework, const PersonPlan& plan) {
    Json list = Json::array();
    for (const TakenAlready& taken : plan.plan.taken_already) {
        Json courses = Json::array();
        for (const Course* course : taken.courses) courses.push_back(full_id(*course));
        list.push_back(
            {{"competence", framework.at(taken.competence).id}, {"courses", std::move(courses)}});
    }
    return list;
}

}  // namespace

std::string_view word_of(CoverMeasure measure) {
    switch (measure) {
        case CoverMeasure::left_open: return "gaps_left";
        case CoverMeasure::courses: return "courses";
        case CoverMeasure::cost: return "cost";
        case CoverMeasure::hours: return "hours";
    }
    return {};
}

Json amount_json(const Amount& amount) { return Json::parse(amount.shortest()); }

Json decimal_or_null(const std::optional<Decimal>& decimal) {
    return decimal ? amount_json(Amount(*decimal)) : Json(nullptr);
}

Field decimal_or_nothing(const std::optional<Decimal>& decimal) {
    if (!decimal) return std::monostate{};
    return Amount(*decimal).shortest();
}

Json total_json(const TrainingTotal& total) {
    return {{"courses", total.courses},
            {"hours", amount_json(total.hours)},
            {"cost", amount_json(total.cost)}};
}

Json lower_bound_json(const TrainingProof& proof) {
    if (!proof.open_at || !proof.lower_bound) return nullptr;
    return {{"measure", word_of(*proof.open_at)}, {"value", amount_json(*proof.lower_bound)}};
}

std::span<const std::string_view> plan_columns() { return kColumns; }

Json plan_json(const Framework& framework, const PersonPlan& plan, const PlanView& view) {
    return {{"file", plan.file},
            {"document", plan.document},
            {"person", person_json(framework, plan.learner.person)},
            {"target", target_json(framework, plan.target)},
            {"core_only", plan.core_only},
            {"minimise", word_of(view.minimise)},
            {"courses", courses_json(framework, plan, view)},
            {"total", total_json(plan.plan.total)},
            {"uncovered", ids_json(framework, plan.plan.uncovered)},
            {"taken_already", taken_json(framework, plan)},
            {"beyond_limits", ids_json(framework, plan.plan.beyond_limits)},
            {"to_reassess", ids_json(framework, plan.learner.to_reassess)},
            {"proved_optimal", plan.plan.proof.proved_optimal},
            {"lower_bound", lower_bound_json(plan.plan.proof)}};
}

void plan_records(const Framework& framework, const PersonPlan& plan,
                  std::vector<Record>& records) {
    for (const PlannedCourse& planned : plan.plan.courses) {
        const Course& course = *planned.course;
        std::vector<std::string> closes;
        for (const CompetenceId id : planned.closes) closes.push_back(framework.at(id).id);
        records.push_back({plan.learner.person.id, course.id, text_or_nothing(course.provider),
                           text_or_nothing(course.title), join(closes, " "),
                           decimal_or_nothing(course.hours), decimal_or_nothing(course.cost)});
    }
}

}  // namespace hcf
