// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/telling_rows.h"

#include <limits>
#include <map>
#include <utility>

namespace hcf {
namespace {

constexpr std::size_t kWithheldGroup = std::numeric_limits<std::size_t>::max();

/// People, and what is summed over competences; who is ready is in no row of theirs.
constexpr std::size_t kTiedFigures = at(GroupFigure::gap) + 1;

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

bool has_overlaps(const Stratum& post) {
    return post.counts[at(GroupFigure::required)] >
           post.least * post.counts[at(GroupFigure::people)];
}

bool has_left_out(const Stratum& post) {
    return post.counts[at(GroupFigure::required)] > post.counts[at(GroupFigure::applicable)];
}

bool is_telling(CompetenceId competence, const std::vector<const Stratum*>& posts) {
    const bool is_asked_of_first = posts.front()->asked.contains(competence);
    for (const Stratum* post : posts) {
        if (post->asked.contains(competence) != is_asked_of_first) return true;
    }
    return false;
}

}  // namespace

bool takes(const Stratum& post, CompetenceId competence) {
    if (post.counts[at(GroupFigure::people)] == 0) return false;
    return post.asked.contains(competence) || has_overlaps(post);
}

std::vector<bool> open_rows(const Summary& summary, const FigureMarks& withheld,
                            const std::vector<Stratum>& posts) {
    std::vector<bool> open(summary.competences.size(), false);
    for (const std::size_t row : telling_rows(summary, withheld, posts)) open[row] = true;
    for (const Stratum& post : posts) {
        for (std::size_t row = 0; row < open.size(); ++row) {
            const bool is_asked = post.asked.contains(summary.competences[row].competence);
            open[row] = open[row] || (is_asked ? has_left_out(post) : has_overlaps(post));
        }
    }
    return open;
}

std::vector<std::size_t> telling_rows(const Summary& summary, const FigureMarks& withheld,
                                      const std::vector<Stratum>& posts) {
    std::vector<bool> tells(summary.competences.size(), false);
    for (std::size_t figure = 0; figure < kTiedFigures; ++figure) {
        for (const auto& [groups, some] : alike_in(figure, withheld, posts)) {
            for (std::size_t row = 0; row < tells.size(); ++row)
                tells[row] = tells[row] || is_telling(summary.competences[row].competence, some);
        }
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < tells.size(); ++row) {
        if (tells[row]) rows.push_back(row);
    }
    return rows;
}

}  // namespace hcf
