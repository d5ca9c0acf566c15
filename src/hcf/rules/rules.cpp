// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/diag/suppression_rules.h"
#include "hcf/rules/all_rules.h"
#include "hcf/rules/framework_rules.h"
#include "hcf/rules/list_rules.h"
#include "hcf/rules/member_rules.h"
#include "hcf/rules/names.h"
#include "hcf/rules/rule.h"
#include "hcf/rules/run_rules.h"
#include "hcf/rules/series_rules.h"

#include <array>

namespace hcf {
namespace {

constexpr const Rule* kDocumentRules[] = {
#define HCF_RULE(name) &name,
#include "hcf/rules/all_rules.inc"
#undef HCF_RULE
};

/// Calls one of the functions of every rule that has it.
template <auto Check, class Subject>
void ask_all(const Subject& subject, RuleScope scope, Diagnostics& diags) {
    for (const Rule* rule : kDocumentRules) {
        if (rule->*Check == nullptr) continue;
        if (scope == RuleScope::errors && rule->info.severity != Severity::error) continue;
        Emitter emit(rule->info, diags);
        (rule->*Check)(subject, emit);
    }
}

std::vector<const RuleInfo*> collect() {
    std::vector<const RuleInfo*> rules;
    for (const auto group : {reading_rules::all(), format_rules::all(), name_rules::all(),
                             framework_rules::all(), list_rules::all(), member_rules::all()}) {
        rules.insert(rules.end(), group.begin(), group.end());
    }
    for (const Rule* rule : kDocumentRules) rules.push_back(&rule->info);
    const auto run = run_rules::all();
    rules.insert(rules.end(), run.begin(), run.end());
    const auto series = series_rules::all();
    rules.insert(rules.end(), series.begin(), series.end());
    const auto suppression = suppression_rules::all();
    rules.insert(rules.end(), suppression.begin(), suppression.end());
    return rules;
}

}  // namespace

std::span<const Rule* const> document_rules() { return kDocumentRules; }

void check_assessment(const AssessmentFacts& facts, RuleScope scope, Diagnostics& diags) {
    ask_all<&Rule::assessment>(facts, scope, diags);
    if (scope == RuleScope::errors) return;  // no rule that judges is an error
    ask_all<&Rule::judged>(judge_assessment(facts), scope, diags);
}

void check_team(const TeamFacts& facts, RuleScope scope, Diagnostics& diags) {
    for (const AssessmentFacts& member : facts.members) check_assessment(member, scope, diags);
    ask_all<&Rule::team>(facts, scope, diags);
}

void check_service(const ServiceFacts& facts, Diagnostics& diags) {
    ask_all<&Rule::service>(facts, RuleScope::everything, diags);
}

void check_catalogue(const CatalogueFacts& facts, Diagnostics& diags) {
    ask_all<&Rule::catalogue>(facts, RuleScope::everything, diags);
}

void check_texts(const FreeTexts& texts, Diagnostics& diags) {
    ask_all<&Rule::texts>(texts, RuleScope::everything, diags);
}

std::span<const RuleInfo* const> all_rules() {
    static const std::vector<const RuleInfo*> kRules = collect();
    return kRules;
}

const RuleInfo* find_rule(std::string_view id) {
    for (const RuleInfo* rule : all_rules()) {
        if (rule->id == id) return rule;
    }
    return nullptr;
}

}  // namespace hcf
