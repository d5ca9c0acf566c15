// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/text.h"
#include "hcf/diag/finding.h"
#include "hcf/diag/reading_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using hcf::Finding;
using hcf::RuleInfo;
using hcf::Severity;

constexpr RuleInfo kUnknownLevel = {"unknown-level", Severity::error, "", {}};
constexpr RuleInfo kExpired = {"expired", Severity::warning, "", {}};

/// A finding at [begin, end) of one line, which is the line of that number.
Finding finding_in(std::string_view line, std::size_t begin, std::size_t end,
                   std::uint32_t number = 7) {
    hcf::SourceSet sources;
    const hcf::SourceId source =
        sources.add({.file = "people/alice.yaml", .text = line, .first_line = number});
    hcf::Diagnostic diagnostic = {
        &kUnknownLevel,
        "unknown level 'autonomus'",
        {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
    diagnostic.help = "did you mean 'autonomous'?";
    return resolve(diagnostic, sources);
}

std::string rendered(const Finding& finding, const hcf::RenderOptions& options = {}) {
    std::string out;
    render(out, finding, options);
    return out;
}

/// The two lines of the frame alone.
std::string frame_of(Finding finding) {
    finding.help.clear();
    const std::string out = rendered(finding);
    return out.substr(out.find('\n') + 1);
}

}  // namespace

TEST_SUITE("diag") {
    TEST_CASE("a finding looks as the specification shows it") {
        CHECK(rendered(finding_in("  level: autonomus", 9, 18)) ==
              "people/alice.yaml:7:10: error: unknown level 'autonomus' [unknown-level]\n"
              "   7 |   level: autonomus\n"
              "     |          ^^^^^^^^^\n"
              "     = help: did you mean 'autonomous'?\n");
    }

    TEST_CASE("related places stand before the help") {
        Finding finding = finding_in("a: b", 0, 1);
        finding.related = {{"people/ben.yaml", {3, 7}, "first rated here"},
                           {"people/zo\u202Ee.yaml", {1, 1}, "and\nhere"}};
        CHECK(rendered(finding) ==
              "people/alice.yaml:7:1: error: unknown level 'autonomus' [unknown-level]\n"
              "   7 | a: b\n"
              "     | ^\n"
              "     = note: people/ben.yaml:3:7: first rated here\n"
              "     = note: people/zo\\u{202e}e.yaml:1:1: and\\nhere\n"
              "     = help: did you mean 'autonomous'?\n");
    }

    TEST_CASE("frames can be left out, and are where there is none") {
        Finding finding = finding_in("a: b", 0, 1);
        const std::string without =
            "people/alice.yaml:7:1: error: unknown level 'autonomus' [unknown-level]\n"
            "     = help: did you mean 'autonomous'?\n";
        CHECK(rendered(finding, {.frames = false}) == without);
        finding.has_frame = false;
        CHECK(rendered(finding) == without);
    }

    TEST_CASE("the gutter is as wide as the line number needs") {
        CHECK(frame_of(finding_in("a", 0, 1, 9999)) == "9999 | a\n     | ^\n");
        CHECK(frame_of(finding_in("a", 0, 1, 123456)) == "123456 | a\n       | ^\n");
    }

    TEST_CASE("an empty line has no trailing blank, and one caret") {
        CHECK(frame_of(finding_in("\n", 0, 0)) == "   7 |\n     | ^\n");
    }

    TEST_CASE("carets follow the width of what is shown") {
        CHECK(frame_of(finding_in("日本: 日本x", 8, 14)) ==
              "   7 | 日本: 日本x\n     |       ^^^^\n");
        CHECK(frame_of(finding_in("e\u0301a: b", 3, 4)) == "   7 | e\u0301a: b\n     |  ^\n");
        CHECK(frame_of(finding_in("a\u0301b", 1, 3)) == "   7 | a\u0301b\n     |  ^\n");
    }

    TEST_CASE("tabs are shown as four spaces, and what cannot be seen by its number") {
        CHECK(frame_of(finding_in("\ta:\tb", 4, 5)) == "   7 |     a:    b\n     |           ^\n");
        CHECK(frame_of(finding_in("a\u202Eb\x07", 1, 4)) ==
              "   7 | a\\u{202e}b\\u{7}\n     |  ^^^^^^^^\n");
    }

    TEST_CASE("of a long line 100 columns around the place are shown") {
        const std::string line = std::string(300, 'a') + "!!!" + std::string(300, 'b');
        const std::string ends(3, '.');
        CHECK(frame_of(finding_in(line, 300, 303)) ==
              "   7 | ..." + std::string(40, 'a') + "!!!" + std::string(51, 'b') + "...\n" +
                  "     | " + std::string(43, ' ') + "^^^\n");
        CHECK(frame_of(finding_in(line, 0, 1)) ==
              "   7 | " + std::string(97, 'a') + "...\n     | ^\n");
        CHECK(frame_of(finding_in(line, 602, 603)) ==
              "   7 | ..." + std::string(40, 'b') + "b\n     | " + std::string(43, ' ') + "^\n");
        CHECK(frame_of(finding_in(line, 290, 600)) ==
              "   7 | ..." + std::string(50, 'a') + "!!!" + std::string(41, 'b') + "...\n" +
                  "     | " + std::string(43, ' ') + std::string(54, '^') + "\n");
    }

    TEST_CASE("a line that just fits is shown whole") {
        const std::string line = std::string(90, 'a') + std::string(10, 'b');
        CHECK(frame_of(finding_in(line, 0, 1)) == "   7 | " + line + "\n     | ^\n");
        const std::string out = frame_of(finding_in(line + "c", 0, 1));
        CHECK(hcf::display_width(out.substr(0, out.find('\n'))) == 7 + 100);
    }

    TEST_CASE("a wide character at the edge is left out rather than cut") {
        std::string line;
        for (int i = 0; i < 80; ++i) line += "日";
        const std::string out = frame_of(finding_in(line, 0, 3));
        CHECK(hcf::display_width(out.substr(0, out.find('\n'))) == 7 + 99);
    }

    TEST_CASE("colours are there only when asked for") {
        Finding finding = finding_in("a: b", 0, 1);
        CHECK(rendered(finding, {.colour = true}) ==
              "\x1b[1mpeople/alice.yaml:7:1\x1b[0m: \x1b[31merror\x1b[0m: unknown level "
              "'autonomus' [unknown-level]\n"
              "   7 | a: b\n"
              "     | \x1b[31m^\x1b[0m\n"
              "     = \x1b[36mhelp: did you mean 'autonomous'?\x1b[0m\n");
        finding.rule = &kExpired;
        finding.severity = Severity::warning;
        const std::string out = rendered(finding, {.colour = true});
        CHECK(out.find("\x1b[33mwarning\x1b[0m") != std::string::npos);
        CHECK(out.find("\x1b[33m^\x1b[0m") != std::string::npos);
        CHECK(rendered(finding).find('\x1b') == std::string::npos);
    }

    TEST_CASE("nothing of a file name or a message reaches the terminal as it is") {
        Finding finding = finding_in("a", 0, 1);
        finding.file = "a\x1b[2J\n.yaml";
        finding.message = "unknown '\x1b[31m\u2066'";
        finding.help = "not\tthis\r";
        CHECK(rendered(finding) ==
              "a\\u{1b}[2J\\n.yaml:7:1: error: unknown '\\u{1b}[31m\\u{2066}' [unknown-level]\n"
              "   7 | a\n"
              "     | ^\n"
              "     = help: not\\tthis\\u{d}\n");
    }
}
