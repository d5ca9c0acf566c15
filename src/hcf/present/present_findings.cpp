// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_findings.h"

#include "hcf/base/count.h"
#include "hcf/present/envelope.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {

ReportHead findings_head(Json envelope) {
    ReportHead head;
    head.envelope = std::move(envelope);
    head.list = "findings";
    head.columns = {"file", "line", "column", "severity", "rule", "message"};
    return head;
}

ReportPart finding_part(const Finding& finding) {
    Json related = Json::array();
    for (const RelatedFinding& other : finding.related) {
        related.push_back({{"file", other.file},
                           {"line", other.at.line},
                           {"column", other.at.column},
                           {"message", other.message}});
    }
    ReportPart part;
    part.elements.push_back({{"file", finding.file},
                             {"document", finding.document},
                             {"line", finding.begin.line},
                             {"column", finding.begin.column},
                             {"end_line", finding.end.line},
                             {"end_column", finding.end.column},
                             {"severity", to_string(finding.severity)},
                             {"rule", finding.rule->id},
                             {"message", finding.message},
                             {"help", text_or_null(finding.help)},
                             {"related", std::move(related)}});
    part.records.push_back({finding.file, static_cast<std::int64_t>(finding.begin.line),
                            static_cast<std::int64_t>(finding.begin.column),
                            std::string(to_string(finding.severity)), std::string(finding.rule->id),
                            finding.message});
    part.document.push_back(List{{{fmt::format(
        "{}:{}:{}: {}: {} [{}]", finding.file, finding.begin.line, finding.begin.column,
        to_string(finding.severity), finding.message, finding.rule->id)}}});
    return part;
}

ReportTail findings_tail(const FindingCounts& counts) {
    ReportTail tail;
    tail.fields["files"] = counts.files;
    tail.fields["errors"] = counts.errors;
    tail.fields["warnings"] = counts.warnings;
    tail.closing.push_back(
        Paragraph{fmt::format("{} checked, {}, {}.", count_of(counts.files, "file", "files"),
                              count_of(counts.errors, "error", "errors"),
                              count_of(counts.warnings, "warning", "warnings"))});
    return tail;
}

}  // namespace hcf
