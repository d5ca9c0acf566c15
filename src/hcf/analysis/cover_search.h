// SPDX-License-Identifier: Apache-2.0
// Branch and bound for a cover problem and one measure (ADR 0019).
#pragma once

#include "hcf/analysis/cover_bound.h"

#include <optional>

namespace hcf {

/// What a search came to.
struct CoverFinding {
    std::optional<CoverList> found;  ///< items of the model, ascending
    bool is_complete = true;         ///< false: the work ended before all was looked at
    std::int64_t lower_bound = 0;    ///< nothing that completes the state is below it
};

/// A measure that may not reach a value: its bound, and prices by depth of the search.
struct CoverGuard {
    CoverMeasure measure = CoverMeasure::courses;
    CoverBound bound;
    std::vector<CoverPrices> prices;
    std::int64_t below = 0;
};

/// Searches, again and again, from states of one model.
class CoverSearch {
public:
    /// The guards are the measures that are settled: what passes one of them is not looked at.
    CoverSearch(const CoverModel& model, CoverMeasure objective, std::vector<CoverGuard>& guards,
                Budget& budget);

    /// The completion of the state that is smallest by the objective, where one is below `below`;
    /// with `any_will_do`, any such. The state is given back as it was.
    [[nodiscard]] CoverFinding search(CoverState& state, std::int64_t below, bool any_will_do);

    /// A cover made quickly; nothing where none was found. Not the best one, as a rule.
    [[nodiscard]] std::optional<CoverList> guess(CoverState& state);

    /// From now on only completions of the state below `below` count: excludes what can be in none
    /// of them, and keeps a ledger of the rest.
    void settle_below(CoverState& state, std::int64_t below);

    /// The guard that holds later searches to what is settled.
    [[nodiscard]] CoverGuard make_guard() && {
        return {measure_, std::move(bound_), {std::move(prices_[0])}, below_};
    }

    /// Excludes for good what can be in no completion of the state below `below`.
    void exclude_hopeless(CoverState& state, std::int64_t below);

private:
    [[nodiscard]] std::int64_t needed(const CoverState& state) const;
    std::int64_t look_around(CoverState& state);
    void search_in_rounds(CoverState& state, std::int64_t bound);
    void visit(CoverState& state, std::size_t depth);
    void branch(CoverState& state, std::size_t depth, std::int64_t bound);
    void dive(CoverState& state, const CoverList& items);
    [[nodiscard]] CoverList keep_useful(const CoverState& state, const CoverList& items);
    [[nodiscard]] CoverList cover_rarest(const CoverState& state, const CoverList& items) const;
    void record(CoverState& state, CoverList chosen);
    [[nodiscard]] bool is_stopped(CoverState& state, std::size_t depth);
    void exclude_by(CoverState& state, const CoverBound& bound, std::int64_t needed) const;
    [[nodiscard]] std::optional<CoverList> complete(CoverState& state);
    [[nodiscard]] std::optional<std::uint32_t> most_welcome(const CoverState& state) const;
    [[nodiscard]] CoverList without_spare(const CoverState& state, std::size_t kept) const;
    [[nodiscard]] CoverList candidates(const CoverState& state) const;
    [[nodiscard]] std::int64_t value_of(const CoverList& chosen) const;
    /// A ledger that follows the best cover found.
    struct OpenLedger {
        std::size_t number = 0;
        std::int64_t spent = 0;  ///< of the objective, where it was opened
    };

    void spend(std::uint64_t work);
    [[nodiscard]] bool is_over() const {
        return is_done_ || round_left_ == 0 || budget_.is_spent();
    }

    const CoverModel& model_;
    CoverMeasure measure_;
    std::size_t objective_;
    std::vector<CoverGuard>& guards_;
    Budget& budget_;
    CoverBound bound_;
    std::vector<CoverPrices> prices_;  ///< by depth
    std::int64_t below_ = 0;
    bool any_will_do_ = false;
    bool is_done_ = false;
    std::uint64_t round_left_ = 0;      ///< work of this round
    std::optional<OpenLedger> ledger_;  ///< of this search
    CoverList counts_;                  ///< of each element: useful items
    std::optional<CoverList> found_;
};

}  // namespace hcf
