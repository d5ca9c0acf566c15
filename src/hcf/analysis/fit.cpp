// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/fit.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace hcf {
namespace {

class TargetsBuilder {
public:
    explicit TargetsBuilder(const Framework& framework) : framework_(framework) {}

    /// The position of a set, which is added where it is new.
    std::size_t position_of(RequirementSet requirements) {
        const auto [place, is_new] = known_.emplace(key_of(requirements), targets.sets.size());
        if (is_new) {
            FitSet set;
            set.essential = essential_set(requirements);
            set.core_only = is_core_only(framework_, requirements);
            set.requirements = std::move(requirements);
            targets.sets.push_back(std::move(set));
        }
        return place->second;
    }

    FitTargets targets;

private:
    const Framework& framework_;
    std::unordered_map<std::string, std::size_t> known_;  // looked up only
};

std::vector<std::size_t> next_roles(const FitTargets& targets, const FitAnalysis& analysis,
                                    const CompetenceSet& own) {
    const std::uint32_t level = analysis.assessment->person.level.index;
    struct Candidate {
        std::size_t role;
        Ratio similarity;
    };
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < targets.roles.size(); ++i) {
        const FitRole& role = targets.roles[i];
        const std::uint32_t at = role.role.level.index;
        if (at != level && at != level + 1) continue;
        if (is_whole(analysis.judged[role.set].summary)) continue;
        candidates.push_back({i, similarity(own, targets.sets[role.set].essential)});
    }
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return b.similarity < a.similarity; });
    if (candidates.size() > kNextRoles) candidates.resize(kNextRoles);
    std::vector<std::size_t> next;
    for (const Candidate& candidate : candidates) next.push_back(candidate.role);
    return next;
}

}  // namespace

FitTargets make_fit_targets(const Framework& framework) {
    TargetsBuilder builder(framework);
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        const LevelId level{i};
        builder.targets.levels.push_back(
            {level, builder.position_of(requirements_of_level(framework, level))});
    }
    for (const RoleAtLevel& role : roles_at_each_level(framework)) {
        builder.targets.roles.push_back(
            {role, builder.position_of(requirements_of_role(framework, role.role, role.level))});
    }
    return std::move(builder.targets);
}

bool is_whole(const GapSummary& summary) { return summary.met == summary.required; }

std::vector<CompetenceId> missing_of(const JudgedRequirements& judged) {
    std::vector<CompetenceId> missing;
    for (const GapRow& row : judged.rows) {
        const bool is_settled = row.status == Status::met || row.status == Status::not_applicable;
        if (row.asked.essential && !is_settled) missing.push_back(row.asked.competence);
    }
    std::sort(missing.begin(), missing.end());
    return missing;
}

FitAnalysis analyse_fit(const Framework& framework, const FitTargets& targets,
                        const Assessment& assessment, const JudgeOptions& options) {
    FitAnalysis analysis;
    analysis.assessment = &assessment;
    const Person& person = assessment.person;
    analysis.own =
        analyse_gap(framework, assessment, {TargetKind::own, person.role, person.level}, options);
    analysis.judged.reserve(targets.sets.size());
    for (const FitSet& set : targets.sets) {
        analysis.judged.push_back(
            judge_requirements(framework, assessment, set.requirements, options));
    }
    for (const FitLevel& level : targets.levels) {
        if (is_whole(analysis.judged[level.set].summary))
            analysis.whole_levels.push_back(level.level);
    }
    const CompetenceSet own = essential_set(requirements_of_person(framework, person));
    analysis.next = next_roles(targets, analysis, own);
    return analysis;
}

}  // namespace hcf
