// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/assurance_pack.h"

#include "hcf/model/standing.h"

namespace hcf {

std::optional<Assurance> standing_of(const GapSummary& summary) {
    if (!summary.assurance) return std::nullopt;
    if (summary.gap != 0) return Assurance::gap;
    return summary.planned != 0 ? Assurance::planned : Assurance::assured;
}

AssuredPerson make_assured_person(const Framework& framework, const Assessment& assessment,
                                  const JudgeOptions& options) {
    AssuredPerson result;
    result.assessment = std::make_unique<const Assessment>(assessment);
    const Person& person = result.assessment->person;
    result.gap = analyse_gap(framework, *result.assessment,
                             {TargetKind::own, person.role, person.level}, options);
    result.standing = standing_of(result.gap.summary);
    // A plan without a supervisor of its own is supervised by whoever supervises the person.
    result.is_supervised = !counted_supervisor(Plan(), *result.assessment, options.as_of).empty();
    return result;
}

AssuranceCounts count_standings(const std::vector<AssuredPerson>& people) {
    AssuranceCounts counts;
    for (const AssuredPerson& person : people) {
        ++counts.members;
        if (person.standing == Assurance::assured)
            ++counts.assured;
        else if (person.standing == Assurance::planned)
            ++counts.planned;
        else if (person.standing)
            ++counts.gap;
        else
            ++counts.nothing_applies;
    }
    return counts;
}

const Rating* rating_behind(const AssuredPerson& person, const GapRow& row) {
    return row.through ? person.assessment->find(*row.through) : nullptr;
}

}  // namespace hcf
