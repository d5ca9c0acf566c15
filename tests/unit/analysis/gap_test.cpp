// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/gap.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using hcf::GapAnalysis;
using hcf::Ratio;
using hcf::Target;
using hcf::TargetKind;

/// An assessment and its analysis, which views it.
struct Analysed {
    Analysed(const hcf::Framework& framework, std::string_view text, const Target& target,
             hcf::JudgeOptions options = {})
        : assessment(tests::assessment_of(framework, text, "2099-01-01")) {
        if (options.as_of == hcf::Date{}) options.as_of = tests::day("2026-11-22");
        analysis = hcf::analyse_gap(framework, assessment, target, options);
        text_of_rows = rows_text(framework);
    }
    Analysed(const Analysed&) = delete;
    Analysed& operator=(const Analysed&) = delete;

    /// A line per row: "wash: met, assured", "talk: partial, gap (no-plan)", "lead: met, assured
    /// through guard", what is desirable in brackets.
    [[nodiscard]] std::string rows_text(const hcf::Framework& framework) const {
        std::string text;
        for (const hcf::GapRow& row : analysis.rows) {
            std::string name = framework.at(row.asked.competence).id;
            if (!row.asked.essential) name = "(" + name + ")";
            text += name + ": " + std::string(to_string(row.status));
            if (row.assurance) text += ", " + std::string(to_string(*row.assurance));
            if (row.reason) text += " (" + std::string(to_string(*row.reason)) + ")";
            if (row.through) text += " through " + framework.at(*row.through).id;
            text += "\n";
        }
        return text;
    }

    hcf::Assessment assessment;
    GapAnalysis analysis;
    std::string text_of_rows;
};

Target level_target(const hcf::Framework& framework, std::string_view level) {
    return {TargetKind::level, std::nullopt, tests::level_of(framework, level)};
}

/// The rows of somebody at level mid of the tiny framework, against level mid; `ratings` is a flow
/// mapping, `more` are further lines of the document.
std::string mid_rows(std::string_view ratings, std::string_view more = {}) {
    const Analysed read(tests::tiny(),
                        "hcf: assessment/1\nperson: {id: a, level: mid}\nratings: " +
                            std::string(ratings) + "\n" + std::string(more),
                        level_target(tests::tiny(), "mid"));
    return read.text_of_rows;
}

/// A framework in which guard supersedes lead, lead supersedes talk, and track supersedes talk.
const hcf::Framework& superseding() {
    static const hcf::Framework kFramework =
        tests::framework_of(tests::kTinyText, {"hcf: overlay/1\n"
                                               "overlay: {id: o}\n"
                                               "competences:\n"
                                               "  - {id: guard, supersedes: [lead]}\n"
                                               "  - {id: lead, supersedes: [talk]}\n"
                                               "  - {id: track, supersedes: [talk]}\n"
                                               "  - {id: talk, refresh: P1Y}\n"});
    return kFramework;
}

