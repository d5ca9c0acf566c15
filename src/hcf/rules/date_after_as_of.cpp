// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void report(const Located<Date>& date, Date as_of, Emitter& emit) {
    if (date.value <= as_of) return;
    emit.report(date.span,
                to_string(date.value) + " is after the day of the report, " + to_string(as_of));
}

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (facts.doc->assessed) report(*facts.doc->assessed, facts.as_of, emit);
    for (const RatingFacts& rating : facts.ratings) {
        if (rating.doc->assessed) report(*rating.doc->assessed, facts.as_of, emit);
        for (const EvidenceDoc& evidence : rating.doc->evidence) {
            if (evidence.date) report(*evidence.date, facts.as_of, emit);
        }
    }
}

}  // namespace

constinit const Rule kDateAfterAsOf = {
    {"date-after-as-of",
     Severity::error,
     "a rating or evidence from a day that has not come yet",
     {"That no rating and no evidence is dated after the day of the report (`--as-of`, else "
      "today).",
      "A judgement cannot have been made tomorrow; a slip in the year would make a rating last too "
      "long.",
      "assessed: 2062-10-01", "assessed: 2026-10-01"}},
    check};

}  // namespace hcf
