// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/transfer.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using hcf::Framework;
using hcf::Move;
using hcf::TargetKind;

constexpr std::string_view kHere =
    "hcf: overlay/1\n"
    "overlay: {id: here}\n"
    "scales:\n"
    "  - {id: steps, values: [{id: watched, counts_as: not-met}, {id: alone, counts_as: met}]}\n"
    "competences:\n"
    "  - {id: drip, title: Drip, kind: role, refresh: P9Y}\n"
    "  - {id: port, title: Port, kind: role}\n"
    "  - {id: spare, title: Spare, kind: role}\n"
    "roles: [{id: driver, title: Driver, levels: [low]}]\n";

constexpr std::string_view kThere =
    "hcf: overlay/1\n"
    "overlay: {id: there}\n"
    "scales:\n"
    "  - {id: steps, values: [{id: watched, counts_as: met}, {id: alone, counts_as: met}]}\n"
    "competences:\n"
    "  - {id: infusion, title: Infusion, kind: role, refresh: P1Y, same_as: [here/drip]}\n"
    "  - {id: ports, title: Ports, kind: role, same_as: [here/port, here/spare]}\n"
    "  - {id: stepped, title: Stepped, kind: role, same_as: [here/drip2]}\n"
    "  - {id: above, title: Above, kind: role, supersedes: [talk]}\n"
    "roles:\n"
    "  - {id: runner, title: Runner, levels: [low], competences: [infusion, ports]}\n"
    "  - {id: stepper, title: Stepper, levels: [low], competences: [{id: wash, needs: "
    "steps/alone}]}\n";

/// A line per row, "infusion: recognised-as drip", "ports: reconfirm port (ambiguous)", and what is
/// left over: "unmatched spare".
std::string told(std::string_view ratings, std::string_view role,
                 std::string_view document = "assessed: 2026-06-01", hcf::Basis accept = {},
                 bool in_context = false, std::string_view here = kHere,
                 std::string_view there = kThere) {
    const Framework source = tests::framework_of(tests::kTinyText, {here});
    const Move move(source, tests::framework_of(tests::kTinyText, {there}));
    const hcf::Assessment assessment = tests::assessment_of(
        source, "hcf: assessment/1\nperson: {id: a, level: low}\n" + std::string(document) +
                    "\nratings: " + std::string(ratings) + "\n");
    const hcf::RoleId target = tests::role_of(move.target(), role);
    const hcf::TransferAnalysis analysis = hcf::analyse_transfer(
        move, assessment, {TargetKind::role, target, move.target().at(target).levels.front()},
        {tests::day("2026-11-22"), accept, in_context});
    std::string text;
    for (const hcf::TransferRow& row : analysis.rows) {
        text +=
            move.target().at(row.competence).id + ": " + std::string(to_string(row.recognition));
        if (row.from) text += " " + source.at(*row.from).id;
        if (row.reason) text += " (" + std::string(to_string(*row.reason)) + ")";
        text += "\n";
    }
    if (!analysis.unmatched.empty())
        text += "unmatched " + tests::ids_of(source, analysis.unmatched) + "\n";
    if (!analysis.beyond.empty()) text += "beyond " + tests::ids_of(source, analysis.beyond) + "\n";
    return text;
}

}  // namespace

TEST_CASE("what is the same is recognised, what one link ties is recognised as it") {
    CHECK(told("{wash: met, talk: partial, drip: met}", "runner") ==
          "wash: recognised wash\n"
          "talk: new (partial)\n"
          "infusion: recognised-as drip\n"
          "ports: new (not-assessed)\n");
}

TEST_CASE("dates run under the target's refresh") {
    CHECK(told("{drip: {value: met, assessed: 2025-11-21}}", "runner") ==
          "wash: new (not-assessed)\n"
          "talk: new (not-assessed)\n"
          "infusion: reconfirm drip (expired)\n"
          "ports: new (not-assessed)\n");
    CHECK(told("{drip: {value: met, assessed: 2025-11-22}}", "runner").find("recognised-as drip") !=
          std::string::npos);
    CHECK(told("{drip: {value: met, valid_until: 2026-11-21}}", "runner")
              .find("infusion: reconfirm drip (expired)") != std::string::npos);
    CHECK(told("{drip: met}", "runner", "basis: supervisor")
              .find("infusion: reconfirm drip (undated)") != std::string::npos);
}

