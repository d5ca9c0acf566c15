// SPDX-License-Identifier: Apache-2.0
// The rules of validate, explained.
#pragma once

#include "hcf/diag/rule_info.h"
#include "hcf/report/document.h"

#include <vector>

namespace hcf {

/// Envelope and columns of a list of rules (`hcf.rules/1`).
[[nodiscard]] ReportHead rules_head();

/// The rules; in full with their explanations, else a line each; with a title where they are all of
/// them.
[[nodiscard]] ReportPart rules_part(const std::vector<const RuleInfo*>& rules, bool in_full,
                                    bool is_all);

}  // namespace hcf
