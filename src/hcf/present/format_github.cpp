// SPDX-License-Identifier: Apache-2.0
// Workflow commands of GitHub Actions: one line for each finding. The runner obeys lines that begin
// with "::", so nothing of the data may begin a line or end a command early.
#include "hcf/base/text.h"
#include "hcf/present/finding_format.h"

#include <fmt/format.h>

namespace hcf {
namespace {

/// As many annotations of a kind GitHub shows of one step.
constexpr std::size_t kShown = 10;

void escape(std::string& out, std::string_view text, std::string_view escaped) {
    for (const char c : text) {
        if (escaped.find(c) != std::string_view::npos)
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            out += c;
    }
}

std::string property(std::string_view text) {
    std::string out;
    escape(out, text, "%\r\n:,");
    return out;
}

std::string message(std::string_view text) {
    std::string out;
    escape(out, text, "%\r\n");
    return out;
}

/// The message says the place again: the log shows nothing else of the command.
std::string text_of(const Finding& finding) {
    std::string text;
    render_first_line(text, finding);
    text.pop_back();
    for (const RelatedFinding& other : finding.related) {
        text += fmt::format("\n{}:{}:{}: {}", escape_invisible(other.file), other.at.line,
                            other.at.column, escape_invisible(other.message));
    }
    if (!finding.help.empty()) text += "\n" + escape_invisible(finding.help);
    return text;
}

void write(std::string& out, const Finding& finding, FindingWriteState& state) {
    ++(finding.severity == Severity::error ? state.errors : state.warnings);
    out += fmt::format("::{} file={},line={},col={},endLine={}", to_string(finding.severity),
                       property(plain_path(finding.file)), finding.begin.line, finding.begin.column,
                       finding.end.line);
    // GitHub passes over an end column where it is not in the first line.
    if (finding.end.line == finding.begin.line)
        out += fmt::format(",endColumn={}", finding.end.column);
    out += fmt::format(",title={}::{}\n", property(finding.rule->id), message(text_of(finding)));
}

void end(std::string& out, bool, FindingWriteState& state) {
    if (state.errors <= kShown && state.warnings <= kShown) return;
    out += fmt::format(
        "::notice title=hcf::{} errors and {} warnings; GitHub marks at most {} of each in a step, "
        "the log has them all\n",
        state.errors, state.warnings, kShown);
}

}  // namespace

constinit const FindingFormat kGithub = {
    "github", "", "annotations of GitHub Actions", no_begin, write, no_file, end};

}  // namespace hcf
