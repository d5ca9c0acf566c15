// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

bool is_mentioned(const JudgedAssessment& judged, CompetenceId competence) {
    return judged.assessment.find(competence) != nullptr;
}

/// What is asked and essential, and neither rated, planned, nor met through another.
std::vector<CompetenceId> missing(const JudgedAssessment& judged) {
    std::vector<CompetenceId> result;
    for (const Requirement& asked : *judged.asked) {
        if (!asked.essential || is_mentioned(judged, asked.competence)) continue;
        const Standing standing = judge_asked(*judged.facts->framework, judged.assessment,
                                              *judged.asked, asked, {judged.facts->as_of});
        if (standing.status == Status::not_assessed) result.push_back(asked.competence);
    }
    return result;
}

/// A name or a whole entry that could not be read may be one of those that seem to be missing.
bool may_be_misread(const JudgedAssessment& judged) {
    const auto& facts = *judged.facts;
    return facts.doc->ratings->items.size() != facts.doc->ratings->entries ||
           std::any_of(facts.ratings.begin(), facts.ratings.end(),
                       [](const RatingFacts& rating) { return !rating.competence; });
}

void check(const JudgedAssessment& judged, Emitter& emit) {
    if (!judged.asked || !judged.facts->doc->ratings || may_be_misread(judged)) return;
    const std::vector<CompetenceId> ids = missing(judged);
    if (ids.empty()) return;
    const SourceSpan at = judged.facts->doc->ratings->at;
    const Framework& framework = *judged.facts->framework;
    if (ids.size() == 1) {
        emit.report(at,
                    fmt::format("a required competence is not assessed: '{}'",
                                framework.at(ids.front()).id),
                    "rate it, or give it a plan");
        return;
    }
    std::string message =
        fmt::format("none of the {} required competences is assessed", ids.size());
    if (!judged.ratings.empty()) {
        message = fmt::format("{} required competences are not assessed: ", ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i)
            message += fmt::format("{}'{}'", i == 0 ? "" : ", ", framework.at(ids[i]).id);
    }
    emit.report(at, std::move(message), "rate them, or give each a plan");
}

}  // namespace

constinit const Rule kRequiredNotAssessed = {
    .info =
        {"required-not-assessed",
         Severity::warning,
         "competences that are asked of the person, and nobody has looked at",
         {"That every essential competence that the person's role, level and overlaps ask has "
          "a rating, or a plan while it has none. One warning names all that have neither.",
          "What nobody has assessed is not met, and is easily overlooked because it is not "
          "there.",
          "person: {id: EHC-0042, level: autonomous}\nratings: {hand-hygiene: met}    # of 20",
          "ratings: {hand-hygiene: met, safeguarding: {plan: {action: Observe a visit}}, ...}"}},
    .judged = check};

}  // namespace hcf
