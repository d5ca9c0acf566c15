// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/settings.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::cli::Settings;

/// The options that a test gives; the others are as they are without.
struct GivenOptions {
    std::string framework = {};
    std::vector<std::string> overlays = {};
    std::string as_of = {};
    std::string format = {};
    std::string output = {};
    std::string colour = "auto";
    bool force = false;
    bool csv_raw = false;
    bool quiet = false;

    [[nodiscard]] hcf::cli::CommonOptions common() const {
        hcf::cli::CommonOptions options;
        options.framework = framework;
        options.overlays = overlays;
        options.as_of = as_of;
        options.format = format;
        options.output = output;
        options.colour = colour;
        options.force = force;
        options.csv_raw = csv_raw;
        options.quiet = quiet;
        return options;
    }
};

/// The settings that options come to in an environment in memory; a test fails where they do not.
Settings settings_of(const GivenOptions& options, tests::MemoryEnvironment& memory) {
    hcf::cli::Environment environment = memory.environment();
    const auto settings = hcf::cli::resolve(options.common(), environment);
    REQUIRE(memory.err.text == "");
    REQUIRE(settings);
    return *settings;
}

Settings settings_of(const GivenOptions& options) {
    tests::MemoryEnvironment memory;
    return settings_of(options, memory);
}

std::string settings_told(const GivenOptions& options) {
    tests::MemoryEnvironment memory;
    hcf::cli::Environment environment = memory.environment();
    CHECK_FALSE(hcf::cli::resolve(options.common(), environment));
    CHECK(memory.out.text.empty());
    return memory.err.text;
}

/// The format that an output's name picks.
std::string_view format_for(const std::string& output) {
    return settings_of({.output = output}).format->name;
}

/// Whether standard output is coloured.
bool is_coloured(const std::string& choice, bool is_terminal,
                 std::map<std::string, std::string> variables = {},
                 const std::string& output = {}) {
    tests::MemoryEnvironment memory;
    memory.out_is_terminal = is_terminal;
    memory.variables = std::move(variables);
    return settings_of({.output = output, .colour = choice}, memory).write.colour;
}

}  // namespace

TEST_CASE("without options a report is text on standard output, as of today") {
    tests::MemoryEnvironment memory;
    const Settings settings = settings_of({}, memory);
    CHECK(settings.format->name == "text");
    CHECK(settings.output.empty());
    CHECK(settings.as_of == tests::day("2026-11-22"));
    CHECK(memory.today_asked == 1);
    CHECK_FALSE(settings.framework.directory);
    CHECK(settings.framework.overlays.empty());
    CHECK_FALSE(settings.replace_output);
    CHECK_FALSE(settings.quiet);
    CHECK_FALSE(settings.write.csv_raw);
    CHECK_FALSE(settings.write.colour);
    CHECK_FALSE(settings.colour_err);
}

TEST_CASE("--as-of is a date, and then nobody asks for today") {
    tests::MemoryEnvironment memory;
    CHECK(settings_of({.as_of = "2024-02-29"}, memory).as_of == tests::day("2024-02-29"));
    CHECK(memory.today_asked == 0);
    CHECK(settings_told({.as_of = "2026-02-29"}) ==
          "hcf: error: --as-of: there is no such day as '2026-02-29'\n"
          "  = help: February 2026 has the days 01 to 28\n");
    CHECK(settings_told({.as_of = "1/12/2026"}) ==
          "hcf: error: --as-of: '1/12/2026' is not a date in the form YYYY-MM-DD\n"
          "  = help: write it as '2026-12-01'\n");
}

TEST_CASE("the extension of the output picks the format, in either case") {
    CHECK(format_for("a.csv") == "csv");
    CHECK(format_for("a.CSV") == "csv");
    CHECK(format_for("a.json") == "json");
    CHECK(format_for("a.jsonl") == "jsonl");
    CHECK(format_for("a.md") == "markdown");
    CHECK(format_for("a.txt") == "text");
    CHECK(format_for("p.d/a.b.csv") == "csv");
}

TEST_CASE("--format beats the extension") {
    CHECK(settings_of({.format = "json", .output = "a.csv"}).format->name == "json");
    CHECK(settings_of({.format = "json", .output = "a"}).format->name == "json");
    CHECK(settings_of({.format = "csv"}).format->name == "csv");
}

TEST_CASE("an output whose name says no format that is known is an error of use") {
    const std::string help =
        "  = help: name one with --format: text, csv, markdown, json, jsonl, html\n";
    CHECK(settings_told({.output = "a.pdf"}) == "hcf: error: unknown format '.pdf'\n" + help);
    for (const std::string output : {"report", "p.csv/report", ".csv", "p/.csv"}) {
        CHECK(settings_told({.output = output}) ==
              "hcf: error: the name '" + output + "' does not say which format to write\n" + help);
    }
}

