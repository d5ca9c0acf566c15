// SPDX-License-Identifier: Apache-2.0
// The rules about comments that silence a warning: `# hcf: ignore RULE -- reason` (spec 4).
#pragma once

#include "hcf/diag/rule_info.h"

#include <span>

namespace hcf::suppression_rules {

extern const RuleInfo kUnusedSuppression;         ///< silences nothing
extern const RuleInfo kSuppressionWithoutReason;  ///< does not say why

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::suppression_rules
