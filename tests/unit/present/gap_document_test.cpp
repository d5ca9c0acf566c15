// SPDX-License-Identifier: Apache-2.0
// A gap analysis for readers: which parts there are, and in what order; their words and their
// layout stand in the golden cases.
#include "hcf/present/present_descriptor.h"
#include "hcf/present/present_gap.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// A document as one text: headings, cells and points, each on its line.
struct Flattened {
    std::string text;
    void operator()(const hcf::Heading& heading) {
        text +=
            std::string(static_cast<std::size_t>(heading.rank), '#') + " " + heading.text + "\n";
    }
    void operator()(const hcf::Paragraph& paragraph) { text += paragraph.text + "\n"; }
    void operator()(const hcf::Facts& facts) {
        for (const auto& [label, cell] : facts.rows) {
            text += label + "=";
            hcf::append_value(text, cell.value);
            text += "\n";
        }
    }
    void operator()(const hcf::Picture&) {}  // what it shows stands in the other blocks
    void operator()(const hcf::List& list) {
        for (const hcf::Cell& cell : list.items) {
            text += "- ";
            hcf::append_value(text, cell.value);
            text += "\n";
        }
    }
    void operator()(const hcf::Table& table) {
        for (const auto& row : table.rows) {
            for (const hcf::Cell& cell : row) {
                text += "|";
                hcf::append_value(text, cell.value);
            }
            text += "\n";
        }
    }
    void operator()(const hcf::Code& code) { text += code.text; }
};

std::string flat_text(const hcf::Document& document) {
    Flattened flattened;
    for (const hcf::Block& block : document) std::visit(flattened, block);
    return flattened.text;
}

std::string gap_text(const hcf::Framework& framework, std::string_view assessment_text,
                     std::optional<hcf::Target> target = std::nullopt, hcf::GapView view = {},
                     hcf::Basis accept = hcf::Basis::self, bool in_context = false) {
    const hcf::Assessment assessment =
        tests::assessment_of(framework, assessment_text, "2099-01-01");
    const hcf::Target own = {hcf::TargetKind::own, assessment.person.role, assessment.person.level};
    const hcf::GapAnalysis analysis =
        hcf::analyse_gap(framework, assessment, target.value_or(own),
                         {tests::day("2026-11-22"), accept, in_context});
    return flat_text(hcf::gap_document(framework, analysis, view));
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what is missing stands before what is met, and nothing is said of nothing") {
    const std::string text = gap_text(tests::tiny(),
                                      "hcf: assessment/1\nperson: {id: EHC-1, level: low}\n"
                                      "ratings: {talk: {value: met, basis: assessor}}\n");
    const std::size_t missing = text.find("Wash hands");
    const std::size_t met = text.find("Talk clearly");
    REQUIRE(missing != std::string::npos);
    REQUIRE(met != std::string::npos);
    CHECK(missing < met);
    CHECK(holds(text, "EHC-1"));
    CHECK_FALSE(holds(text, "Not applicable"));
    CHECK_FALSE(holds(text, "beyond"));
}

TEST_CASE("100 % is said only when all are met, and never instead of the counts") {
    std::string ratings;
    for (int i = 0; i < 22; ++i) {
        ratings += (i == 0 ? "" : ", ") +
                   tests::shipped().competences.at(static_cast<std::size_t>(i)).id + ": met";
    }
    const std::string almost = gap_text(
        tests::shipped(),
        "hcf: assessment/1\nperson: {id: a, level: advanced}\nratings: {" + ratings + "}\n");
    CHECK(holds(almost, "21 of 22 met"));
    CHECK(holds(almost, "95 %"));
    CHECK_FALSE(holds(almost, "100 %"));
    const std::string all = gap_text(
        tests::shipped(), "hcf: assessment/1\nperson: {id: a, level: advanced}\nratings: {" +
                              ratings + ", implement-change: met}\n");
    CHECK(holds(all, "22 of 22 met"));
    CHECK(holds(all, "100 %"));
}

TEST_CASE("where some are required and none is applicable the figure is n/a") {
    const std::string text = gap_text(tests::tiny(),
                                      "hcf: assessment/1\nperson: {id: a, level: low}\n"
                                      "ratings: {wash: {value: not-applicable, note: no sink},\n"
                                      "  talk: {value: not-applicable, note: alone}}\n");
    CHECK(holds(text, "n/a"));
    CHECK_FALSE(holds(text, " %"));
    CHECK(holds(text, "no sink"));
    CHECK(holds(text, "alone"));
}

