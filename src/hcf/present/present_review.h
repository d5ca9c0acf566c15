// SPDX-License-Identifier: Apache-2.0
// The form of an appraisal: as a page to fill in and to sign, as JSON and as CSV rows.
#pragma once

#include "hcf/analysis/review.h"
#include "hcf/report/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace hcf {

/// The columns of the CSV.
[[nodiscard]] std::span<const std::string_view> review_columns();

/// One element of `results`.
[[nodiscard]] Json review_json(const Framework& framework, const Review& review);

/// The CSV rows of one person, appended: plans, what runs out, and what is needed.
void review_records(const Framework& framework, const Review& review, std::vector<Record>& records);

/// One form, with what is known filled in and lines for what is to be said, agreed and signed.
[[nodiscard]] Document review_document(const Framework& framework, const Review& review,
                                       Date as_of);

}  // namespace hcf
