// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/text.h"
#include "hcf/rules/rule.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace {

/// A summary or an explanation is a plain sentence or part of one, and nothing is left blank.
void check_words(const hcf::RuleInfo& rule) {
    REQUIRE_FALSE(rule.summary.empty());
    CHECK(rule.summary.back() != '.');
    for (const std::string_view text : {rule.explanation.checks, rule.explanation.matters}) {
        REQUIRE_FALSE(text.empty());
        CHECK(text.back() == '.');
        CHECK(text.find('\n') == std::string_view::npos);
    }
    CHECK_FALSE(rule.explanation.wrong.empty());
    CHECK_FALSE(rule.explanation.right.empty());
    CHECK(rule.explanation.wrong != rule.explanation.right);
}

}  // namespace

TEST_CASE("every rule has a kebab-case id of its own and an explanation in four parts") {
    std::set<std::string_view> ids;
    for (const hcf::RuleInfo* rule : hcf::all_rules()) {
        const std::string id(rule->id);
        CAPTURE(id);
        CHECK(hcf::is_kebab_case(rule->id));
        CHECK(ids.insert(rule->id).second);
        check_words(*rule);
    }
    CHECK(ids.size() > 45);
}

TEST_CASE("a rule is found by its id, exactly") {
    for (const hcf::RuleInfo* rule : hcf::all_rules()) CHECK(hcf::find_rule(rule->id) == rule);
    CHECK(hcf::find_rule("no-such-rule") == nullptr);
    CHECK(hcf::find_rule("Unknown-Key") == nullptr);
    CHECK(hcf::find_rule("") == nullptr);
}

TEST_CASE("every rule about a document is listed among all rules, and looks at something") {
    const auto all = hcf::all_rules();
    CHECK(hcf::document_rules().size() >= 20);
    for (const hcf::Rule* rule : hcf::document_rules()) {
        CHECK(std::find(all.begin(), all.end(), &rule->info) != all.end());
        CHECK((rule->assessment != nullptr || rule->judged != nullptr || rule->texts != nullptr ||
               rule->team != nullptr || rule->service != nullptr || rule->catalogue != nullptr));
    }
}

TEST_CASE("what judges or reads texts is a warning, so that an analysis need not ask it") {
    for (const hcf::Rule* rule : hcf::document_rules()) {
        if (rule->judged == nullptr && rule->texts == nullptr) continue;
        CHECK(rule->info.severity == hcf::Severity::warning);
    }
}

TEST_CASE("every warning that spec 3 and 4 list has its rule") {
    for (const std::string_view id :
         {"met-without-evidence", "expired-rating", "undated-rating", "valid-until-after-refresh",
          "core-not-applicable", "plan-overdue", "plan-without-due", "plan-without-supervisor",
          "assessor-without-basis", "required-not-assessed", "role-of-several-levels",
          "overlap-not-of-level", "repeated-overlap", "other-framework", "nhs-number",
          "repeated-member", "assessor-below-level", "assessor-may-not-assess"}) {
        const std::string name(id);
        CAPTURE(name);
        const hcf::RuleInfo* rule = hcf::find_rule(id);
        REQUIRE(rule != nullptr);
        CHECK(rule->severity == hcf::Severity::warning);
    }
}

TEST_CASE("every error that spec 4 lists has its rule") {
    for (const std::string_view id : {"yaml-syntax",
                                      "unclosed-quote",
                                      "content-after-document",
                                      "invalid-utf8",
                                      "control-character",
                                      "duplicate-key",
                                      "nesting-too-deep",
                                      "scalar-too-long",
                                      "document-too-large",
                                      "unknown-key",
                                      "missing-key",
                                      "wrong-type",
                                      "unknown-level",
                                      "unknown-role",
                                      "unknown-competence",
                                      "unknown-scale",
                                      "unknown-value",
                                      "impossible-date",
                                      "valid-until-before-assessed",
                                      "date-after-as-of",
                                      "review-after-due",
                                      "same-person-twice",
                                      "assessor-is-person",
                                      "supervisor-is-person",
                                      "role-not-of-level",
                                      "not-applicable-without-reason",
                                      "look-alike-letters",
                                      "anchor-or-alias",
                                      "empty-value",
                                      "key-too-long",
                                      "duplicate-rating",
                                      "missing-role-and-level",
                                      "supersedes-cycle",
                                      "overlay-conflict",
                                      "overlay-softens",
                                      "duplicate-name",
                                      "essential-core",
                                      "ambiguous-needs"}) {
        const std::string name(id);
        CAPTURE(name);
        const hcf::RuleInfo* rule = hcf::find_rule(id);
        REQUIRE(rule != nullptr);
        CHECK(rule->severity == hcf::Severity::error);
    }
}
