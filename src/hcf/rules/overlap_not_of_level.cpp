// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    for (const OverlapFacts& overlap : facts.overlaps) {
        if (!overlap.level) continue;
        const Level& level = facts.framework->at(*overlap.level);
        for (const auto& [id, span] : overlap.competences) {
            const Competence& competence = facts.framework->at(id);
            if (competence.kind != CompetenceKind::core || level.core_set.contains(id)) continue;
            emit.report(span,
                        "the level '" + level.id + "' does not ask the core competence '" +
                            competence.id + "'",
                        "it is asked of the person all the same",
                        {{overlap.doc->level->span, "the level"}});
        }
    }
}

}  // namespace

constinit const Rule kOverlapNotOfLevel = {
    .info = {"overlap-not-of-level",
             Severity::warning,
             "an overlap with a core competence that its level does not ask",
             {"That the core competences of an overlap are marked for the overlap's level.",
              "An overlap is work of another level. What that level does not ask is more often a "
              "slip in the level than a wish.",
              "overlaps: [{level: associate, competences: [implement-change]}]",
              "overlaps: [{level: advanced, competences: [implement-change]}]"}},
    .assessment = check};

}  // namespace hcf
