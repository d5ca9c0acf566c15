// SPDX-License-Identifier: Apache-2.0
// Looks at the assessments that stand in a team file itself; files that are named twice are told by
// load/team_members.cpp, under the same rule.
#include "hcf/rules/all_rules.h"

#include <unordered_map>

namespace hcf {
namespace {

void check(const TeamFacts& facts, Emitter& emit) {
    std::unordered_map<std::string_view, SourceSpan> first;
    for (const AssessmentFacts& member : facts.members) {
        if (!member.doc->person || !member.doc->person->id) continue;
        const auto& id = *member.doc->person->id;
        const auto [place, is_new] = first.try_emplace(id.value.text, id.span);
        if (is_new) continue;
        emit.report(id.span, "this member is listed already; the first one counts",
                    "keep one of them", {{place->second, "first listed here"}});
    }
}

}  // namespace

constinit const Rule kRepeatedMember = {
    .info = {"repeated-member",
             Severity::warning,
             "a member who is listed twice",
             {"That a team lists each member once: no file is reached by two of its lines, and no "
              "person stands in it twice.",
              "Such a member is counted once. Somebody else may have been meant by the second "
              "line, and is missing.",
              "members: [people/alice.yaml, people/alice.yaml]",
              "members: [people/alice.yaml, people/ben.yaml]"}},
    .team = check};

}  // namespace hcf
