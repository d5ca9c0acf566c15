// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/telling_rows.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <utility>

namespace hcf {
namespace {

constexpr std::size_t kWithheldGroup = std::numeric_limits<std::size_t>::max();

/// What is summed both over groups and over competences.
constexpr std::array<std::pair<GroupFigure, CompetenceFigure>, 3> kSummedFigures = {
    {{GroupFigure::met, CompetenceFigure::met},
     {GroupFigure::planned, CompetenceFigure::planned},
     {GroupFigure::gap, CompetenceFigure::gap}}};

/// Posts that differ in withheld groups alone: a figure may be of one of them or of another.
using Alike = std::map<std::pair<std::size_t, std::size_t>, std::vector<const Stratum*>>;

Alike alike_in(std::size_t figure, const FigureMarks& withheld, const std::vector<Stratum>& posts) {
    const auto seen = [&](std::size_t group) {
        return withheld.groups[group][figure] ? kWithheldGroup : group;
    };
    Alike alike;
    for (const Stratum& post : posts) alike[{seen(post.parent), seen(post.leaf)}].push_back(&post);
    return alike;
}

void add_needed(const Stratum& post, CompetenceId competence, NeededRange& range) {
    const auto of = [&](GroupFigure figure) { return post.counts[at(figure)]; };
    using enum GroupFigure;
    if (post.asked.contains(competence)) {
        const std::int64_t left_out = std::min(of(people), of(required) - of(applicable));
        range.least += of(people) - left_out;
        range.most += of(people);
    } else {
        range.most += std::min(of(people), of(required) - post.least * of(people));
    }
}

/// True where some of the posts that a figure could be of are asked for the competence, and not
/// all.
bool tells_of(GroupFigure figure, CompetenceId competence, const FigureMarks& withheld,
              const std::vector<Stratum>& posts) {
    const auto alike = alike_in(at(figure), withheld, posts);
    return std::any_of(alike.begin(), alike.end(), [&](const auto& entry) {
        const std::vector<const Stratum*>& some = entry.second;
        const bool is_asked = some.front()->asked.contains(competence);
        return std::any_of(some.begin(), some.end(), [&](const Stratum* post) {
            return post->asked.contains(competence) != is_asked;
        });
    });
}

}  // namespace

std::vector<NeededRange> needed_ranges(const Summary& summary, const FigureMarks& withheld,
                                       const std::vector<Stratum>& posts) {
    std::vector<NeededRange> ranges(summary.competences.size());
    for (const Stratum& post : posts) {
        for (std::size_t row = 0; row < ranges.size(); ++row)
            add_needed(post, summary.competences[row].competence, ranges[row]);
    }
    for (const FigurePlace place : telling_figures(summary, withheld, posts)) {
        if (place.figure == at(CompetenceFigure::needed))
            ranges[place.row] = {0, std::numeric_limits<std::int64_t>::max()};
    }
    return ranges;
}

std::vector<FigurePlace> telling_figures(const Summary& summary, const FigureMarks& withheld,
                                         const std::vector<Stratum>& posts) {
    std::vector<FigurePlace> places;
    for (std::size_t row = 0; row < summary.competences.size(); ++row) {
        const CompetenceId competence = summary.competences[row].competence;
        if (tells_of(GroupFigure::people, competence, withheld, posts) ||
            tells_of(GroupFigure::required, competence, withheld, posts) ||
            tells_of(GroupFigure::applicable, competence, withheld, posts)) {
            for (std::size_t figure = 0; figure < kCompetenceFigures; ++figure)
                places.push_back({false, row, figure});
            continue;
        }
        for (const auto& [of_group, of_competence] : kSummedFigures) {
            if (tells_of(of_group, competence, withheld, posts))
                places.push_back({false, row, at(of_competence)});
        }
    }
    return places;
}

}  // namespace hcf
