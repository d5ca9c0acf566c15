// SPDX-License-Identifier: Apache-2.0
// Competences whose figures tell of groups that are withheld, because it is public who is asked for
// them (ADR 0017). Private to analysis/hidden_figures.cpp.
#pragma once

#include "hcf/analysis/hidden_figures.h"

#include <cstddef>
#include <vector>

namespace hcf {

/// The figures of competences that are asked of some of those among whom people, or such figures,
/// could be divided otherwise, and not of the others: they tell how these are divided. All of a
/// row, where people or what is asked of them could be. A competence that is asked of all of them,
/// or of none, tells a sum that is known anyhow. `posts`: people of one level and role each.
[[nodiscard]] std::vector<FigurePlace> telling_figures(const Summary& summary,
                                                       const FigureMarks& withheld,
                                                       const std::vector<Stratum>& posts);

/// How many may need a competence, for all that is known of those it is asked of.
struct NeededRange {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// By row: what the framework leaves open where something is not applicable to somebody, or asked
/// beyond the framework; anything, of a row that tells of withheld groups.
[[nodiscard]] std::vector<NeededRange> needed_ranges(const Summary& summary,
                                                     const FigureMarks& withheld,
                                                     const std::vector<Stratum>& posts);

}  // namespace hcf
