// SPDX-License-Identifier: Apache-2.0
// People over time, for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_progress.h"
#include "hcf/present/present_target.h"
#include "hcf/present/values.h"

#include <algorithm>
#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 5> kChangeColumns = {"person_id", "competence", "before",
                                                            "after", "change"};

constexpr std::array<std::string_view, 18> kReadinessColumns = {
    "person_id",  "name",        "organisation", "team",     "role",      "level",
    "target",     "target_role", "target_level", "assessed", "as_of",     "required",
    "applicable", "met",         "planned",      "gap",      "readiness", "assurance"};

/// What the person was held against at a point: their own set goes with their role and level.
Target target_at(const Progress& progress, const ProgressPoint& point) {
    if (progress.target.kind != TargetKind::own) return progress.target;
    return {TargetKind::own, point.role, point.level};
}

Json role_json(const Framework& framework, const std::optional<RoleId>& role) {
    return role ? Json(framework.at(*role).id) : Json(nullptr);
}

Json point_json(const Framework& framework, const ProgressPoint& point) {
    const GapSummary& summary = point.snapshot.summary;
    return {{"file", point.file},
            {"document", point.document},
            {"assessed", to_string(point.assessed)},
            {"as_of", to_string(point.snapshot.as_of)},
            {"framework_version", text_or_null(point.framework_version)},
            {"role", role_json(framework, point.role)},
            {"level", framework.at(point.level).id},
            {"readiness", ratio_or_null(summary.readiness)},
            {"assurance", ratio_or_null(summary.assurance)},
            {"summary", summary_json(summary)}};
}

Record readiness_record(const Framework& framework, const Progress& progress,
                        const ProgressPoint& point) {
    Person person = progress.person;
    person.role = point.role;
    person.level = point.level;
    const GapSummary& summary = point.snapshot.summary;
    Record record = target_record(framework, person, target_at(progress, point));
    record.push_back(to_string(point.assessed));
    record.push_back(to_string(point.snapshot.as_of));
    for (const std::int64_t count :
         {summary.required, summary.applicable, summary.met, summary.planned, summary.gap})
        record.push_back(count);
    record.push_back(ratio_or_nothing(summary.readiness));
    record.push_back(ratio_or_nothing(summary.assurance));
    return record;
}

}  // namespace

std::span<const std::string_view> progress_columns(ProgressTable table) {
    if (table == ProgressTable::readiness) return kReadinessColumns;
    return kChangeColumns;
}

Json changes_json(const Framework& framework, const std::vector<CompetenceChange>& changes) {
    Json list = Json::array();
    for (const CompetenceChange& change : changes) {
        list.push_back({{"competence", framework.at(change.competence).id},
                        {"before", word_or_null(change.before)},
                        {"after", word_or_null(change.after)},
                        {"change", to_string(change.change)}});
    }
    return list;
}

Json progress_json(const Framework& framework, const Progress& progress) {
    Json same_core = Json::array();
    for (const LevelId level : progress.same_core_as) same_core.push_back(framework.at(level).id);
    Json assessments = Json::array();
    for (const ProgressPoint& point : progress.points)
        assessments.push_back(point_json(framework, point));
    Json steps = Json::array();
    for (const ProgressStep& step : progress.steps) {
        steps.push_back({{"from", to_string(progress.points[step.from].snapshot.as_of)},
                         {"to", to_string(progress.points[step.to].snapshot.as_of)},
                         {"changes", changes_json(framework, step.changes)}});
    }
    return {{"person", person_json(framework, progress.person)},
            {"target", target_json(framework, progress.target)},
            {"core_only", progress.is_core_only()},
            {"same_core_as", std::move(same_core)},
            {"assessments", std::move(assessments)},
            {"changes", changes_json(framework, progress.changes)},
            {"steps", std::move(steps)}};
}

Json single_json(const Framework& framework, const Person& person, const ProgressPoint& point) {
    return {{"file", point.file},
            {"document", point.document},
            {"person", person_json(framework, person)},
            {"assessed", to_string(point.assessed)}};
}

void progress_records(const Framework& framework, const Progress& progress, ProgressTable table,
                      std::vector<Record>& records) {
    if (table == ProgressTable::readiness) {
        for (const ProgressPoint& point : progress.points)
            records.push_back(readiness_record(framework, progress, point));
        return;
    }
    for (const CompetenceChange& change : progress.changes) {
        records.push_back({progress.person.id, framework.at(change.competence).id,
                           word_or_nothing(change.before), word_or_nothing(change.after),
                           std::string(to_string(change.change))});
    }
}

}  // namespace hcf
