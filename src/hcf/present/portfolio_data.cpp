// SPDX-License-Identifier: Apache-2.0
// A portfolio of evidence, for programs: JSON and CSV (docs/formats.md).
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_portfolio.h"
#include "hcf/present/present_target.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 21> kColumns = {
    "person_id",   "name",          "organisation",   "team",          "role",
    "level",       "target",        "target_role",    "target_level",  "competence",
    "title",       "asked",         "essential",      "status",        "assessed",
    "valid_until", "evidence_type", "evidence_title", "evidence_date", "evidence_ref",
    "age_days"};

Json evidence_json(const EvidenceList& evidence, Date as_of) {
    Json list = Json::array();
    for (const Evidence* piece : evidence) {
        list.push_back(
            {{"type", word_or_null(piece->type)},
             {"title", text_or_null(piece->title)},
             {"date", date_or_null(piece->date)},
             {"ref", text_or_null(piece->ref)},
             {"age_days", piece->date ? Json(age_in_days(*piece->date, as_of)) : Json(nullptr)}});
    }
    return list;
}

std::optional<Date> assessed_on(const Rating* rating) {
    return rating == nullptr ? std::nullopt : rating->assessed;
}

Json entry_json(const Framework& framework, const PortfolioEntry& entry, Date as_of) {
    const GapRow& row = entry.row;
    const Competence& competence = framework.at(row.asked.competence);
    return {{"competence", competence.id},
            {"title", competence.title},
            {"essential", row.asked.essential},
            {"asked_at", framework.at(row.asked.asked_at).id},
            {"status", to_string(row.status)},
            {"through", row.through ? Json(framework.at(*row.through).id) : Json(nullptr)},
            {"assessed", date_or_null(assessed_on(row.rating))},
            {"valid_until", date_or_null(row.valid_until)},
            {"evidence", evidence_json(entry.evidence, as_of)}};
}

Json extra_json(const Framework& framework, const PortfolioExtra& extra, Date as_of) {
    const Competence& competence = framework.at(extra.rating->competence);
    return {{"competence", competence.id},
            {"title", competence.title},
            {"status", to_string(extra.status)},
            {"evidence", evidence_json(extra.evidence, as_of)}};
}

Json counts_json(const PortfolioSummary& summary) {
    return {{"applicable", summary.applicable},
            {"with_evidence", summary.with_evidence},
            {"without_evidence", summary.without_evidence},
            {"pieces", summary.pieces},
            {"pieces_not_asked", summary.pieces_not_asked},
            {"undated", summary.undated},
            {"oldest", date_or_null(summary.oldest)},
            {"newest", date_or_null(summary.newest)}};
}

/// A row for each piece; one without a piece where there is none.
void add_rows(const Record& lead, const EvidenceList& evidence, Date as_of,
              std::vector<Record>& records) {
    for (const Evidence* piece : evidence) {
        Record record = lead;
        record.push_back(word_or_nothing(piece->type));
        record.push_back(text_or_nothing(piece->title));
        record.push_back(date_or_nothing(piece->date));
        record.push_back(text_or_nothing(piece->ref));
        record.push_back(piece->date ? Field(age_in_days(*piece->date, as_of)) : Field());
        records.push_back(std::move(record));
    }
    if (!evidence.empty()) return;
    Record record = lead;
    record.resize(kColumns.size());
    records.push_back(std::move(record));
}

}  // namespace

std::span<const std::string_view> portfolio_columns() { return kColumns; }

Json portfolio_json(const Framework& framework, const Portfolio& portfolio, Date as_of) {
    const GapAnalysis& gap = portfolio.gap;
    Json competences = Json::array();
    Json without = Json::array();
    for (const PortfolioEntry& entry : portfolio.entries) {
        competences.push_back(entry_json(framework, entry, as_of));
        if (lacks_evidence(entry)) without.push_back(framework.at(entry.row.asked.competence).id);
    }
    Json extras = Json::array();
    for (const PortfolioExtra& extra : portfolio.extras)
        extras.push_back(extra_json(framework, extra, as_of));
    Json same_core = Json::array();
    for (const LevelId level : gap.same_core_as) same_core.push_back(framework.at(level).id);
    return {{"file", gap.assessment->file},
            {"document", gap.assessment->document},
            {"person", person_json(framework, gap.assessment->person)},
            {"target", target_json(framework, gap.target)},
            {"core_only", gap.core_only},
            {"same_core_as", std::move(same_core)},
            {"summary", counts_json(portfolio.summary)},
            {"competences", std::move(competences)},
            {"without_evidence", std::move(without)},
            {"not_asked", std::move(extras)}};
}

void portfolio_records(const Framework& framework, const Portfolio& portfolio, Date as_of,
                       std::vector<Record>& records) {
    const GapAnalysis& gap = portfolio.gap;
    const Record lead = target_record(framework, gap.assessment->person, gap.target);
    const auto begin = [&](CompetenceId id, bool is_asked, Field essential, Status status) {
        const Competence& competence = framework.at(id);
        Record record = lead;
        record.push_back(competence.id);
        record.push_back(competence.title);
        record.push_back(is_asked);
        record.push_back(std::move(essential));
        record.push_back(std::string(to_string(status)));
        return record;
    };
    for (const PortfolioEntry& entry : portfolio.entries) {
        const GapRow& row = entry.row;
        Record record = begin(row.asked.competence, true, row.asked.essential, row.status);
        record.push_back(date_or_nothing(assessed_on(row.rating)));
        record.push_back(date_or_nothing(row.valid_until));
        add_rows(record, entry.evidence, as_of, records);
    }
    for (const PortfolioExtra& extra : portfolio.extras) {
        Record record = begin(extra.rating->competence, false, {}, extra.status);
        const bool has_value = extra.rating->value.has_value();
        record.push_back(date_or_nothing(has_value ? extra.rating->assessed : std::nullopt));
        record.push_back(date_or_nothing(
            has_value ? last_valid_day(framework.at(extra.rating->competence), *extra.rating)
                      : std::nullopt));
        add_rows(record, extra.evidence, as_of, records);
    }
}

}  // namespace hcf
