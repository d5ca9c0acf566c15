// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/witness_changes.h"

#include <algorithm>
#include <array>

namespace hcf {
namespace {

using enum GroupFigure;

constexpr std::array<std::int64_t, 3> kSteps = {0, 1, -1};

std::size_t width_of(const GroupDelta& delta) {
    return delta.size() -
           static_cast<std::size_t>(std::count(delta.begin(), delta.end(), std::int64_t{0}));
}

void add_exchanges(std::int64_t required_step, std::int64_t ready_step, std::int64_t assured_step,
                   std::vector<GroupDelta>& deltas) {
    for (const std::int64_t met_step : kSteps) {
        for (const std::int64_t planned_step : kSteps) {
            for (const std::int64_t gap_step : kSteps) {
                const std::int64_t applicable_step = met_step + planned_step + gap_step;
                const GroupDelta delta = {0,          required_step, applicable_step,
                                          met_step,   planned_step,  gap_step,
                                          ready_step, assured_step};
                if (applicable_step >= -1 && applicable_step <= 1 && width_of(delta) != 0)
                    deltas.push_back(delta);
            }
        }
    }
}

}  // namespace

unsigned mask_of(const GroupDelta& delta) {
    unsigned mask = 0;
    for (std::size_t figure = 0; figure < delta.size(); ++figure)
        mask |= delta[figure] != 0 ? 1U << figure : 0U;
    return mask;
}

const std::vector<GroupDelta>& small_deltas() {
    static const std::vector<GroupDelta> kDeltas = [] {
        std::vector<GroupDelta> deltas;
        for (const std::int64_t required_step : kSteps) {
            for (const std::int64_t ready_step : kSteps) {
                for (const std::int64_t assured_step : kSteps)
                    add_exchanges(required_step, ready_step, assured_step, deltas);
            }
        }
        std::stable_sort(
            deltas.begin(), deltas.end(),
            [](const GroupDelta& a, const GroupDelta& b) { return width_of(a) < width_of(b); });
        return deltas;
    }();
    return kDeltas;
}

GroupDelta difference(const GroupCounts& a, const GroupCounts& b) {
    GroupDelta delta = {};
    for (std::size_t i = 0; i < delta.size(); ++i) delta[i] = a[i] - b[i];
    return delta;
}

std::vector<GroupDelta> movable_people(const Stratum& from, const Stratum& to) {
    const GroupCounts& counts = from.counts;
    if (counts[at(people)] == 0) return {};
    const std::int64_t spare = counts[at(required)] - (counts[at(people)] - 1) * from.least;
    std::vector<std::int64_t> requirements = {from.least, to.least,
                                              counts[at(required)] / counts[at(people)], spare};
    std::sort(requirements.begin(), requirements.end());
    requirements.erase(std::unique(requirements.begin(), requirements.end()), requirements.end());
    constexpr std::array<std::array<GroupFigure, 3>, 3> kOrders = {
        {{met, planned, gap}, {planned, met, gap}, {gap, met, planned}}};
    std::vector<GroupDelta> moves;
    for (const std::int64_t asked : requirements) {
        const std::int64_t not_applicable =
            std::min(asked, counts[at(required)] - counts[at(applicable)]);
        for (const std::int64_t left_out : {std::int64_t{0}, not_applicable}) {
            for (const auto& order : kOrders) {
                GroupDelta delta = {1, asked, asked - left_out, 0, 0, 0, 0, 0};
                std::int64_t open = asked - left_out;
                for (const GroupFigure figure : order) {
                    delta[at(figure)] = std::min(open, counts[at(figure)]);
                    open -= delta[at(figure)];
                }
                if (open != 0) continue;
                moves.push_back(delta);
                delta[at(assured)] = 1;
                moves.push_back(delta);
                delta[at(ready)] = 1;
                moves.push_back(delta);
            }
        }
    }
    return moves;
}

CompetenceDelta of_competence(const GroupDelta& delta) {
    return {delta[at(applicable)], delta[at(met)], delta[at(planned)], delta[at(gap)], 0};
}

bool is_about_competences(const GroupDelta& delta) {
    return delta[at(met)] != 0 || delta[at(planned)] != 0 || delta[at(gap)] != 0;
}

CompetenceDelta negative(CompetenceDelta delta) {
    for (std::int64_t& step : delta) step = -step;
    return delta;
}

const std::vector<CompetenceDelta>& small_competence_deltas() {
    static const std::vector<CompetenceDelta> kDeltas = [] {
        std::vector<CompetenceDelta> deltas;
        for (const std::int64_t met_step : kSteps) {
            for (const std::int64_t planned_step : kSteps) {
                for (const std::int64_t gap_step : kSteps) {
                    const std::int64_t needed_step = met_step + planned_step + gap_step;
                    if (met_step != 0 || planned_step != 0 || gap_step != 0)
                        deltas.push_back({needed_step, met_step, planned_step, gap_step, 0});
                }
            }
        }
        return deltas;
    }();
    return kDeltas;
}

}  // namespace hcf
