// SPDX-License-Identifier: Apache-2.0
// The gap analysis for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/gap_words.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 28> kRowColumns = {
    "person_id", "name",        "organisation", "team",           "role",     "level",
    "target",    "target_role", "target_level", "competence",     "title",    "kind",
    "essential", "asked_at",    "status",       "assurance",      "reason",   "through",
    "value",     "shown_at",    "basis",        "assessor",       "assessed", "valid_until",
    "evidence",  "plan_action", "plan_due",     "plan_supervisor"};

constexpr std::array<std::string_view, 16> kTotalColumns = {
    "person_id", "name",        "organisation", "team",     "role",       "level",
    "target",    "target_role", "target_level", "required", "applicable", "met",
    "planned",   "gap",         "readiness",    "assurance"};

/// What a row says of its rating; all empty without one.
RatingWords words_of(const Framework& framework, const GapRow& row) {
    return row.rating == nullptr ? RatingWords() : words_of(framework, *row.rating);
}

Json evidence_json(const GapRow& row, const GapView& view) {
    if (row.rating == nullptr) return nullptr;
    if (!view.evidence_lists) return row.rating->evidence.size();
    return evidence_list_json(*row.rating);
}

Json plan_json(const GapRow& row) {
    if (row.plan == nullptr) return nullptr;
    return {{"action", row.plan->action},
            {"due", date_or_null(row.plan->due)},
            {"supervisor", text_or_null(row.plan_supervisor)},
            {"review", date_or_null(row.plan->review)}};
}

Json row_json(const Framework& framework, const GapRow& row, const GapView& view) {
    const Competence& competence = framework.at(row.asked.competence);
    const RatingWords words = words_of(framework, row);
    return {{"competence", competence.id},
            {"title", competence.title},
            {"kind", to_string(competence.kind)},
            {"essential", row.asked.essential},
            {"asked_at", framework.at(row.asked.asked_at).id},
            {"status", to_string(row.status)},
            {"assurance", word_or_null(row.assurance)},
            {"reason", word_or_null(row.reason)},
            {"through", row.through ? Json(framework.at(*row.through).id) : Json(nullptr)},
            {"value", text_or_null(words.value)},
            {"shown_at", text_or_null(words.shown_at)},
            {"basis", text_or_null(words.basis)},
            {"assessor", text_or_null(words.assessor)},
            {"assessed", date_or_null(words.assessed)},
            {"valid_until", date_or_null(row.valid_until)},
            {"evidence", evidence_json(row, view)},
            {"plan", plan_json(row)}};
}

/// The columns that every row of a person and target begins with.
Record common_fields(const Framework& framework, const GapAnalysis& analysis) {
    const Person& person = analysis.assessment->person;
    Record record;
    record.reserve(kRowColumns.size());
    record.push_back(person.id);
    record.push_back(text_or_nothing(person.name));
    record.push_back(text_or_nothing(person.organisation));
    record.push_back(text_or_nothing(person.team));
    record.push_back(text_or_nothing(person.role ? framework.at(*person.role).id : std::string()));
    record.push_back(framework.at(person.level).id);
    record.push_back(std::string(to_string(analysis.target.kind)));
    record.push_back(text_or_nothing(analysis.target.role ? framework.at(*analysis.target.role).id
                                                          : std::string()));
    record.push_back(framework.at(analysis.target.level).id);
    return record;
}

Field evidence_field(const GapRow& row) {
    if (row.rating == nullptr) return std::monostate{};
    return static_cast<std::int64_t>(row.rating->evidence.size());
}

}  // namespace

void add_row_fields(const Framework& framework, const GapRow& row, Record& record) {
    const Competence& competence = framework.at(row.asked.competence);
    const RatingWords words = words_of(framework, row);
    record.push_back(competence.id);
    record.push_back(competence.title);
    record.push_back(std::string(to_string(competence.kind)));
    record.push_back(row.asked.essential);
    record.push_back(framework.at(row.asked.asked_at).id);
    record.push_back(std::string(to_string(row.status)));
    record.push_back(word_or_nothing(row.assurance));
    record.push_back(word_or_nothing(row.reason));
    record.push_back(text_or_nothing(row.through ? framework.at(*row.through).id : std::string()));
    record.push_back(text_or_nothing(words.value));
    record.push_back(text_or_nothing(words.shown_at));
    record.push_back(text_or_nothing(words.basis));
    record.push_back(text_or_nothing(words.assessor));
    record.push_back(date_or_nothing(words.assessed));
    record.push_back(date_or_nothing(row.valid_until));
    record.push_back(evidence_field(row));
    record.push_back(text_or_nothing(row.plan != nullptr ? row.plan->action : std::string()));
    record.push_back(date_or_nothing(row.plan != nullptr ? row.plan->due : std::nullopt));
    record.push_back(text_or_nothing(row.plan_supervisor));
}

Json summary_json(const GapSummary& summary) {
    Json statuses = Json::object();
    for (std::size_t i = 0; i < summary.statuses.size(); ++i) {
        statuses[std::string(Words<Status>::kList[i])] = summary.statuses[i];
    }
    return {{"required", summary.required},
            {"applicable", summary.applicable},
            {"met", summary.met},
            {"planned", summary.planned},
            {"gap", summary.gap},
            {"readiness", ratio_or_null(summary.readiness)},
            {"assurance", ratio_or_null(summary.assurance)},
            {"met_self", summary.met_self},
            {"met_without_evidence", summary.met_without_evidence},
            {"met_below_level", summary.met_below_level},
            {"statuses", std::move(statuses)}};
}

std::span<const std::string_view> gap_columns(const GapView& view) {
    if (view.totals_only) return kTotalColumns;
    return kRowColumns;
}

Json gap_json(const Framework& framework, const GapAnalysis& analysis, const GapView& view) {
    Json competences = Json::array();
    Json beyond = Json::array();
    if (!view.totals_only) {
        for (const GapRow& row : analysis.rows)
            competences.push_back(row_json(framework, row, view));
        for (const CompetenceId id : analysis.beyond) beyond.push_back(framework.at(id).id);
    }
    Json same_core = Json::array();
    for (const LevelId level : analysis.same_core_as) same_core.push_back(framework.at(level).id);
    const Target& target = analysis.target;
    return {{"file", analysis.assessment->file},
            {"document", analysis.assessment->document},
            {"person", person_json(framework, analysis.assessment->person)},
            {"target",
             {{"kind", to_string(target.kind)},
              {"role", target.role ? Json(framework.at(*target.role).id) : Json(nullptr)},
              {"level", framework.at(target.level).id}}},
            {"core_only", analysis.core_only},
            {"same_core_as", std::move(same_core)},
            {"summary", summary_json(analysis.summary)},
            {"competences", std::move(competences)},
            {"beyond", std::move(beyond)}};
}

void gap_records(const Framework& framework, const GapAnalysis& analysis, const GapView& view,
                 std::vector<Record>& records) {
    Record common = common_fields(framework, analysis);
    if (!view.totals_only) {
        for (const GapRow& row : analysis.rows) {
            records.push_back(common);
            add_row_fields(framework, row, records.back());
        }
        return;
    }
    const GapSummary& summary = analysis.summary;
    for (const std::int64_t count :
         {summary.required, summary.applicable, summary.met, summary.planned, summary.gap}) {
        common.push_back(count);
    }
    common.push_back(ratio_or_nothing(summary.readiness));
    common.push_back(ratio_or_nothing(summary.assurance));
    records.push_back(std::move(common));
}

}  // namespace hcf
