// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/build_assessment.h"

#include "hcf/base/assert.h"
#include "hcf/rules/judged_assessment.h"

#include <algorithm>

namespace hcf {
namespace {

template <TextKind Kind>
std::string text_or_empty(const Given<TextOf<Kind>>& field) {
    return field ? std::string(field->value.text) : std::string();
}

template <class T>
std::optional<T> value_of(const Given<T>& field) {
    if (!field) return std::nullopt;
    return field->value;
}

Rating build_rating(const RatingFacts& facts) {
    HCF_ASSERT(facts.shown_at);
    Rating rating = rating_of(facts);
    for (const EvidenceDoc& evidence : facts.doc->evidence) {
        rating.evidence.push_back({value_of(evidence.type), text_or_empty(evidence.title),
                                   value_of(evidence.date), text_or_empty(evidence.ref)});
    }
    rating.note = text_or_empty(facts.doc->note);
    return rating;
}

Person build_person(const AssessmentFacts& facts) {
    HCF_ASSERT(facts.doc->person);
    const PersonDoc& doc = *facts.doc->person;
    Person person = person_of(facts);
    person.id = text_or_empty(doc.id);
    person.name = text_or_empty(doc.name);
    person.organisation = text_or_empty(doc.organisation);
    person.team = text_or_empty(doc.team);
    return person;
}

}  // namespace

Assessment build_assessment(const AssessmentFacts& facts, std::string file,
                            std::uint32_t document) {
    HCF_ASSERT(facts.scale);
    Assessment assessment;
    assessment.file = std::move(file);
    assessment.document = document;
    assessment.person = build_person(facts);
    assessment.scale = *facts.scale;
    if (facts.doc->supervision) {
        const SupervisionDoc& doc = *facts.doc->supervision;
        assessment.supervision =
            Supervision{text_or_empty(doc.supervisor), value_of(doc.mode), value_of(doc.until)};
    }
    assessment.ratings.reserve(facts.ratings.size());
    for (const RatingFacts& rating : facts.ratings)
        assessment.ratings.push_back(build_rating(rating));
    std::sort(assessment.ratings.begin(), assessment.ratings.end(),
              [](const Rating& a, const Rating& b) { return a.competence < b.competence; });
    return assessment;
}

}  // namespace hcf
