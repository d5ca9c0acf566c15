// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/kind_document.h"

#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/private_values.h"
#include "hcf/schema/document_head.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

namespace hcf {

KindDocument::Outcome KindDocument::open(const std::string& file, const RawDocument& raw,
                                         DocumentKind wanted) {
    sources_.clear();
    diags_.clear();
    masked_.clear();
    is_foreign_ = false;
    const SourceId source = sources_.add({file, raw.text, raw.first_line, raw.number});
    head_at_ = {raw.first_line, 1};
    if (raw.is_too_large) {
        diags_.add(reading_rules::kDocumentTooLarge, {source, 0, 0},
                   "the document is larger than 8 MiB");
        return Outcome::broken;
    }
    if (!yaml::parse(source, raw.text, tree_, diags_)) {
        masked_ = private_lines(raw.text);
        return Outcome::broken;
    }
    const DocumentHead head = read_head(tree_);
    head_at_ = locate(sources_.at(source), head.span.begin);
    // A list or a text that nowhere says hcf is somebody else's, too (ADR 0007).
    is_foreign_ = head.state == DocumentHead::State::not_hcf ||
                  (head.state == DocumentHead::State::not_mapping &&
                   raw.text.find("hcf") == std::string_view::npos);
    if (is_foreign_) return Outcome::foreign;
    if (head.state != DocumentHead::State::known) {
        report_head(head, tree_, diags_);
        masked_ = private_values(tree_);
        return Outcome::broken;
    }
    told_kind_ = head.kind;
    return head.kind == wanted ? Outcome::of_kind : Outcome::other_kind;
}

Position KindDocument::place_of(SourceSpan span) const {
    return locate(sources_.at(tree_.source), span.begin);
}

std::vector<Finding> KindDocument::errors() const {
    std::vector<Finding> findings;
    for (const Diagnostic& diagnostic : diags_.all()) {
        if (diagnostic.rule->severity == Severity::error)
            findings.push_back(resolve(diagnostic, sources_, masked_));
    }
    sort_findings(findings);
    return findings;
}

Finding KindDocument::unread(const std::string& file, const RawDocument& raw,
                             DocumentKind wanted) const {
    const std::string_view kind = to_string(wanted);
    Finding finding = DocumentLoader::file_finding(
        is_foreign_ ? format_rules::kMissingKind : format_rules::kUnreadKind, file,
        is_foreign_ ? "the document does not say what it is"
                    : fmt::format("expected a {}, found '{}'", kind, to_string(told_kind_)),
        is_foreign_ ? fmt::format("begin it with the line 'hcf: {}/1'", kind) : std::string());
    finding.document = raw.number;
    finding.begin = finding.end = head_at_;
    return finding;
}

}  // namespace hcf
