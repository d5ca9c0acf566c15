// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/find.h"

#include "hcf/model/standing.h"

#include <algorithm>
#include <array>

namespace hcf {
namespace {

/// The nearest first; what is met is not asked for.
std::size_t distance_of(Status status) {
    constexpr std::array<Status, 5> kOrder = {Status::unconfirmed, Status::expired, Status::partial,
                                              Status::not_met, Status::not_assessed};
    return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), status) -
                                    kOrder.begin());
}

/// What is said not to apply is not near, also where that is not confirmed.
bool says_not_applicable(const FoundPerson& found) {
    return found.rating && found.rating->value->not_applicable;
}

FindPlace place_of(const FoundPerson& found) {
    if (says_not_applicable(found)) return FindPlace::other;
    switch (found.status) {
        case Status::met: return FindPlace::holder;
        case Status::expired:
        case Status::unconfirmed:
        case Status::partial: return FindPlace::near;
        case Status::not_met:
        case Status::not_assessed: return found.is_planned ? FindPlace::near : FindPlace::other;
        case Status::not_applicable: break;
    }
    return FindPlace::other;
}

/// The requirements by which a person is judged: their own, in which the competence asked for is
/// asked at the level of the question, if that names one.
RequirementSet requirements_for(const Framework& framework, const Person& person,
                                const FindQuestion& question) {
    RequirementSet set = requirements_of_person(framework, person);
    if (!question.level) return set;
    for (Requirement& requirement : set) {
        if (requirement.competence == question.competence) requirement.asked_at = *question.level;
    }
    return set;
}

/// Supersession asks for a level at which both are asked; where there is none, the competence's own
/// rating counts alone.
Standing stand(const Framework& framework, const Assessment& assessment,
               const RequirementSet& requirements, const std::optional<Requirement>& judged_by,
               const FindQuestion& question) {
    if (judged_by)
        return judge_asked(framework, assessment, requirements, *judged_by, question.judge);
    return {judge(framework, question.competence, assessment.find(question.competence),
                  std::nullopt, std::nullopt, question.judge),
            std::nullopt};
}

void add_rating(const Framework& framework, CompetenceId counted, const Rating& rating,
                FoundPerson& found) {
    found.valid_until = last_valid_day(framework.at(counted), rating);
    found.has_evidence = !rating.evidence.empty();
    Rating& kept = found.rating.emplace();
    kept.competence = rating.competence;
    kept.value = rating.value;
    kept.assessed = rating.assessed;
    kept.basis = rating.basis;
    kept.shown_at = rating.shown_at;
}

void add_plan(const Assessment& assessment, const Plan& plan, Date as_of, FoundPerson& found) {
    found.plan_due = plan.due;
    found.is_planned = found.status != Status::met && found.status != Status::not_applicable &&
                       plan.due && !is_overdue(plan, as_of) &&
                       !counted_supervisor(plan, assessment, as_of).empty();
}

}  // namespace

FindQuestion make_question(CompetenceId competence, std::optional<LevelId> level,
                           const JudgeOptions& judge, Period within) {
    FindQuestion question = {competence, level, judge, judge.as_of + within};
    // Held at a level means shown at it.
    question.judge.in_context = judge.in_context || level.has_value();
    return question;
}

FoundPerson find_in(const Framework& framework, const Assessment& assessment,
                    const FindQuestion& question) {
    const RequirementSet requirements = requirements_for(framework, assessment.person, question);
    const Requirement* own = find_requirement(requirements, question.competence);
    std::optional<Requirement> judged_by;
    if (own != nullptr)
        judged_by = *own;
    else if (question.level)
        judged_by = Requirement{question.competence, true, *question.level, std::nullopt};
    const Standing standing = stand(framework, assessment, requirements, judged_by, question);
    FoundPerson found;
    found.file = assessment.file;
    found.document = assessment.document;
    found.person = assessment.person;
    found.status = standing.status;
    found.through = standing.through;
    found.is_asked = own != nullptr;
    found.judged_by = judged_by;
    const CompetenceId counted = standing.through.value_or(question.competence);
    if (const Rating* counting = assessment.find(counted); counting && counting->value)
        add_rating(framework, counted, *counting, found);
    const Rating* rating = assessment.find(question.competence);
    if (found.status == Status::unconfirmed) {
        found.doubt = doubt_of(framework, question.competence, *rating,
                               judged_by ? std::optional(judged_by->asked_at) : std::nullopt,
                               judged_by ? judged_by->needs : std::nullopt, question.judge);
    }
    if (rating != nullptr && rating->plan)
        add_plan(assessment, *rating->plan, question.judge.as_of, found);
    found.place = place_of(found);
    found.runs_out = found.place == FindPlace::holder && found.valid_until &&
                     *found.valid_until <= question.until;
    return found;
}

bool is_nearer(const FoundPerson& a, const FoundPerson& b) {
    if (distance_of(a.status) != distance_of(b.status))
        return distance_of(a.status) < distance_of(b.status);
    if (a.status == Status::expired && a.valid_until != b.valid_until)
        return *b.valid_until < *a.valid_until;
    if (a.is_planned != b.is_planned) return a.is_planned;
    return a.is_planned && *a.plan_due < *b.plan_due;
}

void FindCounts::add(const FoundPerson& found) {
    ++people;
    if (found.place == FindPlace::near) ++near;
    if (found.place == FindPlace::holder) {
        ++holders;
        if (found.runs_out) ++running_out;
        if (found.rating->basis.value_or(Basis::self) == Basis::self) ++by_themselves;
        if (!found.has_evidence) ++without_evidence;
    }
    if (found.place != FindPlace::other) return;
    if (says_not_applicable(found))
        ++not_applicable;
    else if (found.status == Status::not_met)
        ++not_met;
    else
        ++not_assessed;
}

}  // namespace hcf
