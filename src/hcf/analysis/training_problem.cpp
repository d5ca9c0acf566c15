// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/training_problem.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace hcf {
namespace {

using Positions = std::vector<std::uint32_t>;

/// What comes before a course, over any number of steps, for somebody who has taken some already.
Positions still_before(const CourseOffer& offer, const Learner& learner, std::uint32_t position) {
    std::set<std::uint32_t> found;
    Positions waiting = {position};
    while (!waiting.empty()) {
        const Course& course = offer.at(waiting.back());
        waiting.pop_back();
        for (const std::uint32_t first : course.after) {
            if (find_completed(learner, first) == nullptr && found.insert(first).second)
                waiting.push_back(first);
        }
    }
    return {found.begin(), found.end()};
}

class ProblemBuilder {
public:
    ProblemBuilder(std::span<const Learner> learners, const CourseOffer& offer,
                   const TrainingAim& aim, const AllowedCourses& allowed)
        : learners_(learners), offer_(offer), aim_(aim), allowed_(allowed) {}

    [[nodiscard]] TrainingProblem build();

private:
    /// Those who have the same courses before a course, and what it closes for them.
    using Classes = std::map<Positions, Positions>;

    [[nodiscard]] bool is_allowed(std::uint32_t position) const {
        return !allowed_ || (*allowed_)[position];
    }
    [[nodiscard]] bool can_be_taken(const Positions& before) const;
    void find_elements();
    [[nodiscard]] std::set<std::uint32_t> find_split() const;
    void add_items();
    void add_weights();
    void set_limit(CoverMeasure measure, const std::optional<Decimal>& most,
                   const WholeScale& scale);
    [[nodiscard]] std::uint32_t item_of(std::uint32_t position) const;

