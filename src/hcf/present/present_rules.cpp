// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_rules.h"

#include "hcf/base/version.h"

namespace hcf {
namespace {

std::string text(std::string_view view) { return std::string(view); }

void explain(const RuleInfo& rule, Document& document) {
    document.push_back(Heading{2, text(rule.id)});
    document.push_back(Paragraph{text(to_string(rule.severity)) + ": " + text(rule.summary),
                                 rule.severity == Severity::error ? Tone::bad : Tone::warn});
    Facts facts;
    facts.rows.push_back({"It checks", {text(rule.explanation.checks)}});
    facts.rows.push_back({"Why it matters", {text(rule.explanation.matters)}});
    document.push_back(std::move(facts));
    document.push_back(Code{"Wrong", text(rule.explanation.wrong)});
    document.push_back(Code{"Right", text(rule.explanation.right)});
}

}  // namespace

ReportHead rules_head() {
    ReportHead head;
    // A rule needs no framework and no day; all keys of an envelope are there all the same.
    head.envelope = {{"schema", "hcf.rules/1"},
                     {"hcf", kVersion},
                     {"framework", nullptr},
                     {"overlays", Json::array()},
                     {"as_of", nullptr}};
    head.list = "rules";
    head.columns = {"rule", "severity", "summary", "checks", "matters", "wrong", "right"};
    return head;
}

ReportPart rules_part(const std::vector<const RuleInfo*>& rules, bool in_full, bool is_all) {
    ReportPart part;
    if (is_all) part.document.push_back(Heading{1, "The rules of hcf validate"});
    Table table;
    table.columns = {{"Rule"}, {"Severity"}, {"Summary", Align::left, true}};
    for (const RuleInfo* rule : rules) {
        const Explanation& why = rule->explanation;
        part.elements.push_back({{"rule", rule->id},
                                 {"severity", to_string(rule->severity)},
                                 {"summary", rule->summary},
                                 {"checks", why.checks},
                                 {"matters", why.matters},
                                 {"wrong", why.wrong},
                                 {"right", why.right}});
        part.records.push_back({text(rule->id), text(to_string(rule->severity)),
                                text(rule->summary), text(why.checks), text(why.matters),
                                text(why.wrong), text(why.right)});
        table.rows.push_back(
            {{text(rule->id)}, {text(to_string(rule->severity))}, {text(rule->summary)}});
        if (in_full) explain(*rule, part.document);
    }
    if (!in_full) part.document.push_back(std::move(table));
    return part;
}

}  // namespace hcf
