// SPDX-License-Identifier: Apache-2.0
// The framework for readers and for programs: levels, competences, roles, the matrix, one of them
// (spec 5, "show").
#pragma once

#include "hcf/model/framework.h"
#include "hcf/report/document.h"

#include <optional>
#include <vector>

namespace hcf {

/// What of the framework is shown.
enum class FrameworkView { overview, levels, competences, roles, matrix, items };

/// For `items`: the ones named, of any kind.
struct FrameworkItems {
    std::optional<LevelId> level;
    std::optional<CompetenceId> competence;
    std::optional<RoleId> role;
};

/// A whole report: envelope and columns, the part, and the lists that come at the end.
struct FrameworkReport {
    ReportHead head;
    ReportPart part;
    ReportTail tail;
};

[[nodiscard]] FrameworkReport present_framework(const Framework& framework, FrameworkView view,
                                                const FrameworkItems& items, Date as_of);

}  // namespace hcf