TEST_CASE("an answer on core competences alone says so, and what it says nothing of") {
    constexpr std::string_view kWarning =
        "says nothing of registration, qualification or role-specific skill";
    CHECK(holds(
        gap_text(tests::tiny(), "hcf: assessment/1\nperson: {id: a, level: low}\nratings: {}\n"),
        kWarning));
    CHECK_FALSE(holds(
        gap_text(tests::tiny(), "hcf: assessment/1\nperson: {id: a, role: nurse}\nratings: {}\n"),
        kWarning));
}

TEST_CASE("where two levels ask the same core set it is said that this is not the level") {
    const std::string text = gap_text(
        tests::shipped(), "hcf: assessment/1\nperson: {id: a, level: enhanced}\nratings: {}\n");
    CHECK(holds(text, "a whole core set is not the level"));
    CHECK_FALSE(
        holds(gap_text(tests::shipped(),
                       "hcf: assessment/1\nperson: {id: a, level: advanced}\nratings: {}\n"),
              "a whole core set is not the level"));
}

TEST_CASE("at the end the descriptors of such levels are set side by side, once for each pair") {
    const hcf::Framework& framework = tests::shipped();
    const hcf::Assessment assessment = tests::assessment_of(
        framework, "hcf: assessment/1\nperson: {id: a, level: enhanced}\nratings: {}\n");
    hcf::GapCautions cautions;
    CHECK(flat_text(hcf::gap_closing(framework, cautions, {})) == "");
    for (const char* level : {"enhanced", "autonomous", "advanced", "enhanced"}) {
        cautions.note(hcf::analyse_gap(
            framework, assessment,
            {hcf::TargetKind::level, std::nullopt, tests::level_of(framework, level)},
            {tests::day("2026-11-22"), hcf::Basis::self, false}));
    }
    CHECK(cautions.core_only);
    CHECK(cautions.same_core.size() == 1);
    for (const bool totals_only : {false, true}) {
        hcf::GapView view;
        view.totals_only = totals_only;
        std::size_t tables = 0;
        const hcf::Document closing = hcf::gap_closing(framework, cautions, view);
        for (const hcf::Block& block : closing) {
            const auto* table = std::get_if<hcf::Table>(&block);
            if (table == nullptr) continue;
            ++tables;
            REQUIRE(table->columns.size() == 3);
            CHECK(table->columns[1].title == "Autonomous Level Practice");
            CHECK(table->columns[2].title == "Enhanced Level Practice");
        }
        CHECK(tables == 1);
        // With --totals nothing else says what a figure rests on.
        CHECK(holds(flat_text(closing), "Core competences only") == totals_only);
        CHECK(holds(flat_text(closing), "is not the level") == totals_only);
    }
}

TEST_CASE("descriptors are compared facet by facet, only where they differ") {
    const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
        "levels:\n"
        "  - {id: low, title: Low, descriptor: {knowledge: a, practice: b}}\n"
        "  - {id: high, title: High, descriptor: {knowledge: a, practice: c, leadership: d}}\n"
        "---\n"
        "hcf: competences/1\ncompetences: [{id: wash, title: W, kind: core, levels: [low]}]\n");
    const hcf::Table table = hcf::compare_descriptors(framework, tests::level_of(framework, "low"),
                                                      tests::level_of(framework, "high"));
    CHECK(flat_text({table}) == "|practice|b|c\n|leadership||d\n");
    CHECK(table.columns.at(1).title == "Low");
    CHECK(table.columns.at(2).title == "High");
}

TEST_CASE("the text says why something is not met, and what would end it") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText, {"hcf: overlay/1\noverlay: {id: o}\ncompetences:\n"
                           "  - {id: wash, refresh: P1Y}\n  - {id: guard, supersedes: [talk]}\n"});
    const std::string text = gap_text(
        framework,
        "hcf: assessment/1\n"
        "person: {id: a, name: Alice, organisation: Org, team: T, role: nurse, level: high,\n"
        "  overlaps: [{level: high, competences: [track, talk]}]}\n"
        "scale: zero-to-six\n"
        "ratings:\n"
        "  wash: 5\n"
        "  lead: {value: 3, plan: {action: a}}\n"
        "  guard: {value: 5, valid_until: 2026-01-01, plan: {action: a, due: 2026-02-01}}\n"
        "  infuse: {value: 5, level: mid, plan: {action: a, due: 2027-02-01}}\n"
        "  track: {value: 0, plan: {action: a, due: 2027-02-01, supervisor: Bola}}\n",
        std::nullopt, {}, hcf::Basis::self, true);
    CHECK(holds(text, "Alice (a)"));
    CHECK(holds(text, "it has no date"));
    CHECK(holds(text, "zero-to-six/4 is needed"));
    CHECK(holds(text, "expired on 2026-01-01"));
    CHECK(holds(text, "shown at mid, asked at high"));
    CHECK(holds(text, "not met"));
    CHECK(holds(text, "not assessed"));
    CHECK(holds(text, "(overdue)"));
    CHECK(holds(text, "a; due 2027-02-01; supervised by Bola"));
    CHECK(holds(text, "a; no due date; no supervisor"));
}