/// The line about talk, where somebody at level mid has these ratings.
std::string talk_row(std::string_view ratings, std::string_view person = "level: mid",
                     hcf::JudgeOptions options = {}, std::string_view target = "mid") {
    const hcf::Framework& framework = superseding();
    const Target level = level_target(framework, target);
    const Analysed read(framework,
                        "hcf: assessment/1\nperson: {id: a, " + std::string(person) +
                            "}\nratings: " + std::string(ratings) + "\n",
                        level, options);
    const std::size_t begin = read.text_of_rows.find("talk: ");
    REQUIRE(begin != std::string::npos);
    return read.text_of_rows.substr(begin, read.text_of_rows.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("rows stand gap, planned, assured, not applicable, then in framework order") {
    const Analysed read(
        tests::tiny(),
        "hcf: assessment/1\n"
        "person: {id: a, role: nurse, overlaps: [{level: high, competences: [guard]}]}\n"
        "supervision: {supervisor: Bola}\n"
        "scale: zero-to-six\n"
        "ratings:\n"
        "  wash: {value: not-applicable, note: n}\n"
        "  talk: 3\n"
        "  lead: {value: 3, plan: {action: a, due: 2026-11-22}}\n"
        "  guard: 6\n",
        {TargetKind::own, tests::role_of(tests::tiny(), "nurse"),
         tests::level_of(tests::tiny(), "mid")});
    CHECK(read.text_of_rows ==
          "infuse: not-assessed, gap (no-plan)\n"
          "(track): not-assessed, gap (no-plan)\n"
          "lead: partial, planned\n"
          "talk: met, assured\n"
          "guard: met, assured\n"
          "wash: not-applicable\n");
}

TEST_CASE("an own target asks what person, role and overlaps do; a level or role what they do") {
    const std::string text =
        "hcf: assessment/1\n"
        "person: {id: a, role: nurse, overlaps: [{level: high, competences: [guard, wash]}]}\n"
        "ratings: {}\n";
    const hcf::Framework& framework = tests::tiny();
    const auto nurse = tests::role_of(framework, "nurse");
    const auto asked = [&](const Target& target) {
        const Analysed read(framework, text, target);
        std::vector<hcf::CompetenceId> ids;
        for (const hcf::GapRow& row : read.analysis.rows) ids.push_back(row.asked.competence);
        CHECK(read.analysis.target == target);
        return tests::ids_of(framework, ids);
    };
    CHECK(asked({TargetKind::own, nurse, tests::level_of(framework, "mid")}) ==
          "wash talk lead guard infuse track");
    CHECK(asked({TargetKind::role, nurse, tests::level_of(framework, "high")}) ==
          "wash lead guard infuse track");
    CHECK(asked(level_target(framework, "low")) == "wash talk");
}

TEST_CASE("a gap is told by the first reason that holds") {
    CHECK(mid_rows("{wash: partial, talk: {value: not-met, plan: {action: a}},"
                   " lead: {plan: {action: a, due: 2026-11-21}}}") ==
          "wash: partial, gap (no-plan)\n"
          "talk: not-met, gap (plan-without-due)\n"
          "lead: not-assessed, gap (plan-overdue)\n");
    CHECK(mid_rows("{wash: met, talk: met, lead: {plan: {action: a, due: 2026-11-22}}}") ==
          "lead: not-assessed, gap (plan-without-supervisor)\n"
          "wash: met, assured\n"
          "talk: met, assured\n");
    // Without a due date, that there is no supervisor is told later.
    CHECK(mid_rows("{wash: {plan: {action: a}}, talk: met, lead: met}").substr(0, 46) ==
          "wash: not-assessed, gap (plan-without-due)\ntal");
}

TEST_CASE("a plan is due on its day, and supervised on the last day of supervision") {
    const auto planned = [](std::string_view due, std::string_view supervision) {
        const std::string rows = mid_rows(
            "{wash: {plan: {action: a, due: " + std::string(due) + "}}, talk: met, lead: met}",
            "supervision: " + std::string(supervision) + "\n");
        const std::size_t line = rows.find("wash: ");
        return rows.substr(line, rows.find('\n', line) - line);
    };
    CHECK(planned("2026-11-22", "{supervisor: Bola}") == "wash: not-assessed, planned");
    CHECK(planned("2026-11-21", "{supervisor: Bola}") == "wash: not-assessed, gap (plan-overdue)");
    CHECK(planned("2026-11-23", "{supervisor: Bola, until: 2026-11-22}") ==
          "wash: not-assessed, planned");
    CHECK(planned("2026-11-23", "{supervisor: Bola, until: 2026-11-21}") ==
          "wash: not-assessed, gap (plan-without-supervisor)");
    CHECK(planned("2026-11-23", "{mode: direct}") ==
          "wash: not-assessed, gap (plan-without-supervisor)");
}

TEST_CASE("a plan's own supervisor counts before the person's, and when that one is over") {
    const hcf::Framework& framework = tests::tiny();
    const Analysed read(framework,
                        "hcf: assessment/1\n"
                        "person: {id: a, level: mid}\n"
                        "supervision: {supervisor: Bola, until: 2026-01-01}\n"
                        "ratings:\n"
                        "  wash: {plan: {action: a, due: 2027-01-01, supervisor: Chi}}\n"
                        "  talk: {plan: {action: a, due: 2027-01-01}}\n",
                        level_target(framework, "mid"));
    CHECK(read.text_of_rows ==
          "talk: not-assessed, gap (plan-without-supervisor)\n"
          "lead: not-assessed, gap (no-plan)\n"
          "wash: not-assessed, planned\n");
    CHECK(read.analysis.rows.at(2).plan_supervisor == "Chi");
    CHECK(read.analysis.rows.at(0).plan_supervisor.empty());
}

TEST_CASE("what is met needs no plan, and what is expired or unconfirmed may have one") {
    CHECK(mid_rows("{wash: {value: met, valid_until: 2026-11-21,"
                   " plan: {action: a, due: 2027-01-01, supervisor: Chi}},"
                   " talk: {value: met, plan: {action: a}}, lead: met}") ==
          "wash: expired, planned\n"
          "talk: met, assured\n"
          "lead: met, assured\n");
}

TEST_CASE("the summary counts what is essential, and its statuses sum to what is required") {
    const hcf::Framework& framework = tests::tiny();
    const Analysed read(
        framework,
        "hcf: assessment/1\n"
        "person: {id: a, role: nurse, level: high}\n"
        "scale: zero-to-six\n"
        "ratings:\n"
        "  wash: {value: not-applicable, note: n}\n"
        "  lead: {value: 4, basis: assessor, evidence: [seen], level: mid}\n"
        "  guard: {value: 3, basis: self}\n"
        "  track: 6\n",
        {TargetKind::own, tests::role_of(framework, "nurse"), tests::level_of(framework, "high")});
    const hcf::GapSummary& summary = read.analysis.summary;
    CHECK(summary.required == 4);
    CHECK(summary.applicable == 3);
    CHECK(summary.met == 2);
    CHECK(summary.planned == 0);
    CHECK(summary.gap == 1);
    CHECK(summary.met_self == 1);
    CHECK(summary.met_without_evidence == 1);
    CHECK(summary.met_below_level == 1);
    const auto of = [&](hcf::Status status) {
        return summary.statuses.at(static_cast<std::size_t>(status));
    };
    CHECK(of(hcf::Status::met) == 2);
    CHECK(of(hcf::Status::not_applicable) == 1);
    CHECK(of(hcf::Status::not_assessed) == 1);
    CHECK(of(hcf::Status::partial) == 0);
    REQUIRE(summary.readiness);
    REQUIRE(summary.assurance);
    CHECK(*summary.readiness == Ratio{2, 3});
    CHECK(*summary.assurance == Ratio{2, 3});
    CHECK_FALSE(read.analysis.core_only);
}

TEST_CASE("a met without a basis counts as self-judged") {
    const hcf::Framework& framework = tests::tiny();
    const Analysed read(framework,
                        "hcf: assessment/1\nperson: {id: a, level: mid}\n"
                        "ratings: {wash: met, talk: {value: met, basis: supervisor},\n"
                        "  lead: {value: met, basis: self, assessor: a}}\n",
                        level_target(framework, "mid"));
    CHECK(read.analysis.summary.met_self == 2);
    CHECK(read.analysis.summary.met_without_evidence == 3);
    CHECK(read.analysis.summary.met_below_level == 0);
}

TEST_CASE("where some are required and none is applicable there is no readiness") {
    const hcf::Framework& framework = tests::tiny();
    const Analysed read(framework,
                        "hcf: assessment/1\nperson: {id: a, level: low}\n"
                        "ratings: {wash: {value: not-applicable, note: n},\n"
                        "  talk: {value: not-applicable, note: n}}\n",
                        level_target(framework, "low"));
    CHECK(read.analysis.summary.required == 2);
    CHECK(read.analysis.summary.applicable == 0);
    CHECK_FALSE(read.analysis.summary.readiness);
    CHECK_FALSE(read.analysis.summary.assurance);
}

TEST_CASE("an empty set is wholly met") {
    const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
        "levels: [{id: none, title: None}, {id: low, title: Low}]\n---\n"
        "hcf: competences/1\ncompetences: [{id: wash, title: W, kind: core, levels: [low]}]\n");
    const Analysed read(framework, "hcf: assessment/1\nperson: {id: a, level: low}\nratings: {}\n",
                        level_target(framework, "none"));
    CHECK(read.analysis.rows.empty());
    REQUIRE(read.analysis.summary.readiness);
    CHECK(*read.analysis.summary.readiness == Ratio{1, 1});
    CHECK(*read.analysis.summary.assurance == Ratio{1, 1});
    CHECK(read.analysis.core_only);
}

TEST_CASE("beyond lists what is met by its own rating and not asked, in framework order") {
    const hcf::Framework& framework = superseding();
    const auto beyond = [&](std::string_view ratings, hcf::JudgeOptions options = {}) {
        const Analysed read(framework,
                            "hcf: assessment/1\nperson: {id: a, level: high}\nratings: " +
                                std::string(ratings) + "\n",
                            level_target(framework, "low"), options);
        return tests::ids_of(framework, read.analysis.beyond);
    };
    CHECK(beyond("{track: met, lead: met, wash: met, infuse: partial}") == "lead track");
    CHECK(beyond("{guard: met}") == "guard");  // lead is superseded by it, and not met by itself
    CHECK(beyond("{lead: {value: met, valid_until: 2026-11-21}, guard: {plan: {action: a}}}") ==
          "");
    CHECK(beyond("{lead: {value: not-applicable, note: n}}") == "");
    CHECK(beyond("{lead: met, guard: {value: met, basis: assessor}}",
                 {tests::day("2026-11-22"), hcf::Basis::supervisor, false}) == "guard");
    CHECK(beyond("{lead: {value: met, level: low}}",
                 {tests::day("2026-11-22"), hcf::Basis::self, true}) == "lead");
}

TEST_CASE("a level with the same core set as others names them") {
    const hcf::Framework& framework = tests::shipped();
    const std::string text = "hcf: assessment/1\nperson: {id: a, level: enhanced}\nratings: {}\n";
    const auto same = [&](const Target& target) {
        const Analysed read(framework, text, target);
        CHECK(read.analysis.core_only);
        return tests::ids_of(framework, read.analysis.same_core_as);
    };
    CHECK(same(level_target(framework, "autonomous")) == "enhanced");
    CHECK(same(level_target(framework, "advanced")) == "");
    CHECK(same({TargetKind::own, std::nullopt, tests::level_of(framework, "enhanced")}) ==
          "autonomous");
}

TEST_CASE("a competence that supersedes lifts what is not assessed, expired or unconfirmed") {
    CHECK(talk_row("{lead: met}") == "talk: met, assured through lead");
    CHECK(talk_row("{lead: met, talk: {plan: {action: a}}}") == "talk: met, assured through lead");
    CHECK(talk_row("{lead: met, talk: {value: met, valid_until: 2026-01-01}}") ==
          "talk: met, assured through lead");
    CHECK(talk_row("{lead: met, talk: met}") == "talk: met, assured through lead");
    CHECK(talk_row("{lead: {value: met, basis: assessor},"
                   " talk: {value: met, assessed: 2026-11-01, basis: self}}",
                   "level: mid", {tests::day("2026-11-22"), hcf::Basis::supervisor, false}) ==
          "talk: met, assured through lead");
}

TEST_CASE("a competence that supersedes never lifts what was said outright") {
    CHECK(talk_row("{lead: met, talk: not-met}") == "talk: not-met, gap (no-plan)");
    CHECK(talk_row("{lead: met, talk: partial}") == "talk: partial, gap (no-plan)");
    CHECK(talk_row("{lead: met, talk: {value: not-applicable, note: n, assessed: 2026-11-01}}") ==
          "talk: not-applicable");
    // Not applicable is explicit, even where it is not accepted.
    CHECK(talk_row("{lead: met, talk: {value: not-applicable, note: n}}") ==
          "talk: unconfirmed, gap (no-plan)");
}

TEST_CASE("a rating that holds by itself is met by itself") {
    CHECK(talk_row("{lead: met, talk: {value: met, assessed: 2026-11-01}}") ==
          "talk: met, assured");
}

TEST_CASE("supersession holds over several steps, and names the first in framework order") {
    CHECK(talk_row("{guard: met}") == "talk: met, assured through guard");
    CHECK(talk_row("{track: met}") == "talk: met, assured through track");
    CHECK(talk_row("{track: met, guard: met}") == "talk: met, assured through guard");
    CHECK(talk_row("{track: met, guard: met, lead: met}") == "talk: met, assured through lead");
    CHECK(talk_row("{track: met, lead: partial}") == "talk: met, assured through track");
}

TEST_CASE("what supersedes must be met by its own rating") {
    // lead is met through guard only; guard itself is what lifts talk.
    CHECK(talk_row("{guard: met, lead: not-met}") == "talk: met, assured through guard");
    CHECK(talk_row("{lead: partial}") == "talk: not-assessed, gap (no-plan)");
    CHECK(talk_row("{lead: {value: met, valid_until: 2026-11-21}}") ==
          "talk: not-assessed, gap (no-plan)");
    CHECK(talk_row("{lead: {value: not-applicable, note: n}}") ==
          "talk: not-assessed, gap (no-plan)");
    CHECK(talk_row("{lead: {value: met, basis: self}}", "level: mid",
                   {tests::day("2026-11-22"), hcf::Basis::supervisor, false}) ==
          "talk: not-assessed, gap (no-plan)");
}

TEST_CASE("in context, what supersedes is asked at the level of the row that it lifts") {
    const hcf::JudgeOptions in_context = {tests::day("2026-11-22"), hcf::Basis::self, true};
    CHECK(talk_row("{lead: {value: met, level: low}}", "level: high", in_context, "low") ==
          "talk: met, assured through lead");
    CHECK(talk_row("{lead: {value: met, level: low}}", "level: high", in_context, "mid") ==
          "talk: not-assessed, gap (no-plan)");
    CHECK(talk_row("{lead: {value: met, level: mid}}", "level: high", in_context, "mid") ==
          "talk: met, assured through lead");
}

TEST_CASE("a row with a need is never lifted, and one that lifts meets its own need") {
    const hcf::Framework& framework = superseding();
    const auto nurse = tests::role_of(framework, "nurse");
    const auto rows = [&](std::string_view ratings) {
        const Analysed read(framework,
                            "hcf: assessment/1\nperson: {id: a, role: nurse}\n"
                            "scale: zero-to-six\nratings: " +
                                std::string(ratings) + "\n",
                            {TargetKind::own, nurse, tests::level_of(framework, "mid")});
        return read.text_of_rows;
    };
    // lead needs 4 of 6 in the role.
    CHECK(rows("{guard: 6, wash: 6, infuse: 6, track: {value: not-applicable, note: n}}") ==
          "lead: not-assessed, gap (no-plan)\n"
          "wash: met, assured\n"
          "talk: met, assured through guard\n"
          "infuse: met, assured\n"
          "(track): not-applicable\n");
    CHECK(rows("{lead: 3, wash: 6, infuse: 6, track: 1}") ==
          "talk: not-assessed, gap (no-plan)\n"
          "lead: partial, gap (no-plan)\n"
          "(track): partial, gap (no-plan)\n"
          "wash: met, assured\n"
          "infuse: met, assured\n");
    CHECK(rows("{lead: 4, wash: 6, infuse: 6, track: 1}") ==
          "(track): partial, gap (no-plan)\n"
          "wash: met, assured\n"
          "talk: met, assured through lead\n"
          "lead: met, assured\n"
          "infuse: met, assured\n");
}

TEST_CASE("a row tells why it is unconfirmed, and until when it holds") {
    const hcf::Framework& framework = superseding();
    const Analysed read(framework,
                        "hcf: assessment/1\nperson: {id: a, level: low}\n"
                        "ratings: {talk: met, wash: {value: met, valid_until: 2027-01-01}}\n",
                        level_target(framework, "low"));
    REQUIRE(read.analysis.rows.size() == 2);
    CHECK(read.analysis.rows[0].doubt == hcf::Doubt::undated);
    CHECK_FALSE(read.analysis.rows[0].valid_until);
    CHECK(read.analysis.rows[1].doubt == hcf::Doubt::none);
    CHECK(read.analysis.rows[1].valid_until == tests::day("2027-01-01"));
}

TEST_CASE("a rating without a value is no rating of its row, though its plan is") {
    const hcf::Framework& framework = tests::tiny();
    const Analysed read(framework,
                        "hcf: assessment/1\nperson: {id: a, level: low}\nassessed: 2026-01-01\n"
                        "ratings: {wash: {plan: {action: a}, note: n}}\n",
                        level_target(framework, "low"));
    const hcf::GapRow& wash = read.analysis.rows.at(0);
    CHECK(wash.rating == nullptr);
    CHECK(wash.plan != nullptr);
    CHECK_FALSE(wash.valid_until);
}

TEST_CASE("somebody is readier by readiness, and least so where there is none") {
    const auto with = [](std::optional<Ratio> readiness) {
        GapAnalysis analysis;
        analysis.summary.readiness = readiness;
        return analysis;
    };
    CHECK(hcf::is_readier(with(Ratio{2, 3}), with(Ratio{1, 2})));
    CHECK_FALSE(hcf::is_readier(with(Ratio{1, 2}), with(Ratio{2, 3})));
    CHECK_FALSE(hcf::is_readier(with(Ratio{1, 2}), with(Ratio{2, 4})));
    CHECK(hcf::is_readier(with(Ratio{1, 1}), with(Ratio{999, 1000})));
    CHECK(hcf::is_readier(with(Ratio{0, 5}), with(std::nullopt)));
    CHECK_FALSE(hcf::is_readier(with(std::nullopt), with(Ratio{0, 5})));
    CHECK_FALSE(hcf::is_readier(with(std::nullopt), with(std::nullopt)));
}

TEST_CASE("the words of assurance, reasons and targets are those of the specification") {
    CHECK(to_string(hcf::Assurance::assured) == "assured");
    CHECK(to_string(hcf::Assurance::planned) == "planned");
    CHECK(to_string(hcf::Assurance::gap) == "gap");
    CHECK(to_string(hcf::GapReason::no_plan) == "no-plan");
    CHECK(to_string(hcf::GapReason::plan_without_due) == "plan-without-due");
    CHECK(to_string(hcf::GapReason::plan_overdue) == "plan-overdue");
    CHECK(to_string(hcf::GapReason::plan_without_supervisor) == "plan-without-supervisor");
    CHECK(to_string(TargetKind::own) == "own");
    CHECK(to_string(TargetKind::level) == "level");
    CHECK(to_string(TargetKind::role) == "role");
    CHECK(to_string(hcf::Status::not_assessed) == "not-assessed");
}
