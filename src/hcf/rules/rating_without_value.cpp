// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    const MappingSpec& spec = RatingDoc::mapping();
    for (const RatingFacts& rating : facts.ratings) {
        const RatingDoc& doc = *rating.doc;
        if (doc.value || was_seen(spec, doc.seen_keys, "value") ||
            was_seen(spec, doc.seen_keys, "plan"))
            continue;
        emit.report(doc.name.span, "the rating has neither a value nor a plan",
                    "leave it out while it is not assessed");
    }
}

}  // namespace

constinit const Rule kRatingWithoutValue = {
    {"rating-without-value",
     Severity::error,
     "a rating with neither a value nor a plan",
     {"That every rating has a value, or a plan while there is none.",
      "An entry that says nothing looks like an assessment that was made.",
      "hand-hygiene: {assessed: 2026-09-12}", "hand-hygiene: {assessed: 2026-09-12, value: met}"}},
    check};

}  // namespace hcf
