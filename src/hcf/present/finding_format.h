// SPDX-License-Identifier: Apache-2.0
// The formats that only findings have: those of code hosts and CI servers (spec 4, "Diagnostics").
// One file and one line in all_finding_formats.inc each. They write as findings are met, and carry
// no line of any file: only what the first line of the text form says.
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/present/present_findings.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hcf {

/// A file of a JUnit document: its test cases are kept, because its counts come before them.
struct JunitSuite {
    std::string cases;
    std::size_t tests = 0;
    std::size_t failures = 0;
    bool is_checked = false;  ///< to its end
};

/// What a format remembers between findings; the buffer may have been emptied meanwhile.
struct FindingWriteState {
    bool any = false;                     ///< a finding was written
    std::vector<const RuleInfo*> raised;  ///< in the order in which they first were
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::string file;  ///< the one whose findings are being written
    std::map<std::pair<const RuleInfo*, std::uint64_t>, std::uint32_t> seen_in_file;
    std::vector<std::pair<std::string, JunitSuite>> suites;  ///< JUnit only
    std::map<std::string, std::size_t> suite_of;
};

/// A format: its name, and the steps of writing, each of which appends to `out`.
struct FindingFormat {
    std::string_view name;
    std::string_view extension;  ///< with its dot; empty: `--format` has to name it
    std::string_view summary;
    void (*begin)(std::string& out, FindingWriteState& state);
    void (*finding)(std::string& out, const Finding& finding, FindingWriteState& state);
    /// A file has been checked; all its findings but those of the whole run were written.
    void (*file)(std::string& out, const std::string& file, FindingWriteState& state);
    /// `is_whole`: everything could be checked.
    void (*end)(std::string& out, bool is_whole, FindingWriteState& state);
};

#define HCF_FINDING_FORMAT(name) extern const FindingFormat name;
#include "hcf/present/all_finding_formats.inc"
#undef HCF_FINDING_FORMAT

/// All of them, in the order of help and documentation.
[[nodiscard]] std::span<const FindingFormat* const> all_finding_formats();

/// The format of that name, or of that file extension; nullptr where there is none.
[[nodiscard]] const FindingFormat* find_finding_format(std::string_view name);
[[nodiscard]] const FindingFormat* find_finding_format_by_extension(std::string_view extension);

// For the formats' own files.

/// Counts a finding among those of its file, rule and line text; gives which one it is, from 1.
/// Requires: called once for each finding, in order.
[[nodiscard]] std::uint32_t count_occurrence(const Finding& finding, FindingWriteState& state);

/// What stays the same when lines above are added or taken away: of the rule, the line's text with
/// private values masked, and which one of its kind in the file.
[[nodiscard]] std::string fingerprint(const Finding& finding);

/// The path without "./" before it.
[[nodiscard]] std::string_view plain_path(std::string_view path);

/// "message: help".
[[nodiscard]] std::string message_with_help(const Finding& finding);

/// Nothing to do at this step.
inline void no_begin(std::string&, FindingWriteState&) {}
inline void no_file(std::string&, const std::string&, FindingWriteState&) {}
inline void no_end(std::string&, bool, FindingWriteState&) {}

}  // namespace hcf
