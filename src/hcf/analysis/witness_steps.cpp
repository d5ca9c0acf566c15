// SPDX-License-Identifier: Apache-2.0
// What one step of a witness changes: people who come, go, move or stand otherwise.
#include "hcf/analysis/witness_posts.h"
#include "hcf/analysis/witness_search.h"

#include <algorithm>
#include <utility>

namespace hcf {
namespace {

using enum GroupFigure;

}  // namespace

WitnessSearch::WitnessSearch(const WitnessGround& ground) : ground_(ground) {
    const auto is_touched = [&](std::size_t group) {
        const auto& marks = ground.withheld.groups[group];
        return std::find(marks.begin(), marks.end(), true) != marks.end();
    };
    for (std::size_t net = 0; net < ground.nets.size(); ++net) {
        const auto& strata = ground.nets[net];
        for (std::size_t i = 0; i < strata.size(); ++i) {
            smallest_first_[net].push_back(i);
            if (is_touched(strata[i].parent) || is_touched(strata[i].leaf))
                largest_first_[net].push_back(i);
        }
        const auto is_smaller = [&](std::size_t a, std::size_t b) {
            return strata[a].counts[at(people)] < strata[b].counts[at(people)];
        };
        std::stable_sort(smallest_first_[net].begin(), smallest_first_[net].end(), is_smaller);
        std::stable_sort(largest_first_[net].begin(), largest_first_[net].end(),
                         [&](std::size_t a, std::size_t b) { return is_smaller(b, a); });
    }
}

bool WitnessSearch::can_be(const Stratum& stratum, const GroupDelta& delta, int sign) const {
    GroupCounts now = stratum.counts;
    for (std::size_t i = 0; i < now.size(); ++i) {
        now[i] += sign * delta[i];
        if (now[i] < 0) return false;
    }
    const auto of = [&](GroupFigure figure) { return now[at(figure)]; };
    const std::int64_t open = of(planned) + of(gap);
    const std::int64_t left_out = of(required) - of(applicable);
    const std::int64_t not_ready = of(people) - of(ready);
    const std::int64_t not_assured = of(people) - of(assured);
    return left_out >= 0 && of(ready) <= of(assured) && not_assured >= 0 &&
           of(required) >= of(people) * stratum.least &&
           of(required) <= of(people) * ground_.most &&
           // Nobody is not ready without a reason, and nobody ready lacks anything.
           not_ready <= open + left_out && open <= not_ready * ground_.most &&
           not_assured <= of(gap) + left_out && of(gap) <= not_assured * ground_.most &&
           of(assured) - of(ready) <= of(planned);
}

bool WitnessSearch::add_group(std::size_t group, const GroupDelta& delta, int sign,
                              Changed& changed) const {
    const std::int64_t there = *ground_.summary.groups[group].figures[at(people)];
    if (there + sign * delta[at(people)] < 1) return false;
    for (std::size_t figure = 0; figure < delta.size(); ++figure) {
        if (delta[figure] != 0) changed.push_back({true, group, figure});
    }
    return true;
}

bool WitnessSearch::move(std::size_t net, std::size_t from, std::size_t to, const GroupDelta& delta,
                         Changed& changed) const {
    changed.clear();
    const Stratum& source = ground_.nets[net][from];
    const Stratum& target = ground_.nets[net][to];
    if (!can_be(source, delta, -1) || !can_be(target, delta, 1)) return false;
    if (source.parent != target.parent && !(add_group(source.parent, delta, -1, changed) &&
                                            add_group(target.parent, delta, 1, changed)))
        return false;
    return source.leaf == target.leaf || (add_group(source.leaf, delta, -1, changed) &&
                                          add_group(target.leaf, delta, 1, changed));
}

bool WitnessSearch::change(const Stratum& stratum, const GroupDelta& delta,
                           Changed& changed) const {
    changed.clear();
    return can_be(stratum, delta, 1) && add_group(stratum.parent, delta, 1, changed) &&
           add_group(stratum.leaf, delta, 1, changed);
}

bool WitnessSearch::change_competence(std::size_t row, CompetenceDelta delta, bool lifts_expired,
                                      Changed& changed) const {
    const auto& figures = ground_.summary.competences[row].figures;
    const auto now = [&](CompetenceFigure figure) {
        return *figures[at(figure)] + delta[at(figure)];
    };
    using enum CompetenceFigure;
    const std::int64_t open = now(CompetenceFigure::planned) + now(CompetenceFigure::gap);
    if (lifts_expired) delta[at(expired)] = 1;
    if (now(expired) > open) delta[at(expired)] += open - now(expired);
    const bool is_possible = now(needed) >= 1 && now(needed) <= *ground_.summary.people &&
                             now(CompetenceFigure::met) >= 0 &&
                             now(CompetenceFigure::planned) >= 0 &&
                             now(CompetenceFigure::gap) >= 0 && now(expired) >= 0;
    if (!is_possible) return false;
    for (std::size_t figure = 0; figure < delta.size(); ++figure) {
        if (delta[figure] != 0) changed.push_back({false, row, figure});
    }
    return true;
}

bool WitnessSearch::have_common_post(std::size_t from, std::size_t to,
                                     const CompetenceDelta& delta) const {
    return std::any_of(ground_.nets[1].begin(), ground_.nets[1].end(),
                       [&](const Stratum& post) { return can_exchange(post, from, to, delta); });
}

bool WitnessSearch::move_competence(std::size_t from, std::size_t to, const CompetenceDelta& delta,
                                    bool lifts_expired, Changed& changed) const {
    changed.clear();
    return change_competence(to, delta, lifts_expired, changed) &&
           change_competence(from, negative(delta), false, changed) &&
           have_common_post(from, to, delta);
}

}  // namespace hcf
