// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/cover_model.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace hcf {
namespace {

constexpr std::uint64_t kMostComparisons = 50'000'000;

bool includes(const CoverList& larger, const CoverList& smaller) {
    return std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end());
}

/// The problem while it shrinks. Items and elements keep their numbers until the end.
class Reduction {
public:
    explicit Reduction(const CoverProblem& problem);

    void run();
    [[nodiscard]] CoverModel finish() const;

private:
    void find_closures();
    void merge_elements();
    [[nodiscard]] bool drop_elements();
    [[nodiscard]] bool drop_items();
    [[nodiscard]] bool is_useless(std::uint32_t item) const;
    [[nodiscard]] bool is_dominated(std::uint32_t item);
    [[nodiscard]] bool is_cheaper(std::uint32_t one, std::uint32_t other) const;
    [[nodiscard]] bool dominates(std::uint32_t better, std::uint32_t worse) const;
    [[nodiscard]] bool is_no_worse(std::uint32_t better, std::uint32_t worse) const;
    void list_covered_by();
    void remove_item(std::uint32_t item);

    const CoverProblem& problem_;
    std::vector<CoverList> covers_;
    std::vector<CoverList> covered_by_;
    std::vector<CoverList> cheapest_first_;  ///< covered_by_ in another order
    std::vector<CoverList> closure_;
    std::uint64_t comparisons_ = 0;
    std::vector<std::uint32_t> dependants_;  ///< how many are left
    std::vector<std::int64_t> worth_;
    std::vector<bool> is_gone_;
    std::vector<bool> is_merged_;  ///< elements that others stand for
};

Reduction::Reduction(const CoverProblem& problem)
    : problem_(problem),
      worth_(problem.elements),
      is_gone_(problem.items.size()),
      is_merged_(problem.elements.size()) {
    for (const CoverItem& item : problem.items) covers_.push_back(item.covers);
    find_closures();
    list_covered_by();
}

void Reduction::find_closures() {
    const std::size_t count = problem_.items.size();
    closure_.resize(count);
    dependants_.assign(count, 0);
    std::vector<std::uint32_t> waiting;
    for (std::uint32_t item = 0; item < count; ++item) {
        if (problem_.items[item].after.empty()) {
            closure_[item] = {item};
            continue;
        }
        std::vector<bool> is_in(count);
        waiting = {item};
        is_in[item] = true;
        while (!waiting.empty()) {
            const std::uint32_t next = waiting.back();
            waiting.pop_back();
            closure_[item].push_back(next);
            if (next != item) ++dependants_[next];
            for (const std::uint32_t first : problem_.items[next].after) {
                if (!is_in[first]) waiting.push_back(first);
                is_in[first] = true;
            }
        }
        std::sort(closure_[item].begin(), closure_[item].end());
    }
}

void Reduction::list_covered_by() {
    covered_by_.assign(problem_.elements.size(), {});
    for (std::uint32_t item = 0; item < covers_.size(); ++item) {
        for (const std::uint32_t element : covers_[item]) covered_by_[element].push_back(item);
    }
    cheapest_first_ = covered_by_;
    for (CoverList& items : cheapest_first_) {
        std::sort(items.begin(), items.end(),
                  [&](std::uint32_t one, std::uint32_t other) { return is_cheaper(one, other); });
    }
}

/// Elements with the same items are one, worth as much as all of them.
void Reduction::merge_elements() {
    std::map<CoverList, std::uint32_t> first;
    for (std::uint32_t element = 0; element < covered_by_.size(); ++element) {
        if (is_merged_[element]) continue;
        const auto [place, is_new] = first.try_emplace(covered_by_[element], element);
        if (is_new) continue;
        worth_[place->second] += worth_[element];
        is_merged_[element] = true;
    }
}

/// What is covered wherever another element is needs no thought, unless it may be left open.
bool Reduction::drop_elements() {
    merge_elements();
    if (!problem_.may_leave_open) {
        for (std::uint32_t harder = 0; harder < covered_by_.size(); ++harder) {
            if (is_merged_[harder] || covered_by_[harder].empty()) continue;
            for (std::uint32_t easier = 0; easier < covered_by_.size(); ++easier) {
                if (easier != harder && !is_merged_[easier] &&
                    includes(covered_by_[easier], covered_by_[harder]))
                    is_merged_[easier] = true;
            }
        }
    }
    bool any = false;
    for (CoverList& covers : covers_) {
        const auto behind =
            std::remove_if(covers.begin(), covers.end(),
                           [&](std::uint32_t element) { return is_merged_[element]; });
        any = any || behind != covers.end();
        covers.erase(behind, covers.end());
    }
    if (any) list_covered_by();
    return any;
}

void Reduction::remove_item(std::uint32_t item) {
    is_gone_[item] = true;
    covers_[item].clear();
    for (const std::uint32_t first : closure_[item]) {
        if (first != item) --dependants_[first];
    }
}

