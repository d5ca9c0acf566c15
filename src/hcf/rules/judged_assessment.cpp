// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/judged_assessment.h"

#include "hcf/base/assert.h"

#include <algorithm>
#include <string>

namespace hcf {
namespace {

template <class T>
std::optional<T> value_of(const Given<T>& field) {
    if (!field) return std::nullopt;
    return field->value;
}

std::string text_of(const Given<FreeText>& field) {
    return field ? std::string(field->value.text) : std::string();
}

/// True where nothing that decides what is asked was left unread.
bool is_target_known(const AssessmentFacts& facts) {
    if (!facts.level || !facts.doc->person) return false;
    const PersonDoc& person = *facts.doc->person;
    const auto is_faulty = [&](std::string_view key) {
        return was_seen(PersonDoc::mapping(), person.faulty_keys, key);
    };
    if (is_faulty("role") || is_faulty("level") || is_faulty("overlaps")) return false;
    if (person.role && !facts.role) return false;
    if (facts.role && !stands_at(facts.framework->at(*facts.role), *facts.level)) return false;
    return std::all_of(
        facts.overlaps.begin(), facts.overlaps.end(), [](const OverlapFacts& overlap) {
            return overlap.level && overlap.competences.size() == overlap.doc->competences.size();
        });
}

}  // namespace

bool is_settled(Status status) { return status == Status::met || status == Status::not_applicable; }

Rating rating_of(const RatingFacts& facts) {
    HCF_ASSERT(facts.competence);
    Rating rating;
    rating.competence = *facts.competence;
    rating.value = facts.value;
    rating.assessed = value_of(facts.assessed);
    rating.assessor = text_of(facts.assessor);
    rating.basis = value_of(facts.basis);
    rating.shown_at = facts.shown_at.value_or(LevelId{});
    rating.valid_until = value_of(facts.doc->valid_until);
    if (facts.doc->plan) {
        const PlanDoc& plan = *facts.doc->plan;
        rating.plan = Plan{text_of(plan.action), value_of(plan.due), text_of(plan.supervisor),
                           value_of(plan.review)};
    }
    return rating;
}

Person person_of(const AssessmentFacts& facts) {
    HCF_ASSERT(facts.level);
    Person person;
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

JudgedAssessment judge_assessment(const AssessmentFacts& facts) {
    const Framework& framework = *facts.framework;
    JudgedAssessment judged;
    judged.facts = &facts;
    if (facts.doc->supervision) {
        const SupervisionDoc& doc = *facts.doc->supervision;
        judged.assessment.supervision =
            Supervision{text_of(doc.supervisor), value_of(doc.mode), value_of(doc.until)};
    }
    CompetenceSet known;
    for (const RatingFacts& rating : facts.ratings) {
        if (!rating.competence || known.contains(*rating.competence)) continue;
        known.insert(*rating.competence);
        judged.ratings.push_back({&rating, rating_of(rating)});
        judged.assessment.ratings.push_back(judged.ratings.back().rating);
    }
    std::sort(judged.assessment.ratings.begin(), judged.assessment.ratings.end(),
              [](const Rating& a, const Rating& b) { return a.competence < b.competence; });
    if (is_target_known(facts)) {
        judged.assessment.person = person_of(facts);
        judged.asked = requirements_of_person(framework, judged.assessment.person);
    }
    const JudgeOptions options = {facts.as_of};
    for (JudgedRating& one : judged.ratings) {
        const CompetenceId competence = one.rating.competence;
        const Requirement* asked =
            judged.asked ? find_requirement(*judged.asked, competence) : nullptr;
        const auto asked_at = asked != nullptr ? std::optional(asked->asked_at) : std::nullopt;
        const auto needs = asked != nullptr ? asked->needs : std::nullopt;
        one.status =
            asked != nullptr
                ? judge_asked(framework, judged.assessment, *judged.asked, *asked, options).status
                : judge(framework, competence, &one.rating, asked_at, needs, options);
        if (one.status == Status::unconfirmed)
            one.doubt = doubt_of(framework, competence, one.rating, asked_at, needs, options);
    }
    return judged;
}

}  // namespace hcf
