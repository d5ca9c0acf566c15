// SPDX-License-Identifier: Apache-2.0
// Where a person stands, as JSON, as CSV rows and as a page to read (spec 5, "fit").
#pragma once

#include "hcf/analysis/fit.h"
#include "hcf/report/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace hcf {

/// The columns of the CSV.
[[nodiscard]] std::span<const std::string_view> fit_columns();

/// One element of `results`.
[[nodiscard]] Json fit_json(const Framework& framework, const FitTargets& targets,
                            const FitAnalysis& analysis);

/// The CSV rows of one person, appended: every level, then every role at each of its levels.
void fit_records(const Framework& framework, const FitTargets& targets, const FitAnalysis& analysis,
                 std::vector<Record>& records);

/// One person to be read: where they stand on the ladder of levels, the roles, those that come
/// next, and what is missing.
[[nodiscard]] Document fit_document(const Framework& framework, const FitTargets& targets,
                                    const FitAnalysis& analysis);

/// The end of a report: how the levels that ask the same core competences differ.
[[nodiscard]] Document fit_closing(const Framework& framework);

}  // namespace hcf
