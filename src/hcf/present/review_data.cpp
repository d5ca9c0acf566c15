// SPDX-License-Identifier: Apache-2.0
// What an appraisal looks at, for programs: JSON and CSV (docs/formats.md).
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_progress.h"
#include "hcf/present/present_review.h"
#include "hcf/present/present_target.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 11> kColumns = {
    "person_id", "topic",   "competence", "title",  "status",    "assurance",
    "reason",    "outcome", "day",        "action", "supervisor"};

Json since_json(const Framework& framework, const ReviewedSince& since) {
    return {{"file", since.file},
            {"document", since.document},
            {"assessed", to_string(since.assessed)},
            {"summary", summary_json(since.then.summary)},
            {"changes", changes_json(framework, since.changes)}};
}

Json plan_json(const Framework& framework, const ReviewedPlan& reviewed) {
    const Competence& competence = framework.at(reviewed.competence);
    return {{"competence", competence.id},
            {"title", competence.title},
            {"action", text_or_null(reviewed.plan.action)},
            {"due", date_or_null(reviewed.plan.due)},
            {"supervisor", text_or_null(reviewed.supervisor)},
            {"review", date_or_null(reviewed.plan.review)},
            {"outcome", to_string(reviewed.outcome)},
            {"status", word_or_null(reviewed.status)}};
}

Json running_out_json(const Framework& framework, const RunningOut& running) {
    const Competence& competence = framework.at(running.competence);
    return {{"competence", competence.id},
            {"title", competence.title},
            {"through", running.through ? Json(framework.at(*running.through).id) : Json(nullptr)},
            {"valid_until", to_string(running.last_day)}};
}

/// The cells of every row, up to the title.
Record begin_row(const Framework& framework, const Review& review, std::string_view topic,
                 CompetenceId id) {
    const Competence& competence = framework.at(id);
    return {review.now.assessment->person.id, std::string(topic), competence.id, competence.title};
}

}  // namespace

std::span<const std::string_view> review_columns() { return kColumns; }

Json review_json(const Framework& framework, const Review& review) {
    const GapAnalysis& now = review.now;
    Json same_core = Json::array();
    for (const LevelId level : now.same_core_as) same_core.push_back(framework.at(level).id);
    Json plans = Json::array();
    for (const ReviewedPlan& plan : review.plans) plans.push_back(plan_json(framework, plan));
    Json running_out = Json::array();
    for (const RunningOut& running : review.running_out)
        running_out.push_back(running_out_json(framework, running));
    Json needs = Json::array();
    for (const GapRow* row : review.needs) needs.push_back(gap_row_json(framework, *row, {}));
    return {{"file", now.assessment->file},
            {"document", now.assessment->document},
            {"person", person_json(framework, now.assessment->person)},
            {"target", target_json(framework, now.target)},
            {"core_only", now.core_only},
            {"same_core_as", std::move(same_core)},
            {"since", review.since ? since_json(framework, *review.since) : Json(nullptr)},
            {"plans", std::move(plans)},
            {"summary", summary_json(now.summary)},
            {"until", to_string(review.until)},
            {"running_out", std::move(running_out)},
            {"needs", std::move(needs)}};
}

void review_records(const Framework& framework, const Review& review,
                    std::vector<Record>& records) {
    for (const ReviewedPlan& plan : review.plans) {
        Record record = begin_row(framework, review, "plan", plan.competence);
        record.push_back(word_or_nothing(plan.status));
        record.insert(record.end(), 2, {});
        record.push_back(std::string(to_string(plan.outcome)));
        record.push_back(date_or_nothing(plan.plan.due));
        record.push_back(text_or_nothing(plan.plan.action));
        record.push_back(text_or_nothing(plan.supervisor));
        records.push_back(std::move(record));
    }
    for (const RunningOut& running : review.running_out) {
        Record record = begin_row(framework, review, "running-out", running.competence);
        record.push_back(std::string(to_string(Status::met)));
        record.push_back(std::string(to_string(Assurance::assured)));
        record.insert(record.end(), 2, {});
        record.push_back(to_string(running.last_day));
        record.insert(record.end(), 2, {});
        records.push_back(std::move(record));
    }
    for (const GapRow* row : review.needs) {
        Record record = begin_row(framework, review, "need", row->asked.competence);
        record.push_back(std::string(to_string(row->status)));
        record.push_back(word_or_nothing(row->assurance));
        record.push_back(word_or_nothing(row->reason));
        record.push_back({});
        record.push_back(date_or_nothing(row->plan != nullptr ? row->plan->due : std::nullopt));
        record.push_back(text_or_nothing(row->plan != nullptr ? row->plan->action : std::string()));
        record.push_back(text_or_nothing(row->plan_supervisor));
        records.push_back(std::move(record));
    }
}

}  // namespace hcf
