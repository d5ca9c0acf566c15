// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

#include <algorithm>

namespace hcf {
namespace {

bool is_basis_unread(const AssessmentFacts& facts, const RatingFacts& rating) {
    return was_seen(RatingDoc::mapping(), rating.doc->faulty_keys, "basis") ||
           was_seen(AssessmentDoc::mapping(), facts.doc->faulty_keys, "basis");
}

void check(const AssessmentFacts& facts, Emitter& emit) {
    std::vector<SourceSpan> told;  // an assessor whom many ratings inherit is told once
    for (const RatingFacts& rating : facts.ratings) {
        if (!rating.doc->value || !rating.assessor || rating.basis) continue;
        const SourceSpan at = rating.assessor->span;
        if (std::find(told.begin(), told.end(), at) != told.end()) continue;
        if (is_basis_unread(facts, rating)) continue;
        if (is_the_person(rating.assessor->value.text, *facts.doc)) continue;
        told.push_back(at);
        emit.report(at, "an assessor without a basis counts as the person's own judgement",
                    "say 'basis: supervisor' or 'basis: assessor'");
    }
}

}  // namespace

constinit const Rule kAssessorWithoutBasis = {
    .info = {"assessor-without-basis",
             Severity::warning,
             "an assessor, and nothing says in what capacity they judged",
             {"That a rating whose assessor is somebody else has a `basis`.",
              "No basis counts as self, the weakest: a judgement by somebody else would be counted "
              "for less than it is.",
              "assessor: Bola Example", "assessor: Bola Example\nbasis: supervisor"}},
    .assessment = check};

}  // namespace hcf
