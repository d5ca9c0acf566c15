// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    for (const RatingFacts& rating : facts.ratings) {
        const auto& until = rating.doc->valid_until;
        if (!until || !rating.assessed || until->value >= rating.assessed->value) continue;
        emit.report(until->span,
                    "valid_until " + to_string(until->value) + " is before assessed " +
                        to_string(rating.assessed->value),
                    {}, {{rating.assessed->span, "assessed here"}});
    }
}

}  // namespace

constinit const Rule kValidUntilBeforeAssessed = {
    {"valid-until-before-assessed",
     Severity::error,
     "a rating that ran out before it was made",
     {"That `valid_until` is not before the day on which the rating was made.",
      "One of the two dates is wrong, and the rating may be thought to hold when it does not.",
      "assessed: 2026-09-12\nvalid_until: 2026-09-01",
      "assessed: 2026-09-12\nvalid_until: 2027-09-12"}},
    check};

}  // namespace hcf
