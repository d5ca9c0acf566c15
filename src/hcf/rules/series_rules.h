// SPDX-License-Identifier: Apache-2.0
// The rules about assessments that are compared over time; cli/people.cpp checks them while it
// reads.
#pragma once

#include "hcf/diag/rule_info.h"

#include <span>

namespace hcf::series_rules {

extern const RuleInfo kUndatedAssessment;
extern const RuleInfo kIncomparableFramework;

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::series_rules
