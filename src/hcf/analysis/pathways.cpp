// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/pathways.h"

#include "hcf/analysis/path_search.h"
#include "hcf/base/assert.h"
#include "hcf/model/standing.h"

#include <algorithm>

namespace hcf {
namespace {

/// The roles that can be steps, in framework order, then in the order of a role's levels.
std::vector<RoleAtLevel> places_of(const Framework& framework, const PathwayQuestion& question) {
    std::vector<RoleAtLevel> named = question.via;
    named.push_back(question.to);
    if (question.from) named.push_back(*question.from);
    std::vector<RoleAtLevel> places;
    for (const RoleAtLevel& role : roles_at_each_level(framework)) {
        if (role == at_own_level(framework, role.role) ||
            std::find(named.begin(), named.end(), role) != named.end())
            places.push_back(role);
    }
    return places;
}

std::uint32_t position_of(const std::vector<RoleAtLevel>& places, const RoleAtLevel& role) {
    const auto place = std::find(places.begin(), places.end(), role);
    HCF_ASSERT(place != places.end());
    return static_cast<std::uint32_t>(place - places.begin());
}

/// What of a role's essential competences the person does not meet as the role asks them.
CompetenceSet not_met(const Framework& framework, const PathwayQuestion& question,
                      const RequirementSet& requirements) {
    CompetenceSet lacking;
    for (const Requirement& asked : requirements) {
        if (asked.essential &&
            judge_asked(framework, *question.person, requirements, asked, question.judge).status !=
                Status::met)
            lacking.insert(asked.competence);
    }
    return lacking;
}

CompetenceSet difference(const CompetenceSet& set, const CompetenceSet& held) {
    CompetenceSet result;
    for (const CompetenceId id : set.without(held)) result.insert(id);
    return result;
}

/// The stops: the roles that must be come to, of which being there already is enough.
std::vector<std::uint32_t> stops_of(const PathwayQuestion& question,
                                    const std::vector<RoleAtLevel>& places) {
    std::vector<RoleAtLevel> named = question.via;
    named.push_back(question.to);
    std::vector<std::uint32_t> stops;
    std::optional<RoleAtLevel> last = question.from;
    for (const RoleAtLevel& role : named) {
        if (last != role) stops.push_back(position_of(places, role));
        last = role;
    }
    return stops;
}

/// True where a value asks for more than another, or cannot be compared with it.
bool asks_more(const Needs& needs, const std::optional<Needs>& before) {
    return !before || before->scale != needs.scale || before->value < needs.value;
}

/// Tells what each step asks, and what of it is new.
class Walk {
public:
    Walk(const Framework& framework, const PathwayQuestion& question)
        : framework_(framework), question_(question) {
        if (!question.from) return;
        const auto requirements = requirements_at(*question.from);
        note(requirements);
        is_core_only_ = hcf::is_core_only(framework, requirements);
        held_ = essential_set(requirements);
    }

    [[nodiscard]] PathwayStep step(const RoleAtLevel& role, const CompetenceSet& lacking) {
        const RequirementSet requirements = requirements_at(role);
        PathwayStep step{role, lacking.without(held_), {}};
        for (const Requirement& asked : requirements) {
            if (asked.essential && asked.needs && held_.contains(asked.competence) &&
                lacking_here(lacking, asked.competence) &&
                is_raised(asked.competence, *asked.needs))
                step.raised.push_back(asked.competence);
        }
        held_.insert(lacking);
        note(requirements);
        is_core_only_ = is_core_only_ && hcf::is_core_only(framework_, requirements);
        return step;
    }

    [[nodiscard]] bool is_core_only() const { return is_core_only_; }

private:
    [[nodiscard]] RequirementSet requirements_at(const RoleAtLevel& role) const {
        return requirements_of_role(framework_, role.role, role.level);
    }

    /// What a person meets as the role asks it is no matter of earlier steps. `lacking` of a path
    /// from a role leaves out what that role asks, which may be asked higher here.
    [[nodiscard]] bool lacking_here(const CompetenceSet& lacking, CompetenceId competence) const {
        return question_.person == nullptr || lacking.contains(competence);
    }

    [[nodiscard]] bool is_raised(CompetenceId competence, const Needs& needs) const {
        return std::all_of(asked_.begin(), asked_.end(), [&](const Requirement& before) {
            return before.competence != competence || asks_more(needs, before.needs);
        });
    }

    void note(const RequirementSet& requirements) {
        for (const Requirement& asked : requirements) {
            if (asked.essential && asked.needs) asked_.push_back(asked);
        }
    }

    const Framework& framework_;
    const PathwayQuestion& question_;
    CompetenceSet held_;
    std::vector<Requirement> asked_;  ///< with a value, at the start and in the steps so far
    bool is_core_only_ = true;
};

}  // namespace

Pathway find_pathway(const Framework& framework, const PathwayQuestion& question) {
    HCF_ASSERT(question.from.has_value() != (question.person != nullptr));
    const std::vector<RoleAtLevel> places = places_of(framework, question);
    PathProblem problem;
    const CompetenceSet at_start =
        question.from ? essential_set(framework, *question.from) : CompetenceSet();
    for (const RoleAtLevel& role : places) {
        const auto requirements = requirements_of_role(framework, role.role, role.level);
        problem.lacking.push_back(question.person != nullptr
                                      ? not_met(framework, question, requirements)
                                      : difference(essential_set(requirements), at_start));
    }
    problem.stops = stops_of(question, places);
    const FoundPath found = find_path(problem);
    Pathway pathway;
    pathway.from = question.from;
    pathway.to = question.to;
    pathway.largest_step = found.largest_step;
    pathway.has_fewest_steps = found.has_fewest_steps;
    pathway.is_proved = found.is_proved;
    pathway.is_reachable = !question.max_new || found.largest_step <= *question.max_new;
    Walk walk(framework, question);
    for (const std::uint32_t place : found.places) {
        PathwayStep step = walk.step(places[place], problem.lacking[place]);
        if (question.max_new && step.added.size() > *question.max_new && !pathway.blocked_at) {
            pathway.blocked_by = step.added;
            pathway.blocked_at = step.role;
        }
        pathway.total_new += step.added.size();
        pathway.steps.push_back(std::move(step));
    }
    pathway.core_only = walk.is_core_only();
    if (question.person != nullptr) {
        const Target goal{TargetKind::role, question.to.role, question.to.level};
        pathway.at_goal = analyse_gap(framework, *question.person, goal, question.judge).summary;
    }
    if (!pathway.is_reachable) {
        pathway.steps.clear();
        pathway.total_new = 0;
    }
    return pathway;
}

}  // namespace hcf
