// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/person_note.h"

#include <algorithm>

namespace hcf {
namespace {

/// The mention of the one who judged a rating, made where there is none yet.
AssessorMention& mention_of(PersonNote& note, const Located<FreeText>& assessor,
                            const Source& source) {
    std::string key = name_key(assessor.value.text);
    const auto known =
        std::find_if(note.assessors.begin(), note.assessors.end(),
                     [&](const AssessorMention& mention) { return mention.key == key; });
    if (known != note.assessors.end()) return *known;
    note.assessors.push_back({std::string(assessor.value.text),
                              std::move(key),
                              locate(source, assessor.span.begin),
                              locate(source, assessor.span.end),
                              {}});
    return note.assessors.back();
}

bool may_not_assess(const Framework& framework, const std::optional<RatingValue>& value) {
    if (!value || value->not_applicable) return false;
    const auto& may_assess = framework.at(value->scale).values[value->value].may_assess;
    return may_assess && !*may_assess;
}

}  // namespace

std::optional<PersonNote> note_person(const AssessmentFacts& facts, const Source& source) {
    const AssessmentDoc& doc = *facts.doc;
    if (!doc.person || !doc.person->id) return std::nullopt;
    PersonNote note;
    note.id = doc.person->id->value.text;
    if (doc.person->name) note.name_key = name_key(doc.person->name->value.text);
    note.level = facts.level;
    if (doc.assessed) note.assessed = doc.assessed->value;
    note.begin = locate(source, doc.person->id->span.begin);
    note.end = locate(source, doc.person->id->span.end);
    for (const RatingFacts& rating : facts.ratings) {
        if (!rating.competence || !rating.doc->value) continue;
        if (may_not_assess(*facts.framework, rating.value))
            note.may_not_assess.push_back(*rating.competence);
        if (!rating.assessor || is_the_person(rating.assessor->value.text, doc)) continue;
        mention_of(note, *rating.assessor, source).competences.push_back(*rating.competence);
    }
    return note;
}

}  // namespace hcf
