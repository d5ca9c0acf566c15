// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/hidden_figures.h"

#include "hcf/analysis/role_sets.h"
#include "hcf/analysis/telling_rows.h"
#include "hcf/analysis/witness_search.h"
#include "hcf/model/requirements.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hcf {
namespace {

CompetenceSet asked_of(const Framework& framework, const HeldRole& post) {
    return essential_set(post.role ? requirements_of_role(framework, *post.role, post.level)
                                   : requirements_of_level(framework, post.level));
}

std::int64_t least_of_any(const Framework& framework) {
    std::size_t least = framework.competences.size();
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i)
        least = std::min(least, asked_of(framework, {LevelId{i}, std::nullopt}).size());
    return static_cast<std::int64_t>(least);
}

void mark(FigurePlace place, FigureMarks& marks) {
    if (place.is_group)
        marks.groups[place.row][place.figure] = true;
    else
        marks.competences[place.row][place.figure] = true;
}

}  // namespace

HiddenFigures::HiddenFigures(const Framework& framework, const SummarySums& sums)
    : summary_(make_summary(framework, sums)),
      most_(static_cast<std::int64_t>(framework.competences.size())) {
    withheld_.groups.resize(summary_.groups.size());
    withheld_.competences.resize(summary_.competences.size());
    safe_ = withheld_;
    build_workplaces(framework, sums);
    build_posts(framework, sums);
    index_strata();
}

void HiddenFigures::build_workplaces(const Framework& framework, const SummarySums& sums) {
    std::map<std::string, std::size_t> organisations;
    std::map<Workplace, std::size_t> teams;
    std::optional<std::size_t> no_team;
    for (std::size_t g = 0; g < summary_.groups.size(); ++g) {
        const SummaryGroup& group = summary_.groups[g];
        if (group.by == GroupBy::organisation) organisations[group.organisation] = g;
        if (group.by != GroupBy::team) continue;
        if (group.key)
            teams[{group.organisation, group.key->substr(group.organisation.size() + 1)}] = g;
        else
            no_team = g;
    }
    const std::int64_t least = least_of_any(framework);
    for (const auto& [workplace, counts] : sums.workplaces) {
        const std::size_t leaf = workplace.team.empty() ? *no_team : teams.at(workplace);
        nets_[0].push_back({organisations.at(workplace.organisation), leaf, counts, least, {}});
    }
    if (!no_team) return;
    for (const auto& [name, group] : organisations) {
        if (sums.workplaces.find({name, {}}) == sums.workplaces.end())
            nets_[0].push_back({group, *no_team, {}, least, {}});
    }
}

void HiddenFigures::build_posts(const Framework& framework, const SummarySums& sums) {
    std::vector<std::pair<LevelId, std::size_t>> levels;
    std::vector<std::pair<std::optional<RoleId>, std::size_t>> roles;
    for (std::size_t g = 0; g < summary_.groups.size(); ++g) {
        const SummaryGroup& group = summary_.groups[g];
        if (group.by == GroupBy::level) levels.emplace_back(*group.level, g);
        if (group.by == GroupBy::role) roles.emplace_back(group.role, g);
    }
    for (const auto& [level, parent] : levels) {
        for (const auto& [role, leaf] : roles) {
            if (role && !stands_at(framework.at(*role), level)) continue;
            const HeldRole post = {level, role};
            const auto known = sums.posts.find(post);
            CompetenceSet asked = asked_of(framework, post);
            const auto least = static_cast<std::int64_t>(asked.size());
            const PostSums post_sums = known == sums.posts.end() ? PostSums{} : known->second;
            nets_[1].push_back({parent, leaf, post_sums.counts, least, std::move(asked)});
            add_competences(post_sums, nets_[1].back());
        }
    }
}

void HiddenFigures::add_competences(const PostSums& sums, Stratum& post) const {
    for (const SummaryCompetence& row : summary_.competences) {
        post.competences.push_back(
            sums.competences.empty() ? CompetenceCounts{} : sums.competences[row.competence.index]);
        post.asks.push_back(post.asked.contains(row.competence));
    }
}

