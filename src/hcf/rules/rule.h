// SPDX-License-Identifier: Apache-2.0
// What a rule is: an identity with its explanation, and plain functions over resolved facts.
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/rules/assessment_facts.h"
#include "hcf/rules/catalogue_facts.h"
#include "hcf/rules/judged_assessment.h"
#include "hcf/rules/service_facts.h"
#include "hcf/rules/team_facts.h"
#include "hcf/schema/free_texts.h"

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

/// A rule about one document. It has a function for each thing that it looks at.
struct Rule {
    RuleInfo info;
    void (*assessment)(const AssessmentFacts& facts, Emitter& emit) = nullptr;
    void (*judged)(const JudgedAssessment& judged, Emitter& emit) = nullptr;
    void (*team)(const TeamFacts& facts, Emitter& emit) = nullptr;
    void (*service)(const ServiceFacts& facts, Emitter& emit) = nullptr;
    void (*catalogue)(const CatalogueFacts& facts, Emitter& emit) = nullptr;
    void (*texts)(const FreeTexts& texts, Emitter& emit) = nullptr;
};

/// The rules about one document, in the order of the documentation.
[[nodiscard]] std::span<const Rule* const> document_rules();

/// Which rules are asked: an analysis wants to know only whether it may use the document.
enum class RuleScope { errors, everything };

/// Runs the rules about an assessment.
void check_assessment(const AssessmentFacts& facts, RuleScope scope, Diagnostics& diags);

/// Runs the rules about a team, and those about the assessments that stand in it.
void check_team(const TeamFacts& facts, RuleScope scope, Diagnostics& diags);

/// Runs the rules about a service.
void check_service(const ServiceFacts& facts, Diagnostics& diags);

/// Runs the rules about a catalogue.
void check_catalogue(const CatalogueFacts& facts, Diagnostics& diags);

/// Runs the rules about what people wrote in their own words.
void check_texts(const FreeTexts& texts, Diagnostics& diags);

/// Every rule of hcf, from reading to the whole run, in the order of the documentation.
[[nodiscard]] std::span<const RuleInfo* const> all_rules();

/// The rule of that id; nullptr where there is none.
[[nodiscard]] const RuleInfo* find_rule(std::string_view id);

}  // namespace hcf
