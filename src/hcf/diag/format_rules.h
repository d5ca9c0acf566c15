// SPDX-License-Identifier: Apache-2.0
// The rules that are raised while a document is decoded: they need its format, but no framework
// (spec 2).
#pragma once

#include "hcf/diag/rule_info.h"

#include <span>

namespace hcf::format_rules {

extern const RuleInfo kMissingKind;         ///< no `hcf` key, or not a mapping
extern const RuleInfo kUnknownKind;         ///< `hcf: assesment/1`
extern const RuleInfo kUnsupportedVersion;  ///< `hcf: assessment/9`
extern const RuleInfo kUnreadKind;  ///< a kind that the command does not read, named outright
extern const RuleInfo kUnknownKey;
extern const RuleInfo kMissingKey;
extern const RuleInfo kEmptyValue;
extern const RuleInfo kWrongType;
extern const RuleInfo kUnknownWord;  ///< not in a closed list: basis, mode, evidence type, ...
extern const RuleInfo kImpossibleDate;
extern const RuleInfo kMalformedPeriod;
extern const RuleInfo kMalformedId;  ///< an id that is not kebab-case
extern const RuleInfo kNumberOutOfRange;
extern const RuleInfo kLookAlikeLetters;  ///< Cyrillic or Greek among Latin letters

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::format_rules
