// SPDX-License-Identifier: Apache-2.0
// The differences between two frameworks for readers and for programs (spec 5, "framework diff").
#pragma once

#include "hcf/analysis/framework_diff.h"
#include "hcf/report/document.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hcf {

/// {"id", "title", "version", "status", "date", "overlays"}: which framework it is.
[[nodiscard]] Json framework_card_json(const Framework& framework);

/// The people that were looked at.
struct AffectedPeople {
    bool was_asked = false;  ///< paths were given
    std::size_t read = 0;
    std::vector<AffectedPerson> affected;
};

[[nodiscard]] ReportHead framework_diff_head(const Framework& from, const Framework& to,
                                             Date as_of);

[[nodiscard]] ReportPart framework_diff_part(const Framework& from, const Framework& to,
                                             std::span<const FrameworkChange> changes);

/// Who is affected; without `skipped`, which the caller knows.
[[nodiscard]] ReportTail framework_diff_tail(const Framework& from, const Framework& to,
                                             const AffectedPeople& people, Date as_of);

}  // namespace hcf