TEST_CASE("an unknown format is an error of use") {
    CHECK(settings_told({.format = "jsn"}) ==
          "hcf: error: unknown format 'jsn'\n  = help: did you mean 'json'?\n");
    CHECK(settings_told({.format = "xml"}) ==
          "hcf: error: unknown format 'xml'\n"
          "  = help: one of text, csv, markdown, json, jsonl, html\n");
    CHECK(settings_told({.format = ".csv"}).substr(0, 34) == "hcf: error: unknown format '.csv'\n");
}

TEST_CASE("devices take text unless another format is asked for") {
    CHECK(settings_of({.output = "/dev/null"}).format->name == "text");
    CHECK(settings_of({.output = "/dev/fd/3"}).format->name == "text");
    CHECK(settings_of({.format = "csv", .output = "/dev/null"}).format->name == "csv");
    CHECK(settings_of({.output = "/dev/stdout"}).output.empty());
}

TEST_CASE("--framework beats HCF_FRAMEWORK, which beats the embedded one") {
    tests::MemoryEnvironment memory;
    memory.variables["HCF_FRAMEWORK"] = "theirs";
    CHECK(settings_of({}, memory).framework.directory == "theirs");
    CHECK(settings_of({.framework = "mine"}, memory).framework.directory == "mine");
    memory.variables["HCF_FRAMEWORK"] = "";
    CHECK_FALSE(settings_of({}, memory).framework.directory);
    CHECK(settings_of({.overlays = {"b", "a"}}, memory).framework.overlays ==
          std::vector<std::string>{"b", "a"});
}

TEST_CASE("colour is for terminals, unless somebody says otherwise") {
    CHECK(is_coloured("auto", true));
    CHECK_FALSE(is_coloured("auto", false));
    CHECK(is_coloured("always", false));
    CHECK_FALSE(is_coloured("never", true));
    CHECK_FALSE(is_coloured("auto", true, {}, "a.txt"));
    CHECK(is_coloured("always", true, {}, "a.txt"));
    CHECK(is_coloured("auto", true, {}, "/dev/stdout"));
}

TEST_CASE("NO_COLOR and CLICOLOR_FORCE are honoured, and options beat them") {
    CHECK_FALSE(is_coloured("auto", true, {{"NO_COLOR", "1"}}));
    CHECK(is_coloured("auto", true, {{"NO_COLOR", ""}}));
    CHECK(is_coloured("always", false, {{"NO_COLOR", "1"}}));
    CHECK(is_coloured("auto", false, {{"CLICOLOR_FORCE", "1"}}));
    CHECK_FALSE(is_coloured("auto", false, {{"CLICOLOR_FORCE", "0"}}));
    CHECK_FALSE(is_coloured("auto", false, {{"CLICOLOR_FORCE", ""}}));
    CHECK_FALSE(is_coloured("never", false, {{"CLICOLOR_FORCE", "1"}}));
    CHECK_FALSE(is_coloured("auto", true, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}));
}

TEST_CASE("standard error is coloured by itself") {
    tests::MemoryEnvironment memory;
    memory.err_is_terminal = true;
    const Settings settings = settings_of({.output = "a.txt"}, memory);
    CHECK(settings.colour_err);
    CHECK_FALSE(settings.write.colour);
}

TEST_CASE("flags are passed on") {
    const Settings settings =
        settings_of({.output = "a.csv", .force = true, .csv_raw = true, .quiet = true});
    CHECK(settings.replace_output);
    CHECK(settings.write.csv_raw);
    CHECK(settings.quiet);
    CHECK(settings.output == "a.csv");
}

TEST_CASE("a framework that cannot be used is told with its findings") {
    tests::MemoryEnvironment memory;
    memory.files.add("o.yaml", "hcf: overlay/1\noverlay: {id: o}\nrules: []\n");
    hcf::cli::Environment environment = memory.environment();
    Settings settings;
    settings.framework.overlays = {"o.yaml"};
    CHECK_FALSE(hcf::cli::load(settings, environment));
    CHECK(memory.err.text ==
          "o.yaml:3:1: error: unknown key 'rules' in overlay [unknown-key]\n"
          "   3 | rules: []\n"
          "     | ^^^^^\n"
          "     = help: did you mean 'roles'?\n"
          "hcf: error: the framework cannot be used\n");
    memory.clear();
    settings.framework.overlays.clear();
    const auto framework = hcf::cli::load(settings, environment);
    REQUIRE(framework);
    CHECK(framework->competences.size() == 23);
    CHECK(memory.err.text.empty());
}
