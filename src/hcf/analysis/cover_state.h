// SPDX-License-Identifier: Apache-2.0
// Where a search for a cover stands: what is chosen, what is excluded, and how to go back.
#pragma once

#include "hcf/analysis/cover_model.h"

namespace hcf {

/// What a bound at the root leaves for detours: prices of a relaxation, and how much more than its
/// bound a cover may come to. Every item that is chosen in spite of its reduced cost, every element
/// that is covered again, and every welcome item that is excluded is paid from it; so it bounds
/// every state below the root, and costs next to nothing to keep.
struct CoverLedger {
    std::vector<std::int64_t> reduced;   ///< of each item
    std::vector<std::int64_t> elements;  ///< prices
    std::int64_t room = 0;
};

class CoverState {
public:
    enum class Mark : std::uint8_t { free, chosen, excluded };

    /// How far the search had gone, to go back to.
    struct Point {
        std::size_t chosen = 0;
        std::size_t excluded = 0;
    };

    explicit CoverState(const CoverModel& model);

    /// Chooses an item and all that come before it; false, and nothing done, where one of them is
    /// excluded or a limit is passed.
    bool choose(std::uint32_t item);

    /// Excludes an item and all that depend on it. Requires: it is not chosen.
    void exclude(std::uint32_t item);

    [[nodiscard]] Point point() const { return {chosen_.size(), excluded_.size()}; }
    void go_back(Point point);

    /// Keeps a ledger from now on. Requires: what is chosen, excluded and limited now was so when
    /// it was made. Gives its number.
    std::size_t keep(CoverLedger ledger);
    void drop_last_ledger() { ledgers_.pop_back(); }
    void narrow(std::size_t ledger, std::int64_t by) { ledgers_[ledger].room -= by; }

    /// True where a ledger is overdrawn: no completion is good enough.
    [[nodiscard]] bool is_hopeless() const;

    /// True where no ledger would be overdrawn by the item alone.
    [[nodiscard]] bool is_affordable(std::uint32_t item) const;

    /// What the item alone takes from a ledger.
    [[nodiscard]] std::int64_t price(std::size_t ledger, std::uint32_t item) const;

    [[nodiscard]] Mark mark(std::uint32_t item) const { return marks_[item]; }
    [[nodiscard]] bool is_free(std::uint32_t item) const { return marks_[item] == Mark::free; }
    [[nodiscard]] bool is_covered(std::uint32_t element) const { return covered_[element] != 0; }
    [[nodiscard]] std::size_t open() const { return open_; }  ///< elements not covered
    [[nodiscard]] std::int64_t spent(CoverMeasure measure) const {
        return spent_[static_cast<std::size_t>(measure)];
    }
    [[nodiscard]] std::int64_t left(std::size_t measure) const {
        return limits[measure] == kNoLimit ? kNoLimit : limits[measure] - spent_[measure];
    }
    [[nodiscard]] const CoverList& chosen() const { return chosen_; }  ///< in order of choice
    [[nodiscard]] const CoverModel& model() const { return model_; }

    /// True where the item alone, what comes before it aside, passes no limit.
    [[nodiscard]] bool fits(std::uint32_t item) const;

    CoverWeights limits;  ///< at first the model's

private:
    void pay(std::uint32_t item);
    void pay_back(std::uint32_t item);
    void mark_excluded(std::uint32_t item);

    const CoverModel& model_;
    std::vector<Mark> marks_;
    CoverList covered_;  ///< how many chosen items cover each element
    std::size_t open_;
    CoverWeights spent_ = {};
    CoverList chosen_;
    CoverList excluded_;
    std::vector<CoverLedger> ledgers_;
};

}  // namespace hcf
