// SPDX-License-Identifier: Apache-2.0
// When what is met runs out.
#pragma once

#include "hcf/analysis/gap.h"

#include <optional>

namespace hcf {

/// The last day on which a met row holds: its own rating's, or that of the competence that it is
/// met through; nothing where no day is known.
[[nodiscard]] std::optional<Date> runs_out_on(const Framework& framework,
                                              const Assessment& assessment, const GapRow& row);

}  // namespace hcf
