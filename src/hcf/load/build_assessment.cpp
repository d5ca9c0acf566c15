// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/build_assessment.h"

#include "hcf/base/assert.h"

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

Plan build_plan(const PlanDoc& doc) {
    return {text_or_empty(doc.action), value_of(doc.due), text_or_empty(doc.supervisor),
            value_of(doc.review)};
}

Rating build_rating(const RatingFacts& facts) {
    HCF_ASSERT(facts.competence && facts.shown_at);
    Rating rating;
    rating.competence = *facts.competence;
    rating.value = facts.value;
    rating.assessed = value_of(facts.assessed);
    rating.assessor = text_or_empty(facts.assessor);
    rating.basis = value_of(facts.basis);
    rating.shown_at = *facts.shown_at;
    rating.valid_until = value_of(facts.doc->valid_until);
    for (const EvidenceDoc& evidence : facts.doc->evidence) {
        rating.evidence.push_back({value_of(evidence.type), text_or_empty(evidence.title),
                                   value_of(evidence.date), text_or_empty(evidence.ref)});
    }
    rating.note = text_or_empty(facts.doc->note);
    if (facts.doc->plan) rating.plan = build_plan(*facts.doc->plan);
    return rating;
}

Person build_person(const AssessmentFacts& facts) {
    HCF_ASSERT(facts.doc->person && facts.level);
    const PersonDoc& doc = *facts.doc->person;
    Person person;
    person.id = text_or_empty(doc.id);
    person.name = text_or_empty(doc.name);
    person.organisation = text_or_empty(doc.organisation);
    person.team = text_or_empty(doc.team);
    person.role = facts.role;
    person.level = *facts.level;
    for (const OverlapFacts& overlap : facts.overlaps) {
        HCF_ASSERT(overlap.level);
        Overlap known = {*overlap.level, {}};
        for (const auto& competence : overlap.competences)
            known.competences.push_back(competence.value);
        person.overlaps.push_back(std::move(known));
    }
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
