// SPDX-License-Identifier: Apache-2.0
// The rules about the files that a team names; load/team_members.cpp checks them while it looks for
// the files.
#pragma once

#include "hcf/diag/rule_info.h"

#include <span>

namespace hcf::member_rules {

extern const RuleInfo kMissingMember;
extern const RuleInfo kMemberOutsideTree;
extern const RuleInfo kEmptyMemberPattern;  ///< a glob or a directory that leads to no file
extern const RuleInfo kMemberNotAssessment;

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::member_rules
