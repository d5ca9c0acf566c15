// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/path_search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <initializer_list>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using hcf::FoundPath;
using hcf::PathProblem;
using Places = std::vector<std::uint32_t>;

/// Places by what they ask, each as digits: "03" asks 0 and 3.
PathProblem problem_of(std::initializer_list<std::string> places, Places stops) {
    PathProblem problem;
    for (const std::string& place : places) {
        hcf::CompetenceSet asks;
        for (const char digit : place) asks.insert({static_cast<std::uint32_t>(digit - '0')});
        problem.lacking.push_back(std::move(asks));
    }
    problem.stops = std::move(stops);
    return problem;
}

struct BestPath {
    Places places;
    std::size_t largest_step = 0;
};

/// What each place asks, as the bits of a number.
std::vector<unsigned> bits_of(const PathProblem& problem) {
    std::vector<unsigned> sets;
    for (const hcf::CompetenceSet& set : problem.lacking) {
        unsigned bits = 0;
        for (const hcf::CompetenceId id : set.members()) bits |= 1U << id.index;
        sets.push_back(bits);
    }
    return sets;
}

/// What is held and the next stop, and the first sequence of places that leads there.
using Layer = std::map<std::pair<unsigned, std::size_t>, Places>;

Layer next_layer(const PathProblem& problem, const std::vector<unsigned>& sets, const Layer& layer,
                 std::size_t largest_step) {
    Layer next;
    for (const auto& [state, places] : layer) {
        for (std::uint32_t i = 0; i < sets.size(); ++i) {
            const unsigned added = sets[i] & ~state.first;
            if (static_cast<std::size_t>(std::popcount(added)) > largest_step) continue;
            Places longer = places;
            longer.push_back(i);
            const std::size_t stop = state.second + (problem.stops[state.second] == i ? 1 : 0);
            const auto [entry, is_new] = next.try_emplace({state.first | added, stop}, longer);
            if (!is_new && longer < entry->second) entry->second = std::move(longer);
        }
    }
    return next;
}

/// The path by trying everything: each largest step, then each number of steps, all sequences.
BestPath try_all(const PathProblem& problem) {
    if (problem.stops.empty()) return {};
    const std::vector<unsigned> sets = bits_of(problem);
    const std::size_t most_steps = 10 + problem.stops.size();
    for (std::size_t largest_step = 0;; ++largest_step) {
        Layer layer = {{{0U, 0U}, {}}};
        for (std::size_t steps = 1; steps <= most_steps; ++steps) {
            layer = next_layer(problem, sets, layer, largest_step);
            const BestPath* best = nullptr;
            BestPath found;
            int fewest = 0;
            for (const auto& [state, places] : layer) {
                if (state.second != problem.stops.size()) continue;
                const int size = std::popcount(state.first);
                if (best != nullptr && std::pair(fewest, found.places) < std::pair(size, places))
                    continue;
                found = {places, largest_step};
                fewest = size;
                best = &found;
            }
            if (best != nullptr) return found;
            for (auto entry = layer.begin(); entry != layer.end();)
                entry = entry->first.second == problem.stops.size() ? layer.erase(entry)
                                                                    : std::next(entry);
        }
    }
}

PathProblem random_problem(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t bound) {
        return static_cast<std::uint32_t>(random()) % bound;
    };
    PathProblem problem;
    const std::uint32_t places = 1 + below(7);
    const std::uint32_t competences = 1 + below(8);
    const std::uint32_t percent = 10 + below(80);
    for (std::uint32_t i = 0; i < places; ++i) {
        hcf::CompetenceSet asks;
        for (std::uint32_t id = 0; id < competences; ++id) {
            if (below(100) < percent) asks.insert({id});
        }
        if (i != 0 && below(4) == 0) asks = problem.lacking[below(i)];  // twins
        problem.lacking.push_back(std::move(asks));
    }
    const std::uint32_t stops = 1 + below(4);
    for (std::uint32_t i = 0; i < stops; ++i) {
        const std::uint32_t stop = below(places);
        if (problem.stops.empty() || problem.stops.back() != stop) problem.stops.push_back(stop);
    }
    return problem;
}

}  // namespace

TEST_CASE("without a stop there is no step") {
    const FoundPath found = hcf::find_path(problem_of({"0", "12"}, {}));
    CHECK(found.places.empty());
    CHECK(found.largest_step == 0);
    CHECK(found.is_proved);
}

TEST_CASE("the largest step is made smaller before the path is made shorter") {
    // At once it would be 4; by way of 0 it is 2 and 2.
    const FoundPath found = hcf::find_path(problem_of({"01", "0123"}, {1}));
    CHECK(found.places == Places{0, 1});
    CHECK(found.largest_step == 2);
}

TEST_CASE("among paths of the same largest step, the fewest steps count, then the fewest in all") {
    // By 0 and 1 in steps of 1 and 1 and 2; by 2 in steps of 2 and 2.
    CHECK(hcf::find_path(problem_of({"0", "01", "01", "0123"}, {3})).places == Places{1, 3});
    // Both 0 and 1 leave a step of 3; but 0 brings one that the goal does not ask.
    CHECK(hcf::find_path(problem_of({"015", "01", "01234"}, {2})).places == Places{1, 2});
}

TEST_CASE("among equals the first place is taken") {
    CHECK(hcf::find_path(problem_of({"23", "01", "0123"}, {2})).places == Places{0, 2});
    CHECK(hcf::find_path(problem_of({"23", "23", "0123"}, {2})).places == Places{0, 2});
}

TEST_CASE("stops are come to in their order, and again where that is needed") {
    // 1 is too dear before 0 has been come to, so 0 stands before both times.
    const FoundPath found = hcf::find_path(problem_of({"01", "0123", "4"}, {1, 0, 2}));
    CHECK(found.places == Places{0, 1, 0, 2});
    CHECK(found.largest_step == 2);
}

TEST_CASE("a stop that asks nothing is a step, too") {
    CHECK(hcf::find_path(problem_of({"", "0"}, {0, 1, 0})).places == Places{0, 1, 0});
    CHECK(hcf::find_path(problem_of({"", ""}, {1, 0})).places == Places{1, 0});
}

TEST_CASE("the search finds what trying everything finds") {
    for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
        CAPTURE(seed);
        const PathProblem problem = random_problem(seed);
        const BestPath best = try_all(problem);
        const FoundPath found = hcf::find_path(problem);
        CHECK(found.places == best.places);
        CHECK(found.largest_step == best.largest_step);
        CHECK(found.has_fewest_steps);
        CHECK(found.is_proved);
    }
}

TEST_CASE("with hardly any work there is a path of the smallest largest step, not proved") {
    bool some_unproved = false;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        const PathProblem problem = random_problem(seed);
        const FoundPath found = hcf::find_path(problem, 8);
        CHECK(found.largest_step == hcf::smallest_largest_step(problem));
        some_unproved = some_unproved || !found.is_proved;
        hcf::CompetenceSet held;
        std::size_t stop = 0;
        std::size_t largest = 0;
        for (const std::uint32_t place : found.places) {
            largest = std::max(largest, problem.lacking[place].size_without(held));
            held.insert(problem.lacking[place]);
            if (stop < problem.stops.size() && problem.stops[stop] == place) ++stop;
        }
        CHECK(largest == found.largest_step);
        CHECK(stop == problem.stops.size());
        CHECK(found.places.back() == problem.stops.back());
        if (found.is_proved) CHECK(found.places == try_all(problem).places);
    }
    CHECK(some_unproved);
}
