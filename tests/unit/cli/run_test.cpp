// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/run.h"

#include "hcf/base/text.h"
#include "hcf/base/version.h"
#include "hcf/cli/command.h"

#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using Arguments = std::vector<std::string>;

constexpr std::string_view kWashedOnly =
    "hcf: assessment/1\nperson: {id: EHC-1, level: autonomous}\n"
    "ratings: {hand-hygiene: {value: met, basis: supervisor}}\n";

/// What a use that is wrong says on standard error; it says nothing on standard output, and
/// gives 2.
std::string usage_told(const Arguments& arguments) {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", kWashedOnly);
    CHECK(memory.run(arguments) == 2);
    CHECK(memory.out.text == "");
    return memory.err.text;
}

/// The exit code of a report on kWashedOnly, of which nothing else is looked at.
int gap_code(Arguments arguments) {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", kWashedOnly);
    arguments.insert(arguments.begin(), {"gap", "a.yaml"});
    const int code = memory.run(arguments);
    if (code == 2) CHECK(memory.out.text == "");
    return code;
}

}  // namespace

TEST_CASE("without a command the help goes to standard error, and nothing was done") {
    tests::MemoryEnvironment memory;
    CHECK(memory.run({}) == 2);
    CHECK(memory.out.text.empty());
    CHECK(memory.err.text.find("Usage: hcf COMMAND") != std::string::npos);
}

TEST_CASE("--version and --help are products, and done") {
    tests::MemoryEnvironment memory;
    CHECK(memory.run({"--version"}) == 0);
    CHECK(memory.out.text == fmt::format("hcf {}\n", hcf::kVersion));
    for (const Arguments& arguments : {Arguments{"--help"}, Arguments{"-h"},
                                       Arguments{"gap", "--help"}, Arguments{"validate", "-h"}}) {
        memory.clear();
        CHECK(memory.run(arguments) == 0);
        CHECK(memory.out.text.find("Usage: hcf") != std::string::npos);
        CHECK(memory.err.text.empty());
    }
}

TEST_CASE("help that cannot be written was not done") {
    tests::MemoryEnvironment memory;
    memory.out.fail_after = 10;
    CHECK(memory.run({"--help"}) == 2);
    tests::MemoryEnvironment other;
    other.out.fail_after = 3;
    CHECK(other.run({"--version"}) == 2);
}

TEST_CASE("every command has a name, a summary, and options that say what they do") {
    std::set<std::string_view> names;
    for (const hcf::cli::Command* command : hcf::cli::all_commands()) {
        const std::string name(command->name);
        CAPTURE(name);
        CHECK(names.insert(command->name).second);
        REQUIRE_FALSE(command->summary.empty());
        CHECK(command->summary.back() != '.');
        CLI::App app;
        CHECK(command->setup(app));
        for (const CLI::Option* option : app.get_options()) {
            const std::string label = option->get_name();
            CAPTURE(label);
            CHECK_FALSE(option->get_description().empty());
        }
        tests::MemoryEnvironment memory;
        CHECK(memory.run({name, "--help"}) == 0);
        hcf::for_each_line(memory.out.text,
                           [](std::string_view line) { CHECK(hcf::display_width(line) <= 80); });
    }
    CHECK(names.size() >= 4);
}

TEST_CASE("the commands of a command are commands like any other") {
    tests::MemoryEnvironment memory;
    for (const char* name : {"diff", "check"}) {
        memory.clear();
        CHECK(memory.run({"framework", name, "--help"}) == 0);
        CHECK(memory.out.text.find(fmt::format("Usage: hcf framework {}", name)) !=
              std::string::npos);
        hcf::for_each_line(memory.out.text,
                           [](std::string_view line) { CHECK(hcf::display_width(line) <= 80); });
    }
    CHECK(usage_told({"framework", "chek", "a"}) ==
          "hcf: error: unknown command 'framework chek'\n  = help: did you mean 'check'?\n");
    CHECK(usage_told({"framework", "gap"}) ==
          "hcf: error: unknown command 'framework gap'\n"
          "  = help: 'hcf framework --help' lists the commands\n");
    CHECK(usage_told({"framework", "diff", "a", "b", "--acept=self"}) ==
          "hcf: error: unexpected argument '--acept=self'\n"
          "  = help: did you mean '--accept'?\n");
    CHECK(usage_told({"framework", "diff", "a", "b", "--as-of="}) ==
          "hcf: error: --as-of needs a value\n");
    CHECK(usage_told({"framework", "diff", "", "b"}) == "hcf: error: A needs a value\n");
}

