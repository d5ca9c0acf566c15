// SPDX-License-Identifier: Apache-2.0
// Many people as JSON, as CSV rows and as a page to read (spec 5, "summary"). What is withheld is
// not in the summary any more when it comes here.
#pragma once

#include "hcf/analysis/summary.h"
#include "hcf/report/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace hcf {

/// Which table the CSV is.
enum class SummaryTable { groups, competences };
template <>
struct Words<SummaryTable> {
    static constexpr std::array<std::string_view, 2> kList = {"groups", "competences"};
};

[[nodiscard]] std::span<const std::string_view> summary_columns(SummaryTable table);

/// An element of `groups` each.
[[nodiscard]] std::vector<Json> summary_groups_json(const Summary& summary);

/// The other fields of the report, but for `skipped`.
[[nodiscard]] Json summary_fields(const Framework& framework, const Summary& summary);

/// The rows of one of the tables.
[[nodiscard]] std::vector<Record> summary_records(const Framework& framework,
                                                  const Summary& summary, SummaryTable table);

/// The page; `left_out`: files and documents that are in no figure.
[[nodiscard]] Document summary_document(const Framework& framework, const Summary& summary,
                                        std::size_t left_out);

}  // namespace hcf
