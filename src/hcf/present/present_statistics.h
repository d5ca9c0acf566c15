// SPDX-License-Identifier: Apache-2.0
// How often each rule was raised (`validate --statistics`).
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/report/document.h"

#include <map>
#include <string_view>
#include <vector>

namespace hcf {

/// Counts findings by rule and severity: --strict and hcf.yaml can make errors of warnings.
class RuleCounts {
public:
    void add(const Finding& finding) {
        ++counts_[{finding.rule->id, finding.severity == Severity::error}];
    }

    struct Row {
        std::string_view rule;
        Severity severity;
        std::size_t count;
    };

    /// Most first, then by rule.
    [[nodiscard]] std::vector<Row> rows() const;

private:
    std::map<std::pair<std::string_view, bool>, std::size_t> counts_;
};

/// Envelope and columns (`hcf.statistics/1`). Requires: an envelope from make_envelope.
[[nodiscard]] ReportHead statistics_head(Json envelope);

[[nodiscard]] ReportPart statistics_part(const RuleCounts& counts);

}  // namespace hcf
