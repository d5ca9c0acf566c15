// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const JudgedAssessment& judged, Emitter& emit) {
    const Framework& framework = *judged.facts->framework;
    for (const JudgedRating& one : judged.ratings) {
        if (one.status != Status::met && one.status != Status::unconfirmed) continue;
        if (!says_met(framework, one.rating) || !one.facts->doc->evidence.empty()) continue;
        if (was_seen(RatingDoc::mapping(), one.facts->doc->faulty_keys, "evidence")) continue;
        emit.report(one.facts->doc->value->span,
                    "'" + framework.at(one.rating.competence).id + "' is met without evidence",
                    "say what shows it, as evidence");
    }
}

}  // namespace

constinit const Rule kMetWithoutEvidence = {
    .info = {"met-without-evidence",
             Severity::warning,
             "a met that nothing shows",
             {"That a rating which counts as met, and has not expired, has evidence.",
              "Without evidence a met is somebody's word; nobody can look at it again when it is "
              "doubted.",
              "hand-hygiene: met",
              "hand-hygiene: {value: met, evidence: [Observed at three home visits]}"}},
    .judged = check};

}  // namespace hcf