void HiddenFigures::index_strata() {
    net_of_.resize(summary_.groups.size());
    strata_of_.resize(summary_.groups.size());
    for (std::size_t net = 0; net < nets_.size(); ++net) {
        for (std::size_t i = 0; i < nets_[net].size(); ++i) {
            for (const std::size_t group : {nets_[net][i].parent, nets_[net][i].leaf}) {
                net_of_[group] = net;
                strata_of_[group].push_back(i);
            }
        }
    }
}

void HiddenFigures::withhold(FigurePlace place) { mark(place, withheld_); }

void HiddenFigures::withhold_group(std::size_t group) { withheld_.groups[group].fill(true); }

void HiddenFigures::withhold_all() {
    withheld_.people = true;
    for (auto& marks : withheld_.groups) marks.fill(true);
    for (auto& marks : withheld_.competences) marks.fill(true);
}

bool HiddenFigures::withhold_telling() {
    bool has_changed = false;
    for (const FigurePlace place : telling_figures(summary_, withheld_, nets_[1])) {
        has_changed |= !is_withheld(place);
        withhold(place);
    }
    return has_changed;
}

bool HiddenFigures::withhold_column(FigurePlace place) {
    const std::size_t rows =
        place.is_group ? withheld_.groups.size() : withheld_.competences.size();
    bool has_changed = false;
    for (place.row = 0; place.row < rows; ++place.row) {
        if (is_withheld(place) || is_known_anyhow(place)) continue;
        has_changed = true;
        withhold(place);
    }
    return has_changed;
}

bool HiddenFigures::is_withheld(FigurePlace place) const {
    return place.is_group ? withheld_.groups[place.row][place.figure]
                          : withheld_.competences[place.row][place.figure];
}

bool HiddenFigures::is_known_anyhow(FigurePlace place) const {
    if (place.is_group || place.figure != at(CompetenceFigure::needed)) return false;
    const NeededRange range = needed_ranges(summary_, withheld_, nets_[1])[place.row];
    return range.least == range.most;
}

bool HiddenFigures::is_sum_of(std::size_t parent, std::vector<std::size_t>& leaves) const {
    leaves.clear();
    const Net& net = nets_[net_of_[parent]];
    for (const std::size_t i : strata_of_[parent]) {
        const std::size_t leaf = net[i].leaf;
        if (strata_of_[leaf].size() != 1) return false;
        leaves.push_back(leaf);
    }
    return true;
}

std::vector<std::vector<std::size_t>> HiddenFigures::families_of(std::size_t group) const {
    std::vector<std::vector<std::size_t>> families;
    const Net& net = nets_[net_of_[group]];
    const GroupBy by = summary_.groups[group].by;
    const bool is_leaf = by == GroupBy::team || by == GroupBy::role;
    if (is_leaf) {
        for (const std::size_t i : strata_of_[group]) {
            std::vector<std::size_t> family;
            for (const std::size_t other : strata_of_[net[i].parent])
                family.push_back(net[other].leaf);
            families.push_back(std::move(family));
        }
    }
    std::vector<std::size_t> all;
    for (std::size_t g = 0; g < summary_.groups.size(); ++g) {
        if (summary_.groups[g].by == by) all.push_back(g);
    }
    families.push_back(std::move(all));
    return families;
}

std::optional<FigurePlace> HiddenFigures::find_unsafe() {
    WitnessSearch search({summary_, withheld_, nets_, net_of_, strata_of_, most_, safe_});
    if (!has_marked_totals_) search.mark_totals();
    has_marked_totals_ = true;
    return search.find_unsafe();
}

bool HiddenFigures::protect(FigurePlace place) {
    const auto changed =
        WitnessSearch({summary_, withheld_, nets_, net_of_, strata_of_, most_, safe_})
            .cheapest(place);
    for (const FigurePlace figure : changed) {
        withhold(figure);
        mark(figure, safe_);
    }
    return !changed.empty();
}

}  // namespace hcf
