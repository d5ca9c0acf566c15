// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/cover_state.h"

#include "hcf/base/assert.h"

#include <algorithm>

namespace hcf {

CoverState::CoverState(const CoverModel& model)
    : limits(model.limits),
      model_(model),
      marks_(model.items(), Mark::free),
      covered_(model.elements(), 0),
      open_(model.elements()) {}

bool CoverState::fits(std::uint32_t item) const {
    for (std::size_t measure = 0; measure < kCoverMeasures; ++measure) {
        if (model_.weights[item][measure] > left(measure)) return false;
    }
    return true;
}

bool CoverState::choose(std::uint32_t item) {
    CoverWeights sum = spent_;
    for (const std::uint32_t first : model_.closure[item]) {
        if (marks_[first] == Mark::excluded) return false;
        if (marks_[first] == Mark::chosen) continue;
        for (std::size_t measure = 0; measure < kCoverMeasures; ++measure)
            sum[measure] += model_.weights[first][measure];
    }
    for (std::size_t measure = 0; measure < kCoverMeasures; ++measure) {
        if (sum[measure] > limits[measure]) return false;
    }
    spent_ = sum;
    for (const std::uint32_t first : model_.closure[item]) {
        if (marks_[first] == Mark::chosen) continue;
        marks_[first] = Mark::chosen;
        chosen_.push_back(first);
        pay(first);
        for (const std::uint32_t element : model_.covers[first]) {
            if (covered_[element]++ == 0) --open_;
        }
    }
    return true;
}

void CoverState::exclude(std::uint32_t item) {
    HCF_ASSERT(marks_[item] != Mark::chosen);
    if (marks_[item] == Mark::excluded) return;
    mark_excluded(item);
    for (const std::uint32_t dependant : model_.dependants[item]) {
        if (marks_[dependant] == Mark::free) mark_excluded(dependant);
    }
}

void CoverState::mark_excluded(std::uint32_t item) {
    marks_[item] = Mark::excluded;
    excluded_.push_back(item);
    for (CoverLedger& ledger : ledgers_)
        ledger.room += std::min<std::int64_t>(0, ledger.reduced[item]);
}

std::size_t CoverState::keep(CoverLedger ledger) {
    ledgers_.push_back(std::move(ledger));
    return ledgers_.size() - 1;
}

std::int64_t CoverState::price(std::size_t ledger, std::uint32_t item) const {
    std::int64_t price = std::max<std::int64_t>(0, ledgers_[ledger].reduced[item]);
    for (const std::uint32_t element : model_.covers[item]) {
        if (covered_[element] != 0) price += ledgers_[ledger].elements[element];
    }
    return price;
}

/// Before the item's elements are covered.
void CoverState::pay(std::uint32_t item) {
    for (std::size_t i = 0; i < ledgers_.size(); ++i) ledgers_[i].room -= price(i, item);
}

/// After they are uncovered again.
void CoverState::pay_back(std::uint32_t item) {
    for (std::size_t i = 0; i < ledgers_.size(); ++i) ledgers_[i].room += price(i, item);
}

bool CoverState::is_hopeless() const {
    return std::any_of(ledgers_.begin(), ledgers_.end(),
                       [](const CoverLedger& ledger) { return ledger.room < 0; });
}

bool CoverState::is_affordable(std::uint32_t item) const {
    for (std::size_t i = 0; i < ledgers_.size(); ++i) {
        if (price(i, item) > ledgers_[i].room) return false;
    }
    return true;
}

void CoverState::go_back(Point point) {
    while (chosen_.size() > point.chosen) {
        const std::uint32_t item = chosen_.back();
        chosen_.pop_back();
        marks_[item] = Mark::free;
        for (const std::uint32_t element : model_.covers[item]) {
            if (--covered_[element] == 0) ++open_;
        }
        pay_back(item);
        for (std::size_t measure = 0; measure < kCoverMeasures; ++measure)
            spent_[measure] -= model_.weights[item][measure];
    }
    while (excluded_.size() > point.excluded) {
        const std::uint32_t item = excluded_.back();
        excluded_.pop_back();
        marks_[item] = Mark::free;
        for (CoverLedger& ledger : ledgers_)
            ledger.room -= std::min<std::int64_t>(0, ledger.reduced[item]);
    }
}

}  // namespace hcf
