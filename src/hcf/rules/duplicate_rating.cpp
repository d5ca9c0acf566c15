// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    std::vector<const RatingFacts*> first(facts.framework->competences.size());
    for (const RatingFacts& rating : facts.ratings) {
        if (!rating.competence) continue;
        const RatingFacts*& earlier = first[rating.competence->index];
        if (earlier == nullptr) {
            earlier = &rating;
        } else if (earlier->doc->name.value !=
                   rating.doc->name.value) {  // the same key is a duplicate-key already
            emit.report(
                rating.doc->name.span,
                "competence '" + facts.framework->at(*rating.competence).id + "' is rated twice",
                "keep one of them", {{earlier->doc->name.span, "first rated here"}});
        }
    }
}

}  // namespace

constinit const Rule kDuplicateRating = {
    {"duplicate-rating",
     Severity::error,
     "the same competence rated twice under different names",
     {"That each competence is rated once, whichever of its names (id, alias or title) is used.",
      "Of two ratings only one can be true; hcf does not choose.",
      "ratings:\n  hand-hygiene: met\n  Perform hand hygiene to prevent the spread of infection: "
      "not-met",
      "ratings:\n  hand-hygiene: not-met"}},
    check};

}  // namespace hcf
