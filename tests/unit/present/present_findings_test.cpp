// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_findings.h"

#include "hcf/diag/format_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

hcf::Finding duplicate_finding() {
    hcf::Finding finding;
    finding.rule = &hcf::format_rules::kUnknownKey;
    finding.severity = hcf::Severity::error;
    finding.file = "p/a.yaml";
    finding.document = 2;
    finding.begin = {7, 12};
    finding.end = {7, 21};
    finding.message = "unknown key 'a'";
    finding.help = "did you mean 'b'?";
    finding.related.push_back({"p/b.yaml", {3, 4}, "the first one"});
    return finding;
}

}  // namespace

TEST_CASE("findings have the columns of spec 5, and stand in the list findings") {
    const hcf::ReportHead head = hcf::findings_head({{"schema", "hcf.validate/1"}});
    CHECK(head.columns ==
          std::vector<std::string_view>{"file", "line", "column", "severity", "rule", "message"});
    CHECK(head.list == "findings");
    CHECK(head.envelope.at("schema") == "hcf.validate/1");
}

TEST_CASE("a finding as JSON has all the keys of spec 5") {
    const hcf::ReportPart part = hcf::finding_part(duplicate_finding());
    REQUIRE(part.elements.size() == 1);
    CHECK(part.elements[0].dump() ==
          R"({"file":"p/a.yaml","document":2,"line":7,"column":12,"end_line":7,"end_column":21,)"
          R"("severity":"error","rule":"unknown-key","message":"unknown key 'a'",)"
          R"("help":"did you mean 'b'?","related":[)"
          R"({"file":"p/b.yaml","line":3,"column":4,"message":"the first one"}]})");
    hcf::Finding bare = duplicate_finding();
    bare.help.clear();
    bare.related.clear();
    const hcf::ReportPart bare_part = hcf::finding_part(bare);
    CHECK(bare_part.elements[0].at("help").is_null());
    CHECK(bare_part.elements[0].at("related").empty());
}

TEST_CASE("a finding as a record has a field for every column") {
    const hcf::ReportPart part = hcf::finding_part(duplicate_finding());
    REQUIRE(part.records.size() == 1);
    CHECK(part.records[0] == hcf::Record{std::string("p/a.yaml"), std::int64_t{7}, std::int64_t{12},
                                         std::string("error"), std::string("unknown-key"),
                                         std::string("unknown key 'a'")});
    CHECK(part.document.size() == 1);
}

TEST_CASE("the counts come at the end") {
    const hcf::ReportTail tail = hcf::findings_tail({3, 2, 1});
    CHECK(tail.fields.dump() == R"({"files":3,"errors":2,"warnings":1})");
    CHECK(tail.closing.size() == 1);
}
