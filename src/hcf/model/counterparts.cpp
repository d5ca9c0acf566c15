// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/counterparts.h"

#include "hcf/base/text.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace hcf {
namespace {

using Indices = std::vector<std::uint32_t>;

/// A thing that went and one that came, and how they are tied.
struct Tied {
    std::uint32_t from;
    std::uint32_t to;
    Tie tie;
};

/// The ones whose ids the other list does not have.
template <class Thing>
Indices without_same_id(const std::vector<Thing>& things, const std::vector<Thing>& others) {
    std::unordered_map<std::string_view, bool> known;
    for (const Thing& other : others) known.emplace(other.id, true);
    Indices result;
    for (std::uint32_t i = 0; i < things.size(); ++i) {
        if (!known.contains(things[i].id)) result.push_back(i);
    }
    return result;
}

template <class Tag, class Thing>
void pair_same_ids(const std::vector<Thing>& from, const std::vector<Thing>& to,
                   std::vector<Counterpart<Tag>>& result) {
    std::unordered_map<std::string_view, std::uint32_t> place;
    for (std::uint32_t i = 0; i < to.size(); ++i) place.emplace(to[i].id, i);
    result.resize(from.size());
    for (std::uint32_t i = 0; i < from.size(); ++i) {
        const auto found = place.find(from[i].id);
        if (found == place.end()) continue;
        result[i].id = Id<Tag>{found->second};
        result[i].tie = Tie::same_id;
    }
}

/// One to one is a counterpart; anything else is for people to decide.
template <class Tag>
void pair_tied(const std::vector<Tied>& tied, std::vector<Counterpart<Tag>>& result) {
    std::unordered_map<std::uint32_t, std::size_t> ties_from;
    std::unordered_map<std::uint32_t, std::size_t> ties_to;
    for (const Tied& pair : tied) {
        ++ties_from[pair.from];
        ++ties_to[pair.to];
    }
    for (const Tied& pair : tied) {
        Counterpart<Tag>& counterpart = result[pair.from];
        if (ties_from[pair.from] == 1 && ties_to[pair.to] == 1) {
            counterpart.id = Id<Tag>{pair.to};
            counterpart.tie = pair.tie;
        } else {
            counterpart.possible.push_back({pair.to});
        }
    }
}

/// Counterparts of one kind; `tie(i, j)` is asked for every one that went and every one that came.
template <class Tag, class Thing, class TieOf>
std::vector<Counterpart<Tag>> pair_things(const std::vector<Thing>& from,
                                          const std::vector<Thing>& to, TieOf tie_of) {
    std::vector<Counterpart<Tag>> result;
    pair_same_ids(from, to, result);
    const Indices came = without_same_id(to, from);
    std::vector<Tied> tied;
    for (const std::uint32_t i : without_same_id(from, to)) {
        for (const std::uint32_t j : came) {
            const Tie tie = tie_of(i, j);
            if (tie != Tie::none) tied.push_back({i, j, tie});
        }
    }
    pair_tied(tied, result);
    return result;
}

/// What each thing's id means as a name in the other framework.
template <class Thing>
std::vector<std::optional<std::uint32_t>> meant_by(const std::vector<Thing>& things,
                                                   const NameTable& names) {
    std::vector<std::optional<std::uint32_t>> result;
    result.reserve(things.size());
    for (const Thing& thing : things) result.push_back(names.find(thing.id));
    return result;
}

/// Levels and roles have nothing but names.
template <class Tag, class Thing>
std::vector<Counterpart<Tag>> pair_named(const std::vector<Thing>& from,
                                         const NameTable& from_names, const std::vector<Thing>& to,
                                         const NameTable& to_names) {
    const auto forth = meant_by(from, to_names);
    const auto back = meant_by(to, from_names);
    return pair_things<Tag>(from, to, [&](std::uint32_t i, std::uint32_t j) {
        if (forth[i] == j || back[j] == i) return Tie::name;
        return case_fold(from[i].title) == case_fold(to[j].title) ? Tie::same_title : Tie::none;
    });
}

bool links_to(const Competence& from, const Competence& to) {
    const std::string name = to.owner + "/" + to.id;
    return std::find(from.same_as.begin(), from.same_as.end(), name) != from.same_as.end();
}

bool is_same_standard(const Competence& a, const Competence& b) {
    return a.nos && b.nos && a.nos->status == NosStatus::confirmed &&
           b.nos->status == NosStatus::confirmed && a.nos->code == b.nos->code;
}

std::vector<Counterpart<CompetenceTag>> pair_competences(const Framework& from,
                                                         const Framework& to) {
    const auto forth = meant_by(from.competences, to.competence_names);
    const auto back = meant_by(to.competences, from.competence_names);
    return pair_things<CompetenceTag>(
        from.competences, to.competences, [&](std::uint32_t i, std::uint32_t j) {
            const Competence& a = from.competences[i];
            const Competence& b = to.competences[j];
            if (links_to(a, b) || links_to(b, a)) return Tie::same_as;
            if (is_same_standard(a, b)) return Tie::nos;
            // A title that happens to be the other's id is still only a title.
            const bool is_title =
                case_fold(a.title) == case_fold(b.id) || case_fold(b.title) == case_fold(a.id);
            return !is_title && (forth[i] == j || back[j] == i) ? Tie::name : Tie::none;
        });
}

}  // namespace

bool same_values(const Scale& a, const Scale& b) {
    return std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                      [](const ScaleValue& x, const ScaleValue& y) {
                          return x.id == y.id && x.counts_as == y.counts_as &&
                                 x.may_assess == y.may_assess;
                      });
}

Counterparts find_counterparts(const Framework& from, const Framework& to) {
    Counterparts result;
    result.levels = pair_named<LevelTag>(from.levels, from.level_names, to.levels, to.level_names);
    result.competences = pair_competences(from, to);
    result.roles = pair_named<RoleTag>(from.roles, from.role_names, to.roles, to.role_names);
    result.scales =
        pair_things<ScaleTag>(from.scales, to.scales, [&](std::uint32_t i, std::uint32_t j) {
            const Scale& a = from.scales[i];
            const Scale& b = to.scales[j];
            const bool is_same = !a.title.empty() && case_fold(a.title) == case_fold(b.title);
            return is_same && same_values(a, b) ? Tie::same_title : Tie::none;
        });
    return result;
}

std::optional<std::uint32_t> carried_value(const Scale& from, std::uint32_t value,
                                           const Scale& to) {
    const ScaleValue& old = from.values[value];
    const auto carried = find_value(to, old.id);
    if (!carried) return std::nullopt;
    const ScaleValue& now = to.values[*carried];
    if (now.counts_as > old.counts_as) return std::nullopt;
    // Else it could reach what a role needs, and did not before.
    for (std::uint32_t above = value + 1; above < from.values.size(); ++above) {
        const auto other = find_value(to, from.values[above].id);
        if (other && *other < *carried) return std::nullopt;
    }
    return carried;
}

}  // namespace hcf
