// SPDX-License-Identifier: Apache-2.0
// The transfer for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_person.h"
#include "hcf/present/present_target.h"
#include "hcf/present/present_transfer.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 5> kColumns = {"person_id", "competence", "recognition",
                                                      "from", "reason"};

Json ids_json(const Framework& framework, const std::vector<CompetenceId>& ids) {
    Json list = Json::array();
    for (const CompetenceId id : ids) list.push_back(framework.at(id).id);
    return list;
}

Json row_json(const Move& move, const TransferRow& row) {
    return {{"competence", move.target().at(row.competence).id},
            {"recognition", to_string(row.recognition)},
            {"from", row.from ? Json(move.source().at(*row.from).id) : Json(nullptr)},
            {"reason", word_or_null(row.reason)},
            {"valid_until", date_or_null(row.valid_until)},
            {"counterparts", ids_json(move.source(), row.counterparts)}};
}

}  // namespace

std::span<const std::string_view> transfer_columns() { return kColumns; }

Json to_overlays_json(const Move& move) {
    Json list = Json::array();
    for (const OverlayInfo& overlay : move.target().overlays) {
        list.push_back({{"id", overlay.id},
                        {"version", text_or_null(overlay.version)},
                        {"title", text_or_null(overlay.title)}});
    }
    return list;
}

Json transfer_json(const Move& move, const TransferAnalysis& analysis) {
    Json competences = Json::array();
    Json induction = Json::array();
    for (const TransferRow& row : analysis.rows) {
        competences.push_back(row_json(move, row));
        if (row.recognition == Recognition::reconfirm || row.recognition == Recognition::new_there)
            induction.push_back(move.target().at(row.competence).id);
    }
    const TransferSummary& summary = analysis.summary;
    return {{"file", analysis.assessment->file},
            {"document", analysis.assessment->document},
            {"person", person_json(move.source(), analysis.assessment->person)},
            {"target", target_json(move.target(), analysis.target)},
            {"core_only", analysis.core_only},
            {"summary",
             {{"required", summary.required},
              {"recognised", summary.recognised},
              {"reconfirm", summary.reconfirm},
              {"new", summary.new_there}}},
            {"competences", std::move(competences)},
            {"induction", std::move(induction)},
            {"unmatched", ids_json(move.source(), analysis.unmatched)},
            {"beyond", ids_json(move.source(), analysis.beyond)}};
}

void transfer_records(const Move& move, const TransferAnalysis& analysis,
                      std::vector<Record>& records) {
    for (const TransferRow& row : analysis.rows) {
        Record record;
        record.reserve(kColumns.size());
        record.push_back(analysis.assessment->person.id);
        record.push_back(move.target().at(row.competence).id);
        record.push_back(std::string(to_string(row.recognition)));
        record.push_back(
            text_or_nothing(row.from ? move.source().at(*row.from).id : std::string()));
        record.push_back(word_or_nothing(row.reason));
        records.push_back(std::move(record));
    }
}

}  // namespace hcf
