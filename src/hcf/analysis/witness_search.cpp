// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/witness_search.h"

#include "hcf/analysis/witness_posts.h"

#include <algorithm>
#include <utility>

namespace hcf {
namespace {

using enum GroupFigure;

/// How many other strata are tried for one; a witness is nearly always among the first.
constexpr std::size_t kMostTried = 64;
constexpr std::size_t kMostTriedToProtect = 32;
constexpr std::size_t kMostOwnTried = 8;

bool holds(const std::vector<FigurePlace>& changed, FigurePlace place) {
    return std::any_of(changed.begin(), changed.end(), [&](const FigurePlace& other) {
        return other.is_group == place.is_group && other.row == place.row &&
               other.figure == place.figure;
    });
}

void append_places(const std::vector<FigurePlace>& more, std::vector<FigurePlace>& places) {
    places.insert(places.end(), more.begin(), more.end());
}

}  // namespace

template <class Visit>
void WitnessSearch::each_move(std::size_t net, std::size_t one, std::size_t other,
                              FigureMask allowed, FigureMask wanted, Visit visit) const {
    const auto& strata = ground_.nets[net];
    Changed changed;
    const auto is_of_use = [&](const GroupDelta& delta) {
        const FigureMask mask = mask_of(delta);
        return (mask & ~allowed) == 0 && (mask & wanted) != 0;
    };
    // The two change places: every sum stays as it is.
    const GroupDelta swap = difference(strata[one].counts, strata[other].counts);
    if (is_of_use(swap) && move(net, one, other, swap, changed) &&
        (net == 0 || can_swap(strata[one], strata[other])) && !visit(changed))
        return;
    const auto goes_on = [&](std::size_t from, std::size_t to, const GroupDelta& delta) {
        return !is_of_use(delta) || !move(net, from, to, delta, changed) ||
               !(net == 0 || can_move(strata[from], strata[to], delta)) || visit(changed);
    };
    for (const GroupDelta& delta : small_deltas()) {
        if (!goes_on(one, other, delta)) return;
    }
    if ((allowed & 1U) == 0) return;
    for (const GroupDelta& delta : movable_people(strata[one], strata[other])) {
        if (!goes_on(one, other, delta)) return;
    }
    for (const GroupDelta& delta : movable_people(strata[other], strata[one])) {
        if (!goes_on(other, one, delta)) return;
    }
}

/// Strata that share a group with this one come first.
template <class Visit>
void WitnessSearch::each_partner(std::size_t net, std::size_t index,
                                 const std::vector<std::size_t>& order, std::size_t most_tried,
                                 Visit visit) const {
    const auto& strata = ground_.nets[net];
    const Stratum& own = strata[index];
    const auto is_near = [&](std::size_t i) {
        return strata[i].parent == own.parent || strata[i].leaf == own.leaf;
    };
    for (const bool wants_near : {true, false}) {
        std::size_t tried = 0;
        for (const std::size_t i : order) {
            if (i == index || is_near(i) != wants_near) continue;
            if (++tried > most_tried) break;
            if (!visit(i)) return;
        }
    }
}

bool WitnessSearch::is_withheld(FigurePlace place) const {
    return place.is_group ? ground_.withheld.groups[place.row][place.figure]
                          : ground_.withheld.competences[place.row][place.figure];
}

bool WitnessSearch::is_safe(FigurePlace place) const {
    return !is_withheld(place) ||
           (place.is_group ? ground_.safe.groups[place.row][place.figure]
                           : ground_.safe.competences[place.row][place.figure]);
}

bool WitnessSearch::is_group_safe(std::size_t group) const {
    for (std::size_t figure = 0; figure < kGroupFigures; ++figure) {
        if (!is_safe({true, group, figure})) return false;
    }
    return true;
}

bool WitnessSearch::is_competence_safe(std::size_t row) const {
    for (std::size_t figure = 0; figure < kCompetenceFigures; ++figure) {
        if (!is_safe({false, row, figure})) return false;
    }
    return true;
}

std::size_t WitnessSearch::cost_of(const Changed& changed) const {
    return static_cast<std::size_t>(
        std::count_if(changed.begin(), changed.end(),
                      [&](const FigurePlace& place) { return !is_withheld(place); }));
}

void WitnessSearch::mark(const Changed& changed) {
    for (const FigurePlace& place : changed) {
        if (place.is_group)
            ground_.safe.groups[place.row][place.figure] = true;
        else
            ground_.safe.competences[place.row][place.figure] = true;
    }
}

std::vector<WitnessSearch::Changed> WitnessSearch::free_workplaces(const GroupDelta& delta) const {
    std::vector<Changed> all;
    Changed changed;
    for (const std::size_t i : largest_first_[0]) {
        if (change(ground_.nets[0][i], delta, changed) && cost_of(changed) == 0)
            all.push_back(changed);
    }
    return all;
}

std::vector<WitnessSearch::Changed> WitnessSearch::free_posts(const GroupDelta& delta) const {
    std::vector<Changed> all;
    Changed changed;
    for (const std::size_t i : largest_first_[1]) {
        const Stratum& post = ground_.nets[1][i];
        if (!change(post, delta, changed) || cost_of(changed) != 0) continue;
        if (!is_about_competences(delta)) {
            if (can_change_outside(post, delta)) all.push_back(changed);
            continue;
        }
        for (const Changed& competence : free_competences(post, delta)) {
            all.push_back(changed);
            append_places(competence, all.back());
        }
    }
    return all;
}

std::vector<WitnessSearch::Changed> WitnessSearch::free_competences(const Stratum& post,
                                                                    const GroupDelta& delta) const {
    std::vector<Changed> all;
    for (std::size_t row = 0; row < ground_.summary.competences.size(); ++row) {
        if (!can_change_row(post, row, delta)) continue;
        for (const bool lifts_expired : {false, true}) {
            Changed changed;
            if (change_competence(row, of_competence(delta), lifts_expired, changed) &&
                cost_of(changed) == 0)
                all.push_back(std::move(changed));
        }
    }
    return all;
}

void WitnessSearch::mark_totals() {
    for (const GroupDelta& delta : small_deltas()) {
        const auto workplaces = free_workplaces(delta);
        if (workplaces.empty()) continue;
        const auto posts = free_posts(delta);
        if (posts.empty()) continue;
        for (const Changed& changed : workplaces) mark(changed);
        for (const Changed& changed : posts) mark(changed);
    }
}

WitnessSearch::FigureMask WitnessSearch::unsafe_in(std::size_t group) const {
    FigureMask mask = 0;
    for (std::size_t figure = 0; figure < kGroupFigures; ++figure)
        mask |= is_safe({true, group, figure}) ? 0U : 1U << figure;
    return mask;
}

/// The figures that are withheld in all groups which a move between two strata changes.
WitnessSearch::FigureMask WitnessSearch::free_between(const Stratum& one,
                                                      const Stratum& other) const {
    FigureMask mask = (1U << kGroupFigures) - 1;
    const auto restrict_to = [&](std::size_t group) {
        for (std::size_t figure = 0; figure < kGroupFigures; ++figure) {
            if (!ground_.withheld.groups[group][figure]) mask &= ~(1U << figure);
        }
    };
    if (one.parent != other.parent) {
        restrict_to(one.parent);
        restrict_to(other.parent);
    }
    if (one.leaf != other.leaf) {
        restrict_to(one.leaf);
        restrict_to(other.leaf);
    }
    return mask;
}

void WitnessSearch::mark_group(std::size_t group) {
    const std::size_t net = ground_.net_of[group];
    const auto& strata = ground_.nets[net];
    for (const std::size_t own : ground_.strata_of[group]) {
        each_partner(net, own, largest_first_[net], kMostTried, [&](std::size_t other) {
            const FigureMask wanted = unsafe_in(group);
            const FigureMask allowed = free_between(strata[own], strata[other]);
            if ((allowed & wanted) == 0) return wanted != 0;
            each_move(net, own, other, allowed, wanted, [&](const Changed& changed) {
                mark(changed);
                return !is_group_safe(group);
            });
            return !is_group_safe(group);
        });
        if (is_group_safe(group)) return;
    }
}

void WitnessSearch::mark_competence(std::size_t row) {
    for (const std::int64_t step : {1, -1}) {
        Changed changed;
        CompetenceDelta delta = {};
        delta[at(CompetenceFigure::expired)] = step;
        if (change_competence(row, delta, false, changed) && !changed.empty() &&
            cost_of(changed) == 0)
            mark(changed);
    }
    Changed changed;
    for (std::size_t other = 0; other < ground_.summary.competences.size(); ++other) {
        if (other == row) continue;
        for (const CompetenceDelta& delta : small_competence_deltas()) {
            for (const bool lifts_expired : {false, true}) {
                if (is_competence_safe(row)) return;
                if (move_competence(other, row, delta, lifts_expired, changed) &&
                    cost_of(changed) == 0)
                    mark(changed);
            }
        }
    }
}

std::optional<FigurePlace> WitnessSearch::find_unsafe() {
    // Where nothing is shown, there is nothing to work anything out from.
    if (ground_.withheld.people) return std::nullopt;
    for (std::size_t group = 0; group < ground_.safe.groups.size(); ++group) {
        if (!is_group_safe(group)) mark_group(group);
        for (std::size_t figure = 0; figure < kGroupFigures; ++figure) {
            if (!is_safe({true, group, figure})) return FigurePlace{true, group, figure};
        }
    }
    for (std::size_t row = 0; row < ground_.safe.competences.size(); ++row) {
        if (!is_competence_safe(row)) mark_competence(row);
        for (std::size_t figure = 0; figure < kCompetenceFigures; ++figure) {
            if (!is_safe({false, row, figure})) return FigurePlace{false, row, figure};
        }
    }
    return std::nullopt;
}

void WitnessSearch::keep_if_cheaper(const Changed& changed, FigurePlace place, Best& best) const {
    const std::size_t cost = cost_of(changed);
    if ((best.cost && *best.cost <= cost) || !holds(changed, place)) return;
    best.cost = cost;
    best.changed = changed;
}

WitnessSearch::Best WitnessSearch::cheapest_stratum(std::size_t net,
                                                    const GroupDelta& delta) const {
    Best best;
    Changed changed;
    for (const std::size_t i : smallest_first_[net]) {
        if (best.cost == std::size_t{0}) break;
        if (!change(ground_.nets[net][i], delta, changed)) continue;
        const std::size_t cost = cost_of(changed);
        if (best.cost && *best.cost <= cost) continue;
        best.cost = cost;
        best.changed = changed;
    }
    return best;
}

WitnessSearch::Best WitnessSearch::cheapest_competence(const Stratum& post,
                                                       const GroupDelta& delta) const {
    Best best;
    if (!is_about_competences(delta)) {
        if (can_change_outside(post, delta)) best.cost = 0;
        return best;
    }
    for (std::size_t row = 0; row < ground_.summary.competences.size(); ++row) {
        if (!can_change_row(post, row, delta)) continue;
        Changed changed;
        if (!change_competence(row, of_competence(delta), false, changed)) continue;
        const std::size_t cost = cost_of(changed);
        if (best.cost && *best.cost <= cost) continue;
        best.cost = cost;
        best.changed = std::move(changed);
    }
    return best;
}

WitnessSearch::Best WitnessSearch::cheapest_post(const GroupDelta& delta,
                                                 std::optional<std::size_t> row) const {
    Best best;
    for (const std::size_t i : smallest_first_[1]) {
        const Stratum& post = ground_.nets[1][i];
        Changed changed;
        if (!change(post, delta, changed) || (row && !can_change_row(post, *row, delta))) continue;
        if (!row) {
            const Best competence = cheapest_competence(post, delta);
            if (!competence.cost) continue;
            append_places(competence.changed, changed);
        }
        const std::size_t cost = cost_of(changed);
        if (best.cost && *best.cost <= cost) continue;
        best.cost = cost;
        best.changed = std::move(changed);
        if (cost == 0) break;
    }
    return best;
}

void WitnessSearch::search_moves(FigurePlace place, Best& best) const {
    const std::size_t net = ground_.net_of[place.row];
    const auto& own_strata = ground_.strata_of[place.row];
    const auto is_free = [&] { return best.cost == std::size_t{0}; };
    for (std::size_t i = 0; i < std::min(own_strata.size(), kMostOwnTried) && !is_free(); ++i) {
        const auto& order = smallest_first_[net];
        each_partner(net, own_strata[i], order, kMostTriedToProtect, [&](std::size_t other) {
            each_move(net, own_strata[i], other, ~FigureMask{0}, 1U << place.figure,
                      [&](const Changed& changed) {
                          keep_if_cheaper(changed, place, best);
                          return !is_free();
                      });
            return !is_free();
        });
    }
}

/// Somebody leaves one stratum, and arrives at the other with more figures than they left with.
bool WitnessSearch::arrive(std::size_t net, std::size_t from, std::size_t to,
                           const GroupDelta& leaving, const GroupDelta& more,
                           Changed& changed) const {
    const Stratum& source = ground_.nets[net][from];
    const Stratum& target = ground_.nets[net][to];
    GroupDelta arriving = leaving;
    for (std::size_t i = 0; i < arriving.size(); ++i) arriving[i] += more[i];
    changed.clear();
    const auto add = [&](std::size_t left, std::size_t reached) {
        if (left == reached) return add_group(left, more, 1, changed);
        return add_group(left, leaving, -1, changed) && add_group(reached, arriving, 1, changed);
    };
    return can_be(source, leaving, -1) && can_be(target, arriving, 1) &&
           (net == 0 || can_move(source, target, leaving)) && add(source.parent, target.parent) &&
           add(source.leaf, target.leaf);
}

/// Where nobody is ready, or assured, that is so of each group; only another group's people could
/// make one that is, and then somebody is in all.
void WitnessSearch::search_arrivals(FigurePlace place, Best& best) const {
    const std::size_t net = ground_.net_of[place.row];
    for (const GroupDelta& more :
         {GroupDelta{0, 0, 0, 0, 0, 0, 0, 1}, GroupDelta{0, 0, 0, 0, 0, 0, 1, 0},
          GroupDelta{0, 0, 0, 0, 0, 0, 1, 1}}) {
        const Best elsewhere = cheapest_stratum(1 - net, more);
        if (more[place.figure] == 0 || !elsewhere.cost) continue;
        for (const std::size_t own : ground_.strata_of[place.row]) {
            each_partner(net, own, smallest_first_[net], kMostTriedToProtect, [&](std::size_t i) {
                const auto& strata = ground_.nets[net];
                Changed changed;
                for (const GroupDelta& leaving : movable_people(strata[i], strata[own])) {
                    if (!arrive(net, i, own, leaving, more, changed)) continue;
                    append_places(elsewhere.changed, changed);
                    keep_if_cheaper(changed, place, best);
                }
                return best.cost != std::size_t{0};
            });
        }
    }
}

void WitnessSearch::search_group_totals(FigurePlace place, Best& best) const {
    const std::size_t net = ground_.net_of[place.row];
    for (const GroupDelta& delta : small_deltas()) {
        if (best.cost == std::size_t{0}) return;
        if (delta[place.figure] == 0) continue;
        const Best elsewhere =
            net == 0 ? cheapest_post(delta, std::nullopt) : cheapest_stratum(0, delta);
        if (!elsewhere.cost) continue;
        for (const std::size_t own : ground_.strata_of[place.row]) {
            const Stratum& stratum = ground_.nets[net][own];
            Changed changed;
            if (!change(stratum, delta, changed)) continue;
            append_places(elsewhere.changed, changed);
            if (net == 1) {
                const Best competence = cheapest_competence(stratum, delta);
                if (!competence.cost) continue;
                append_places(competence.changed, changed);
            }
            keep_if_cheaper(changed, place, best);
        }
    }
}

void WitnessSearch::search_competence_moves(FigurePlace place, Best& best) const {
    Changed changed;
    for (std::size_t other = 0; other < ground_.summary.competences.size(); ++other) {
        if (other == place.row) continue;
        for (const CompetenceDelta& delta : small_competence_deltas()) {
            for (const bool lifts_expired : {false, true}) {
                if (move_competence(other, place.row, delta, lifts_expired, changed))
                    keep_if_cheaper(changed, place, best);
            }
        }
    }
}

void WitnessSearch::search_competence_totals(FigurePlace place, Best& best) const {
    for (const GroupDelta& delta : small_deltas()) {
        if (!is_about_competences(delta)) continue;
        for (const bool lifts_expired : {false, true}) {
            Changed changed;
            if (!change_competence(place.row, of_competence(delta), lifts_expired, changed) ||
                !holds(changed, place))
                continue;
            const Best workplace = cheapest_stratum(0, delta);
            const Best post = cheapest_post(delta, place.row);
            if (!workplace.cost || !post.cost) continue;
            append_places(workplace.changed, changed);
            append_places(post.changed, changed);
            keep_if_cheaper(changed, place, best);
        }
    }
}

std::vector<FigurePlace> WitnessSearch::cheapest(FigurePlace place) const {
    Best best;
    if (place.is_group) {
        search_group_totals(place, best);
        if (best.cost != std::size_t{0}) search_moves(place, best);
        if (best.cost != std::size_t{0}) search_arrivals(place, best);
    } else {
        search_competence_moves(place, best);
        search_competence_totals(place, best);
    }
    return best.changed;
}

}  // namespace hcf
