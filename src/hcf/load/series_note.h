// SPDX-License-Identifier: Apache-2.0
// Where an assessment stands among others of the same person: what a comparison over time asks of a
// document, and no analysis of one day does.
#pragma once

#include "hcf/base/date.h"
#include "hcf/diag/source.h"
#include "hcf/rules/assessment_facts.h"

#include <optional>
#include <string>

namespace hcf {

struct SeriesNote {
    std::optional<Date> assessed;   ///< the latest: the document's own, or of a rating with a value
    std::string framework_id;       ///< as the document names it; empty: it names none
    std::string framework_version;  ///< likewise
    Position framework_at;          ///< where it does
};

/// `source` is the document of the facts.
[[nodiscard]] SeriesNote note_series(const AssessmentFacts& facts, const Source& source);

}  // namespace hcf
