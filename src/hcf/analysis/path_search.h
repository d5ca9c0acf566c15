// SPDX-License-Identifier: Apache-2.0
// The best way through places that each ask for a set of competences, where what was asked once is
// held from then on: the search behind `hcf pathways`, without roles, levels and people (ADR 0010).
#pragma once

#include "hcf/model/competence_set.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hcf {

/// Places, and which of them must be come to.
struct PathProblem {
    /// What each place asks that is not held at the start. The order of the places decides between
    /// paths that are equal in all else.
    std::vector<CompetenceSet> lacking;
    /// The places that must be come to, in this order; the path ends at the last.
    /// Requires: none twice in a row. Empty: the path has no step.
    std::vector<std::uint32_t> stops;
};

/// The best path that was found. A path is the sequence of places that it comes to; a step costs
/// what is asked there and was asked at no place before. The best path first makes its largest step
/// as small as can be, then takes the fewest steps, then the fewest competences in all, then is the
/// first in the order of the places, compared place by place.
struct FoundPath {
    std::vector<std::uint32_t> places;
    /// The smallest largest step that there is: always exact.
    std::size_t largest_step = 0;
    /// No path with that largest step takes fewer steps.
    bool has_fewest_steps = true;
    /// It is the best path; false where the search met its limit of work.
    bool is_proved = true;
};

/// The limit of work of a search: touched counts, not time, so that every machine gives the same
/// answer. A release build does this much in less than half a second.
inline constexpr std::uint64_t kPathWork = 60'000'000;

/// Searches for it. Requires: every stop is a place.
[[nodiscard]] FoundPath find_path(const PathProblem& problem, std::uint64_t work = kPathWork);

/// The smallest largest step that a path can have. Exact, and cheap at any size.
[[nodiscard]] std::size_t smallest_largest_step(const PathProblem& problem);

}  // namespace hcf
