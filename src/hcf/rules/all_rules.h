// SPDX-License-Identifier: Apache-2.0
// The declarations of the listed rules; a rule's file includes it, so that a rule that nobody
// listed does not compile under -Wmissing-variable-declarations (Clang).
#pragma once

#include "hcf/rules/rule.h"

namespace hcf {

#define HCF_RULE(name) extern const Rule name;
#include "hcf/rules/all_rules.inc"
#undef HCF_RULE

}  // namespace hcf
