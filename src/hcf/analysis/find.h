// SPDX-License-Identifier: Apache-2.0
// Who holds a competence on a day, and who is nearest to it (spec 4 and 5, "find"; ADR 0018).
#pragma once

#include "hcf/analysis/gap.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// What is asked of everybody alike.
struct FindQuestion {
    CompetenceId competence;
    std::optional<LevelId> level;  ///< it has to be held at this level of practice; nothing: at the
                                   ///< level at which each person is asked for it
    JudgeOptions judge;
    Date until;  ///< what runs out by this day is marked
};

/// The question, whose last day is `within` after the day it is asked on.
[[nodiscard]] FindQuestion make_question(CompetenceId competence, std::optional<LevelId> level,
                                         const JudgeOptions& judge, Period within);

enum class FindPlace {
    holder,  ///< they are met
    near,    ///< expired, unconfirmed or partial; or planned, whatever the status
    other    ///< neither
};

/// One person, by this one competence. It does not view the assessment.
struct FoundPerson {
    FindPlace place = FindPlace::other;
    std::string file;
    std::uint32_t document = 1;
    Person person;
    Status status = Status::not_assessed;
    std::optional<CompetenceId> through;   ///< the competence that supersedes it and is met
    bool is_asked = false;                 ///< it is in their own set, desirable or not
    std::optional<Requirement> judged_by;  ///< nothing: by the rating alone
    Doubt doubt = Doubt::none;             ///< of an unconfirmed one
    std::optional<Rating> rating;  ///< the one that counts, `through`'s for one; its value, dates,
                                   ///< basis and level
    std::optional<Date> valid_until;  ///< the last day of the rating that counts; of `through`'s
    bool runs_out = false;            ///< a holder, until a day that is not after the question's
    bool has_evidence = false;        ///< the rating that counts has some
    std::optional<Date> plan_due;     ///< of their plan for it, whether it counts or not
    bool is_planned = false;          ///< the plan is due on the day or later, and supervised
};

/// Judges a person by their own row of the competence, where they have one; else by what is said of
/// it, supersession included where a level is asked.
[[nodiscard]] FoundPerson find_in(const Framework& framework, const Assessment& assessment,
                                  const FindQuestion& question);

/// True where the first is nearer: unconfirmed, expired (the last to expire first), partial, not
/// met, not assessed; among equals, the planned ones by due day before the others.
[[nodiscard]] bool is_nearer(const FoundPerson& a, const FoundPerson& b);

/// How many there are; `others` by why they are neither.
struct FindCounts {
    std::int64_t people = 0;
    std::int64_t holders = 0;
    std::int64_t running_out = 0;
    std::int64_t near = 0;
    std::int64_t by_themselves = 0;     ///< of the holders: judged by themselves, or on no basis
    std::int64_t without_evidence = 0;  ///< of the holders
    std::int64_t not_met = 0;
    std::int64_t not_assessed = 0;
    std::int64_t not_applicable = 0;  ///< said so, whether or not that is accepted

    void add(const FoundPerson& found);
};

}  // namespace hcf
