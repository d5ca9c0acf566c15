// SPDX-License-Identifier: Apache-2.0
// A code quality report of GitLab: a JSON array, one element for each finding.
#include "hcf/base/hash.h"
#include "hcf/present/finding_format.h"

#include <fmt/format.h>

namespace hcf {
namespace {

std::string_view severity_of(const Finding& finding) {
    switch (finding.severity) {
        case Severity::error: return "major";
        case Severity::warning: return "minor";
    }
    return {};
}

/// GitLab wants each to be the only one of its report, so the file is part of it.
std::string unique_fingerprint(const Finding& finding, std::uint32_t occurrence) {
    StableHash hash;
    hash.add_field(plain_path(finding.file));
    hash.add_field(fingerprint(finding));
    hash.add_field(fmt::format("{}", occurrence));
    return to_hex(hash.value());
}

void begin(std::string& out, FindingWriteState&) { out += '['; }

void write(std::string& out, const Finding& finding, FindingWriteState& state) {
    const std::uint32_t occurrence = count_occurrence(finding, state);
    const Json element = {
        {"description", message_with_help(finding)},
        {"check_name", finding.rule->id},
        {"fingerprint", unique_fingerprint(finding, occurrence)},
        {"severity", severity_of(finding)},
        {"location",
         {{"path", plain_path(finding.file)},
          {"lines", {{"begin", finding.begin.line}, {"end", finding.end.line}}}}}};
    out += state.any ? ",\n" : "\n";
    out += element.dump(-1, ' ', false, Json::error_handler_t::replace);
    state.any = true;
}

void end(std::string& out, bool, FindingWriteState& state) { out += state.any ? "\n]\n" : "]\n"; }

}  // namespace

constinit const FindingFormat kGitlab = {
    "gitlab", "", "a code quality report of GitLab", begin, write, no_file, end};

}  // namespace hcf
