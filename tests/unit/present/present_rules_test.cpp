// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_rules.h"

#include "hcf/diag/format_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

namespace {

const std::vector<const hcf::RuleInfo*> kTwoRules = {&hcf::format_rules::kUnknownKey,
                                                     &hcf::format_rules::kMissingKey};

std::size_t count_tables(const hcf::Document& document) {
    std::size_t count = 0;
    for (const hcf::Block& block : document) {
        if (std::holds_alternative<hcf::Table>(block)) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("rules are listed with their explanations for programs, in full or not") {
    for (const bool in_full : {false, true}) {
        const hcf::ReportHead head = hcf::rules_head();
        const hcf::ReportPart part = hcf::rules_part(kTwoRules, in_full, false);
        CHECK(head.envelope.at("schema") == "hcf.rules/1");
        CHECK(head.envelope.at("framework").is_null());
        CHECK(head.envelope.at("overlays").empty());
        CHECK(head.envelope.at("as_of").is_null());
        CHECK(head.list == "rules");
        REQUIRE(part.elements.size() == 2);
        CHECK(part.elements[0].at("rule") == "unknown-key");
        CHECK(part.elements[1].at("rule") == "missing-key");
        CHECK(part.elements[0].at("severity") == "error");
        CHECK(part.elements[0].at("wrong") == "valid_untill: 2027-09-12");
        REQUIRE(part.records.size() == 2);
        CHECK(part.records[0].size() == head.columns.size());
        CHECK(part.records[1].at(0) == hcf::Field{std::string("missing-key")});
    }
}

TEST_CASE("for readers rules are a table, or one after the other with examples") {
    CHECK(count_tables(hcf::rules_part(kTwoRules, false, false).document) == 1);
    const hcf::Document in_full = hcf::rules_part(kTwoRules, true, false).document;
    CHECK(count_tables(in_full) == 0);
    std::vector<std::string> headings;
    std::size_t examples = 0;
    for (const hcf::Block& block : in_full) {
        if (const auto* heading = std::get_if<hcf::Heading>(&block)) {
            headings.push_back(heading->text);
        }
        if (std::holds_alternative<hcf::Code>(block)) ++examples;
    }
    CHECK(headings == std::vector<std::string>{"unknown-key", "missing-key"});
    CHECK(examples == 4);
}

TEST_CASE("all rules have a title over them, and some have not") {
    const hcf::Document all = hcf::rules_part(kTwoRules, false, true).document;
    REQUIRE_FALSE(all.empty());
    const auto* title = std::get_if<hcf::Heading>(&all.front());
    REQUIRE(title != nullptr);
    CHECK(title->rank == 1);
    const hcf::Document some = hcf::rules_part(kTwoRules, true, false).document;
    for (const hcf::Block& block : some) {
        const auto* heading = std::get_if<hcf::Heading>(&block);
        if (heading != nullptr) CHECK(heading->rank == 2);
    }
}
