// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

bool is_date_unread(const JudgedAssessment& judged, const JudgedRating& one) {
    const RatingDoc& doc = *one.facts->doc;
    return was_seen(RatingDoc::mapping(), doc.faulty_keys, "assessed") ||
           was_seen(RatingDoc::mapping(), doc.faulty_keys, "valid_until") ||
           was_seen(AssessmentDoc::mapping(), judged.facts->doc->faulty_keys, "assessed");
}

void check(const JudgedAssessment& judged, Emitter& emit) {
    for (const JudgedRating& one : judged.ratings) {
        if (one.doubt != Doubt::undated || is_date_unread(judged, one)) continue;
        const Competence& competence = judged.facts->framework->at(one.rating.competence);
        emit.report(one.facts->doc->value->span,
                    "'" + competence.id + "' lasts " + to_string(*competence.refresh) +
                        ", and nothing says since when",
                    "give the day on which it was assessed");
    }
}

}  // namespace

constinit const Rule kUndatedRating = {
    .info = {"undated-rating",
             Severity::warning,
             "a rating without a date, of a competence that has to be refreshed",
             {"That a rating which says met or not applicable has a date (`assessed`, its own or "
              "the document's, or `valid_until`) where the competence has a `refresh`.",
              "Without a date nobody can tell whether it has run out, so it is not counted as met.",
              "hand-hygiene: met    # with a refresh of P1Y, and no date in the document",
              "hand-hygiene: {value: met, assessed: 2026-09-12}"}},
    .judged = check};

}  // namespace hcf
