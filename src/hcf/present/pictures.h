// SPDX-License-Identifier: Apache-2.0
// Reports to look at: what of an analysis is drawn, for the formats that draw (ADR 0023). What a
// picture counts is what the report counts. Private to present/.
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/report/document.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

struct Comparable;
struct Pathway;
struct Portfolio;
struct Progress;
struct Review;
struct StaffingReport;
struct TeamCell;
struct TeamCoverage;

/// What a status comes to; desirable ones are aside.
[[nodiscard]] Mark mark_of(Status status, const std::optional<Assurance>& assurance,
                           bool is_essential);

/// What is essential, theme by theme, with its figures.
[[nodiscard]] Picture readiness_ring(const Framework& framework, const GapAnalysis& analysis);

/// The levels, and where the person stands.
[[nodiscard]] Picture level_ladder(const Framework& framework, const GapAnalysis& analysis);

/// People by what is asked of anybody; `names` are those of the members, `signs` the letter of a
/// cell.
[[nodiscard]] Picture team_heat_map(const Framework& framework, const TeamCoverage& coverage,
                                    const std::vector<std::string>& names,
                                    const std::vector<CompetenceId>& asked,
                                    std::string_view (*sign_of)(const TeamCell&));

/// What runs out in the period that the report tells, and when what is planned is due.
[[nodiscard]] Picture team_timeline(const Framework& framework, const TeamCoverage& coverage,
                                    const std::vector<std::string>& names, Date as_of);
[[nodiscard]] Picture review_timeline(const Framework& framework, const Review& review, Date as_of);
[[nodiscard]] Picture portfolio_timeline(const Framework& framework, const Portfolio& portfolio,
                                         Date as_of);

/// Readiness and assurance, day by day.
[[nodiscard]] Picture readiness_curve(const Progress& progress);

/// Seats and those who could take them, post by post. Requires: there is a team.
[[nodiscard]] Picture seats_supply(const StaffingReport& report);

/// The steps of a path.
[[nodiscard]] Picture pathway_steps(const std::string& start, const std::vector<std::string>& steps,
                                    const Pathway& pathway);

/// Groups of roles on their levels, and a line from each to those that it is most similar to.
[[nodiscard]] Picture role_map(const Framework& framework, std::span<const Comparable> firsts,
                               const std::vector<std::string>& names);

}  // namespace hcf
