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

/// True where a competence can be in the figures of people of a post: it is asked of them, or more
/// is required of some than the framework asks.
[[nodiscard]] bool takes(const Stratum& post, CompetenceId competence);

/// By row: true where the framework leaves open how many need it, for all that is shown: it tells
/// of withheld groups, is not applicable to somebody, or asked beyond the framework.
[[nodiscard]] std::vector<bool> open_rows(const Summary& summary, const FigureMarks& withheld,
                                          const std::vector<Stratum>& posts);

}  // namespace hcf
