// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/team_coverage.h"

#include "hcf/analysis/runs_out.h"
#include "hcf/model/standing.h"

#include <algorithm>

namespace hcf {
namespace {

TeamCell make_cell(const Framework& framework, const Assessment& assessment, const GapRow& row,
                   Date as_of) {
    TeamCell cell;
    cell.competence = row.asked.competence;
    cell.essential = row.asked.essential;
    cell.status = row.status;
    cell.assurance = row.assurance;
    cell.reason = row.reason;
    cell.valid_until = row.valid_until;
    if (row.status == Status::met) cell.runs_out = runs_out_on(framework, assessment, row);
    if (row.plan != nullptr) {
        cell.has_plan = true;
        cell.plan_due = row.plan->due;
        cell.is_overdue = is_overdue(*row.plan, as_of);
    }
    return cell;
}

CoverageFlag flag_of(const TeamCompetence& competence) {
    if (competence.needed > 0 && competence.holders() == 0) return CoverageFlag::no_holder;
    if (competence.needed > 1 && competence.holders() == 1) return CoverageFlag::single_holder;
    if (competence.holders() < competence.expected) return CoverageFlag::below_expected;
    return CoverageFlag::ok;
}

void add_competences(const Framework& framework, TeamCoverage& coverage) {
    std::vector<TeamCompetence> all(framework.competences.size());
    for (std::size_t m = 0; m < coverage.members.size(); ++m) {
        for (const TeamCell& cell : coverage.members[m].cells) {
            if (!cell.essential || cell.status == Status::not_applicable) continue;
            TeamCompetence& competence = all[cell.competence.index];
            ++competence.needed;
            if (cell.status == Status::met) competence.held_by.push_back(m);
        }
    }
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        TeamCompetence& competence = all[i];
        competence.competence = CompetenceId{i};
        if (competence.needed == 0 && !coverage.team.names(CompetenceId{i})) continue;
        competence.expected = coverage.team.expected_holders(CompetenceId{i}, competence.needed);
        competence.flag = flag_of(competence);
        coverage.competences.push_back(std::move(competence));
    }
}

void add_places(TeamCoverage& coverage, Date as_of) {
    for (std::size_t m = 0; m < coverage.members.size(); ++m) {
        for (std::size_t c = 0; c < coverage.members[m].cells.size(); ++c) {
            const TeamPlace place = {m, c};
            const TeamCell& cell = coverage.at(place);
            if (!cell.essential) continue;
            if (cell.runs_out && *cell.runs_out >= as_of && *cell.runs_out <= coverage.until)
                coverage.expiring.push_back(place);
            const bool is_open =
                cell.status != Status::met && cell.status != Status::not_applicable;
            if (is_open && cell.has_plan) coverage.plans.push_back(place);
            if (cell.assurance == Assurance::gap) coverage.unassured.push_back(place);
        }
    }
    std::stable_sort(coverage.expiring.begin(), coverage.expiring.end(),
                     [&](TeamPlace a, TeamPlace b) {
                         return *coverage.at(a).runs_out < *coverage.at(b).runs_out;
                     });
    std::stable_sort(coverage.plans.begin(), coverage.plans.end(), [&](TeamPlace a, TeamPlace b) {
        const auto& x = coverage.at(a).plan_due;
        const auto& y = coverage.at(b).plan_due;
        if (!x || !y) return x.has_value() && !y.has_value();
        return *x < *y;
    });
}

void add_headcount(const Framework& framework, TeamCoverage& coverage) {
    std::vector<std::int64_t> levels(framework.levels.size());
    std::vector<std::int64_t> roles(framework.roles.size());
    for (const TeamMember& member : coverage.members) {
        ++levels[member.person.level.index];
        if (member.person.role) ++roles[member.person.role->index];
    }
    for (std::uint32_t i = 0; i < levels.size(); ++i) {
        if (levels[i] != 0) coverage.levels.emplace_back(LevelId{i}, levels[i]);
    }
    for (std::uint32_t i = 0; i < roles.size(); ++i) {
        if (roles[i] != 0) coverage.roles.emplace_back(RoleId{i}, roles[i]);
    }
}

}  // namespace

TeamMember make_team_member(const Framework& framework, const Assessment& assessment,
                            const JudgeOptions& options) {
    const GapAnalysis analysis =
        analyse_gap(framework, assessment,
                    {TargetKind::own, assessment.person.role, assessment.person.level}, options);
    TeamMember member;
    member.file = assessment.file;
    member.document = assessment.document;
    member.person = assessment.person;
    member.core_only = analysis.core_only;
    member.summary = analysis.summary;
    member.cells.reserve(analysis.rows.size());
    for (const GapRow& row : analysis.rows)
        member.cells.push_back(make_cell(framework, assessment, row, options.as_of));
    std::sort(member.cells.begin(), member.cells.end(),
              [](const TeamCell& a, const TeamCell& b) { return a.competence < b.competence; });
    return member;
}

TeamCoverage cover_team(const Framework& framework, Team team, std::vector<TeamMember> members,
                        Date as_of, Period within) {
    TeamCoverage coverage;
    coverage.team = std::move(team);
    coverage.members = std::move(members);
    coverage.until = as_of + within;
    coverage.core_only = std::all_of(coverage.members.begin(), coverage.members.end(),
                                     [](const TeamMember& member) { return member.core_only; });
    add_competences(framework, coverage);
    add_places(coverage, as_of);
    add_headcount(framework, coverage);
    return coverage;
}

}  // namespace hcf
