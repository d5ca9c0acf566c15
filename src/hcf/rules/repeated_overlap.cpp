// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

#include <optional>

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    std::vector<std::optional<SourceSpan>> first(facts.framework->competences.size());
    for (const OverlapFacts& overlap : facts.overlaps) {
        for (const auto& [id, span] : overlap.competences) {
            if (first[id.index]) {
                emit.report(span,
                            "'" + facts.framework->at(id).id + "' stands in the overlaps already",
                            "keep one; the higher level is asked",
                            {{*first[id.index], "first named here"}});
            } else {
                first[id.index] = span;
            }
        }
    }
}

}  // namespace

constinit const Rule kRepeatedOverlap = {
    .info = {"repeated-overlap",
             Severity::warning,
             "a competence that stands in the overlaps twice",
             {"That a person's overlaps name each competence once, whichever of its names is used.",
              "A competence is asked at one level. Of two, the higher one is taken, and the other "
              "entry only misleads its reader.",
              "overlaps: [{level: enhanced, competences: [hand-hygiene, hand-hygiene]}]",
              "overlaps: [{level: enhanced, competences: [hand-hygiene]}]"}},
    .assessment = check};

}  // namespace hcf
