// SPDX-License-Identifier: Apache-2.0
// People over time, as JSON, as CSV rows and as a page to read (spec 5, "progress").
#pragma once

#include "hcf/analysis/progress.h"
#include "hcf/report/document.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// The tables that CSV offers: what changed, or how readiness went.
enum class ProgressTable { changes, readiness };
template <>
struct Words<ProgressTable> {
    static constexpr std::array<std::string_view, 2> kList = {"changes", "readiness"};
};
[[nodiscard]] std::span<const std::string_view> progress_columns(ProgressTable table);

/// One element of `results`.
[[nodiscard]] Json progress_json(const Framework& framework, const Progress& progress);

/// {competence, before, after, change} of each.
[[nodiscard]] Json changes_json(const Framework& framework,
                                const std::vector<CompetenceChange>& changes);

/// One element of `single`: somebody with one assessment alone.
[[nodiscard]] Json single_json(const Framework& framework, const Person& person,
                               const ProgressPoint& point);

/// The CSV rows of one person, appended.
void progress_records(const Framework& framework, const Progress& progress, ProgressTable table,
                      std::vector<Record>& records);

/// One person to be read: how readiness went, what changed, and by which steps.
[[nodiscard]] Document progress_document(const Framework& framework, const Progress& progress);

/// "3 gained, 1 lapsed"; empty where there are none.
[[nodiscard]] std::string counts_text(const ChangeCounts& counts);

/// What changed, grouped by what happened; a table without rows where nothing did.
[[nodiscard]] Table make_changes_table(const Framework& framework,
                                       const std::vector<CompetenceChange>& changes);

/// A share for each point as one of eight bars, the full one for all and no less, a dot where it is
/// n/a: "▁▄▆█".
[[nodiscard]] std::string sparkline(std::span<const ProgressPoint> points);

}  // namespace hcf
