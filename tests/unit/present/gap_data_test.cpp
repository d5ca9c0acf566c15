// SPDX-License-Identifier: Apache-2.0
// A gap analysis for programs: every key of spec 5, null where there is nothing.
#include "hcf/present/present_gap.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::Json;

/// Somebody at mid, for whom every sort of row is there.
constexpr std::string_view kMixedText =
    "hcf: assessment/1\n"
    "person: {id: EHC-1, name: Alice, organisation: Org, team: T, role: nurse}\n"
    "supervision: {supervisor: Bola}\n"
    "scale: zero-to-six\n"
    "ratings:\n"
    "  wash: {value: not-applicable, note: n}\n"
    "  talk: {value: 5, assessed: 2026-10-01, assessor: Chi, basis: assessor, level: low,\n"
    "    valid_until: 2027-10-01, evidence: [seen, {type: log, title: t, date: 2026-09-01,\n"
    "    ref: r}]}\n"
    "  lead: {value: 3, plan: {action: Learn, due: 2027-01-31, review: 2026-12-31}}\n"
    "  guard: 6\n";

/// An analysis with what it views.
struct MixedGap {
    explicit MixedGap(std::optional<hcf::Target> target = std::nullopt)
        : assessment(tests::assessment_of(tests::tiny(), kMixedText)) {
        const hcf::Target own = {hcf::TargetKind::own, assessment.person.role,
                                 assessment.person.level};
        analysis = hcf::analyse_gap(tests::tiny(), assessment, target.value_or(own),
                                    {tests::day("2026-11-22"), hcf::Basis::self, false});
    }
    MixedGap(const MixedGap&) = delete;
    MixedGap& operator=(const MixedGap&) = delete;

    [[nodiscard]] Json json(const hcf::GapView& view = {}) const {
        return hcf::gap_json(tests::tiny(), analysis, view);
    }

    hcf::Assessment assessment;
    hcf::GapAnalysis analysis;
};

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) keys.push_back(item.key());
    std::sort(keys.begin(), keys.end());
    return keys;
}

Json row_of(const Json& result, std::string_view competence) {
    for (const Json& row : result.at("competences")) {
        if (row.at("competence") == std::string(competence)) return row;
    }
    FAIL("no such row");
    return {};
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a result has the keys of spec 5, neither more nor fewer") {
    const Json result = MixedGap().json();
    CHECK(keys_of(result) == Keys{"beyond", "competences", "core_only", "document", "file",
                                  "person", "same_core_as", "summary", "target"});
    CHECK(keys_of(result.at("person")) ==
          Keys{"id", "level", "name", "organisation", "role", "team"});
    CHECK(keys_of(result.at("target")) == Keys{"kind", "level", "role"});
    CHECK(keys_of(result.at("summary")) ==
          Keys{"applicable", "assurance", "gap", "met", "met_below_level", "met_self",
               "met_without_evidence", "planned", "readiness", "required", "statuses"});
    CHECK(keys_of(result.at("summary").at("statuses")) == Keys{"expired", "met", "not-applicable",
                                                               "not-assessed", "not-met", "partial",
                                                               "unconfirmed"});
    for (const Json& row : result.at("competences")) {
        CHECK(keys_of(row) == Keys{"asked_at", "assessed", "assessor", "assurance", "basis",
                                   "competence", "essential", "evidence", "kind", "plan", "reason",
                                   "shown_at", "status", "through", "title", "valid_until",
                                   "value"});
    }
}

TEST_CASE("a result says who was read where, and against what") {
    const Json result = MixedGap().json();
    CHECK(result.at("file") == "a.yaml");
    CHECK(result.at("document") == 1);
    CHECK(result.at("person").dump() ==
          R"({"id":"EHC-1","name":"Alice","organisation":"Org","team":"T","role":"nurse",)"
          R"("level":"mid"})");
    CHECK(result.at("target").dump() == R"({"kind":"own","role":"nurse","level":"mid"})");
    CHECK(result.at("core_only") == false);
    CHECK(result.at("same_core_as").empty());
    CHECK(result.at("beyond").dump() == R"(["guard"])");
    const Json level = MixedGap(hcf::Target{hcf::TargetKind::level, std::nullopt,
                                            tests::level_of(tests::tiny(), "low")})
                           .json();
    CHECK(level.at("target").dump() == R"({"kind":"level","role":null,"level":"low"})");
    CHECK(level.at("core_only") == true);
}

