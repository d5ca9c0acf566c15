// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/diag/suppression_rules.h"
#include "hcf/rules/all_rules.h"
#include "hcf/rules/framework_rules.h"
#include "hcf/rules/names.h"
#include "hcf/rules/rule.h"
#include "hcf/rules/run_rules.h"

#include <array>

namespace hcf {
namespace {

constexpr const AssessmentRule* kAssessmentRules[] = {
#define HCF_ASSESSMENT_RULE(name) &name,
#include "hcf/rules/all_rules.inc"
#undef HCF_ASSESSMENT_RULE
};

std::vector<const RuleInfo*> collect() {
    std::vector<const RuleInfo*> rules;
    for (const auto group :
         {reading_rules::all(), format_rules::all(), name_rules::all(), framework_rules::all()}) {
        rules.insert(rules.end(), group.begin(), group.end());
    }
    for (const AssessmentRule* rule : kAssessmentRules) rules.push_back(&rule->info);
    const auto run = run_rules::all();
    rules.insert(rules.end(), run.begin(), run.end());
    const auto suppression = suppression_rules::all();
    rules.insert(rules.end(), suppression.begin(), suppression.end());
    return rules;
}

}  // namespace

std::span<const AssessmentRule* const> assessment_rules() { return kAssessmentRules; }

void check_assessment(const AssessmentFacts& facts, Diagnostics& diags) {
    for (const AssessmentRule* rule : kAssessmentRules) {
        Emitter emit(rule->info, diags);
        rule->check(facts, emit);
    }
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
