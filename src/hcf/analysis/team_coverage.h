// SPDX-License-Identifier: Apache-2.0
// A team on one day (spec 3, "team"): who holds what, what hangs on a single person or on nobody,
// what runs out, what is planned, and what is not assured.
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/model/team.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hcf {

/// How a competence stands in a team; the worst that holds.
enum class CoverageFlag { ok, below_expected, single_holder, no_holder };
template <>
struct Words<CoverageFlag> {
    static constexpr std::array<std::string_view, 4> kList = {"ok", "below-expected",
                                                              "single-holder", "no-holder"};
};

/// One competence that is asked of one member.
struct TeamCell {
    CompetenceId competence;
    bool essential = true;
    Status status = Status::not_assessed;
    std::optional<Assurance> assurance;  ///< nothing where not applicable
    std::optional<GapReason> reason;     ///< of a gap
    std::optional<Date> valid_until;     ///< of their own rating, refresh included
    std::optional<Date> runs_out;        ///< the last day on which a met one holds, whatever it is
                                         ///< met through
    std::optional<Date> plan_due;
    bool has_plan = false;
    bool is_overdue = false;
};

/// A member, by what is asked of them.
struct TeamMember {
    std::string file;
    std::uint32_t document = 1;
    Person person;
    bool core_only = false;
    GapSummary summary;
    std::vector<TeamCell> cells;  ///< their own set, in framework order
};

/// How many need a competence, and how many have it.
struct TeamCompetence {
    CompetenceId competence;
    std::int64_t needed = 0;  ///< members for whom it is essential and applicable
    std::int64_t expected = 0;
    CoverageFlag flag = CoverageFlag::ok;
    std::vector<std::size_t> held_by;  ///< those of them who are met: positions in `members`

    [[nodiscard]] std::int64_t holders() const { return static_cast<std::int64_t>(held_by.size()); }

    /// holders / needed; nothing where nobody needs it.
    [[nodiscard]] std::optional<Ratio> share() const {
        if (needed == 0) return std::nullopt;
        return Ratio{holders(), needed};
    }
};

/// A cell that a list speaks of: positions of a member and of one of their cells.
struct TeamPlace {
    std::size_t member = 0;
    std::size_t cell = 0;
};

struct TeamCoverage {
    Team team;
    Date until;                               ///< the last day of what is told as expiring
    std::vector<TeamMember> members;          ///< in the order of the team
    std::vector<TeamCompetence> competences;  ///< needed, or named in `expect`; framework order
    std::vector<TeamPlace> expiring;   ///< essential, met, and running out by `until`; by day
    std::vector<TeamPlace> plans;      ///< for what is essential and not met; by due day, none last
    std::vector<TeamPlace> unassured;  ///< essential and in state gap; by member
    std::vector<std::pair<LevelId, std::int64_t>> levels;  ///< how many are at each; those with any
    std::vector<std::pair<RoleId, std::int64_t>> roles;
    bool core_only = false;  ///< nobody is asked for anything else

    [[nodiscard]] const TeamCell& at(TeamPlace place) const {
        return members[place.member].cells[place.cell];
    }
};

/// What the coverage of a team keeps of a member: it does not view the assessment.
[[nodiscard]] TeamMember make_team_member(const Framework& framework, const Assessment& assessment,
                                          const JudgeOptions& options);

/// The coverage on the day `as_of` by members whose cells were judged on it.
[[nodiscard]] TeamCoverage cover_team(const Framework& framework, Team team,
                                      std::vector<TeamMember> members, Date as_of, Period within);

}  // namespace hcf
