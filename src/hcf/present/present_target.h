// SPDX-License-Identifier: Apache-2.0
// What people are held against, as JSON and in words (spec 5, "target").
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/report/document.h"

#include <string>

namespace hcf {

/// {"kind", "role", "level"}.
[[nodiscard]] Json target_json(const Framework& framework, const Target& target);

/// "their own role and level", "Autonomous Level Practice", "Nurse Educator at ...".
[[nodiscard]] std::string target_text(const Framework& framework, const Person& person,
                                      const Target& target);

}  // namespace hcf
