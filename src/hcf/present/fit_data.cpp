// SPDX-License-Identifier: Apache-2.0
// Where a person stands, for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_fit.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 11> kColumns = {
    "person_id", "kind",    "id",        "level",     "required", "applicable",
    "met",       "planned", "readiness", "assurance", "missing"};

/// Appends the figures that levels and roles have in common.
void add_figures(const Framework& framework, const JudgedRequirements& judged, Json& element) {
    const GapSummary& summary = judged.summary;
    element["required"] = summary.required;
    element["applicable"] = summary.applicable;
    element["met"] = summary.met;
    element["planned"] = summary.planned;
    element["readiness"] = ratio_or_null(summary.readiness);
    element["assurance"] = ratio_or_null(summary.assurance);
    Json missing = Json::array();
    for (const CompetenceId id : missing_of(judged)) missing.push_back(framework.at(id).id);
    element["missing"] = std::move(missing);
}

Record make_record(const Framework& framework, const Person& person, std::string_view kind,
                   const std::string& id, LevelId level, const JudgedRequirements& judged) {
    const GapSummary& summary = judged.summary;
    Record record;
    record.reserve(kColumns.size());
    record.push_back(person.id);
    record.push_back(std::string(kind));
    record.push_back(id);
    record.push_back(framework.at(level).id);
    for (const std::int64_t count :
         {summary.required, summary.applicable, summary.met, summary.planned})
        record.push_back(count);
    record.push_back(ratio_or_nothing(summary.readiness));
    record.push_back(ratio_or_nothing(summary.assurance));
    std::vector<std::string> missing;
    for (const CompetenceId competence : missing_of(judged))
        missing.push_back(framework.at(competence).id);
    record.push_back(join(missing, " "));
    return record;
}

}  // namespace

std::span<const std::string_view> fit_columns() { return kColumns; }

Json fit_json(const Framework& framework, const FitTargets& targets, const FitAnalysis& analysis) {
    Json levels = Json::array();
    for (const FitLevel& level : targets.levels) {
        Json element = {{"level", framework.at(level.level).id}};
        add_figures(framework, analysis.judged[level.set], element);
        levels.push_back(std::move(element));
    }
    Json roles = Json::array();
    for (const FitRole& role : targets.roles) {
        Json element = {{"role", framework.at(role.role.role).id},
                        {"level", framework.at(role.role.level).id},
                        {"core_only", targets.sets[role.set].core_only}};
        add_figures(framework, analysis.judged[role.set], element);
        roles.push_back(std::move(element));
    }
    Json whole = Json::array();
    for (const LevelId level : analysis.whole_levels) whole.push_back(framework.at(level).id);
    Json next = Json::array();
    for (const std::size_t i : analysis.next) {
        const RoleAtLevel& role = targets.roles[i].role;
        next.push_back(
            {{"role", framework.at(role.role).id}, {"level", framework.at(role.level).id}});
    }
    return {{"file", analysis.assessment->file},
            {"document", analysis.assessment->document},
            {"person", person_json(framework, analysis.assessment->person)},
            {"levels", std::move(levels)},
            {"roles", std::move(roles)},
            {"whole_levels", std::move(whole)},
            {"next", std::move(next)}};
}

void fit_records(const Framework& framework, const FitTargets& targets, const FitAnalysis& analysis,
                 std::vector<Record>& records) {
    const Person& person = analysis.assessment->person;
    for (const FitLevel& level : targets.levels) {
        records.push_back(make_record(framework, person, "level", framework.at(level.level).id,
                                      level.level, analysis.judged[level.set]));
    }
    for (const FitRole& role : targets.roles) {
        records.push_back(make_record(framework, person, "role", framework.at(role.role.role).id,
                                      role.role.level, analysis.judged[role.set]));
    }
}

}  // namespace hcf
