// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_framework.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::FrameworkItems;
using hcf::FrameworkReport;
using hcf::FrameworkView;
using hcf::Json;

FrameworkReport shown(const hcf::Framework& framework, FrameworkView view,
                      const FrameworkItems& items = {}) {
    return hcf::present_framework(framework, view, items, tests::day("2026-11-22"));
}

/// One of the three lists, wherever a report has it.
Json list_of(const FrameworkReport& report, const std::string& name) {
    if (report.head.list != name) return report.tail.fields.at(name);
    Json list = Json::array();
    for (const Json& element : report.part.elements) list.push_back(element);
    return list;
}

std::string sizes_of(const FrameworkReport& report) {
    return std::to_string(list_of(report, "levels").size()) + " " +
           std::to_string(list_of(report, "competences").size()) + " " +
           std::to_string(list_of(report, "roles").size());
}

std::string columns_text(const FrameworkReport& report) {
    std::string text;
    for (const std::string_view column : report.head.columns) {
        text.append(text.empty() ? "" : ",").append(column);
    }
    return text;
}

}  // namespace

TEST_CASE("every view has all three lists, empty where they are not asked for") {
    const hcf::Framework& framework = tests::shipped();
    CHECK(sizes_of(shown(framework, FrameworkView::overview)) == "5 23 41");
    CHECK(sizes_of(shown(framework, FrameworkView::levels)) == "5 0 0");
    CHECK(sizes_of(shown(framework, FrameworkView::competences)) == "0 23 0");
    CHECK(sizes_of(shown(framework, FrameworkView::roles)) == "0 0 41");
    CHECK(sizes_of(shown(framework, FrameworkView::matrix)) == "0 23 0");
    for (const FrameworkView view :
         {FrameworkView::overview, FrameworkView::levels, FrameworkView::competences,
          FrameworkView::roles, FrameworkView::matrix}) {
        const FrameworkReport report = shown(framework, view);
        CHECK(report.head.envelope.at("schema") == "hcf.framework/1");
        CHECK_FALSE(report.part.document.empty());
        for (const hcf::Record& record : report.part.records) {
            CHECK(record.size() == report.head.columns.size());
        }
    }
}

TEST_CASE("the matrix as CSV has a column per level, and x or nothing in 115 cells") {
    const FrameworkReport report = shown(tests::shipped(), FrameworkView::matrix);
    CHECK(columns_text(report) ==
          "competence,title,supportive,associate,autonomous,enhanced,advanced");
    REQUIRE(report.part.records.size() == 23);
    int marks = 0;
    for (const hcf::Record& record : report.part.records) {
        REQUIRE(record.size() == 7);
        for (std::size_t i = 2; i < record.size(); ++i) {
            if (record[i] == hcf::Field{std::string("x")})
                ++marks;
            else
                CHECK(record[i] == hcf::Field{});
        }
    }
    CHECK(marks == 90);
}

TEST_CASE("one of them is shown alone, of whatever kind; a name of two kinds shows both") {
    const hcf::Framework& framework = tests::tiny();
    FrameworkItems items;
    items.level = tests::level_of(framework, "mid");
    CHECK(sizes_of(shown(framework, FrameworkView::items, items)) == "1 0 0");
    CHECK(shown(framework, FrameworkView::items, items).part.records.size() == 1);
    items = {};
    items.competence = tests::competence_of(framework, "lead");
    CHECK(sizes_of(shown(framework, FrameworkView::items, items)) == "0 1 0");
    CHECK(shown(framework, FrameworkView::items, items).part.records.size() == 1);
    items.role = tests::role_of(framework, "nurse");
    CHECK(sizes_of(shown(framework, FrameworkView::items, items)) == "0 1 1");
    items = {};
    items.role = tests::role_of(framework, "nurse");
    const FrameworkReport role = shown(framework, FrameworkView::items, items);
    CHECK(sizes_of(role) == "0 0 1");
    CHECK(role.head.list == "roles");
}

