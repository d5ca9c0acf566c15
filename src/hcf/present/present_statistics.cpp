// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_statistics.h"

#include <algorithm>

namespace hcf {

std::vector<RuleCounts::Row> RuleCounts::rows() const {
    std::vector<Row> rows;
    for (const auto& [key, count] : counts_)
        rows.push_back({key.first, key.second ? Severity::error : Severity::warning, count});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.count > b.count; });
    return rows;
}

ReportHead statistics_head(Json envelope) {
    ReportHead head;
    head.envelope = std::move(envelope);
    head.list = "rules";
    head.columns = {"rule", "severity", "count"};
    return head;
}

ReportPart statistics_part(const RuleCounts& counts) {
    ReportPart part;
    Table table;
    table.columns = {{"Findings", Align::right}, {"Severity"}, {"Rule"}};
    for (const RuleCounts::Row& row : counts.rows()) {
        const auto count = static_cast<std::int64_t>(row.count);
        part.elements.push_back(
            {{"rule", row.rule}, {"severity", to_string(row.severity)}, {"count", row.count}});
        part.records.push_back(
            {std::string(row.rule), std::string(to_string(row.severity)), count});
        table.rows.push_back(
            {{count}, {std::string(to_string(row.severity))}, {std::string(row.rule)}});
    }
    if (!table.rows.empty()) part.document.push_back(std::move(table));
    return part;
}

}  // namespace hcf
