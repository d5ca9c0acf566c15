// SPDX-License-Identifier: Apache-2.0
// The staffing of a service as JSON, as CSV rows and as a page to read (spec 5, "staffing").
#pragma once

#include "hcf/analysis/staffing.h"
#include "hcf/analysis/what_if.h"
#include "hcf/model/catalogue.h"
#include "hcf/model/service.h"
#include "hcf/model/team.h"
#include "hcf/present/present_team.h"
#include "hcf/report/document.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Which table the CSV is.
enum class StaffingTable { seats, competences };
template <>
struct Words<StaffingTable> {
    static constexpr std::array<std::string_view, 2> kList = {"seats", "competences"};
};

/// A course that is taken as completed.
struct Completion {
    const Course* course = nullptr;
    std::string person_id;  ///< empty: by everybody
};

/// What was supposed, and what would come of it.
struct Supposed {
    std::vector<std::string> files;     ///< as they were named
    std::vector<Catalogue> catalogues;  ///< whose courses `completed` views
    std::vector<Completion> completed;
    WhatIf what_if;
};

/// A team beside a service.
struct StaffedTeam {
    Team team;
    std::vector<StaffingMember> members;
    std::vector<MissingMember> missing;
    Staffing staffing;  ///< views `members`
    std::optional<Supposed> supposed;
};

/// Everything that the report tells.
struct StaffingReport {
    Service service;
    ServiceDemand demand;
    std::optional<StaffedTeam> team;  ///< nothing: only what the service asks
};

/// The columns of a table; that of seats has more where something was supposed.
[[nodiscard]] std::span<const std::string_view> staffing_columns(StaffingTable table,
                                                                 bool is_supposed);

/// An element of `posts`.
[[nodiscard]] Json post_json(const Framework& framework, const StaffingReport& report,
                             std::size_t post);

/// The other fields of the report.
[[nodiscard]] Json staffing_fields(const Framework& framework, const StaffingReport& report);

/// The rows of the seats from number `begin` to `end` (from 0, not included) of a post.
[[nodiscard]] std::vector<Record> seat_records(const Framework& framework,
                                               const StaffingReport& report, std::size_t post,
                                               std::int64_t begin, std::int64_t end);

/// The rows of the competences that the service asks.
[[nodiscard]] std::vector<Record> asked_records(const Framework& framework,
                                                const StaffingReport& report);

/// The page: what came out, what was supposed, who sits where, why seats stay empty, who is
/// nearest.
[[nodiscard]] Document staffing_document(const Framework& framework, const StaffingReport& report);

}  // namespace hcf
