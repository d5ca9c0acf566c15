// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void report(const JudgedAssessment& judged, const JudgedRating& one, Emitter& emit) {
    const RatingDoc& doc = *one.facts->doc;
    const Competence& competence = judged.facts->framework->at(one.rating.competence);
    const Date last_day = *last_valid_day(competence, one.rating);
    const std::string help = "assess it again";
    if (doc.valid_until && doc.valid_until->value == last_day) {
        emit.report(doc.valid_until->span,
                    "'" + competence.id + "' was valid until " + to_string(last_day), help);
        return;
    }
    emit.report(doc.value->span,
                "'" + competence.id + "' was valid until " + to_string(last_day) +
                    ": a met of it lasts " + to_string(*competence.refresh),
                help, {{one.facts->assessed->span, "assessed here"}});
}

/// That is an error of its own: one of the two days is wrong.
bool ends_before_it_begins(const Rating& rating) {
    return rating.valid_until && rating.assessed && *rating.valid_until < *rating.assessed;
}

void check(const JudgedAssessment& judged, Emitter& emit) {
    for (const JudgedRating& one : judged.ratings) {
        if (one.status == Status::expired && !ends_before_it_begins(one.rating))
            report(judged, one, emit);
    }
}

}  // namespace

constinit const Rule kExpiredRating = {
    .info =
        {"expired-rating",
         Severity::warning,
         "a met that is valid no longer",
         {"That the day until which a met is valid (the earlier of `valid_until` and the end of "
          "the competence's refresh) has not passed.",
          "Skills that nobody has looked at for years fade; what has expired is not counted as "
          "met.",
          "safeguarding: {value: met, assessed: 2023-09-30, valid_until: 2026-09-30}    # and "
          "it is November 2026",
          "safeguarding: {value: met, assessed: 2026-10-05, valid_until: 2029-10-05}"}},
    .judged = check};

}  // namespace hcf