TEST_CASE("what is not accepted there is to be confirmed") {
    CHECK(told("{drip: met, wash: {value: met, basis: supervisor}}", "runner",
               "assessed: 2026-06-01", hcf::Basis::supervisor) ==
          "wash: recognised wash\n"
          "talk: new (not-assessed)\n"
          "infusion: reconfirm drip (not-accepted)\n"
          "ports: new (not-assessed)\n");
}

TEST_CASE("half of what is asked is not taken for the whole") {
    CHECK(told("{port: met}", "runner").find("ports: reconfirm port (ambiguous)") !=
          std::string::npos);
    CHECK(
        told("{port: partial, spare: met}", "runner").find("ports: reconfirm spare (ambiguous)") !=
        std::string::npos);
    CHECK(told("{port: partial, spare: not-met}", "runner").find("ports: new (partial)") !=
          std::string::npos);
}

TEST_CASE("not applicable is nothing that was shown, accepted or not") {
    CHECK(told("{drip: {value: not-applicable, note: n}}", "runner")
              .find("infusion: new (not-applicable)") != std::string::npos);
    CHECK(told("{drip: {value: not-applicable, note: n}}", "runner", "assessed: 2026-06-01",
               hcf::Basis::assessor)
              .find("infusion: new (not-applicable)") != std::string::npos);
}

TEST_CASE("supersession overrules nothing that was said outright, of a counterpart either") {
    const std::string_view source =
        "hcf: overlay/1\noverlay: {id: here}\ncompetences: [{id: chat, title: C, kind: role}]\n";
    const std::string_view target =
        "hcf: overlay/1\noverlay: {id: there}\n"
        "competences:\n"
        "  - {id: chatter, title: C, kind: role, same_as: [here/chat]}\n"
        "  - {id: talk, supersedes: [chatter]}\n"
        "roles: [{id: carer, competences: [chatter]}]\n";
    CHECK(told("{talk: met}", "carer", "", {}, false, source, target) ==
          "wash: new (not-assessed)\n"
          "talk: recognised talk\n"
          "chatter: recognised talk (superseded)\n");
    CHECK(told("{talk: met, chat: not-met}", "carer", "", {}, false, source, target) ==
          "wash: new (not-assessed)\n"
          "talk: recognised talk\n"
          "chatter: new (not-met)\n");
}

TEST_CASE("a scale of the same id is the same where its values count alike") {
    CHECK(told("{wash: alone}", "stepper", "scale: steps")
              .find("wash: reconfirm wash (other-scale)") != std::string::npos);
    CHECK(told("{wash: watched}", "stepper", "scale: steps").find("wash: new (not-met)") !=
          std::string::npos);
}

TEST_CASE("what is held is kept, also where the target knows it and does not ask it") {
    CHECK(told("{spare: met, lead: met, port: met, drip: partial}", "stepper") ==
          "wash: new (not-assessed)\n"
          "talk: new (not-assessed)\n"
          "unmatched lead port spare\n"
          "beyond lead port spare\n");
}

TEST_CASE("a person keeps their role where it is known, and the overlaps that are") {
    const Framework source = tests::framework_of(tests::kTinyText, {kHere});
    const Move move(source, tests::framework_of(tests::kTinyText, {kThere}));
    const auto carried = [&](std::string_view person) {
        return move.carry(tests::assessment_of(source, "hcf: assessment/1\nperson: " +
                                                           std::string(person) + "\nratings: {}\n")
                              .person);
    };
    CHECK_FALSE(carried("{id: a, role: driver}"));
    const auto nurse =
        carried("{id: a, role: nurse, overlaps: [{level: high, competences: [drip, guard]}]}");
    REQUIRE(nurse);
    REQUIRE(nurse->role);
    CHECK(move.target().at(*nurse->role).id == "nurse");
    CHECK(tests::ids_of(move.target(), nurse->overlaps.at(0).competences) == "guard");
}
