// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void report(const Given<FreeText>& supervisor, const AssessmentDoc& doc, Emitter& emit) {
    if (!supervisor || !is_the_person(supervisor->value.text, doc)) return;
    emit.report(supervisor->span, "the supervisor is the person", "name somebody else");
}

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (facts.doc->supervision) report(facts.doc->supervision->supervisor, *facts.doc, emit);
    for (const RatingFacts& rating : facts.ratings) {
        if (rating.doc->plan) report(rating.doc->plan->supervisor, *facts.doc, emit);
    }
}

}  // namespace

constinit const Rule kSupervisorIsPerson = {
    {"supervisor-is-person",
     Severity::error,
     "a person who supervises themselves",
     {"That the supervisor of a person, or of a plan, is somebody else (another id, another name).",
      "The draft asks for a plan along with the necessary supervision; nobody is their own.",
      "person: {id: EHC-0042, name: Alice Example}\nsupervision: {supervisor: Alice Example}",
      "person: {id: EHC-0042, name: Alice Example}\nsupervision: {supervisor: Bola Example}"}},
    check};

}  // namespace hcf
