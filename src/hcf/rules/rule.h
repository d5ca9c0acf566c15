// SPDX-License-Identifier: Apache-2.0
// What a rule is: an identity with its explanation, and a plain function over resolved facts.
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/rules/assessment_facts.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hcf {

/// Reports under one rule, so that no check can name another's id.
class Emitter {
public:
    Emitter(const RuleInfo& rule, Diagnostics& diags) : rule_(rule), diags_(diags) {}

    void report(SourceSpan span, std::string message, std::string help = {},
                std::vector<Related> related = {}) {
        diags_.add(
            Diagnostic{&rule_, std::move(message), span, std::move(related), std::move(help)});
    }

private:
    const RuleInfo& rule_;
    Diagnostics& diags_;
};

/// A rule about one assessment.
struct AssessmentRule {
    RuleInfo info;
    void (*check)(const AssessmentFacts& facts, Emitter& emit);
};

/// The rules about one assessment, in the order of the documentation.
[[nodiscard]] std::span<const AssessmentRule* const> assessment_rules();

/// Runs them all.
void check_assessment(const AssessmentFacts& facts, Diagnostics& diags);

/// Every rule of hcf, from reading to the whole run, in the order of the documentation.
[[nodiscard]] std::span<const RuleInfo* const> all_rules();

/// The rule of that id; nullptr where there is none.
[[nodiscard]] const RuleInfo* find_rule(std::string_view id);

}  // namespace hcf
