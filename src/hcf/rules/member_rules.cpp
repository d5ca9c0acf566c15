// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/member_rules.h"

#include <array>

namespace hcf::member_rules {

constinit const RuleInfo kMissingMember = {
    "missing-member",
    Severity::error,
    "a member's file that is not there, or cannot be opened",
    {"That every path in a team's `members` leads to a file or a directory that can be opened. "
     "Paths are relative to the team file.",
     "A team without one of its members looks weaker, or stronger, than it is.",
     "members: [people/alcie.yaml]", "members: [people/alice.yaml]"}};

constinit const RuleInfo kMemberOutsideTree = {
    "member-outside-tree",
    Severity::error,
    "a member outside the directory of the team file",
    {"That no path in `members` is absolute or leads out of the directory of the team file with "
     "`..`, as it is written or by a link on its way, unless `--allow-outside` is given.",
     "A file that somebody sent must not make hcf read, and show, files from elsewhere.",
     "members: [../../hr/alice.yaml]", "members: [people/alice.yaml]"}};

constinit const RuleInfo kEmptyMemberPattern = {
    "empty-member-pattern",
    Severity::error,
    "a glob or a directory in which no member is found",
    {"That a glob (`*`, `?`, `[a-z]`, `**`) or a directory in `members` leads to at least one YAML "
     "or JSON file. Hidden files are not looked at.",
     "A misspelt glob would leave out a whole team without a word.", "members: [poeple/*.yaml]",
     "members: [people/*.yaml]"}};

constinit const RuleInfo kMemberNotAssessment = {
    "member-not-assessment",
    Severity::error,
    "a member's file that holds something else than assessments",
    {"That a file which `members` names holds assessments and nothing else; teams do not nest. In "
     "a "
     "directory or behind a glob, other kinds are passed over.",
     "Who is named as a member is expected to be counted.", "members: [south-team.yaml]",
     "members: [people/south/]"}};

namespace {
constexpr std::array kAll = {&kMissingMember, &kMemberOutsideTree, &kEmptyMemberPattern,
                             &kMemberNotAssessment};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::member_rules
