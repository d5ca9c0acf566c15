// SPDX-License-Identifier: Apache-2.0
// A transfer as JSON, as CSV rows and as a page to read (spec 5, "transfer").
#pragma once

#include "hcf/analysis/transfer.h"
#include "hcf/present/present_gap.h"
#include "hcf/report/document.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hcf {

[[nodiscard]] std::span<const std::string_view> transfer_columns();

/// The overlays of the target, for the envelope: {id, version, title} of each.
[[nodiscard]] Json to_overlays_json(const Move& move);

/// One element of `results`.
[[nodiscard]] Json transfer_json(const Move& move, const TransferAnalysis& analysis);

/// The CSV rows of one person, appended.
void transfer_records(const Move& move, const TransferAnalysis& analysis,
                      std::vector<Record>& records);

/// One person's move to be read: what is recognised, the induction, what is kept for the record.
[[nodiscard]] Document transfer_document(const Move& move, const TransferAnalysis& analysis);

/// What all the people of a report come to, in memory that does not grow with them.
class TransferTotals {
public:
    explicit TransferTotals(const Move& move);

    void note(const TransferAnalysis& analysis);

    /// The end of a report: where several moved, what is left for how many, competence by
    /// competence; how the descriptors of levels with one core set differ; where they moved to.
    [[nodiscard]] Document closing(const Move& move) const;

private:
    struct Left {
        std::int64_t reconfirm = 0;
        std::int64_t new_there = 0;
    };

    void add_whole(const Move& move, Document& document) const;

    std::int64_t people_ = 0;
    TransferSummary summary_;
    std::vector<Left> left_;  ///< by competence of the target
    GapCautions cautions_;
};

}  // namespace hcf
