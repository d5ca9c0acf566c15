// SPDX-License-Identifier: Apache-2.0
// A portfolio of evidence (issue 6): what there is for each competence that is asked, how old it
// is, what has none, and what belongs to nothing that is asked.
#pragma once

#include "hcf/analysis/gap.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hcf {

/// The evidence of one competence, the newest first, undated last; ties as in the file.
using EvidenceList = std::vector<const Evidence*>;

/// A competence that is asked. Evidence counts whether there is a value or not yet: it is there.
struct PortfolioEntry {
    GapRow row;
    EvidenceList evidence;
};

/// Evidence of a competence that is not asked.
struct PortfolioExtra {
    const Rating* rating = nullptr;
    Status status = Status::not_assessed;
    EvidenceList evidence;  ///< never empty
};

/// Counts over what is essential and applicable; pieces of evidence over everything.
struct PortfolioSummary {
    std::int64_t applicable = 0;
    std::int64_t with_evidence = 0;
    std::int64_t without_evidence = 0;
    std::int64_t pieces = 0;
    std::int64_t undated = 0;           ///< of the pieces
    std::int64_t pieces_not_asked = 0;  ///< of the pieces: of competences that are not asked
    std::optional<Date> oldest;         ///< of the pieces
    std::optional<Date> newest;
};

/// One person's. Views the assessment and is valid as long as it is.
struct Portfolio {
    GapAnalysis gap;                      ///< where the person stands; its rows are in `entries`
    std::vector<PortfolioEntry> entries;  ///< asked, desirable ones too, in framework order
    std::vector<PortfolioExtra> extras;   ///< not asked, in framework order
    PortfolioSummary summary;
};
[[nodiscard]] Portfolio make_portfolio(const Framework& framework, const Assessment& assessment,
                                       const Target& target, const JudgeOptions& options);

/// True where evidence is wanted and there is none: neither for what is not applicable.
[[nodiscard]] bool lacks_evidence(const PortfolioEntry& entry);

/// Days from one to the other. Requires: the first is not the later one.
[[nodiscard]] std::int64_t age_in_days(Date from, Date to);

}  // namespace hcf
