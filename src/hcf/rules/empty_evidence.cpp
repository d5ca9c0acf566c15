// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    for (const RatingFacts& rating : facts.ratings) {
        for (const EvidenceDoc& evidence : rating.doc->evidence) {
            if (evidence.is_short || evidence.seen_keys != 0) continue;
            emit.report(evidence.at, "the evidence says nothing",
                        "give a title, a type, a date or a reference");
        }
    }
}

}  // namespace

constinit const Rule kEmptyEvidence = {
    {"empty-evidence",
     Severity::error,
     "an item of evidence that says nothing",
     {"That every item of evidence has a title, a type, a date or a reference.",
      "Evidence is counted; an empty item would make a bare claim look shown.", "evidence: [{}]",
      "evidence: [Observed at three home visits]"}},
    check};

}  // namespace hcf