TEST_CASE("an unknown command suggests the nearest, and there are no abbreviations") {
    CHECK(usage_told({"gaps"}) ==
          "hcf: error: unknown command 'gaps'\n  = help: did you mean 'gap'?\n");
    CHECK(usage_told({"valid", "a.yaml"}) ==
          "hcf: error: unknown command 'valid'\n  = help: did you mean 'validate'?\n");
    CHECK(usage_told({"frobnicate"}) ==
          "hcf: error: unknown command 'frobnicate'\n  = help: 'hcf --help' lists the commands\n");
    CHECK(usage_told({""}) ==
          "hcf: error: unknown command ''\n  = help: 'hcf --help' lists the commands\n");
    CHECK(usage_told({"a.yaml"}) ==
          "hcf: error: unknown command 'a.yaml'\n  = help: 'hcf --help' lists the commands\n");
}

TEST_CASE("an unknown option suggests the nearest of the command") {
    CHECK(usage_told({"gap", "a.yaml", "--levle", "low"}) ==
          "hcf: error: unexpected argument '--levle'\n  = help: did you mean '--level'?\n");
    CHECK(usage_told({"gap", "a.yaml", "--levle=low"}) ==
          "hcf: error: unexpected argument '--levle=low'\n  = help: did you mean '--level'?\n");
    CHECK(usage_told({"show", "--frobnicate"}) ==
          "hcf: error: unexpected argument '--frobnicate'\n"
          "  = help: 'hcf show --help' lists what there is\n");
    CHECK(usage_told({"--frobnicate"}) ==
          "hcf: error: unexpected argument '--frobnicate'\n"
          "  = help: 'hcf --help' lists what there is\n");
    CHECK(usage_told({"show", "levels", "roles"}) ==
          "hcf: error: unexpected argument 'roles'\n"
          "  = help: 'hcf show --help' lists what there is\n");
}

TEST_CASE("what a command needs is asked for") {
    CHECK(usage_told({"gap"}) ==
          "hcf: error: PATH is missing\n  = help: 'hcf gap --help' says how it is used\n");
    CHECK(usage_told({"gap", "--frobnicate"}).find("unexpected argument") != std::string::npos);
    CHECK(usage_told({"gap", "a.yaml", "--level"}) == "hcf: error: --level needs a value\n");
}

TEST_CASE("an option is given as often as it may be, and has a value where it takes one") {
    CHECK(usage_told({"gap", "a.yaml", "--as-of", "2026-01-01", "--as-of", "2026-01-02"}) ==
          "hcf: error: --as-of may be given once only\n");
    CHECK(usage_told({"gap", "a.yaml", "--level", "low", "--level", "high", "--level"}) ==
          "hcf: error: --level needs a value\n");
    for (const char* value : {"", "true", "maybe"}) {
        CHECK(usage_told({"gap", "a.yaml", std::string("--totals=") + value}) ==
              "hcf: error: --totals takes no value\n");
    }
    CHECK(usage_told({"--version=1"}) == "hcf: error: --version takes no value\n");
}

TEST_CASE("an option with nothing behind its = takes nothing else for its value") {
    for (const char* option : {"--output", "--level", "--framework", "--as-of", "--colour"}) {
        CHECK(usage_told({"gap", std::string(option) + "=", "a.yaml"}) ==
              fmt::format("hcf: error: {} needs a value\n", option));
    }
    CHECK(usage_told({"gap", "--output=", "a.yaml"}).find("needs a value") != std::string::npos);
}

TEST_CASE("behind -- everything is a path") {
    tests::MemoryEnvironment memory;
    memory.files.add("--level=", "x: 1\n");
    CHECK(memory.run({"gap", "--", "--level="}) == 2);
    CHECK(memory.err.text.find("--level=:1:1: error: the document does not say what it is") == 0);
}

