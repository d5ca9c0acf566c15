// SPDX-License-Identifier: Apache-2.0
// Words that the pages about compared roles and levels share. Private to present/.
#pragma once

#include "hcf/present/present_comparison.h"

#include <set>

namespace hcf {

/// "2 levels up", "the same level of practice".
[[nodiscard]] std::string step_text(std::int64_t step);

/// "13 of 20 carried over: 65 %; 7 new, 1 left behind", and its tone.
[[nodiscard]] std::string result_text(const Comparison& comparison);
[[nodiscard]] Tone tone_of(const Comparison& comparison);

/// "14 competences at Supportive Level Practice"; of a level "14 competences".
[[nodiscard]] std::string asks_text(const Framework& framework, const Comparable& comparable);

/// Competences by their titles.
[[nodiscard]] List titles_list(const Framework& framework,
                               const std::vector<CompetenceId>& competences,
                               Tone tone = Tone::plain);

/// What is carried and not enough: "Set up an infusion: grade/expert is needed there, grade/working
/// here".
[[nodiscard]] List needs_list(const Framework& framework, const Comparison& comparison);

/// Adds, where the levels of the two differ and ask the same core competences, that these are not
/// the level.
void add_level_caution(const Framework& framework, const Comparison& comparison, Facts& facts);

/// Adds, for each two of these levels that ask the same core competences, that a whole core set is
/// not the level; `where` says where their descriptors are compared, empty: by which command.
void add_same_core(const Framework& framework, const std::set<LevelId>& levels,
                   std::string_view where, List& list);

/// Adds what to bear in mind, where there is something.
void add_cautions(List cautions, Document& document);

}  // namespace hcf
