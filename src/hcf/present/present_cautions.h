// SPDX-License-Identifier: Apache-2.0
// What reports about people and roles must not leave unsaid: on what the met rest, and that a whole
// core set is not the level (spec 3, "Assurance").
#pragma once

#include "hcf/model/framework.h"
#include "hcf/report/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hcf {

/// How many of those that count as met rest on little.
struct WeaklyMet {
    std::string_view what = "met";  ///< what they are called: "Of the 12 met, ..."
    std::int64_t all = 0;
    std::int64_t by_themselves = 0;
    std::int64_t without_evidence = 0;
    std::int64_t shown_below = 0;
};

/// Adds how many are self-judged, have no evidence, or were shown below the level asked; nothing
/// for those that none is.
void add_weakly_met(const WeaklyMet& met, List& list);

/// Two levels of practice, the lower first.
using LevelPair = std::pair<LevelId, LevelId>;
[[nodiscard]] LevelPair make_level_pair(LevelId a, LevelId b);

/// "A and B ask the same core competences: a whole core set is not the level."
[[nodiscard]] std::string same_core_text(const Framework& framework, const LevelPair& pair);

/// The same, and that the end of the report shows how they differ where they do.
[[nodiscard]] std::string same_core_caution(const Framework& framework, const LevelPair& pair);

/// The end of such a report: how the descriptors of two levels differ; nothing where they do not.
void add_difference(const Framework& framework, const LevelPair& pair, Document& document);

}  // namespace hcf
