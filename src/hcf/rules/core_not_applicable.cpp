// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const JudgedAssessment& judged, Emitter& emit) {
    for (const JudgedRating& one : judged.ratings) {
        if (!one.rating.value || !one.rating.value->not_applicable) continue;
        const Competence& competence = judged.facts->framework->at(one.rating.competence);
        if (competence.kind != CompetenceKind::core) continue;
        emit.report(one.facts->doc->value->span,
                    "the core competence '" + competence.id + "' is said to be not applicable",
                    "the framework asks core competences of all staff at its levels: make sure of "
                    "it");
    }
}

}  // namespace

constinit const Rule kCoreNotApplicable = {
    .info = {"core-not-applicable",
             Severity::warning,
             "a core competence that is said to be not applicable",
             {"That no core competence is rated `not-applicable`, whether the person's own level "
              "asks it or another does.",
              "What is not applicable is left out of every count, and the framework asks core "
              "competences of all staff.",
              "hand-hygiene: {value: not-applicable, note: Works by telephone}",
              "hand-hygiene: {value: met, evidence: [Hand hygiene update]}"}},
    .judged = check};

}  // namespace hcf
