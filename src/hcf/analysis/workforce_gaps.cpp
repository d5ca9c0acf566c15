// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/workforce_gaps.h"

#include <algorithm>

namespace hcf {
namespace {

/// True for a number of people by which single ones could be told.
bool is_small(std::int64_t count, std::int64_t below) { return count > 0 && count < below; }

/// Of fewer people than so many nothing is told. Below 2 of two people a blank could only be 1.
std::int64_t least_group(std::int64_t below) {
    constexpr std::int64_t kLeast = 3;
    return below < 2 ? below : std::max(below, kLeast);
}

/// `people - count.lacking` is looked at as well as those of whom it is asked: whoever knows that
/// it is asked of everybody could subtract.
bool is_hidden(const GapCount& count, std::int64_t people, std::int64_t below) {
    const std::int64_t least = least_group(below);
    return is_small(people, least) || is_small(count.asked, least) ||
           is_small(count.lacking, below) || is_small(count.asked - count.lacking, below) ||
           is_small(people - count.lacking, below);
}

}  // namespace

void WorkforceGaps::add(const Framework& framework, const Assessment& assessment,
                        const std::optional<Target>& target, const JudgeOptions& options) {
    const Person& person = assessment.person;
    const RequirementSet requirements = target ? requirements_of(framework, person, *target)
                                               : requirements_of_person(framework, person);
    const JudgedRequirements judged =
        judge_requirements(framework, assessment, requirements, options);
    ++people;
    for (const GapRow& row : judged.rows) {
        if (!row.asked.essential) continue;
        GapCount& count = cells[{row.asked.competence, row.asked.asked_at}];
        if (!row.assurance) continue;
        ++count.asked;
        if (*row.assurance != Assurance::gap) continue;
        ++count.lacking;
        if (!person.role) continue;
        const std::string& family = framework.at(*person.role).family;
        if (!family.empty()) ++by_family[{row.asked.competence, family}];
    }
}

ShownGaps show_gaps(const WorkforceGaps& gaps, std::optional<std::int64_t> below) {
    ShownGaps shown;
    shown.suppressed_below = below;
    if (!below || !is_small(gaps.people, *below)) shown.people = gaps.people;
    if (!below) shown.by_family = gaps.by_family;
    for (const auto& [place, count] : gaps.cells) {
        auto& figure = shown.lacking[place];
        if (!below || !is_hidden(count, gaps.people, *below)) figure = count.lacking;
    }
    return shown;
}

}  // namespace hcf
