// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/course_cover.h"

#include "hcf/analysis/cover_search.h"
#include "hcf/base/assert.h"

#include <algorithm>

namespace hcf {
namespace {

/// One measure after another, then the places.
class CoverSolver {
public:
    CoverSolver(const CoverProblem& problem, const CoverModel& model, Budget& budget)
        : problem_(problem), model_(model), budget_(budget), state_(model) {}

    /// Takes some cover to begin with. With limits, and nothing that may be left open, there may be
    /// none: then it says no, after a quarter of the work at the most.
    [[nodiscard]] bool begin();

    /// Requires: begun.
    [[nodiscard]] CoverAnswer solve();

private:
    [[nodiscard]] bool settle(CoverMeasure measure);
    [[nodiscard]] bool settle_places();
    [[nodiscard]] bool is_settled() const;
    [[nodiscard]] std::int64_t value_of(CoverMeasure measure) const;
    [[nodiscard]] std::vector<CoverMeasure> order() const;
    [[nodiscard]] CoverList chosen() const;

    const CoverProblem& problem_;
    const CoverModel& model_;
    Budget& budget_;
    CoverState state_;                ///< what holds of the best choice for certain
    std::vector<CoverGuard> guards_;  ///< the measures that are settled
    CoverList best_;
    CoverAnswer answer_;
};

std::int64_t CoverSolver::value_of(CoverMeasure measure) const {
    std::int64_t sum = 0;
    for (const std::uint32_t item : best_)
        sum += model_.weights[item][static_cast<std::size_t>(measure)];
    return sum;
}

std::vector<CoverMeasure> CoverSolver::order() const {
    std::vector<CoverMeasure> order = problem_.order;
    if (problem_.may_leave_open) order.insert(order.begin(), CoverMeasure::left_open);
    return order;
}

bool CoverSolver::begin() {
    const auto limited =
        std::find_if(problem_.limits.begin(), problem_.limits.end(),
                     [](const std::optional<std::int64_t>& limit) { return limit.has_value(); });
    if (problem_.may_leave_open || limited == problem_.limits.end()) {
        // There is always one, and it takes no search.
        Budget unbounded(~std::uint64_t{0});
        auto guess = CoverSearch(model_, order().front(), guards_, unbounded).guess(state_);
        HCF_ASSERT(guess);
        best_ = std::move(*guess);
        return true;
    }
    const auto measure = static_cast<CoverMeasure>(limited - problem_.limits.begin());
    Budget part = budget_.take(1);
    CoverSearch search(model_, measure, guards_, part);
    CoverFinding finding = search.search(state_, **limited + 1, true);
    budget_.give_back(part);
    if (finding.found) best_ = std::move(*finding.found);
    return finding.found.has_value();
}

/// Finds the smallest value of a measure, and holds to it from then on.
bool CoverSolver::settle(CoverMeasure measure) {
    const std::int64_t known = value_of(measure);
    CoverSearch search(model_, measure, guards_, budget_);
    if (known != 0) {
        CoverFinding finding = search.search(state_, known, false);
        if (finding.found) best_ = std::move(*finding.found);
        if (!finding.is_complete) {
            answer_.open_at = measure;
            answer_.lower_bound = std::min(finding.lower_bound, value_of(measure));
            return false;
        }
    }
    const std::int64_t least = value_of(measure);
    state_.limits[static_cast<std::size_t>(measure)] = least;
    search.settle_below(state_, least + 1);
    if (least != 0) guards_.push_back(std::move(search).make_guard());
    return true;
}

bool CoverSolver::is_settled() const {
    return std::all_of(best_.begin(), best_.end(), [&](std::uint32_t item) {
        return !model_.is_listed[item] || state_.mark(item) == CoverState::Mark::chosen;
    });
}

/// Of all choices that are as good, the one with the smallest list: item by item, is there one that
/// holds what was found so far, and this item? Requires: all measures are settled.
bool CoverSolver::settle_places() {
    const std::int64_t below = state_.limits[static_cast<std::size_t>(CoverMeasure::courses)] + 1;
    CoverSearch search(model_, CoverMeasure::courses, guards_, budget_);
    for (std::uint32_t item = 0; item < model_.items() && !is_settled(); ++item) {
        if (!model_.is_listed[item] || !state_.is_free(item)) continue;
        const CoverState::Point point = state_.point();
        if (std::binary_search(best_.begin(), best_.end(), item)) {
            const bool fits = state_.choose(item);
            HCF_ASSERT(fits);
            search.exclude_hopeless(state_, below);
            continue;
        }
        if (!state_.choose(item)) {
            state_.exclude(item);
            continue;
        }
        CoverFinding finding = search.search(state_, below, true);
        if (finding.found) {
            best_ = std::move(*finding.found);
            search.exclude_hopeless(state_, below);
            continue;
        }
        if (!finding.is_complete) return false;
        state_.go_back(point);
        state_.exclude(item);
    }
    return true;
}

CoverList CoverSolver::chosen() const {
    CoverList items;
    for (const std::uint32_t item : best_) {
        if (model_.is_listed[item]) items.push_back(model_.origin[item]);
    }
    return items;
}

CoverAnswer CoverSolver::solve() {
    const std::vector<CoverMeasure> measures = order();
    answer_.proved_optimal = std::all_of(measures.begin(), measures.end(),
                                         [&](auto measure) { return settle(measure); }) &&
                             settle_places();
    answer_.chosen = chosen();
    answer_.left_open = value_of(CoverMeasure::left_open);
    return std::move(answer_);
}

}  // namespace

CoverAnswer solve_cover(const CoverProblem& problem, Budget& budget) {
    // What may be left open need not be: a cover of all within the limits is better than any other,
    // and much easier to search for.
    if (problem.may_leave_open) {
        CoverProblem whole = problem;
        whole.may_leave_open = false;
        const CoverModel model = make_cover_model(whole);
        CoverSolver solver(whole, model, budget);
        if (solver.begin()) return solver.solve();
    }
    const CoverModel model = make_cover_model(problem);
    CoverSolver solver(problem, model, budget);
    const bool has_begun = solver.begin();
    HCF_ASSERT(has_begun);
    return solver.solve();
}

}  // namespace hcf
