// SPDX-License-Identifier: Apache-2.0
// Who holds a competence, as JSON, as CSV rows and as a page to read (spec 5, "find").
#pragma once

#include "hcf/analysis/find.h"
#include "hcf/report/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace hcf {

/// The columns of the CSV.
[[nodiscard]] std::span<const std::string_view> find_columns();

/// One element of `holders`, and one of `near`.
[[nodiscard]] Json holder_json(const Framework& framework, const FoundPerson& found);
[[nodiscard]] Json near_json(const Framework& framework, const FoundPerson& found);

/// The CSV row of somebody who holds it or is near.
[[nodiscard]] Record find_record(const Framework& framework, const FoundPerson& found);

/// What `hcf find` found, to be read: the holders in the order in which they were read, then who is
/// nearest.
[[nodiscard]] Document find_document(const Framework& framework, const FindQuestion& question,
                                     const FindCounts& counts,
                                     const std::vector<FoundPerson>& holders,
                                     const std::vector<FoundPerson>& near);

/// The question and the counts, for the end of the JSON.
[[nodiscard]] Json find_counts_json(const FindCounts& counts);

}  // namespace hcf