bool Reduction::is_useless(std::uint32_t item) const {
    if (covers_[item].empty() && dependants_[item] == 0) return true;
    CoverWeights sum = {};
    for (const std::uint32_t first : closure_[item]) {
        for (std::size_t measure = 0; measure < kCoverMeasures; ++measure)
            sum[measure] += problem_.items[first].weights[measure];
    }
    for (std::size_t measure = 0; measure < kCoverMeasures; ++measure) {
        if (problem_.limits[measure] && sum[measure] > *problem_.limits[measure]) return true;
    }
    return false;
}

/// By the measures in their order, then by place; and by each measure that has a limit.
bool Reduction::is_no_worse(std::uint32_t better, std::uint32_t worse) const {
    const CoverWeights& a = problem_.items[better].weights;
    const CoverWeights& b = problem_.items[worse].weights;
    for (std::size_t measure = 0; measure < kCoverMeasures; ++measure) {
        if (problem_.limits[measure] && a[measure] > b[measure]) return false;
    }
    return is_cheaper(better, worse);
}

/// By the measures in their order, then by place.
bool Reduction::is_cheaper(std::uint32_t one, std::uint32_t other) const {
    const CoverWeights& a = problem_.items[one].weights;
    const CoverWeights& b = problem_.items[other].weights;
    for (const CoverMeasure measure : problem_.order) {
        const auto at = static_cast<std::size_t>(measure);
        if (a[at] != b[at]) return a[at] < b[at];
    }
    return one < other;
}

/// True where the better one can stand wherever the worse one does.
bool Reduction::dominates(std::uint32_t better, std::uint32_t worse) const {
    if (better == worse || is_gone_[better] || !problem_.items[better].is_listed) return false;
    if (!includes(covers_[better], covers_[worse]) || !is_no_worse(better, worse)) return false;
    return std::all_of(closure_[better].begin(), closure_[better].end(), [&](std::uint32_t first) {
        return first == better ||
               std::binary_search(closure_[worse].begin(), closure_[worse].end(), first);
    });
}

/// What would take too long to find out is left to the search.
bool Reduction::is_dominated(std::uint32_t item) {
    if (dependants_[item] != 0 || !problem_.items[item].is_listed) return false;
    const CoverList& covers = covers_[item];
    const std::uint32_t rarest = *std::min_element(
        covers.begin(), covers.end(), [&](std::uint32_t one, std::uint32_t other) {
            return covered_by_[one].size() < covered_by_[other].size();
        });
    for (const std::uint32_t other : cheapest_first_[rarest]) {
        if (other == item || ++comparisons_ > kMostComparisons) return false;
        if (dominates(other, item)) return true;
    }
    return false;
}

bool Reduction::drop_items() {
    bool any = false;
    // From the last to the first, so that what depends on others is looked at before them.
    for (auto item = static_cast<std::uint32_t>(covers_.size()); item-- > 0;) {
        if (is_gone_[item] || !(is_useless(item) || is_dominated(item))) continue;
        remove_item(item);
        any = true;
    }
    if (any) list_covered_by();
    return any;
}

void Reduction::run() {
    while (drop_items() || drop_elements()) {
    }
}

CoverModel Reduction::finish() const {
    CoverModel model;
    for (std::size_t measure = 0; measure < kCoverMeasures; ++measure)
        model.limits[measure] = problem_.limits[measure].value_or(kNoLimit);
    CoverList number(covers_.size(), kNoOrigin);
    for (std::uint32_t item = 0; item < covers_.size(); ++item) {
        if (is_gone_[item]) continue;
        number[item] = static_cast<std::uint32_t>(model.origin.size());
        model.origin.push_back(item);
        model.weights.push_back(problem_.items[item].weights);
        model.is_listed.push_back(problem_.items[item].is_listed);
    }
    const auto renumbered = [&](const CoverList& list) {
        CoverList result;
        for (const std::uint32_t item : list) {
            if (number[item] != kNoOrigin) result.push_back(number[item]);
        }
        std::sort(result.begin(), result.end());
        return result;
    };
    model.covers.resize(model.origin.size());
    for (const std::uint32_t item : model.origin) {
        model.after.push_back(renumbered(problem_.items[item].after));
        model.closure.push_back(renumbered(closure_[item]));
    }
    for (std::uint32_t element = 0; element < covered_by_.size(); ++element) {
        if (is_merged_[element]) continue;
        CoverList items = renumbered(covered_by_[element]);
        if (problem_.may_leave_open) {
            const auto open = static_cast<std::uint32_t>(model.origin.size());
            model.origin.push_back(kNoOrigin);
            model.weights.push_back({worth_[element], 0, 0, 0});
            model.is_listed.push_back(false);
            model.covers.emplace_back();
            model.after.emplace_back();
            model.closure.push_back({open});
            items.push_back(open);
        }
        const auto at = static_cast<std::uint32_t>(model.covered_by.size());
        for (const std::uint32_t item : items) model.covers[item].push_back(at);
        model.covered_by.push_back(std::move(items));
    }
    model.dependants.resize(model.items());
    for (std::uint32_t item = 0; item < model.items(); ++item) {
        for (const std::uint32_t first : model.closure[item]) {
            if (first != item) model.dependants[first].push_back(item);
        }
    }
    return model;
}

}  // namespace

CoverModel make_cover_model(const CoverProblem& problem) {
    Reduction reduction(problem);
    reduction.run();
    return reduction.finish();
}

}  // namespace hcf
