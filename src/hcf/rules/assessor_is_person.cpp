// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/vocabulary.h"
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

/// One cause, one report: a pair that is inherited by many ratings is told once.
struct Pair {
    SourceSpan assessor;
    SourceSpan basis;
};

bool told(const std::vector<Pair>& pairs, const Pair& pair) {
    for (const Pair& known : pairs) {
        if (known.assessor == pair.assessor && known.basis == pair.basis) return true;
    }
    return false;
}

void check(const AssessmentFacts& facts, Emitter& emit) {
    std::vector<Pair> pairs;
    for (const RatingFacts& rating : facts.ratings) {
        if (!rating.doc->value || !rating.assessor || !rating.basis ||
            rating.basis->value == Basis::self)
            continue;
        const Pair pair = {rating.assessor->span, rating.basis->span};
        if (told(pairs, pair) || !is_the_person(rating.assessor->value.text, *facts.doc)) continue;
        pairs.push_back(pair);
        const bool basis_is_own = rating.doc->basis && !rating.doc->assessor;
        emit.report(basis_is_own ? pair.basis : pair.assessor,
                    "the assessor is the person, but the basis is '" +
                        std::string(to_string(rating.basis->value)) + "'",
                    "name who judged, or say 'basis: self'",
                    {{basis_is_own ? pair.assessor : pair.basis,
                      basis_is_own ? "the assessor" : "the basis"}});
    }
}

}  // namespace

constinit const Rule kAssessorIsPerson = {
    {"assessor-is-person",
     Severity::error,
     "a person who assessed themselves on a basis other than self",
     {"That where the assessor is the person (the same id, or the same name), the basis is `self`.",
      "One's own judgement must not pass for that of a supervisor or an assessor.",
      "person: {id: EHC-0042, name: Alice Example}\nassessor: Alice Example\nbasis: supervisor",
      "person: {id: EHC-0042, name: Alice Example}\nassessor: Alice Example\nbasis: self"}},
    check};

}  // namespace hcf