TEST_CASE("options that are wrong are errors of use in every command that has them") {
    for (const char* command : {"gap", "validate"}) {
        CHECK(usage_told({command, "a.yaml", "--as-of", "tomorrow"}) ==
              "hcf: error: --as-of: 'tomorrow' is not a date in the form YYYY-MM-DD\n"
              "  = help: write it as YYYY-MM-DD, such as '2026-09-01'\n");
        CHECK(usage_told({command, "a.yaml", "--format", "jsn"}) ==
              "hcf: error: unknown format 'jsn'\n  = help: did you mean 'json'?\n");
        CHECK(usage_told({command, "a.yaml", "-o", "report.pdf"}).find("unknown format '.pdf'") !=
              std::string::npos);
        CHECK(usage_told({command, "a.yaml", "--fail-on", "everything"})
                  .find("--fail-on: unknown word 'everything'") != std::string::npos);
        CHECK(usage_told({command, "a.yaml", "--framework", "gone"}) ==
              "gone:1:1: error: no such directory [unreadable-file]\n"
              "hcf: error: the framework cannot be used\n");
        CHECK(usage_told({command, "a.yaml", "--color", "sometimes"}) ==
              "hcf: error: --color: unknown word 'sometimes'\n"
              "  = help: one of auto, always, never\n");
        CHECK(usage_told({command, "a.yaml", "--colour=alway"}) ==
              "hcf: error: --color: unknown word 'alway'\n  = help: did you mean 'always'?\n");
    }
}

TEST_CASE("gap: targets and bases that are unknown are errors of use") {
    CHECK(usage_told({"gap", "a.yaml", "--level", "autonomus"}) ==
          "hcf: error: unknown level 'autonomus'\n  = help: did you mean 'autonomous'?\n");
    CHECK(usage_told({"gap", "a.yaml", "--role", "phlebotomy"}) ==
          "hcf: error: unknown role 'phlebotomy'\n"
          "  = help: did you mean 'phlebotomist'?\n");
    CHECK(usage_told({"gap", "a.yaml", "--accept", "manager"}) ==
          "hcf: error: --accept: unknown word 'manager'\n"
          "  = help: one of self, supervisor, assessor\n");
}

TEST_CASE("gap: --fail-under is a percentage") {
    for (const char* percent :
         {"101", "100.01", "-1", "abc", "%", "1e2", "50%%", ".", "87.1234567"}) {
        CHECK(usage_told({"gap", "a.yaml", "--fail-under", percent}) ==
              fmt::format("hcf: error: --fail-under: '{}' is no percentage\n"
                          "  = help: a number from 0 to 100, with at most six digits behind the "
                          "point, such as 87.5\n",
                          percent));
    }
}

TEST_CASE("gap: --fail-on and --fail-under give 1 where they ring, compared exactly") {
    // 1 of 20 is met: exactly 5 %.
    CHECK(gap_code({}) == 0);
    CHECK(gap_code({"--fail-on", "unmet"}) == 1);
    CHECK(gap_code({"--fail-on", "unassured"}) == 1);
    CHECK(gap_code({"--fail-on", "unmet,unassured"}) == 1);
    CHECK(gap_code({"--fail-under", "5"}) == 0);
    CHECK(gap_code({"--fail-under", "5%"}) == 0);
    CHECK(gap_code({"--fail-under", "5.000000"}) == 0);
    CHECK(gap_code({"--fail-under", "5.000001"}) == 1);
    CHECK(gap_code({"--fail-under", "4.999999"}) == 0);
    CHECK(gap_code({"--fail-under", "0"}) == 0);
    CHECK(gap_code({"--fail-under", "100"}) == 1);
    // Of 14, 1 is 7.142857... %.
    CHECK(gap_code({"--level", "supportive", "--fail-under", "7.142857"}) == 0);
    CHECK(gap_code({"--level", "supportive", "--fail-under", "7.142858"}) == 1);
    CHECK(gap_code({"--level", "supportive", "--level", "autonomous", "--fail-under", "7"}) == 1);
}

TEST_CASE("gap: a planned competence is unmet, and not unassured") {
    tests::MemoryEnvironment memory;
    memory.files.add("fw/a.yaml", tests::kTinyText);
    memory.files.add(
        "a.yaml",
        "hcf: assessment/1\nperson: {id: a, level: low}\nsupervision: {supervisor: B}\n"
        "ratings: {wash: met, talk: {plan: {action: Learn, due: 2027-01-01}}}\n");
    const Arguments gap = {"gap", "a.yaml", "--framework", "fw", "--fail-on"};
    const auto code = [&](const char* word) {
        Arguments arguments = gap;
        arguments.emplace_back(word);
        return memory.run(arguments);
    };
    CHECK(code("unmet") == 1);
    CHECK(code("unassured") == 0);
}

