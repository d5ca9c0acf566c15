// SPDX-License-Identifier: Apache-2.0
// Many people, counted (spec 3, "summary"): sums that are kept in memory that grows with the groups
// and not with the people, and that can be made in parts and put together in any order.
#pragma once

#include "hcf/model/assessment.h"
#include "hcf/model/status.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// What is counted of a group of people, in the order of spec 5. The counts of competences are over
/// what is essential; `ready` and `assured` are people.
enum class GroupFigure { people, required, applicable, met, planned, gap, ready, assured };
template <>
struct Words<GroupFigure> {
    static constexpr std::array<std::string_view, 8> kList = {
        "people", "required", "applicable", "met", "planned", "gap", "ready", "assured"};
};
using GroupCounts = std::array<std::int64_t, Words<GroupFigure>::kList.size()>;

/// What is counted of a competence: people, of those for whom it is essential and applicable.
enum class CompetenceFigure { needed, met, planned, gap, expired };
template <>
struct Words<CompetenceFigure> {
    static constexpr std::array<std::string_view, 5> kList = {"needed", "met", "planned", "gap",
                                                              "expired"};
};
using CompetenceCounts = std::array<std::int64_t, Words<CompetenceFigure>::kList.size()>;

/// The position of a figure in its counts.
template <class Figure>
[[nodiscard]] constexpr std::size_t at(Figure figure) {
    return static_cast<std::size_t>(figure);
}

/// Where people work; empty: not given. Bytewise, what is not given last.
struct Workplace {
    std::string organisation;
    std::string team;
    friend bool operator==(const Workplace&, const Workplace&) = default;
};
[[nodiscard]] bool operator<(const Workplace& a, const Workplace& b);

/// What people do: a role at a level, or a level alone. Framework order, no role last.
struct HeldRole {
    LevelId level;
    std::optional<RoleId> role;
    friend bool operator==(const HeldRole&, const HeldRole&) = default;
};
[[nodiscard]] bool operator<(const HeldRole& a, const HeldRole& b);

/// The sums over the people of one role and level. What they are asked for is kept by competence
/// as well: only with it can be told what a reader can work out of sums (ADR 0017).
struct PostSums {
    GroupCounts counts = {};
    std::vector<CompetenceCounts> competences;  ///< by the index of the competence
    friend bool operator==(const PostSums&, const PostSums&) = default;
};

/// The sums over some people: all that is kept of them.
struct SummarySums {
    std::int64_t people = 0;
    std::map<Workplace, GroupCounts> workplaces;
    std::map<HeldRole, PostSums> posts;
};

/// By the index of the competence, over all posts.
[[nodiscard]] std::vector<CompetenceCounts> competence_totals(const Framework& framework,
                                                              const SummarySums& sums);

/// Counts one more person, by their own role and level.
void add_person(const Framework& framework, const Assessment& assessment,
                const JudgeOptions& options, SummarySums& sums);

/// Adds the sums over other people, of the same framework.
void add_sums(const SummarySums& more, SummarySums& sums);

/// What people are grouped by.
enum class GroupBy { organisation, team, role, level };
template <>
struct Words<GroupBy> {
    static constexpr std::array<std::string_view, 4> kList = {"organisation", "team", "role",
                                                              "level"};
};

/// A group as it is shown; nothing in place of a figure is one that is withheld.
struct SummaryGroup {
    GroupBy by = GroupBy::organisation;
    std::optional<std::string> key;  ///< nothing: those without one
    std::string organisation;        ///< of a team
    std::optional<RoleId> role;
    std::optional<LevelId> level;
    std::array<std::optional<std::int64_t>, Words<GroupFigure>::kList.size()> figures;
};

/// A competence that somebody needs, as it is shown.
struct SummaryCompetence {
    CompetenceId competence;
    std::array<std::optional<std::int64_t>, Words<CompetenceFigure>::kList.size()> figures;
};

/// The figures as they are shown.
struct Summary {
    std::optional<std::int64_t> people;
    std::vector<SummaryGroup> groups;            ///< by organisation, team, role, level
    std::vector<SummaryCompetence> competences;  ///< in framework order
    bool core_only = true;                       ///< nobody needs anything else
    std::optional<std::int64_t> suppressed_below;
};

/// All figures, none of them withheld.
[[nodiscard]] Summary make_summary(const Framework& framework, const SummarySums& sums);

}  // namespace hcf