TEST_CASE("a level as JSON has its rank, descriptor, roles and core set") {
    const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
        "levels: [{id: low, title: Low, aliases: [l], source: s, printed_as: LOW,\n"
        "  descriptor: {practice: p}}]\n---\n"
        "hcf: competences/1\ncompetences: [{id: wash, title: W, kind: core, levels: [low]}]\n"
        "---\nhcf: roles/1\nroles: [{id: r, title: R, levels: [low]}]\n");
    CHECK(list_of(shown(framework, FrameworkView::levels), "levels").dump() ==
          R"([{"id":"low","title":"Low","printed_as":"LOW","aliases":["l"],"rank":1,)"
          R"("descriptor":{"knowledge":null,"practice":"p","decisions":null,)"
          R"("accountability":null,"leadership":null,"development":null},"source":"s",)"
          R"("roles":["r"],"core":["wash"],"from":"fw/a.yaml","amended":[]}])");
}

TEST_CASE("a competence as JSON has all that is said of it, and the files that said it") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\noverlay: {id: o}\n"
         "competences:\n"
         "  - {id: lead, refresh: P1Y6M, assess_at: high, supersedes: [talk], theme: t,\n"
         "     nos: {code: C, status: unverified, seen: s}, same_as: [a/b], description: d,\n"
         "     source: p}\n"});
    FrameworkItems items;
    items.competence = tests::competence_of(framework, "lead");
    const FrameworkReport report = shown(framework, FrameworkView::items, items);
    REQUIRE(report.part.elements.size() == 1);
    CHECK(report.part.elements[0].dump() ==
          R"({"id":"lead","title":"Lead others","printed_as":null,"aliases":[],"kind":"core",)"
          R"("theme":"t","levels":["mid","high"],"nos":{"code":"C","status":"unverified",)"
          R"("seen":"s"},"refresh":"P1Y6M","refresh_from":"1.yaml","assess_at":"high",)"
          R"("assess_at_from":"1.yaml","supersedes":["talk"],"same_as":["a/b"],)"
          R"("description":"d","source":"p","from":"fw/a.yaml","amended":[)"
          R"({"fact":"theme","of":null,"value":"t","from":"1.yaml"},)"
          R"({"fact":"description","of":null,"value":"d","from":"1.yaml"},)"
          R"({"fact":"source","of":null,"value":"p","from":"1.yaml"},)"
          R"({"fact":"nos","of":null,"value":"C","from":"1.yaml"},)"
          R"({"fact":"nos.seen","of":null,"value":"s","from":"1.yaml"},)"
          R"({"fact":"refresh","of":null,"value":"P1Y6M","from":"1.yaml"},)"
          R"({"fact":"assess_at","of":null,"value":"high","from":"1.yaml"},)"
          R"({"fact":"same_as","of":null,"value":"a/b","from":"1.yaml"},)"
          R"({"fact":"supersedes","of":null,"value":"talk","from":"1.yaml"}]})");
    REQUIRE(report.part.records.size() == 1);
    CHECK(report.part.records[0].size() == report.head.columns.size());
}

TEST_CASE("a role as JSON has its levels, and what it asks with its needs") {
    const hcf::Framework& framework = tests::tiny();
    FrameworkItems items;
    items.role = tests::role_of(framework, "nurse");
    CHECK(list_of(shown(framework, FrameworkView::items, items), "roles").dump() ==
          R"([{"id":"nurse","title":"Nurse - Adult","printed_as":null,"aliases":[],)"
          R"("levels":["mid","high"],"competences":[)"
          R"({"id":"lead","needs":"zero-to-six/4","essential":true,"from":"fw/a.yaml"},)"
          R"({"id":"infuse","needs":null,"essential":true,"from":"fw/a.yaml"},)"
          R"({"id":"track","needs":null,"essential":false,"from":"fw/a.yaml"}],)"
          R"("family":null,"summary":null,"source":null,"from":"fw/a.yaml","amended":[]}])");
}
