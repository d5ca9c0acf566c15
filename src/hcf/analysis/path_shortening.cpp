// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/path_shortening.h"

#include <algorithm>
#include <bit>

namespace hcf {
namespace {

/// Attempts without success after which it is given up.
constexpr std::size_t kVainAttempts = 500;

/// Numbers that look drawn and are the same on every machine (a linear congruential generator).
class Draws {
public:
    std::size_t below(std::size_t bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33U) % bound;
    }

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

private:
    std::uint64_t state_ = 1;
};

class Shortening {
public:
    Shortening(const PathSpace& space, Budget& budget) : space_(space), budget_(budget) { rank(); }

    [[nodiscard]] std::vector<PathMove> run();

private:
    void rank();
    [[nodiscard]] std::vector<std::uint32_t> with_others(const std::vector<std::uint32_t>& groups);
    [[nodiscard]] bool leads_to_goal(const std::vector<std::uint32_t>& groups,
                                     const std::vector<bool>& is_out, std::vector<PathMove>* path);
    [[nodiscard]] std::uint32_t cost(std::uint32_t group, const PathBits& held);
    bool take_stops(PathBits& held, std::size_t& stop, std::vector<PathMove>* path);
    void leave_out(std::vector<std::uint32_t>& groups, const std::vector<std::size_t>& order);
    [[nodiscard]] std::vector<PathMove> way_of(std::vector<std::uint32_t> groups,
                                               const std::vector<std::size_t>& order);
    [[nodiscard]] std::vector<PathMove> other_way(const std::vector<PathMove>& path);

    const PathSpace& space_;
    Budget& budget_;
    Draws draws_;
    std::vector<std::uint32_t> ranked_;  ///< the groups, those first that bear most on the goal
};

std::vector<std::uint32_t> groups_of(const std::vector<PathMove>& path) {
    std::vector<std::uint32_t> groups;
    for (const PathMove& move : path) {
        if (!move.is_stop) groups.push_back(move.group);
    }
    return groups;
}

std::vector<std::size_t> positions(std::size_t count) {
    std::vector<std::size_t> result(count);
    for (std::size_t i = 0; i < count; ++i) result[i] = i;
    return result;
}

/// A group bears on the goal as far as what it asks does; and that does as far as groups that bear
/// on the goal ask it. Whole numbers, because they are the same everywhere.
void Shortening::rank() {
    const auto& groups = space_.groups();
    std::vector<std::uint64_t> of_group(groups.size());
    std::vector<std::uint64_t> of_element(space_.elements());
    std::vector<std::uint64_t> askers(space_.elements());
    for (const PathGroup& group : groups) {
        for (const std::uint32_t element : group.asks) ++askers[element];
    }
    for (const PathMove& stop : space_.stops()) {
        if (stop.group != kAsksNothing) of_group[stop.group] = std::uint64_t{1} << 40U;
    }
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (const std::uint32_t element : groups[i].asks)
                of_element[element] += of_group[i] / groups[i].asks.size();
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            std::uint64_t sum = 0;
            for (const std::uint32_t element : groups[i].asks)
                sum += of_element[element] / askers[element];
            of_group[i] = std::max(of_group[i], sum);
        }
    }
    for (std::uint32_t i = 0; i < groups.size(); ++i) ranked_.push_back(i);
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return of_group[a] > of_group[b]; });
}

/// What going there costs; where that is too much, only as much as shows it.
std::uint32_t Shortening::cost(std::uint32_t group, const PathBits& held) {
    if (group == kAsksNothing) return 0;
    const PathBits& asked = space_.groups()[group].bits;
    std::uint32_t cost = 0;
    std::size_t i = 0;
    for (; i < held.size() && cost <= space_.bound(); ++i)
        cost += static_cast<std::uint32_t>(std::popcount(asked[i] & ~held[i]));
    budget_.spend(2 * i);
    return cost;
}

/// Goes to as many stops as can be gone to; true where one could.
bool Shortening::take_stops(PathBits& held, std::size_t& stop, std::vector<PathMove>* path) {
    const std::size_t before = stop;
    const auto& stops = space_.stops();
    for (; stop < stops.size() && cost(stops[stop].group, held) <= space_.bound(); ++stop) {
        if (stops[stop].group != kAsksNothing)
            insert_bits(held, space_.groups()[stops[stop].group].bits);
        if (path != nullptr) path->push_back(stops[stop]);
    }
    return stop != before;
}

