// SPDX-License-Identifier: Apache-2.0
// JUnit XML, which CI servers show as test results: a suite for each file, a case for each finding,
// and one that passes for a file without an error. Counts stand first, so findings are kept until
// the end.
#include "hcf/base/text.h"
#include "hcf/present/finding_format.h"

#include <fmt/format.h>

namespace hcf {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// XML 1.0 has no way to write the other control characters and the two non-characters.
bool is_xml_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

enum class Place { attribute, content };

/// A line break in an attribute would be read back as a space.
std::string escape(std::string_view text, Place place = Place::attribute) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\t': out += "&#9;"; break;
            case '\n': out += place == Place::content ? "\n" : "&#10;"; break;
            case '\r': out += "&#13;"; break;
            default:
                if (is_xml_character(c))
                    append_code_point(out, c);
                else
                    out += kReplacement;
        }
    }
    return out;
}

JunitSuite& suite_of(const std::string& file, FindingWriteState& state) {
    const auto [place, is_new] = state.suite_of.try_emplace(file, state.suites.size());
    if (is_new) state.suites.push_back({file, {}});
    return state.suites[place->second].second;
}

std::string details(const Finding& finding) {
    std::string text;
    render_first_line(text, finding);
    for (const RelatedFinding& other : finding.related) {
        text += fmt::format("{}:{}:{}: {}\n", escape_invisible(other.file), other.at.line,
                            other.at.column, escape_invisible(other.message));
    }
    if (!finding.help.empty()) text += escape_invisible(finding.help) + "\n";
    return text;
}

void write(std::string&, const Finding& finding, FindingWriteState& state) {
    JunitSuite& suite = suite_of(finding.file, state);
    const bool is_error = finding.severity == Severity::error;
    const std::string file = escape(plain_path(finding.file));
    ++suite.tests;
    suite.cases += fmt::format(
        "    <testcase name=\"{} at {}:{}\" classname=\"{}\" file=\"{}\" line=\"{}\" time=\"0\">\n",
        finding.rule->id, finding.begin.line, finding.begin.column, file, file, finding.begin.line);
    if (is_error) {
        ++suite.failures;
        suite.cases += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                                   escape(escape_invisible(finding.message)), finding.rule->id,
                                   escape(details(finding), Place::content));
    } else {
        suite.cases += fmt::format("      <system-out>{}</system-out>\n",
                                   escape(details(finding), Place::content));
    }
    suite.cases += "    </testcase>\n";
}

void file(std::string&, const std::string& file, FindingWriteState& state) {
    suite_of(file, state).is_checked = true;
}

/// A file that was checked and has no error is a test that passed.
void add_pass(const std::string& file, JunitSuite& suite) {
    if (!suite.is_checked || suite.failures != 0) return;
    const std::string name = escape(plain_path(file));
    ++suite.tests;
    suite.cases += fmt::format(
        "    <testcase name=\"no errors\" classname=\"{}\" file=\"{}\" time=\"0\"/>\n", name, name);
}

void end(std::string& out, bool, FindingWriteState& state) {
    std::size_t tests = 0;
    std::size_t failures = 0;
    for (auto& [name, suite] : state.suites) {
        add_pass(name, suite);
        tests += suite.tests;
        failures += suite.failures;
    }
    out += fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hcf validate\" "
        "tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\">\n",
        tests, failures);
    for (const auto& [name, suite] : state.suites) {
        out += fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" "
            "time=\"0\">\n{}  </testsuite>\n",
            escape(plain_path(name)), suite.tests, suite.failures, suite.cases);
    }
    out += "</testsuites>\n";
}

}  // namespace

constinit const FindingFormat kJunit = {"junit", "", "JUnit XML, for CI servers", no_begin, write,
                                        file,    end};

}  // namespace hcf
