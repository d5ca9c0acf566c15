// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/document_loader.h"

#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/load/build_assessment.h"
#include "hcf/load/private_values.h"
#include "hcf/rules/rule.h"
#include "hcf/schema/catalogue_doc.h"
#include "hcf/schema/framework_doc.h"
#include "hcf/schema/service_doc.h"
#include "hcf/schema/team_doc.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace hcf {
namespace {

/// A document that cannot be one of hcf's whatever is mended in it: well-formed YAML of somebody
/// else, who may use anchors and tags. Only asked where the parser stopped at one.
bool is_foreign_yaml(const Diagnostics& diags, std::string_view text) {
    const auto& all = diags.all();
    return text.find("hcf") == std::string_view::npos && !all.empty() &&
           std::all_of(all.begin(), all.end(), [](const Diagnostic& d) {
               return d.rule == &reading_rules::kAnchorOrAlias;
           });
}

/// Names and titles of frameworks, services and catalogues are nobody's secret.
bool may_hold_people(const LoadedDocument& loaded) {
    return loaded.outcome != LoadedDocument::Outcome::checked &&
           loaded.outcome != LoadedDocument::Outcome::framework;
}

}  // namespace

Finding DocumentLoader::file_finding(const RuleInfo& rule, const std::string& file,
                                     std::string message, std::string help) {
    Finding finding;
    finding.rule = &rule;
    finding.severity = rule.severity;
    finding.file = file;
    finding.message = std::move(message);
    finding.help = std::move(help);
    return finding;
}

RuleScope DocumentLoader::scope() const {
    return context_.checks_everything ? RuleScope::everything : RuleScope::errors;
}

void DocumentLoader::add_note(LoadedDocument& loaded, const AssessmentFacts& facts) const {
    if (auto note = note_person(facts, sources_.at(tree_.source)))
        loaded.people.push_back(std::move(*note));
}

void DocumentLoader::load_assessment(LoadedDocument& loaded, const std::string& file,
                                     std::uint32_t number) {
    const AssessmentDoc doc = decode_assessment(tree_, diags_);
    const AssessmentFacts facts =
        resolve_assessment(doc, *context_.framework, context_.as_of, diags_);
    check_assessment(facts, scope(), diags_);
    if (context_.checks_everything) {
        check_texts(FreeTexts(tree_, AssessmentDoc::mapping()), diags_);
        add_note(loaded, facts);
    }
    if (doc.assessed) loaded.assessed = doc.assessed->value;
    if (context_.notes_series) loaded.series = note_series(facts, sources_.at(tree_.source));
    if (doc.person && doc.person->id) {
        loaded.person_at = locate(sources_.at(tree_.source), doc.person->id->span.begin);
    }
    if (!diags_.has_errors()) loaded.assessment = build_assessment(facts, file, number);
}

void DocumentLoader::load_team_document(LoadedDocument& loaded, const std::string& file,
                                        std::uint32_t number) {
    const TeamDoc doc = decode_team(tree_, diags_);
    const TeamFacts facts = resolve_team(doc, *context_.framework, context_.as_of, diags_);
    check_team(facts, scope(), diags_);
    std::vector<std::vector<InputFile>> files;
    if (context_.members.files != nullptr)
        files = find_members(doc, file, context_.members, diags_);
    if (context_.checks_everything) {
        check_texts(FreeTexts(tree_, TeamDoc::mapping()), diags_);
        std::unordered_set<std::string_view> known;  // of who stands here twice, the first counts
        for (const AssessmentFacts& member : facts.members) {
            const auto& person = member.doc->person;
            if (person && person->id && known.insert(person->id->value.text).second)
                add_note(loaded, member);
        }
    }
    loaded.team = load_team(facts, std::move(files), tree_, sources_, diags_, file, number);
}

void DocumentLoader::load_service() {
    const ServiceDoc doc = decode_service(tree_, diags_);
    check_service(resolve_service(doc, *context_.framework, diags_), diags_);
    check_texts(FreeTexts(tree_, ServiceDoc::mapping()), diags_);
}

