// SPDX-License-Identifier: Apache-2.0
// The findings of validate as JSON, CSV and Markdown (spec 5, "validate"); as text they are
// rendered with their frames.
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/report/document.h"

namespace hcf {

/// Envelope and columns. Requires: an envelope from make_envelope.
[[nodiscard]] ReportHead findings_head(Json envelope);

/// One finding.
[[nodiscard]] ReportPart finding_part(const Finding& finding);

struct FindingCounts {
    std::size_t files = 0;
    std::size_t errors = 0;
    std::size_t warnings = 0;
};

/// The counts, which are known only at the end.
[[nodiscard]] ReportTail findings_tail(const FindingCounts& counts);

}  // namespace hcf
