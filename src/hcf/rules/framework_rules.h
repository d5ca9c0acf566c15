// SPDX-License-Identifier: Apache-2.0
// The rules about a framework and its overlays; load/build_framework.cpp checks them while it puts
// the parts together.
#pragma once

#include "hcf/diag/rule_info.h"

#include <span>

namespace hcf::framework_rules {

extern const RuleInfo kFrameworkIncomplete;  ///< no card, no level, no competence
extern const RuleInfo kDuplicateCard;        ///< two documents carry `framework`
extern const RuleInfo kDuplicateName;        ///< an id, alias or title that is another's
extern const RuleInfo kCoreWithoutLevels;    ///< a core competence that no level asks
extern const RuleInfo kLevelsOfRoleKind;     ///< a role competence with levels
extern const RuleInfo kRoleWithoutLevel;     ///< a role that stands at no level
extern const RuleInfo kRepeatedItem;         ///< the same thing twice in one list
extern const RuleInfo kSupersedesCycle;
extern const RuleInfo kAmbiguousNeeds;   ///< a value without a scale that several scales have
extern const RuleInfo kEssentialCore;    ///< essential: false on what the level already asks
extern const RuleInfo kReservedValue;    ///< a scale that defines not-applicable
extern const RuleInfo kOverlaySoftens;   ///< an overlay that takes away or changes what counts
extern const RuleInfo kOverlayConflict;  ///< two overlays that say different things of one

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::framework_rules
