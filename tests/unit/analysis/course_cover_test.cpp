// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/course_cover.h"

#include "support/random_case.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace {

using hcf::CoverItem;
using hcf::CoverMeasure;
using hcf::CoverProblem;
using hcf::tests::Random;

constexpr std::uint64_t kPlenty = 1'000'000'000;

std::size_t index_of(CoverMeasure measure) { return static_cast<std::size_t>(measure); }

CoverItem make_item(Random& random, std::uint32_t number, std::size_t elements, bool has_after) {
    CoverItem item;
    std::set<std::uint32_t> covers;
    const std::size_t count = random.chance(10) ? 0 : 1 + random.below(3);
    for (std::size_t i = 0; i < count; ++i)
        covers.insert(static_cast<std::uint32_t>(random.below(elements)));
    item.covers.assign(covers.begin(), covers.end());
    item.weights = {0, 1, random.between(0, 12), random.between(0, 3)};
    if (number != 0 && has_after && random.chance(35))
        item.after.push_back(static_cast<std::uint32_t>(random.below(number)));
    return item;
}

/// Elements that nothing covers are no part of a problem.
void drop_uncovered(CoverProblem& problem) {
    std::set<std::uint32_t> covered;
    for (const CoverItem& item : problem.items)
        covered.insert(item.covers.begin(), item.covers.end());
    for (CoverItem& item : problem.items) {
        for (std::uint32_t& element : item.covers) {
            element =
                static_cast<std::uint32_t>(std::distance(covered.begin(), covered.find(element)));
        }
    }
    problem.elements.resize(covered.size());
}

CoverProblem make_problem(Random& random, CoverMeasure minimise) {
    CoverProblem problem;
    const std::size_t elements = 1 + random.below(8);
    const auto items = static_cast<std::uint32_t>(1 + random.below(9));
    const bool has_after = random.chance(50);
    for (std::size_t i = 0; i < elements; ++i) problem.elements.push_back(random.between(1, 3));
    for (std::uint32_t i = 0; i < items; ++i)
        problem.items.push_back(make_item(random, i, elements, has_after));
    if (random.chance(30)) {
        CoverItem free_item;
        free_item.is_listed = false;
        free_item.covers = {static_cast<std::uint32_t>(random.below(elements))};
        free_item.after = {static_cast<std::uint32_t>(random.below(items))};
        problem.items.push_back(free_item);
    }
    drop_uncovered(problem);
    problem.order = {minimise};
    for (const CoverMeasure measure :
         {CoverMeasure::courses, CoverMeasure::cost, CoverMeasure::hours}) {
        if (measure != minimise) problem.order.push_back(measure);
    }
    problem.may_leave_open = random.chance(35);
    if (problem.may_leave_open && random.chance(70))
        problem.limits[index_of(CoverMeasure::cost)] = random.between(0, 30);
    if (problem.may_leave_open && random.chance(50))
        problem.limits[index_of(CoverMeasure::hours)] = random.between(0, 6);
    return problem;
}

/// What a set of items comes to, first things first; nothing where it may not be chosen.
struct Judged {
    bool is_allowed = false;
    std::vector<std::int64_t> values;
    std::vector<std::uint32_t> listed;
};

Judged judge(const CoverProblem& problem, std::uint32_t set) {
    Judged judged;
    hcf::CoverWeights sum = {};
    std::set<std::uint32_t> covered;
    for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
        if ((set >> i & 1U) == 0) continue;
        const CoverItem& item = problem.items[i];
        for (const std::uint32_t first : item.after) {
            if ((set >> first & 1U) == 0) return judged;
        }
        for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += item.weights[k];
        covered.insert(item.covers.begin(), item.covers.end());
        if (item.is_listed) judged.listed.push_back(i);
    }
    for (std::size_t k = 0; k < sum.size(); ++k) {
        if (problem.limits[k] && sum[k] > *problem.limits[k]) return judged;
    }
    std::int64_t open = 0;
    for (std::uint32_t e = 0; e < problem.elements.size(); ++e)
        open += covered.count(e) == 0 ? problem.elements[e] : 0;
    if (open != 0 && !problem.may_leave_open) return judged;
    judged.is_allowed = true;
    judged.values.push_back(open);
    for (const CoverMeasure measure : problem.order)
        judged.values.push_back(sum[index_of(measure)]);
    return judged;
}

