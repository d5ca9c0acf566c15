// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/run_rules.h"

#include <array>

namespace hcf::run_rules {

constinit const RuleInfo kSamePersonTwice = {
    "same-person-twice",
    Severity::error,
    "the same person in two documents",
    {"That a person's id stands in one document of a run; `validate` allows several that were "
     "assessed on different days.",
     "Somebody counted twice makes a team look better staffed than it is.",
     "alice.yaml and copy-of-alice.yaml, both with person.id EHC-0042", "alice.yaml alone"}};

namespace {
constexpr std::array kAll = {&kSamePersonTwice};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::run_rules
