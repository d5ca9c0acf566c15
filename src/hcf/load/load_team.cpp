// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/load_team.h"

#include "hcf/load/build_assessment.h"
#include "hcf/load/team_members.h"

#include <algorithm>

namespace hcf {
namespace {

/// Where the entries of `members` stand, in order.
std::vector<SourceSpan> member_spans(const yaml::Tree& tree) {
    std::vector<SourceSpan> spans;
    yaml::for_each_pair({tree, 0}, [&](yaml::NodeRef key, yaml::NodeRef value) {
        if (key.text() != "members" || !value.is_sequence() || !spans.empty()) return;
        yaml::for_each_item(value, [&](yaml::NodeRef item) { spans.push_back(item.span()); });
    });
    return spans;
}

/// The entry that a place belongs to; nothing where it is outside of all.
std::optional<std::size_t> entry_at(const std::vector<SourceSpan>& spans, std::uint32_t place) {
    const auto behind = std::upper_bound(
        spans.begin(), spans.end(), place,
        [](std::uint32_t offset, const SourceSpan& span) { return offset < span.begin; });
    if (behind == spans.begin()) return std::nullopt;
    const auto at = behind - 1;
    if (place >= std::max(at->end, at->begin + 1)) return std::nullopt;
    return static_cast<std::size_t>(at - spans.begin());
}

/// Requires: no errors outside of the members.
Team build_team(const TeamFacts& facts) {
    Team team;
    const TeamInfoDoc& info = *facts.doc->team;
    if (info.id) team.id = info.id->value.text;
    if (info.name) team.name = info.name->value.text;
    if (info.organisation) team.organisation = info.organisation->value.text;
    if (facts.doc->expect && facts.doc->expect->holders)
        team.holders = facts.doc->expect->holders->value.number;
    for (std::size_t i = 0; i < facts.expected.size(); ++i) {
        const auto& holders = facts.expected_docs[i]->holders;
        team.expected.push_back({facts.expected[i].value, holders->value.number});
    }
    std::sort(team.expected.begin(), team.expected.end(),
              [](const ExpectedHolders& a, const ExpectedHolders& b) {
                  return a.competence < b.competence;
              });
    return team;
}

}  // namespace

LoadedTeam load_team(const TeamFacts& facts, std::vector<std::vector<InputFile>> files,
                     const yaml::Tree& tree, const SourceSet& sources, const Diagnostics& diags,
                     const std::string& file, std::uint32_t document) {
    const std::vector<SourceSpan> spans = member_spans(tree);
    LoadedTeam team;
    team.members.resize(spans.size());
    for (const Diagnostic& diagnostic : diags.all()) {
        if (diagnostic.rule->severity != Severity::error) continue;
        const auto entry = entry_at(spans, diagnostic.span.begin);
        ++(entry ? team.members[*entry].errors : team.errors);
        if (entry && team.members[*entry].fault == nullptr)
            team.members[*entry].fault = diagnostic.rule;
    }
    if (team.errors == 0) team.team = build_team(facts);
    auto own = facts.members.begin();
    for (std::size_t i = 0; i < facts.doc->members.size(); ++i) {
        const MemberDoc& doc = facts.doc->members[i];
        const SourceSpan at = doc.reference ? doc.reference->span : doc.at;
        const AssessmentFacts* assessment = doc.reference ? nullptr : &*own++;
        const auto entry = entry_at(spans, at.begin);
        if (!entry) continue;
        LoadedMember& member = team.members[*entry];
        if (!files.empty()) member.files = std::move(files[i]);
        if (doc.reference) member.path = path_from_team(file, doc.reference->value.text);
        if (assessment == nullptr || member.errors != 0 || team.errors != 0) continue;
        member.assessment = build_assessment(*assessment, file, document);
        member.person_at = locate(sources.at(tree.source), assessment->doc->person->id->span.begin);
        member.series = note_series(*assessment, sources.at(tree.source));
    }
    return team;
}

}  // namespace hcf