std::vector<std::uint32_t> best_of_all(const CoverProblem& problem) {
    Judged best;
    for (std::uint32_t set = 0; set < 1U << problem.items.size(); ++set) {
        Judged judged = judge(problem, set);
        if (!judged.is_allowed) continue;
        const bool is_better = !best.is_allowed || judged.values < best.values ||
                               (judged.values == best.values && judged.listed < best.listed);
        if (is_better) best = std::move(judged);
    }
    return best.listed;
}

/// A large problem: items of one to four elements, and of costs that differ.
CoverProblem make_large(std::size_t elements, std::size_t items) {
    Random random(7);
    CoverProblem problem;
    problem.elements.assign(elements, 1);
    for (std::size_t i = 0; i < items; ++i) {
        CoverItem item;
        std::set<std::uint32_t> covers;
        const std::size_t size = 1 + random.below(4);
        while (covers.size() < size)
            covers.insert(static_cast<std::uint32_t>(random.below(elements)));
        item.covers.assign(covers.begin(), covers.end());
        item.weights = {0, 1, random.between(0, 400), 0};
        problem.items.push_back(std::move(item));
    }
    problem.order = {CoverMeasure::courses, CoverMeasure::cost, CoverMeasure::hours};
    return problem;
}

}  // namespace

TEST_CASE("the best choice is that of trying all, ties by place included") {
    for (const CoverMeasure minimise :
         {CoverMeasure::courses, CoverMeasure::cost, CoverMeasure::hours}) {
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            CAPTURE(seed);
            Random random(seed * 3 + static_cast<std::uint32_t>(minimise));
            const CoverProblem problem = make_problem(random, minimise);
            hcf::Budget budget(kPlenty);
            const hcf::CoverAnswer answer = solve_cover(problem, budget);
            CHECK(answer.proved_optimal);
            CHECK(answer.chosen == best_of_all(problem));
        }
    }
}

TEST_CASE("nothing to cover is covered by nothing") {
    CoverProblem problem;
    problem.order = {CoverMeasure::courses};
    hcf::Budget budget(kPlenty);
    const hcf::CoverAnswer answer = solve_cover(problem, budget);
    CHECK(answer.proved_optimal);
    CHECK(answer.chosen.empty());
}

TEST_CASE("greedy would take the large one first, and then two more") {
    CoverProblem problem;
    problem.elements.assign(6, 1);
    problem.order = {CoverMeasure::courses};
    for (const std::vector<std::uint32_t>& covers :
         {std::vector<std::uint32_t>{1, 2, 3, 4}, {0, 1, 2}, {3, 4, 5}})
        problem.items.push_back({covers, {}, {0, 1, 0, 0}, true});
    hcf::Budget budget(kPlenty);
    CHECK(solve_cover(problem, budget).chosen == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("where the work ends, the answer covers all, says so, and by how much it may be off") {
    const CoverProblem problem = make_large(40, 300);
    hcf::Budget budget(200'000);
    const hcf::CoverAnswer answer = solve_cover(problem, budget);
    CHECK(budget.is_spent());
    CHECK_FALSE(answer.proved_optimal);
    REQUIRE(answer.open_at);
    std::int64_t value = 0;
    std::set<std::uint32_t> covered;
    for (const std::uint32_t item : answer.chosen) {
        value += problem.items[item].weights[index_of(*answer.open_at)];
        covered.insert(problem.items[item].covers.begin(), problem.items[item].covers.end());
    }
    CHECK(covered.size() == 40);
    CHECK(answer.lower_bound > 0);
    CHECK(answer.lower_bound <= value);
    hcf::Budget again(200'000);
    CHECK(solve_cover(problem, again).chosen == answer.chosen);
}

TEST_CASE("a large problem is proved where costs differ") {
    CoverProblem problem = make_large(64, 1500);
    problem.order = {CoverMeasure::cost, CoverMeasure::courses, CoverMeasure::hours};
    hcf::Budget budget(kPlenty);
    const hcf::CoverAnswer answer = solve_cover(problem, budget);
    CHECK(answer.proved_optimal);
    CHECK_FALSE(budget.is_spent());
}
