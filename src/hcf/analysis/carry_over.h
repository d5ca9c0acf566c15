// SPDX-License-Identifier: Apache-2.0
// One person's assessment, carried over into another framework as far as the frameworks say what
// becomes of it. Nothing is guessed, and nothing comes to count as more than it did.
#pragma once

#include "hcf/model/assessment.h"
#include "hcf/model/counterparts.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace hcf {

/// What stands in the way of carrying a person over.
enum class Obstacle { none, role_gone, level_gone, role_not_of_level, scale_gone };
template <>
struct Words<Obstacle> {
    static constexpr std::array<std::string_view, 5> kList = {"none", "role-gone", "level-gone",
                                                              "role-not-of-level", "scale-gone"};
};

struct CarriedAssessment {
    std::optional<Assessment> assessment;  ///< nothing where there is an obstacle
    Obstacle obstacle = Obstacle::none;
    std::vector<CompetenceId> lost;  ///< of the first framework, in its order: rated, and without
                                     ///< a counterpart, or a value that says no more there
};

/// Carries an assessment over. A competence of an overlap that went is asked no more.
[[nodiscard]] CarriedAssessment carry_over(const Assessment& assessment, const Framework& from,
                                           const Framework& to, const Counterparts& counterparts);

}  // namespace hcf
