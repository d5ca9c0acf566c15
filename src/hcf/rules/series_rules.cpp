// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/series_rules.h"

#include <array>

namespace hcf::series_rules {

constinit const RuleInfo kUndatedAssessment = {
    "undated-assessment",
    Severity::error,
    "an assessment without a day, where one is compared with another",
    {"That an assessment which `progress` reads, or `review --since`, has an `assessed`: the "
     "document's own, or that of a rating with a value. Other commands do without.",
     "Without a day nobody can tell what came first, and a loss would be read as a gain.",
     "hcf: assessment/1    # no assessed, here or in any rating", "assessed: 2026-10-01"}};

constinit const RuleInfo kIncomparableFramework = {
    "incomparable-framework",
    Severity::error,
    "an assessment against another framework, where one is compared with another",
    {"That an assessment which `progress` reads, or `review --since`, names the framework that is "
     "loaded, or none. Another version of it is told in the report and no error.",
     "What two frameworks ask is not the same thing, even under the same id: a difference between "
     "them would be read as a change in the person.",
     "framework: another-framework 2    # while clinical-homecare is loaded",
     "framework: clinical-homecare 4.5"}};

namespace {
constexpr std::array kAll = {&kUndatedAssessment, &kIncomparableFramework};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::series_rules