void DocumentLoader::load_catalogue() {
    const CatalogueDoc doc = decode_catalogue(tree_, diags_);
    check_catalogue(resolve_catalogue(doc, *context_.framework, diags_), diags_);
    check_texts(FreeTexts(tree_, CatalogueDoc::mapping()), diags_);
}

/// Loads a document whose head is known; false where its kind is not read here.
bool DocumentLoader::load_known(LoadedDocument& loaded, const std::string& file,
                                std::uint32_t number, bool stands_for_members) {
    using Outcome = LoadedDocument::Outcome;
    if (loaded.head.kind == DocumentKind::assessment) {
        loaded.outcome = Outcome::assessment;
        load_assessment(loaded, file, number);
        return true;
    }
    if (is_framework_kind(loaded.head.kind)) {
        loaded.outcome = Outcome::framework;
        (void)decode_framework(tree_, loaded.head.kind, diags_);
        return true;
    }
    const bool reads_teams =
        context_.checks_everything || (stands_for_members && context_.members.files != nullptr);
    if (loaded.head.kind == DocumentKind::team && reads_teams) {
        loaded.outcome = Outcome::team;
        load_team_document(loaded, file, number);
        return true;
    }
    loaded.outcome = context_.checks_everything ? Outcome::checked : Outcome::other_kind;
    if (!context_.checks_everything) return false;
    if (loaded.head.kind == DocumentKind::service)
        load_service();
    else
        load_catalogue();
    return true;
}

LoadedDocument DocumentLoader::load(const std::string& file, const RawDocument& raw,
                                    bool stands_for_members) {
    LoadedDocument loaded;
    sources_.clear();
    diags_.clear();
    const SourceId source = sources_.add({file, raw.text, raw.first_line, raw.number});
    loaded.head_at = {raw.first_line, 1};
    if (raw.is_too_large) {
        diags_.add(reading_rules::kDocumentTooLarge, {source, 0, 0},
                   "the document is larger than 8 MiB",
                   "split it at '---' lines, one person a document");
    } else if (yaml::parse(source, raw.text, tree_, diags_)) {
        loaded.head = read_head(tree_);
        loaded.head_at = locate(sources_.at(source), loaded.head.span.begin);
        // A list or a text that nowhere says hcf is somebody else's, too (ADR 0007).
        const bool is_foreign_list = loaded.head.state == DocumentHead::State::not_mapping &&
                                     raw.text.find("hcf") == std::string_view::npos;
        if (loaded.head.state == DocumentHead::State::not_hcf || is_foreign_list) {
            loaded.outcome = LoadedDocument::Outcome::foreign;
            return loaded;
        }
        if (loaded.head.state != DocumentHead::State::known) {
            report_head(loaded.head, tree_, diags_);
        } else if (!load_known(loaded, file, raw.number, stands_for_members)) {
            return loaded;
        }
    } else if (is_foreign_yaml(diags_, raw.text)) {
        loaded.outcome = LoadedDocument::Outcome::foreign;
        return loaded;
    }
    const bool has_comments = context_.checks_everything &&
                              loaded.outcome != LoadedDocument::Outcome::broken &&
                              raw.text.find(kSuppressionMark) != std::string_view::npos;
    if (diags_.empty() && !has_comments) return loaded;
    std::vector<ByteRange> masked;
    if (may_hold_people(loaded)) {
        masked = loaded.outcome == LoadedDocument::Outcome::broken ? private_lines(raw.text)
                                                                   : private_values(tree_);
    }
    add_private_places(diags_, masked);
    const PrivateValues values =
        context_.mask_values ? PrivateValues::masked : PrivateValues::shown;
    for (const Diagnostic& diagnostic : diags_.all())
        loaded.findings.push_back(resolve(diagnostic, sources_, masked, values));
    sort_findings(loaded.findings);
    if (has_comments) {
        loaded.suppressions =
            silence(loaded.findings, find_suppressions(tree_, sources_, masked, values));
    }
    loaded.errors = diags_.error_count();
    return loaded;
}

}  // namespace hcf
