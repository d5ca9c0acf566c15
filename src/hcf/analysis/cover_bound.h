// SPDX-License-Identifier: Apache-2.0
// How little can still be enough: Lagrange's relaxation of a cover problem, with its multipliers
// improved by a subgradient walk. All in whole numbers, so that a bound is a proof and the same on
// every machine: any multipliers give a bound, and better ones a better bound.
#pragma once

#include "hcf/analysis/cover_state.h"

#include <algorithm>

namespace hcf {

/// Prices: of an element that is not covered, of a unit of a limit, and of what comes before.
struct CoverPrices {
    std::vector<std::int64_t> elements;
    std::array<std::int64_t, kCoverMeasures> limits = {};
    std::vector<std::int64_t> steps;  ///< one for each entry of CoverModel::after, in order
};

/// How the prices are improved.
struct CoverWalk {
    int steps = 0;        ///< at most so many
    int patience = 0;     ///< so many without a better bound, and the stride is halved
    int first_shift = 0;  ///< the first stride is 2 / 2^first_shift
};

class CoverBound {
public:
    CoverBound(const CoverModel& model, CoverMeasure objective);

    /// Prices to begin with: the cheapest item of each element, shared among what it covers.
    [[nodiscard]] CoverPrices first_prices() const;

    /// A bound below what any completion of the state adds to the objective, from the best of the
    /// prices met, which are left in `prices`. The walk ends where the bound reaches `needed`.
    std::int64_t improve(const CoverState& state, CoverPrices& prices, const CoverWalk& walk,
                         std::int64_t needed, Budget& budget);

    /// The work of the last `improve`.
    [[nodiscard]] std::uint64_t last_work() const { return last_work_; }

    /// After `improve`: the free items that can still help, ascending.
    [[nodiscard]] const CoverList& active() const { return active_; }

    /// After `improve`: true where choosing the item adds `needed` or more to the objective.
    [[nodiscard]] bool excludes(std::size_t active, std::int64_t needed) const;

    /// After `improve`: a ledger for covers whose objective is at most `most`, what is chosen in
    /// the state included.
    [[nodiscard]] CoverLedger make_ledger(const CoverState& state, const CoverPrices& prices,
                                          std::int64_t most) const;

    /// A difference of the objective in the ledger's numbers; Requires: the bound sees all bits.
    [[nodiscard]] std::int64_t in_ledger(std::int64_t difference) const {
        return std::min(difference >> coarse_, top_) * scale_;
    }

    /// After `improve`: what the relaxation thinks of an item; the least is the most welcome.
    [[nodiscard]] std::int64_t reduced(std::uint32_t item) const { return reduced_[item]; }

private:
    struct Step {
        std::uint32_t item;   ///< comes after
        std::uint32_t first;  ///< comes before
    };

    void collect(const CoverState& state);
    void collect_limits(const CoverState& state);
    [[nodiscard]] std::int64_t evaluate(const CoverPrices& prices);
    void count_use();
    void walk_on(CoverPrices& prices, std::int64_t distance, int shift);
    [[nodiscard]] std::int64_t bound_of(std::int64_t scaled) const;
    [[nodiscard]] std::int64_t cost(std::uint32_t item) const {
        return (model_.weights[item][objective_] >> coarse_) * scale_;
    }
    [[nodiscard]] std::int64_t use(std::uint32_t item, std::size_t limit) const {
        return model_.weights[item][limit] >> shifts_[limit];
    }

    const CoverModel& model_;
    std::size_t objective_;
    int coarse_ = 0;          ///< bits of the objective that the bound does not see
    std::int64_t scale_ = 1;  ///< fixed point
    std::int64_t top_ = 1;    ///< more than all items together, unscaled: more is the same
    std::array<int, kCoverMeasures> shifts_ = {};  ///< bits of a limit that it does not see
    std::array<std::int64_t, kCoverMeasures> typical_ = {};  ///< use of an item, seen so
    std::vector<Step> steps_;

    // Of the state that is looked at.
    CoverList active_;
    std::vector<std::size_t> rows_;  ///< where the elements of each active item begin in `columns_`
    CoverList columns_;
    CoverList open_;  ///< elements
    std::vector<std::uint32_t> open_steps_;
    std::vector<bool> is_active_;
    std::vector<std::size_t> limits_;
    std::array<std::int64_t, kCoverMeasures> left_ = {};
    std::vector<std::int64_t> reduced_;
    std::int64_t scaled_bound_ = 0;
    std::uint64_t last_work_ = 0;
    std::vector<std::int64_t> missing_;  ///< of each element: 1 less how often it is covered
    std::array<std::int64_t, kCoverMeasures> excess_ = {};
};

}  // namespace hcf