TEST_CASE("gap: a readiness that is n/a fails every threshold") {
    tests::MemoryEnvironment memory;
    memory.files.add("fw/a.yaml", tests::kTinyText);
    memory.files.add("a.yaml",
                     "hcf: assessment/1\nperson: {id: a, level: low}\n"
                     "ratings: {wash: {value: not-applicable, note: n},\n"
                     "  talk: {value: not-applicable, note: n}}\n");
    CHECK(memory.run({"gap", "a.yaml", "--framework", "fw", "--fail-under", "0"}) == 1);
    CHECK(memory.run({"gap", "a.yaml", "--framework", "fw", "--fail-on", "unmet"}) == 0);
}

TEST_CASE("2 beats 1: something is missing, and something was found") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", kWashedOnly);
    CHECK(memory.run({"gap", "a.yaml", "gone.yaml", "--fail-on", "unmet"}) == 2);
    CHECK(memory.out.text.find("EHC-1") != std::string::npos);
    memory.clear();
    memory.files.add("b.yaml", "hcf: assessment/1\n");
    CHECK(memory.run({"validate", "b.yaml", "gone.yaml"}) == 2);
    CHECK(memory.run({"validate", "b.yaml"}) == 1);
    CHECK(memory.run({"validate", "a.yaml"}) == 0);
}

TEST_CASE("show and explain: what is unknown suggests the nearest") {
    CHECK(usage_told({"show", "hand-hygene"}) ==
          "hcf: error: the framework has no level, competence or role 'hand-hygene'\n"
          "  = help: did you mean 'hand-hygiene'?\n");
    CHECK(usage_told({"explain", "unknown-levl"}) ==
          "hcf: error: unknown rule 'unknown-levl'\n"
          "  = help: did you mean 'unknown-level' or 'unknown-key'?\n");
}

TEST_CASE("an output that is an input, or exists, is left alone by every command") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", kWashedOnly);
    memory.files.add("old.csv", "old");
    CHECK(memory.run({"gap", "a.yaml", "-o", "a.yaml", "--format", "csv", "--force"}) == 2);
    CHECK(memory.run({"validate", "a.yaml", "-o", "a.yaml", "--format", "csv", "--force"}) == 2);
    CHECK(memory.run({"show", "levels", "-o", "old.csv"}) == 2);
    CHECK(memory.run({"explain", "-o", "old.csv"}) == 2);
    CHECK(memory.out.text.empty());
    CHECK(memory.files.text("a.yaml") == kWashedOnly);
    CHECK(memory.files.text("old.csv") == "old");
}

TEST_CASE("no exception leaves run, whatever the environment does") {
    tests::MemoryEnvironment memory;
    hcf::cli::Environment environment = memory.environment();
    environment.today = []() -> hcf::Date { throw std::runtime_error("no clock"); };
    CHECK(hcf::cli::run({"show", "levels"}, environment) == 2);
    CHECK(memory.err.text == "hcf: error: internal error: no clock\n");
    CHECK(memory.out.text.empty());
}

TEST_CASE("odd arguments are errors of use, never more") {
    for (const Arguments& arguments :
         {Arguments{"gap", ""}, Arguments{"-"}, Arguments{"--"}, Arguments{"gap", "--level", "--"},
          Arguments{"gap", "-o"}, Arguments{"gap", "a.yaml", "-ofoo"}, Arguments{"=", "="},
          Arguments{"gap", "a.yaml", "--=x"}, Arguments{"gap", "a.yaml", "--totals=maybe"},
          Arguments{"show", "\xFF\xFE"}, Arguments{"gap", "a.yaml", std::string("--role\0x", 8)},
          Arguments{"gap", "a.yaml", "--as-of", ""}, Arguments{"explain", "[x]"}}) {
        tests::MemoryEnvironment memory;
        memory.files.add("a.yaml", kWashedOnly);
        const std::string shown = fmt::format("{}", fmt::join(arguments, " | "));
        CAPTURE(shown);
        const int code = memory.run(arguments);
        CHECK((code == 0 || code == 2));
        if (code == 2) {
            CHECK(memory.out.text == "");
            CHECK(memory.err.text != "");
            CHECK_FALSE(hcf::find_invalid_utf8(memory.err.text));
        }
    }
}