TEST_CASE("rows say what was counted, and null where there is nothing") {
    const Json result = MixedGap().json();
    CHECK(row_of(result, "talk").dump() ==
          R"({"competence":"talk","title":"Talk clearly","kind":"core","essential":true,)"
          R"("asked_at":"mid","status":"met","assurance":"assured","reason":null,)"
          R"("through":null,"value":"5","shown_at":"low","basis":"assessor","assessor":"Chi",)"
          R"("assessed":"2026-10-01","valid_until":"2027-10-01","evidence":2,"plan":null})");
    CHECK(row_of(result, "lead").dump() ==
          R"({"competence":"lead","title":"Lead others","kind":"core","essential":true,)"
          R"("asked_at":"mid","status":"partial","assurance":"planned","reason":null,)"
          R"("through":null,"value":"3","shown_at":"mid","basis":null,"assessor":null,)"
          R"("assessed":null,"valid_until":null,"evidence":0,"plan":{"action":"Learn",)"
          R"("due":"2027-01-31","supervisor":"Bola","review":"2026-12-31"}})");
    CHECK(row_of(result, "infuse").dump() ==
          R"({"competence":"infuse","title":"Infuse at home","kind":"role","essential":true,)"
          R"("asked_at":"mid","status":"not-assessed","assurance":"gap","reason":"no-plan",)"
          R"("through":null,"value":null,"shown_at":null,"basis":null,"assessor":null,)"
          R"("assessed":null,"valid_until":null,"evidence":null,"plan":null})");
    const Json wash = row_of(result, "wash");
    CHECK(wash.at("status") == "not-applicable");
    CHECK(wash.at("assurance").is_null());
    CHECK(wash.at("value") == "not-applicable");
    CHECK(row_of(result, "track").at("essential") == false);
}

TEST_CASE("with --evidence the evidence is a list, and null without a rating") {
    hcf::GapView view;
    view.evidence_lists = true;
    const Json result = MixedGap().json(view);
    CHECK(row_of(result, "talk").at("evidence").dump() ==
          R"([{"type":null,"title":"seen","date":null,"ref":null},)"
          R"({"type":"log","title":"t","date":"2026-09-01","ref":"r"}])");
    CHECK(row_of(result, "lead").at("evidence").dump() == "[]");
    CHECK(row_of(result, "infuse").at("evidence").is_null());
}

TEST_CASE("the summary's ratios are numbers with at most four decimals, rounded down") {
    const Json summary = MixedGap().json().at("summary");
    CHECK(summary.at("required") == 4);
    CHECK(summary.at("applicable") == 3);
    CHECK(summary.at("met") == 1);
    CHECK(summary.at("planned") == 1);
    CHECK(summary.at("gap") == 1);
    CHECK(summary.at("readiness").dump() == "0.3333");
    CHECK(summary.at("assurance").dump() == "0.6666");
    CHECK(summary.at("met_below_level") == 1);
}

TEST_CASE("with --totals rows and beyond are left empty") {
    hcf::GapView view;
    view.totals_only = true;
    const Json result = MixedGap().json(view);
    CHECK(result.at("competences").dump() == "[]");
    CHECK(result.at("beyond").dump() == "[]");
    CHECK(result.at("summary").at("required") == 4);
}

TEST_CASE("the CSV has the columns of spec 5, and a field for each in every row") {
    std::string columns;
    for (const std::string_view column : hcf::gap_columns({})) {
        columns.append(columns.empty() ? "" : ",").append(column);
    }
    CHECK(columns ==
          "person_id,name,organisation,team,role,level,target,target_role,target_level,"
          "competence,title,kind,essential,asked_at,status,assurance,reason,through,value,"
          "shown_at,basis,assessor,assessed,valid_until,evidence,plan_action,plan_due,"
          "plan_supervisor");
    const MixedGap gap;
    std::vector<hcf::Record> records;
    hcf::gap_records(tests::tiny(), gap.analysis, {}, records);
    CHECK(records.size() == gap.analysis.rows.size());
    for (const hcf::Record& record : records) CHECK(record.size() == 28);
}

TEST_CASE("the CSV of totals has a row per person and target") {
    hcf::GapView view;
    view.totals_only = true;
    std::string columns;
    for (const std::string_view column : hcf::gap_columns(view)) {
        columns.append(columns.empty() ? "" : ",").append(column);
    }
    CHECK(columns ==
          "person_id,name,organisation,team,role,level,target,target_role,target_level,required,"
          "applicable,met,planned,gap,readiness,assurance");
    const MixedGap gap;
    std::vector<hcf::Record> records;
    hcf::gap_records(tests::tiny(), gap.analysis, view, records);
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].size() == 16);
    CHECK(records[0][9] == hcf::Field{std::int64_t{4}});
    CHECK(records[0][14] == hcf::Field{hcf::Ratio{1, 3}});
}

TEST_CASE("a pseudonymous person without role, team or readiness has nulls, not empty texts") {
    const hcf::Framework& framework = tests::tiny();
    const hcf::Assessment assessment =
        tests::assessment_of(framework,
                             "hcf: assessment/1\nperson: {id: p, level: low}\n"
                             "ratings: {wash: {value: not-applicable, note: n}, talk: {value: "
                             "not-applicable, note: n}}\n");
    const hcf::GapAnalysis analysis = hcf::analyse_gap(
        framework, assessment, {hcf::TargetKind::own, std::nullopt, assessment.person.level},
        {tests::day("2026-11-22"), hcf::Basis::self, false});
    const Json result = hcf::gap_json(framework, analysis, {});
    CHECK(result.at("person").dump() ==
          R"({"id":"p","name":null,"organisation":null,"team":null,"role":null,"level":"low"})");
    CHECK(result.at("summary").at("readiness").is_null());
    CHECK(result.at("summary").at("assurance").is_null());
    std::vector<hcf::Record> records;
    hcf::GapView view;
    view.totals_only = true;
    hcf::gap_records(framework, analysis, view, records);
    CHECK(records.at(0).at(1) == hcf::Field{});
    CHECK(records.at(0).at(14) == hcf::Field{});
}
