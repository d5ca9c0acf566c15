// SPDX-License-Identifier: Apache-2.0
// A gap analysis as JSON, as CSV rows and as a page to read (spec 5, "gap").
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/present/present_cautions.h"
#include "hcf/report/document.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hcf {

struct GapView {
    bool evidence_lists = false;  ///< --evidence: evidence as lists, not counts
    bool totals_only = false;     ///< --totals: a row per person and target
};

/// The columns of the CSV of that view.
[[nodiscard]] std::span<const std::string_view> gap_columns(const GapView& view);

/// One element of `results`.
[[nodiscard]] Json gap_json(const Framework& framework, const GapAnalysis& analysis,
                            const GapView& view);

/// The counts of a summary, as every report about people has them.
[[nodiscard]] Json summary_json(const GapSummary& summary);

/// The CSV rows of one analysis, appended.
void gap_records(const Framework& framework, const GapAnalysis& analysis, const GapView& view,
                 std::vector<Record>& records);

/// Appends the cells of one row, those from `competence` to `plan_supervisor`.
void add_row_fields(const Framework& framework, const GapRow& row, Record& record);

/// One analysis to be read: summary, what is missing, what to do next, what is met.
[[nodiscard]] Document gap_document(const Framework& framework, const GapAnalysis& analysis,
                                    const GapView& view);

/// "16 of 19 met, 1 planned, 2 gaps, 1 not applicable: 84 % ready, 89 % assured", and its tone.
[[nodiscard]] std::string summary_line(const GapSummary& summary);
[[nodiscard]] Tone tone_of(const GapSummary& summary);

/// The status in a reader's words, with what decides it.
[[nodiscard]] std::string status_text(const Framework& framework, const GapRow& row);

/// On what the met of a summary rest.
[[nodiscard]] WeaklyMet weakly_met(const GapSummary& summary, std::string_view what = "met");

/// What all the analyses of a report leave unsaid, for its end.
struct GapCautions {
    bool core_only = false;  ///< some answer rests on core competences alone
    std::set<LevelPair>
        same_core;  ///< levels that ask the same core set, one of which somebody was held against

    void note(const GapAnalysis& analysis);
};

/// The end of a report: how the descriptors of such levels differ, once for each pair.
[[nodiscard]] Document gap_closing(const Framework& framework, const GapCautions& cautions,
                                   const GapView& view);

/// The table of totals of many analyses.
[[nodiscard]] Table make_totals_table();
void add_totals_row(const Framework& framework, const GapAnalysis& analysis, Table& table);

/// "Autonomous Level Practice", "Support Worker at supportive level", "their own role and level".
[[nodiscard]] std::string describe_target(const Framework& framework, const GapAnalysis& analysis);

}  // namespace hcf