TEST_CASE("a row says at which level it is asked, where that is not the target's") {
    const std::string text = gap_text(tests::tiny(),
                                      "hcf: assessment/1\n"
                                      "person: {id: a, level: low,\n"
                                      "  overlaps: [{level: mid, competences: [wash, guard]}]}\n"
                                      "ratings: {wash: met}\n");
    CHECK(holds(text, "Wash hands (asked at mid)"));
    CHECK(holds(text, "Guard a service (asked at mid)"));
    CHECK_FALSE(holds(text, "asked at low"));
}

TEST_CASE("evidence of what is not met is listed where evidence is") {
    const std::string_view assessment =
        "hcf: assessment/1\nperson: {id: a, level: low}\n"
        "ratings: {wash: {value: partial, evidence: [Visit, {type: log, date: 2026-09-01}]}}\n";
    CHECK_FALSE(holds(gap_text(tests::tiny(), assessment), "Visit"));
    hcf::GapView view;
    view.evidence_lists = true;
    CHECK(
        holds(gap_text(tests::tiny(), assessment, std::nullopt, view), "Visit; log (2026-09-01)"));
}

TEST_CASE("a met says through what, and what shows it") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\noverlay: {id: o}\ncompetences: [{id: guard, supersedes: [talk]}]\n"});
    const std::string_view assessment =
        "hcf: assessment/1\nperson: {id: a, level: low}\n"
        "ratings:\n"
        "  guard: met\n"
        "  wash: {value: met, assessed: 2026-10-01, basis: supervisor, valid_until: 2027-01-01,\n"
        "    evidence: [Visit, {title: Diary, date: 2026-09-01}]}\n";
    const std::string text = gap_text(framework, assessment);
    CHECK(holds(text, "met through Guard a service"));
    CHECK(holds(text, "2026-10-01"));
    CHECK(holds(text, "2027-01-01"));
    CHECK_FALSE(holds(text, "Diary"));
    hcf::GapView view;
    view.evidence_lists = true;
    const std::string listed = gap_text(framework, assessment, std::nullopt, view);
    CHECK(holds(listed, "Visit"));
    CHECK(holds(listed, "Diary (2026-09-01)"));
}

TEST_CASE("unconfirmed ones are told why, by basis and by scale") {
    const std::string text = gap_text(tests::tiny(),
                                      "hcf: assessment/1\nperson: {id: a, role: nurse}\n"
                                      "ratings: {wash: met, talk: {value: met, basis: self},\n"
                                      "  lead: {value: met, basis: assessor}}\n",
                                      std::nullopt, {}, hcf::Basis::supervisor);
    CHECK(holds(text, "nobody is named as the basis"));
    CHECK(holds(text, "judged by self only"));
    CHECK(holds(text, "another scale"));
}

TEST_CASE("what is met beyond what is asked is listed") {
    CHECK(holds(gap_text(tests::tiny(),
                         "hcf: assessment/1\nperson: {id: a, level: low}\n"
                         "ratings: {guard: met}\n"),
                "- Guard a service"));
}

TEST_CASE("totals have a row per person and target") {
    const hcf::Framework& framework = tests::tiny();
    hcf::Table table = hcf::make_totals_table();
    const hcf::Assessment assessment = tests::assessment_of(
        framework, "hcf: assessment/1\nperson: {id: a, level: low}\nratings: {wash: met}\n");
    const hcf::JudgeOptions options = {tests::day("2026-11-22"), hcf::Basis::self, false};
    for (const hcf::Target& target :
         {hcf::Target{hcf::TargetKind::own, std::nullopt, tests::level_of(framework, "low")},
          hcf::Target{hcf::TargetKind::level, std::nullopt, tests::level_of(framework, "high")},
          hcf::Target{hcf::TargetKind::role, tests::role_of(framework, "nurse"),
                      tests::level_of(framework, "mid")}}) {
        hcf::add_totals_row(framework, hcf::analyse_gap(framework, assessment, target, options),
                            table);
    }
    REQUIRE(table.rows.size() == 3);
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    CHECK(flat_text({table}) ==
          "|a|own|1|2|0|0|1|50 %|50 %\n"
          "|a|High Practice|1|3|0|0|2|33 %|33 %\n"
          "|a|Nurse - Adult at Mid Practice|1|4|0|0|3|25 %|25 %\n");
}
