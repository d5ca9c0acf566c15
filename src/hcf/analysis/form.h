// SPDX-License-Identifier: Apache-2.0
// What a sheet to assess against asks, and what is known so far (spec 4, "form"; ADR 0018).
#pragma once

#include "hcf/analysis/gap.h"

#include <optional>
#include <vector>

namespace hcf {

/// A line of a sheet: a competence that is asked, and where somebody stands with it.
struct FormRow {
    Requirement asked;
    std::optional<GapRow> now;  ///< nothing on a blank sheet
};

/// A sheet about a target, blank or about one person. Views the assessment and is valid as long as
/// it is.
struct FormSheet {
    const Assessment* assessment = nullptr;  ///< nothing: blank
    Target target;
    bool core_only = false;
    std::vector<LevelId> same_core_as;  ///< in framework order
    std::vector<ScaleId> scales;        ///< the one to rate on first, then those that `needs` name
    std::vector<FormRow> rows;          ///< in framework order
};

/// A blank sheet, to be rated on a scale. Requires: the target is a level or a role.
[[nodiscard]] FormSheet make_blank_form(const Framework& framework, const Target& target,
                                        ScaleId scale);

/// A sheet with what the assessment says.
[[nodiscard]] FormSheet make_form(const Framework& framework, const Assessment& assessment,
                                  const Target& target, const JudgeOptions& options);

}  // namespace hcf
