// SPDX-License-Identifier: Apache-2.0
// What the things of one framework are in another: two versions of one framework, or one with and
// without an overlay. Nothing is guessed: a thing whose id went is another one only where the
// frameworks themselves say so, and only where they name exactly one (spec 5, "framework diff").
#pragma once

#include "hcf/model/framework.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hcf {

/// How two things are known to be one, the strongest first.
enum class Tie {
    same_id,
    same_as,     ///< a crosswalk from either to the other (competences)
    nos,         ///< an equal National Occupational Standard, confirmed on both sides (competences)
    name,        ///< one framework has the other's id among its names
    same_title,  ///< and no tie of another sort exists for this kind (levels, roles, scales)
    none
};
template <>
struct Words<Tie> {
    static constexpr std::array<std::string_view, 6> kList = {"same id", "same_as",    "NOS code",
                                                              "name",    "same title", "none"};
};

/// What one thing is in the other framework.
template <class Tag>
struct Counterpart {
    std::optional<Id<Tag>> id;  ///< nothing: it went, or it is not clear which one it is
    Tie tie = Tie::none;
    std::vector<Id<Tag>> possible;  ///< those that are tied to it where that is not one to one

    [[nodiscard]] bool is_ambiguous() const { return !possible.empty(); }
};

/// The counterparts of everything in a framework, by its ids.
struct Counterparts {
    std::vector<Counterpart<LevelTag>> levels;
    std::vector<Counterpart<CompetenceTag>> competences;
    std::vector<Counterpart<RoleTag>> roles;
    std::vector<Counterpart<ScaleTag>> scales;

    [[nodiscard]] const Counterpart<LevelTag>& of(LevelId id) const { return levels[id.index]; }
    [[nodiscard]] const Counterpart<CompetenceTag>& of(CompetenceId id) const {
        return competences[id.index];
    }
    [[nodiscard]] const Counterpart<RoleTag>& of(RoleId id) const { return roles[id.index]; }
    [[nodiscard]] const Counterpart<ScaleTag>& of(ScaleId id) const { return scales[id.index]; }
};

/// Equal ids are counterparts. An id that went and one that came are, where exactly these two are
/// tied: competences by `same_as` either way (an owner's id and a competence's), by an equal NOS
/// code that both confirm, or because one framework knows the other's id as a name; levels and
/// roles by such a name or an equal title; scales by an equal title and equal values.
[[nodiscard]] Counterparts find_counterparts(const Framework& from, const Framework& to);

/// For each thing of the other framework, what it was; `size`: how many there are.
template <class Tag>
[[nodiscard]] std::vector<std::optional<Id<Tag>>> inverse(
    const std::vector<Counterpart<Tag>>& counterparts, std::size_t size) {
    std::vector<std::optional<Id<Tag>>> result(size);
    for (std::uint32_t i = 0; i < counterparts.size(); ++i) {
        if (counterparts[i].id) result[counterparts[i].id->index] = Id<Tag>{i};
    }
    return result;
}

/// The value of the same id in another scale; nothing where there is none, or where it would say
/// more there: count as more, or stand above a value that it stood below.
[[nodiscard]] std::optional<std::uint32_t> carried_value(const Scale& from, std::uint32_t value,
                                                         const Scale& to);

/// True where two scales have the same values in the same order, which mean the same.
[[nodiscard]] bool same_values(const Scale& a, const Scale& b);

}  // namespace hcf
