// SPDX-License-Identifier: Apache-2.0
// A portfolio of evidence as JSON, as CSV rows and as a page to read.
#pragma once

#include "hcf/analysis/portfolio.h"
#include "hcf/report/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace hcf {

/// The columns of the CSV.
[[nodiscard]] std::span<const std::string_view> portfolio_columns();

/// One element of `results`; ages are those of `as_of`.
[[nodiscard]] Json portfolio_json(const Framework& framework, const Portfolio& portfolio,
                                  Date as_of);

/// The CSV rows of one person, appended: one for each piece of evidence, and one for each
/// competence that is asked and has none.
void portfolio_records(const Framework& framework, const Portfolio& portfolio, Date as_of,
                       std::vector<Record>& records);

/// One portfolio to be read: what there is, what has none, what belongs to nothing asked.
[[nodiscard]] Document portfolio_document(const Framework& framework, const Portfolio& portfolio,
                                          Date as_of);

}  // namespace hcf
