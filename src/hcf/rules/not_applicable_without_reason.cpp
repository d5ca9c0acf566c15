// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    for (const RatingFacts& rating : facts.ratings) {
        if (!rating.value || !rating.value->not_applicable) continue;
        if (was_seen(RatingDoc::mapping(), rating.doc->seen_keys, "note")) continue;
        emit.report(rating.doc->value->span, "'not-applicable' needs a reason",
                    "give it as a note");
    }
}

}  // namespace

constinit const Rule kNotApplicableWithoutReason = {
    {"not-applicable-without-reason",
     Severity::error,
     "not applicable, and nobody says why",
     {"That a rating of `not-applicable` has a `note` that gives the reason.",
      "What is not applicable is left out of every count; that must not happen in silence.",
      "filing-systems: not-applicable",
      "filing-systems: {value: not-applicable, note: Records are kept by the hub}"}},
    check};

}  // namespace hcf
