// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/suppression_rules.h"

#include <array>

namespace hcf::suppression_rules {

constinit const RuleInfo kUnusedSuppression = {
    "unused-suppression",
    Severity::warning,
    "a comment that silences nothing",
    {"That every `# hcf: ignore RULE -- reason` names a rule that is a warning, and stands on a "
     "line with such a warning, or alone on the line above one. Errors cannot be silenced.",
     "A comment that was left behind would silence the next warning of its kind, which nobody has "
     "looked at.",
     "level: supportive    # hcf: ignore met-without-eviden -- a slip of the pen",
     "level: supportive"}};

constinit const RuleInfo kSuppressionWithoutReason = {
    "suppression-without-reason",
    Severity::warning,
    "a warning is silenced, and nothing says why",
    {"That every `# hcf: ignore RULE` goes on with ` -- ` and a reason.",
     "Whoever reads the file next has to know whether the warning was weighed or only in the way.",
     "hand-hygiene: met    # hcf: ignore met-without-evidence",
     "hand-hygiene: met    # hcf: ignore met-without-evidence -- the evidence is kept on paper"}};

namespace {
constexpr std::array kAll = {&kUnusedSuppression, &kSuppressionWithoutReason};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::suppression_rules
