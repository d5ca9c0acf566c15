// SPDX-License-Identifier: Apache-2.0
// Typed indices: a level cannot be used where a competence is meant.
#pragma once

#include <compare>
#include <cstdint>

namespace hcf {

/// A position in one of the framework's ordered lists; the order of ids is framework order.
template <class Tag>
struct Id {
    std::uint32_t index = 0;
    friend constexpr bool operator==(Id, Id) = default;
    friend constexpr auto operator<=>(Id, Id) = default;
};

using LevelId = Id<struct LevelTag>;
using CompetenceId = Id<struct CompetenceTag>;
using RoleId = Id<struct RoleTag>;
using ScaleId = Id<struct ScaleTag>;

}  // namespace hcf
