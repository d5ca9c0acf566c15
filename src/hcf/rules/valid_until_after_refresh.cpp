// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const JudgedAssessment& judged, Emitter& emit) {
    const Framework& framework = *judged.facts->framework;
    for (const JudgedRating& one : judged.ratings) {
        const Competence& competence = framework.at(one.rating.competence);
        const auto& until = one.facts->doc->valid_until;
        if (!until || !competence.refresh || !one.rating.assessed) continue;
        if (!says_met(framework, one.rating)) continue;
        const Date last_day = *last_valid_day(competence, one.rating);
        if (until->value <= last_day) continue;
        emit.report(until->span,
                    "valid_until " + to_string(until->value) + " is later than the refresh of '" +
                        competence.id + "' allows",
                    "it counts until " + to_string(last_day) + ", " +
                        to_string(*competence.refresh) + " after it was assessed",
                    {{one.facts->assessed->span, "assessed here"}});
    }
}

}  // namespace

constinit const Rule kValidUntilAfterRefresh = {
    .info = {"valid-until-after-refresh",
             Severity::warning,
             "a rating that claims to last longer than the competence's refresh",
             {"That the `valid_until` of a met is not later than the day on which it was assessed "
              "plus the competence's `refresh`.",
              "The earlier day counts. Whoever reads the file alone would trust the later one.",
              "hand-hygiene: {value: met, assessed: 2026-09-12, valid_until: 2029-09-12}    # with "
              "a refresh of P1Y",
              "hand-hygiene: {value: met, assessed: 2026-09-12, valid_until: 2027-09-12}"}},
    .judged = check};

}  // namespace hcf
