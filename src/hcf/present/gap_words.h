// SPDX-License-Identifier: Apache-2.0
// What a row of a gap analysis says of its rating, its evidence and its plan, for every report that
// shows such rows.
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/report/document.h"

#include <optional>
#include <string>

namespace hcf {

/// What is said of a rating, as ids and words; empty where it is not said.
struct RatingWords {
    std::string value;
    std::string shown_at;
    std::string basis;
    std::string assessor;
    std::optional<Date> assessed;
};

/// Requires: the rating has a value.
[[nodiscard]] RatingWords words_of(const Framework& framework, const Rating& rating);

/// [{type, title, date, ref}]
[[nodiscard]] Json evidence_list_json(const Rating& rating);

/// "Three home visits (2026-09-18); Comments from two families (2026-09-25)".
[[nodiscard]] std::string evidence_titles(const Rating& rating);

/// "zero-to-six/4": the value that is needed; empty where none is.
[[nodiscard]] std::string needs_text(const Framework& framework, const GapRow& row);

/// "Join the forum; due 2027-01-31; supervised by Bola Example", or "no plan".
[[nodiscard]] std::string plan_text(const GapRow& row);

}  // namespace hcf