    std::span<const Learner> learners_;
    const CourseOffer& offer_;
    const TrainingAim& aim_;
    const AllowedCourses& allowed_;
    TrainingProblem problem_;
    std::map<std::uint32_t, Classes> classes_;  ///< by position of the course
};

bool ProblemBuilder::can_be_taken(const Positions& before) const {
    return std::all_of(before.begin(), before.end(),
                       [&](std::uint32_t first) { return is_allowed(first); });
}

/// What some course closes, with the courses that do.
void ProblemBuilder::find_elements() {
    for (std::size_t person = 0; person < learners_.size(); ++person) {
        const Learner& learner = learners_[person];
        for (std::size_t i = 0; i < learner.needs.size(); ++i) {
            const LearnerNeed& need = learner.needs[i];
            bool is_coverable = false;
            for (const std::uint32_t position : offer_.developing(need.competence)) {
                if (!is_allowed(position) || !can_close(offer_.at(position), learner, need))
                    continue;
                Positions before = still_before(offer_, learner, position);
                if (!can_be_taken(before)) continue;
                classes_[position][std::move(before)].push_back(
                    static_cast<std::uint32_t>(problem_.elements.size()));
                is_coverable = true;
            }
            if (is_coverable) problem_.elements.push_back({person, i});
        }
    }
    problem_.cover.elements.assign(problem_.elements.size(), 1);
}

std::uint32_t ProblemBuilder::item_of(std::uint32_t position) const {
    const auto place =
        std::lower_bound(problem_.positions.begin(), problem_.positions.end(), position);
    return static_cast<std::uint32_t>(place - problem_.positions.begin());
}

/// Courses that are not before everybody with all that is before them: those whose people have
/// completed different things, and those that come before a course of people who have completed
/// more.
std::set<std::uint32_t> ProblemBuilder::find_split() const {
    std::set<std::uint32_t> split;
    for (const auto& [position, classes] : classes_) {
        if (classes.size() != 1) split.insert(position);
        for (const auto& [before, elements] : classes) {
            for (const std::uint32_t first : before) {
                const auto own = classes_.find(first);
                if (own == classes_.end()) continue;
                const Positions& needed = own->second.begin()->first;
                if (!std::includes(before.begin(), before.end(), needed.begin(), needed.end()))
                    split.insert(first);
            }
        }
    }
    return split;
}

/// A course whose people all have the same before it is one item. Else it is one that covers
/// nothing, and each class of people has an item behind it, which costs nothing.
void ProblemBuilder::add_items() {
    std::set<std::uint32_t> positions;
    for (const auto& [position, classes] : classes_) {
        positions.insert(position);
        for (const auto& [before, elements] : classes)
            positions.insert(before.begin(), before.end());
    }
    problem_.positions.assign(positions.begin(), positions.end());
    std::vector<CoverItem>& items = problem_.cover.items;
    items.resize(problem_.positions.size());
    const auto add = [&](CoverItem& item, const Positions& before, const Positions& elements) {
        for (const std::uint32_t first : before) item.after.push_back(item_of(first));
        item.covers = elements;
    };
    const std::set<std::uint32_t> split = find_split();
    for (const auto& [position, classes] : classes_) {
        const std::uint32_t own = item_of(position);
        if (split.count(position) == 0) {
            add(items[own], classes.begin()->first, classes.begin()->second);
            continue;
        }
        for (const auto& [before, elements] : classes) {
            CoverItem item;
            item.is_listed = false;
            item.after.push_back(own);
            add(item, before, elements);
            std::sort(item.after.begin(), item.after.end());
            items.push_back(std::move(item));
        }
    }
}

using Given = std::optional<Decimal> Course::*;

/// The digits of a decimal at a number of places that it does not exceed.
std::int64_t digits_at(const Decimal& decimal, int places) {
    return decimal.digits * power_of_ten(places - decimal.places);
}

Decimal shortened(Decimal decimal) {
    while (decimal.places > 0 && decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        --decimal.places;
    }
    return decimal;
}

/// Whole numbers for a measure that courses give, and how to read them.
std::vector<std::int64_t> whole_numbers(const CourseOffer& offer, const Positions& positions,
                                        Given given, WholeScale& scale) {
    std::vector<Decimal> decimals;
    for (const std::uint32_t position : positions)
        decimals.push_back(shortened((offer.at(position).*given).value_or(Decimal{})));
    for (const Decimal& decimal : decimals) scale.places = std::max(scale.places, decimal.places);
    std::vector<std::int64_t> numbers;
    std::int64_t divisor = 0;
    for (const Decimal& decimal : decimals) {
        numbers.push_back(digits_at(decimal, scale.places));
        divisor = std::gcd(divisor, numbers.back());
    }
    scale.factor = std::max<std::int64_t>(1, divisor);
    for (std::int64_t& number : numbers) number /= scale.factor;
    // Beyond any real price list: the sums would not fit. Rounded up, so that a limit is kept.
    const auto most = kMostWeight / static_cast<std::int64_t>(numbers.size() + 1);
    const auto highest = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
    std::int64_t coarse = 1;
    while (highest / coarse >= most) coarse *= 10;
    scale.is_rounded = coarse != 1;
    if (scale.is_rounded) {
        for (std::int64_t& number : numbers) number = (number + coarse - 1) / coarse;
        scale.factor *= coarse;
    }
    return numbers;
}

void ProblemBuilder::add_weights() {
    const auto cost = whole_numbers(offer_, problem_.positions, &Course::cost, problem_.cost);
    const auto hours = whole_numbers(offer_, problem_.positions, &Course::hours, problem_.hours);
    for (std::size_t i = 0; i < problem_.positions.size(); ++i)
        problem_.cover.items[i].weights = {0, 1, cost[i], hours[i]};
}

/// In whole numbers, rounded down: what is bought comes in whole numbers.
void ProblemBuilder::set_limit(CoverMeasure measure, const std::optional<Decimal>& most,
                               const WholeScale& scale) {
    if (!most) return;
    Decimal limit = shortened(*most);
    while (limit.places > scale.places) {
        limit.digits /= 10;
        --limit.places;
    }
    // Amounts of at most 10^18 digits stay in their 64 bits where nothing is added behind them.
    const std::int64_t unit = power_of_ten(scale.places - limit.places);
    const std::int64_t whole = limit.digits > std::numeric_limits<std::int64_t>::max() / unit
                                   ? std::numeric_limits<std::int64_t>::max()
                                   : limit.digits * unit;
    problem_.cover.limits[static_cast<std::size_t>(measure)] =
        std::min(whole / scale.factor, kMostWeight);
}

TrainingProblem ProblemBuilder::build() {
    find_elements();
    add_items();
    add_weights();
    CoverProblem& cover = problem_.cover;
    cover.order = {aim_.minimise};
    for (const CoverMeasure measure :
         {CoverMeasure::courses, CoverMeasure::cost, CoverMeasure::hours}) {
        if (measure != aim_.minimise) cover.order.push_back(measure);
    }
    cover.may_leave_open = aim_.has_limit();
    set_limit(CoverMeasure::cost, aim_.max_cost, problem_.cost);
    set_limit(CoverMeasure::hours, aim_.max_hours, problem_.hours);
    return std::move(problem_);
}

}  // namespace

std::optional<Amount> WholeScale::amount(std::int64_t number) const {
    if (is_rounded || number > std::numeric_limits<std::int64_t>::max() / factor)
        return std::nullopt;
    return Amount::of(number * factor, places);
}

TrainingProblem make_training_problem(std::span<const Learner> learners, const CourseOffer& offer,
                                      const TrainingAim& aim, const AllowedCourses& allowed) {
    return ProblemBuilder(learners, offer, aim, allowed).build();
}

std::vector<std::uint32_t> in_order_of_taking(const CourseOffer& offer,
                                              const std::vector<std::uint32_t>& positions) {
    const std::set<std::uint32_t> chosen(positions.begin(), positions.end());
    std::set<std::uint32_t> taken;
    std::vector<std::uint32_t> order;
    const std::function<void(std::uint32_t)> take = [&](std::uint32_t position) {
        if (chosen.count(position) == 0 || !taken.insert(position).second) return;
        for (const std::uint32_t first : offer.at(position).after) take(first);
        order.push_back(position);
    };
    for (const std::uint32_t position : positions) take(position);
    return order;
}

}  // namespace hcf
