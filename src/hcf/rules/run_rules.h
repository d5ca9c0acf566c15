// SPDX-License-Identifier: Apache-2.0
// The rules that need the whole run: what no single document can know (spec 4).
#pragma once

#include "hcf/diag/rule_info.h"

#include <span>

namespace hcf::run_rules {

extern const RuleInfo kSamePersonTwice;
extern const RuleInfo kAssessorBelowLevel;    ///< below the competence's `assess_at`
extern const RuleInfo kAssessorMayNotAssess;  ///< own rating has `may_assess: false`

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::run_rules
