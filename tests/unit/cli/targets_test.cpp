// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/targets.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using Names = std::vector<std::string>;

/// What --level and --role come to for one person: "level low; role nurse@mid; ..."; or what is
/// said of them.
std::string targets_for(std::string_view person, const Names& levels, const Names& roles) {
    const hcf::Framework& framework = tests::tiny();
    tests::MemoryEnvironment memory;
    hcf::cli::Environment environment = memory.environment();
    const auto choice = hcf::cli::choose_targets(framework, levels, roles, environment);
    CHECK(memory.out.text.empty());
    if (!choice) return memory.err.text;
    CHECK(memory.err.text.empty());
    const hcf::Assessment assessment =
        tests::assessment_of(framework, "hcf: assessment/1\nperson: {id: a, " +
                                            std::string(person) + "}\nratings: {}\n");
    std::string text;
    for (const hcf::Target& target : choice->for_person(framework, assessment.person)) {
        text += (text.empty() ? "" : "; ") + std::string(to_string(target.kind));
        if (target.role) text += " " + framework.at(*target.role).id;
        text += "@" + framework.at(target.level).id;
    }
    return text;
}

std::string target_error(const Names& levels, const Names& roles) {
    return targets_for("level: low", levels, roles);
}

}  // namespace

TEST_CASE("with neither a level nor a role people stand against their own set") {
    CHECK(targets_for("level: low", {}, {}) == "own@low");
    CHECK(targets_for("role: nurse, level: high", {}, {}) == "own nurse@high");
}

TEST_CASE("each level is a target, in the order given, each once under whatever names") {
    CHECK(targets_for("level: low", {"high", "Low Practice", "BOTTOM", "high"}, {}) ==
          "level@high; level@low");
}

TEST_CASE("a role is taken at the person's own level where it is theirs, else at its first") {
    CHECK(targets_for("role: nurse, level: high", {}, {"nurse"}) == "role nurse@high");
    CHECK(targets_for("role: nurse", {}, {"nurse"}) == "role nurse@mid");
    CHECK(targets_for("role: carer", {}, {"nurse"}) == "role nurse@mid");
    CHECK(targets_for("level: high", {}, {"Nurse - Adult"}) == "role nurse@mid");
    CHECK(targets_for("role: nurse, level: high", {}, {"carer"}) == "role carer@low");
}

TEST_CASE("ROLE@LEVEL takes a role at that level") {
    CHECK(
        targets_for("role: nurse, level: mid", {}, {"nurse@high", "NURSE - ADULT@Mid practice"}) ==
        "role nurse@high; role nurse@mid");
}

TEST_CASE("with a role, the one level picks that level of every role") {
    CHECK(targets_for("role: nurse, level: mid", {"high"}, {"nurse"}) == "role nurse@high");
    CHECK(targets_for("level: low", {"high", "High Practice"}, {"nurse@high"}) ==
          "role nurse@high");
}

TEST_CASE("targets that come to the same count once") {
    CHECK(targets_for("role: nurse, level: mid", {}, {"nurse", "nurse@mid", "Nurse - Adult"}) ==
          "role nurse@mid");
    CHECK(targets_for("role: nurse, level: high", {}, {"nurse", "nurse@mid"}) ==
          "role nurse@high; role nurse@mid");
}

TEST_CASE("unknown levels and roles are errors of use, with the nearest names") {
    CHECK(target_error({"hihg"}, {}) ==
          "hcf: error: unknown level 'hihg'\n  = help: did you mean 'high'?\n");
    CHECK(target_error({}, {"nurs"}) ==
          "hcf: error: unknown role 'nurs'\n"
          "  = help: did you mean 'nurse'?\n");
    CHECK(target_error({}, {"nurs@high"}) ==
          "hcf: error: unknown role 'nurs'\n"
          "  = help: did you mean 'nurse'?\n");
    CHECK(target_error({}, {"nurse@hihg"}) ==
          "hcf: error: unknown level 'hihg'\n  = help: did you mean 'high'?\n");
    CHECK(target_error({"principal"}, {}) ==
          "hcf: error: unknown level 'principal'\n"
          "  = help: 'hcf show levels' lists them\n");
    CHECK(target_error({"l\u043Ew"}, {}) ==
          "hcf: error: unknown level 'l\u043Ew'\n"
          "  = help: it holds U+043E (Cyrillic, looks like 'o')\n");
    CHECK(target_error({}, {"nurse@"}) ==
          "hcf: error: unknown level ''\n"
          "  = help: 'hcf show levels' lists them\n");
}

TEST_CASE("a role that does not stand at the level is an error of use") {
    const std::string expected =
        "hcf: error: the role 'nurse' does not stand at the level 'low'\n"
        "  = help: it stands at 'mid', 'high'\n";
    CHECK(target_error({"low"}, {"nurse"}) == expected);
    CHECK(target_error({}, {"nurse@low"}) == expected);
    CHECK(target_error({"low"}, {"carer", "nurse"}) == expected);
}

TEST_CASE("several levels with a role, or two that differ, are errors of use") {
    CHECK(target_error({"mid", "high"}, {"nurse"}) ==
          "hcf: error: with --role, at most one --level\n"
          "  = help: it picks that level of every role named\n");
    CHECK(target_error({"mid"}, {"nurse@high"}) ==
          "hcf: error: --role names a level, and --level another\n"
          "  = help: leave one of them out\n");
}