/// True where the stops can be come to by these groups alone; `path`, if any, becomes the way.
bool Shortening::leads_to_goal(const std::vector<std::uint32_t>& groups,
                               const std::vector<bool>& is_out, std::vector<PathMove>* path) {
    PathBits held(space_.words());
    std::size_t stop = 0;
    std::vector<std::uint32_t> rest;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!is_out[i]) rest.push_back(groups[i]);
    }
    for (;;) {
        bool goes_on = take_stops(held, stop, path);
        if (stop == space_.stops().size()) return true;
        std::size_t kept = 0;
        for (const std::uint32_t group : rest) {
            const std::uint32_t now = cost(group, held);
            if (now > space_.bound()) {
                rest[kept++] = group;
            } else if (now != 0) {
                insert_bits(held, space_.groups()[group].bits);
                if (path != nullptr) path->push_back({space_.groups()[group].place, group, false});
                goes_on = true;
            }
        }
        if (!goes_on) return false;
        rest.resize(kept);
    }
}

/// Leaves out what the rest does without, in that order: many at once while that goes well.
void Shortening::leave_out(std::vector<std::uint32_t>& groups,
                           const std::vector<std::size_t>& order) {
    std::vector<bool> is_out(groups.size());
    std::size_t chunk = std::max<std::size_t>(1, groups.size() / 4);
    for (std::size_t i = 0; i < order.size() && !budget_.is_spent();) {
        chunk = std::min(chunk, order.size() - i);
        for (std::size_t j = i; j < i + chunk; ++j) is_out[order[j]] = true;
        if (leads_to_goal(groups, is_out, nullptr)) {
            i += chunk;
            chunk *= 2;
            continue;
        }
        for (std::size_t j = i; j < i + chunk; ++j) is_out[order[j]] = false;
        if (chunk == 1) ++i;
        chunk = (chunk + 1) / 2;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!is_out[i]) groups[kept++] = groups[i];
    }
    groups.resize(kept);
}

/// Some other groups behind these: most of them from those that share much with the goal.
std::vector<std::uint32_t> Shortening::with_others(const std::vector<std::uint32_t>& groups) {
    std::vector<std::uint32_t> mixed = groups;
    const std::size_t count = 20 + draws_.below(60);
    const std::size_t likely = std::min<std::size_t>(ranked_.size(), 200);
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_likely = draws_.below(3) != 0;
        mixed.push_back(ranked_[draws_.below(is_likely ? likely : ranked_.size())]);
    }
    return mixed;
}

/// A way by some of these groups, of which none can be left out; empty where there is none.
std::vector<PathMove> Shortening::way_of(std::vector<std::uint32_t> groups,
                                         const std::vector<std::size_t>& order) {
    leave_out(groups, order);
    std::vector<PathMove> way;
    if (!leads_to_goal(groups, std::vector<bool>(groups.size()), &way)) way.clear();
    return way;
}

/// A way that has some other groups in it. What was there before is left out first, half of the
/// time, or the others would have no chance.
std::vector<PathMove> Shortening::other_way(const std::vector<PathMove>& path) {
    const std::vector<std::uint32_t> known = groups_of(path);
    const std::vector<std::uint32_t> mixed = with_others(known);
    // Behind the known ones, all of the others are in the way that can be gone to at all.
    std::vector<PathMove> way;
    if (!leads_to_goal(mixed, std::vector<bool>(mixed.size()), &way)) return path;
    const std::vector<std::uint32_t> groups = groups_of(way);
    std::vector<std::size_t> order = positions(groups.size());
    draws_.shuffle(order);
    if (draws_.below(2) == 0) {
        std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
            return std::find(known.begin(), known.end(), groups[i]) != known.end();
        });
    }
    return way_of(groups, order);
}

std::vector<PathMove> Shortening::run() {
    // First left out is what bears least on the goal.
    std::vector<std::size_t> order = positions(ranked_.size());
    std::reverse(order.begin(), order.end());
    std::vector<PathMove> path = way_of(ranked_, order);
    std::size_t vain = 0;
    while (vain < kVainAttempts && !budget_.is_spent() &&
           space_.outlook(space_.start(), path.size() - 1).is_possible) {
        std::vector<PathMove> way = other_way(path);
        vain = way.size() < path.size() ? 0 : vain + 1;
        if (way.size() <= path.size()) path = std::move(way);
    }
    return path;
}

}  // namespace

std::vector<PathMove> find_short_path(const PathSpace& space, Budget& budget) {
    return Shortening(space, budget).run();
}

}  // namespace hcf
