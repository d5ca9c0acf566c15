// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/document_head.h"

#include "hcf/base/look_alike.h"
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/diag/format_rules.h"
#include "hcf/schema/reader.h"

#include <fmt/format.h>

#include <optional>

namespace hcf {
namespace {

std::optional<yaml::NodeRef> find_kind(yaml::NodeRef root) {
    std::optional<yaml::NodeRef> found;
    yaml::for_each_pair(root, [&](yaml::NodeRef key, yaml::NodeRef value) {
        if (!found && key.text() == "hcf") found = value;
    });
    return found;
}

struct KindAndVersion {
    std::string_view kind;
    std::string_view version;
};

KindAndVersion split(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return {text, {}};
    return {text.substr(0, slash), text.substr(slash + 1)};
}

void report_wrong(yaml::NodeRef value, SourceSpan span, Diagnostics& diags) {
    if (!value.is_scalar() || value.is_null()) {
        diags.add(format_rules::kWrongType, span,
                  "expected a kind and its version, such as 'assessment/1'");
        return;
    }
    const auto [kind, version] = split(value.text());
    if (from_word<DocumentKind>(kind)) {
        diags.add(format_rules::kUnsupportedVersion, span,
                  version.empty() ? fmt::format("'{}' has no format version", kind)
                                  : fmt::format("format version {} of '{}' is not known",
                                                in_quotes(version), kind),
                  fmt::format("this hcf reads '{}/1'", kind));
        return;
    }
    std::string help = did_you_mean(kind, Words<DocumentKind>::kList);
    if (const auto strange = find_look_alike(kind))
        help = fmt::format("it holds {}", describe(*strange));
    diags.add(format_rules::kUnknownKind, span,
              fmt::format("unknown kind of document {}", in_quotes(kind)), std::move(help));
}

}  // namespace

DocumentHead read_head(const yaml::Tree& tree) {
    DocumentHead head;
    const yaml::NodeRef root(tree, 0);
    head.span = item_anchor(root);
    if (!root.is_mapping()) {
        head.state = DocumentHead::State::not_mapping;
        return head;
    }
    const auto value = find_kind(root);
    if (!value) return head;
    head.span = item_anchor(*value);
    head.state = DocumentHead::State::wrong;
    if (!value->is_scalar()) return head;
    const auto [kind, version] = split(value->text());
    if (const auto known = from_word<DocumentKind>(kind); known && version == "1") {
        head.state = DocumentHead::State::known;
        head.kind = *known;
    }
    return head;
}

void report_head(const DocumentHead& head, const yaml::Tree& tree, Diagnostics& diags) {
    const yaml::NodeRef root(tree, 0);
    switch (head.state) {
        case DocumentHead::State::known: return;
        case DocumentHead::State::not_mapping:
            diags.add(format_rules::kMissingKind, head.span,
                      "expected a mapping that begins with 'hcf: KIND/1'");
            return;
        case DocumentHead::State::not_hcf:
            diags.add(format_rules::kMissingKind, head.span, "the document does not say what it is",
                      "begin it with a line such as 'hcf: assessment/1'");
            return;
        case DocumentHead::State::wrong: report_wrong(*find_kind(root), head.span, diags); return;
    }
}

}  // namespace hcf
