// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/suppressions.h"

#include "hcf/diag/suppression_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

constexpr hcf::RuleInfo kRule = {"made-up", hcf::Severity::warning, "", {}};
constexpr hcf::RuleInfo kOther = {"other", hcf::Severity::warning, "", {}};

hcf::Finding finding(const hcf::RuleInfo& rule, std::uint32_t line, std::string message = {}) {
    hcf::Finding result;
    result.rule = &rule;
    result.severity = rule.severity;
    result.begin = {line, 1};
    result.message = std::move(message);
    return result;
}

hcf::Suppression suppression(const hcf::RuleInfo& rule, std::uint32_t line, bool has_reason) {
    hcf::Suppression result;
    result.rule = &rule;
    result.line = line;
    result.unused = finding(hcf::suppression_rules::kUnusedSuppression, line, "unused");
    if (!has_reason) {
        result.no_reason =
            finding(hcf::suppression_rules::kSuppressionWithoutReason, line, "no reason");
    }
    return result;
}

std::string messages(const std::vector<hcf::Finding>& findings) {
    std::string list;
    for (const hcf::Finding& each : findings) list += "[" + each.message + "]";
    return list;
}

}  // namespace

TEST_CASE("a comment silences its rule on its line alone") {
    std::vector<hcf::Finding> findings = {finding(kRule, 2, "silenced"), finding(kRule, 3, "kept"),
                                          finding(kOther, 2, "another")};
    CHECK(hcf::silence(findings, {{suppression(kRule, 2, true)}, {}}).empty());
    CHECK(messages(findings) == "[another][kept]");
}

TEST_CASE("one comment gives one message: that it is not used, else that it says no reason") {
    std::vector<hcf::Finding> findings = {finding(kRule, 2)};
    CHECK(hcf::silence(findings, {{suppression(kRule, 2, false), suppression(kRule, 9, false)}, {}})
              .empty());
    CHECK(messages(findings) == "[no reason][unused]");
}

TEST_CASE("what is said of comments can be silenced by a comment") {
    std::vector<hcf::Finding> findings;
    std::vector<hcf::Suppression> list = {
        suppression(hcf::suppression_rules::kUnusedSuppression, 4, true),
        suppression(kRule, 4, true)};
    CHECK(hcf::silence(findings, {list, {}}).empty());
    CHECK(findings.empty());
}
