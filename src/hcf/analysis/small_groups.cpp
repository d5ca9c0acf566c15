// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/small_groups.h"

#include "hcf/analysis/hidden_figures.h"

#include <algorithm>
#include <functional>

namespace hcf {
namespace {

bool is_few(std::int64_t count, std::int64_t below) { return count > 0 && count < below; }

/// What tells of few people by itself.
void withhold_small(HiddenFigures& hidden, std::int64_t below) {
    const Summary& summary = hidden.summary();
    for (std::size_t g = 0; g < summary.groups.size(); ++g) {
        if (hidden.people_of(g) < below) hidden.withhold_group(g);
    }
    for (std::size_t row = 0; row < summary.competences.size(); ++row) {
        const auto& figures = summary.competences[row].figures;
        const std::int64_t needed = *figures[at(CompetenceFigure::needed)];
        for (std::size_t figure = 0; figure < figures.size(); ++figure) {
            if (is_few(*figures[figure], below) || is_few(needed - *figures[figure], below))
                hidden.withhold({false, row, figure});
        }
    }
}

/// The smallest group that is still shown, the first of equal ones.
std::optional<std::size_t> smallest_shown(const HiddenFigures& hidden,
                                          const std::vector<std::size_t>& groups) {
    std::optional<std::size_t> smallest;
    for (const std::size_t group : groups) {
        if (hidden.is_group_withheld(group)) continue;
        if (!smallest || hidden.people_of(group) < hidden.people_of(*smallest)) smallest = group;
    }
    return smallest;
}

std::size_t count_withheld(const HiddenFigures& hidden, const std::vector<std::size_t>& groups) {
    return static_cast<std::size_t>(
        std::count_if(groups.begin(), groups.end(),
                      [&](std::size_t group) { return hidden.is_group_withheld(group); }));
}

/// One group alone that is missing from a sum gets company. `parent`: the group that is the sum,
/// where that is not everybody.
bool complete_sum(HiddenFigures& hidden, const std::vector<std::size_t>& groups,
                  std::optional<std::size_t> parent) {
    const bool is_parent_withheld = parent && hidden.is_group_withheld(*parent);
    if (count_withheld(hidden, groups) + (is_parent_withheld ? 1U : 0U) != 1) return false;
    const auto smallest = smallest_shown(hidden, groups);
    if (smallest)
        hidden.withhold_group(*smallest);
    else if (parent)
        hidden.withhold_group(*parent);
    return smallest || parent;
}

std::vector<std::size_t> groups_by(const HiddenFigures& hidden, GroupBy by) {
    std::vector<std::size_t> groups;
    for (std::size_t g = 0; g < hidden.summary().groups.size(); ++g) {
        if (hidden.summary().groups[g].by == by) groups.push_back(g);
    }
    return groups;
}

/// The sums that are known: everybody, and an organisation or level of its teams or roles.
bool complete_groups(HiddenFigures& hidden) {
    bool has_changed = false;
    std::vector<std::size_t> leaves;
    for (const GroupBy by : {GroupBy::organisation, GroupBy::level}) {
        for (const std::size_t parent : groups_by(hidden, by)) {
            if (hidden.is_sum_of(parent, leaves))
                has_changed |= complete_sum(hidden, leaves, parent);
        }
    }
    for (const GroupBy by : {GroupBy::organisation, GroupBy::team, GroupBy::role, GroupBy::level})
        has_changed |= complete_sum(hidden, groups_by(hidden, by), std::nullopt);
    return has_changed;
}

/// One figure alone that is missing from a sum of these gets company: the smallest that is shown.
bool complete_figures(HiddenFigures& hidden, const std::vector<FigurePlace>& places,
                      std::optional<FigurePlace> sum) {
    std::size_t withheld = sum && hidden.is_withheld(*sum) ? 1 : 0;
    const FigurePlace* smallest = nullptr;
    const auto count_at = [&](const FigurePlace& place) {
        return *hidden.summary().competences[place.row].figures[place.figure];
    };
    for (const FigurePlace& place : places) {
        if (hidden.is_withheld(place))
            ++withheld;
        else if (!hidden.is_known_anyhow(place) &&
                 (smallest == nullptr || count_at(place) < count_at(*smallest)))
            smallest = &place;
    }
    if (withheld != 1 || (smallest == nullptr && (!sum || hidden.is_known_anyhow(*sum))))
        return false;
    hidden.withhold(smallest != nullptr ? *smallest : *sum);
    return true;
}

bool complete_columns(HiddenFigures& hidden) {
    using enum CompetenceFigure;
    const std::size_t rows = hidden.summary().competences.size();
    bool has_changed = false;
    for (std::size_t row = 0; row < rows; ++row) {
        has_changed |= complete_figures(
            hidden, {{false, row, at(met)}, {false, row, at(planned)}, {false, row, at(gap)}},
            FigurePlace{false, row, at(needed)});
    }
    // What all competences add up to is what all groups add up to.
    for (const CompetenceFigure figure : {needed, met, planned, gap}) {
        std::vector<FigurePlace> column;
        for (std::size_t row = 0; row < rows; ++row) column.push_back({false, row, at(figure)});
        has_changed |= complete_figures(hidden, column, std::nullopt);
    }
    return has_changed;
}

/// What is asked of some of the people who are withheld only, is withheld; and what a sum in the
/// table of competences would tell.
void complete_competences(HiddenFigures& hidden) {
    hidden.withhold_telling();
    while (complete_columns(hidden)) {
    }
}

/// Withholds one more group that is added up with this one, the nearest and smallest.
bool withhold_sibling(HiddenFigures& hidden, std::size_t group) {
    for (const auto& family : hidden.families_of(group)) {
        const auto smallest = smallest_shown(hidden, family);
        if (!smallest) continue;
        hidden.withhold_group(*smallest);
        return true;
    }
    return false;
}

/// Withholds all of the competence of which the fewest have need, of those of which something is
/// shown.
bool withhold_competence(HiddenFigures& hidden) {
    std::optional<std::size_t> smallest;
    const auto& rows = hidden.summary().competences;
    const auto needed_of = [&](std::size_t row) {
        return *rows[row].figures[at(CompetenceFigure::needed)];
    };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto& marks = hidden.withheld().competences[row];
        const bool is_shown = std::find(marks.begin() + 1, marks.end(), false) != marks.end();
        if (is_shown && (!smallest || needed_of(row) < needed_of(*smallest))) smallest = row;
    }
    if (!smallest) return false;
    for (std::size_t figure = 0; figure < kCompetenceFigures; ++figure) {
        const FigurePlace place = {false, *smallest, figure};
        if (!hidden.is_known_anyhow(place)) hidden.withhold(place);
    }
    return true;
}

/// Withholds more where no few figures protect one: that figure of all others, then one by one
/// what it is added up with, and only then everything.
void withhold_more(HiddenFigures& hidden, FigurePlace place) {
    const bool is_of_people = place.is_group && place.figure == at(GroupFigure::people);
    if (!place.is_group && place.figure == at(CompetenceFigure::needed)) {
        // Few need it for certain: only other groups could make it uncertain.
        const auto level = smallest_shown(hidden, groups_by(hidden, GroupBy::level));
        if (level) return hidden.withhold_group(*level);
    }
    if (!is_of_people && hidden.withhold_column(place)) return;
    if (place.is_group ? withhold_sibling(hidden, place.row) : withhold_competence(hidden)) return;
    hidden.withhold_all();
}

/// What two numbers in a sum leave open, a third one may have to: until every figure that is
/// withheld could be another.
void protect_all(HiddenFigures& hidden) {
    while (const auto place = hidden.find_unsafe()) {
        const bool is_of_people = place->is_group && place->figure == at(GroupFigure::people);
        const bool is_protected =
            (is_of_people && withhold_sibling(hidden, place->row)) || hidden.protect(*place);
        if (!is_protected) withhold_more(hidden, *place);
        while (complete_groups(hidden)) {
        }
        complete_competences(hidden);
    }
}

template <class Figures, class Marks>
void remove_withheld(const Marks& marks, Figures& figures) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (marks[i]) figures[i].reset();
    }
}

Summary without_withheld(const HiddenFigures& hidden) {
    Summary summary = hidden.summary();
    const FigureMarks& marks = hidden.withheld();
    if (marks.people) summary.people.reset();
    for (std::size_t g = 0; g < summary.groups.size(); ++g)
        remove_withheld(marks.groups[g], summary.groups[g].figures);
    for (std::size_t row = 0; row < summary.competences.size(); ++row)
        remove_withheld(marks.competences[row], summary.competences[row].figures);
    return summary;
}

}  // namespace

Summary suppress_small(const Framework& framework, const SummarySums& sums, std::int64_t below) {
    HiddenFigures hidden(framework, sums);
    if (sums.people < below) {
        if (sums.people != 0) hidden.withhold_all();
    } else {
        withhold_small(hidden, below);
        while (complete_groups(hidden)) {
        }
        complete_competences(hidden);
        protect_all(hidden);
    }
    Summary summary = without_withheld(hidden);
    summary.suppressed_below = below;
    return summary;
}

}  // namespace hcf
