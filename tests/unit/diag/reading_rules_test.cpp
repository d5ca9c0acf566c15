// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/reading_rules.h"

#include "hcf/base/text.h"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

TEST_SUITE("diag") {
    TEST_CASE("every reading rule has an id of its own and a whole explanation") {
        std::set<std::string_view> ids;
        for (const hcf::RuleInfo* rule : hcf::reading_rules::all()) {
            CAPTURE(rule->id);
            CHECK(ids.insert(rule->id).second);
            CHECK(hcf::is_kebab_case(rule->id));
            CHECK(rule->severity == hcf::Severity::error);
            CHECK_FALSE(rule->summary.empty());
            CHECK(rule->summary.back() != '.');
            CHECK(rule->explanation.checks.substr(0, 5) == "That ");
            CHECK(rule->explanation.checks.back() == '.');
            CHECK(rule->explanation.matters.back() == '.');
            CHECK_FALSE(rule->explanation.wrong.empty());
            CHECK_FALSE(rule->explanation.right.empty());
            CHECK(rule->explanation.wrong != rule->explanation.right);
        }
        CHECK(ids.size() == 17);
    }
}
