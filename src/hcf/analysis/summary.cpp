// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/summary.h"

#include "hcf/analysis/gap.h"

#include <tuple>
#include <utility>

namespace hcf {
namespace {

template <std::size_t Count>
void add_counts(const std::array<std::int64_t, Count>& more,
                std::array<std::int64_t, Count>& counts) {
    for (std::size_t i = 0; i < Count; ++i) counts[i] += more[i];
}

void add_all(const std::vector<CompetenceCounts>& more, std::vector<CompetenceCounts>& totals) {
    for (std::size_t i = 0; i < more.size(); ++i) add_counts(more[i], totals[i]);
}

bool is_whole(const std::optional<Ratio>& ratio) { return ratio && *ratio == Ratio{1, 1}; }

GroupCounts counts_of(const GapSummary& summary) {
    return {1,
            summary.required,
            summary.applicable,
            summary.met,
            summary.planned,
            summary.gap,
            is_whole(summary.readiness) ? 1 : 0,
            is_whole(summary.assurance) ? 1 : 0};
}

void add_row(const GapRow& row, std::vector<CompetenceCounts>& competences) {
    if (!row.asked.essential || !row.assurance) return;
    CompetenceCounts& counts = competences[row.asked.competence.index];
    ++counts[at(CompetenceFigure::needed)];
    switch (*row.assurance) {
        case Assurance::assured: ++counts[at(CompetenceFigure::met)]; break;
        case Assurance::planned: ++counts[at(CompetenceFigure::planned)]; break;
        case Assurance::gap: ++counts[at(CompetenceFigure::gap)]; break;
    }
    if (row.status == Status::expired) ++counts[at(CompetenceFigure::expired)];
}

/// Those without a text stand behind all others.
std::pair<bool, const std::string&> in_order(const std::string& text) {
    return {text.empty(), text};
}

/// Groups of one kind, by a key that orders them.
template <class Key>
using Groups = std::map<Key, SummaryGroup>;

template <class Key>
SummaryGroup& group_at(Groups<Key>& groups, const Key& key, GroupBy by) {
    const auto [place, is_new] = groups.try_emplace(key);
    if (is_new) {
        place->second.by = by;
        place->second.figures.fill(0);
    }
    return place->second;
}

void add_figures(const GroupCounts& counts, SummaryGroup& group) {
    for (std::size_t i = 0; i < counts.size(); ++i) *group.figures[i] += counts[i];
}

template <class Key>
void append_groups(Groups<Key> groups, Summary& summary) {
    for (auto& [key, group] : groups) summary.groups.push_back(std::move(group));
}

void add_workplaces(const SummarySums& sums, Summary& summary) {
    Groups<std::pair<bool, std::string>> organisations;
    Groups<std::tuple<bool, std::string, std::string>> teams;
    for (const auto& [workplace, counts] : sums.workplaces) {
        const std::string& name = workplace.organisation;
        SummaryGroup& organisation =
            group_at(organisations, {name.empty(), name}, GroupBy::organisation);
        if (!name.empty()) organisation.key = organisation.organisation = name;
        add_figures(counts, organisation);
        const bool has_team = !workplace.team.empty();
        const std::string key = has_team ? name + '/' + workplace.team : std::string();
        SummaryGroup& team =
            group_at(teams, {!has_team, key, has_team ? name : std::string()}, GroupBy::team);
        if (has_team) {
            team.key = key;
            team.organisation = name;
        }
        add_figures(counts, team);
    }
    append_groups(std::move(organisations), summary);
    append_groups(std::move(teams), summary);
}

void add_posts(const Framework& framework, const SummarySums& sums, Summary& summary) {
    Groups<std::pair<bool, std::uint32_t>> roles;
    Groups<std::uint32_t> levels;
    for (const auto& [post, post_sums] : sums.posts) {
        const GroupCounts& counts = post_sums.counts;
        const std::uint32_t index = post.role ? post.role->index : 0;
        SummaryGroup& role = group_at(roles, {!post.role, index}, GroupBy::role);
        role.role = post.role;
        if (post.role) role.key = framework.at(*post.role).id;
        add_figures(counts, role);
        SummaryGroup& level = group_at(levels, post.level.index, GroupBy::level);
        level.level = post.level;
        level.key = framework.at(post.level).id;
        add_figures(counts, level);
    }
    append_groups(std::move(roles), summary);
    append_groups(std::move(levels), summary);
}

}  // namespace

bool operator<(const Workplace& a, const Workplace& b) {
    return std::pair(in_order(a.organisation), in_order(a.team)) <
           std::pair(in_order(b.organisation), in_order(b.team));
}

bool operator<(const HeldRole& a, const HeldRole& b) {
    const auto in_order = [](const HeldRole& post) {
        return std::tuple(post.level.index, !post.role, post.role ? post.role->index : 0);
    };
    return in_order(a) < in_order(b);
}

std::vector<CompetenceCounts> competence_totals(const Framework& framework,
                                                const SummarySums& sums) {
    std::vector<CompetenceCounts> totals(framework.competences.size());
    for (const auto& [post, post_sums] : sums.posts) add_all(post_sums.competences, totals);
    return totals;
}

void add_person(const Framework& framework, const Assessment& assessment,
                const JudgeOptions& options, SummarySums& sums) {
    const Person& person = assessment.person;
    const JudgedRequirements judged = judge_requirements(
        framework, assessment, requirements_of_person(framework, person), options);
    const GroupCounts counts = counts_of(judged.summary);
    ++sums.people;
    add_counts(counts, sums.workplaces[{person.organisation, person.team}]);
    PostSums& post = sums.posts[{person.level, person.role}];
    post.competences.resize(framework.competences.size());
    add_counts(counts, post.counts);
    for (const GapRow& row : judged.rows) add_row(row, post.competences);
}

void add_sums(const SummarySums& more, SummarySums& sums) {
    sums.people += more.people;
    for (const auto& [workplace, counts] : more.workplaces)
        add_counts(counts, sums.workplaces[workplace]);
    for (const auto& [post, post_sums] : more.posts) {
        PostSums& there = sums.posts[post];
        there.competences.resize(post_sums.competences.size());
        add_counts(post_sums.counts, there.counts);
        add_all(post_sums.competences, there.competences);
    }
}

Summary make_summary(const Framework& framework, const SummarySums& sums) {
    Summary summary;
    summary.people = sums.people;
    add_workplaces(sums, summary);
    add_posts(framework, sums, summary);
    const std::vector<CompetenceCounts> totals = competence_totals(framework, sums);
    for (std::uint32_t i = 0; i < totals.size(); ++i) {
        const CompetenceCounts& counts = totals[i];
        if (counts[at(CompetenceFigure::needed)] == 0) continue;
        const CompetenceId id = {i};
        if (framework.at(id).kind != CompetenceKind::core) summary.core_only = false;
        SummaryCompetence shown = {id, {}};
        for (std::size_t f = 0; f < counts.size(); ++f) shown.figures[f] = counts[f];
        summary.competences.push_back(shown);
    }
    return summary;
}

}  // namespace hcf
