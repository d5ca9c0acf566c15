// SPDX-License-Identifier: Apache-2.0
// What holds of every coverage of a team: figures counted anew from the members' own gaps, and what
// adding, removing and reordering may change (issue 5).
#include "hcf/analysis/team_coverage.h"
#include "hcf/model/standing.h"

#include "support/random_case.h"
#include "support/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::Assessment;
using hcf::CompetenceId;
using hcf::TeamCoverage;
using hcf::TeamMember;

constexpr std::uint32_t kTeamSeeds = 200;
constexpr hcf::Period kWithin = {0, 3, 0};

/// What one seed makes: a framework, a team, its people.
struct TeamCase {
    explicit TeamCase(std::uint32_t seed)
        : random(seed), description(random, {}), framework(description.build()) {
        options = {tests::random_day(), static_cast<hcf::Basis>(random.below(3)),
                   random.chance(40)};
        const std::size_t size = 1 + random.below(6);
        for (std::size_t i = 0; i < size; ++i) {
            const tests::RandomPerson person(random, description);
            people.push_back(tests::assessment_of(framework, person.text(), "2099-01-01"));
            people.back().person.id = "P-" + std::to_string(i);
        }
        team.id = "t";
        team.holders = random.between(1, 3);
        for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
            if (!random.chance(30)) continue;
            std::optional<std::int64_t> count;
            if (random.chance(60)) count = random.between(1, 4);
            team.expected.push_back({CompetenceId{i}, count});
        }
    }

    [[nodiscard]] TeamCoverage cover(const std::vector<Assessment>& members) const {
        std::vector<TeamMember> made;
        for (const Assessment& member : members)
            made.push_back(hcf::make_team_member(framework, member, options));
        return hcf::cover_team(framework, team, std::move(made), options.as_of, kWithin);
    }

    [[nodiscard]] hcf::GapAnalysis own(const Assessment& member) const {
        return hcf::analyse_gap(framework, member,
                                {hcf::TargetKind::own, member.person.role, member.person.level},
                                options);
    }

    tests::Random random;
    tests::RandomFramework description;
    hcf::Framework framework;
    hcf::JudgeOptions options;
    hcf::Team team;
    std::vector<Assessment> people;
};

/// (needed, holders) of each competence that the coverage lists.
using Figures = std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>>;

Figures figures_of(const TeamCoverage& coverage) {
    Figures figures;
    for (const hcf::TeamCompetence& competence : coverage.competences)
        figures[competence.competence.index] = {competence.needed, competence.holders()};
    return figures;
}

/// The same, counted anew from what `gap` says of each member.
Figures counted(const TeamCase& given) {
    Figures figures;
    for (const hcf::ExpectedHolders& expected : given.team.expected)
        figures[expected.competence.index] = {0, 0};
    for (const Assessment& member : given.people) {
        for (const hcf::GapRow& row : given.own(member).rows) {
            if (!row.asked.essential || row.status == hcf::Status::not_applicable) continue;
            auto& [needed, holders] = figures[row.asked.competence.index];
            ++needed;
            if (row.status == hcf::Status::met) ++holders;
        }
    }
    return figures;
}

/// Who is told of what, as a set that knows no order.
using Told = std::set<std::tuple<std::string, std::uint32_t>>;

Told told(const TeamCoverage& coverage, const std::vector<hcf::TeamPlace>& places) {
    Told result;
    for (const hcf::TeamPlace place : places) {
        result.insert(
            {coverage.members[place.member].person.id, coverage.at(place).competence.index});
    }
    CHECK(result.size() == places.size());
    return result;
}

hcf::CoverageFlag expected_flag(const TeamCase& given, const hcf::TeamCompetence& competence) {
    std::int64_t asked = given.team.holders;
    for (const hcf::ExpectedHolders& expected : given.team.expected) {
        if (expected.competence == competence.competence)
            asked = expected.count.value_or(competence.needed);
    }
    CHECK(competence.expected == std::min(asked, competence.needed));
    if (competence.needed > 0 && competence.holders() == 0) return hcf::CoverageFlag::no_holder;
    if (competence.needed > 1 && competence.holders() == 1) return hcf::CoverageFlag::single_holder;
    return competence.holders() < competence.expected ? hcf::CoverageFlag::below_expected
                                                      : hcf::CoverageFlag::ok;
}

}  // namespace

TEST_CASE("the figures of a team are those of its members' own gaps, counted anew") {
    std::size_t flags_seen = 0;
    for (std::uint32_t seed = 0; seed < kTeamSeeds; ++seed) {
        CAPTURE(seed);
        const TeamCase given(seed);
        const TeamCoverage coverage = given.cover(given.people);
        CHECK(figures_of(coverage) == counted(given));
        Told unassured;
        Told planned;
        for (const Assessment& member : given.people) {
            for (const hcf::GapRow& row : given.own(member).rows) {
                if (!row.asked.essential) continue;
                const std::tuple key = {member.person.id, row.asked.competence.index};
                if (row.assurance == hcf::Assurance::gap) unassured.insert(key);
                const bool is_open =
                    row.status != hcf::Status::met && row.status != hcf::Status::not_applicable;
                if (is_open && row.plan != nullptr) planned.insert(key);
            }
        }
        CHECK(told(coverage, coverage.unassured) == unassured);
        CHECK(told(coverage, coverage.plans) == planned);
        for (const hcf::TeamPlace place : coverage.expiring) {
            const hcf::TeamCell& cell = coverage.at(place);
            CHECK(cell.status == hcf::Status::met);
            CHECK(*cell.runs_out >= given.options.as_of);
            CHECK(*cell.runs_out <= given.options.as_of + kWithin);
        }
        for (const hcf::TeamCompetence& competence : coverage.competences) {
            CHECK(competence.flag == expected_flag(given, competence));
            if (competence.flag != hcf::CoverageFlag::ok) ++flags_seen;
        }
        std::int64_t heads = 0;
        for (const auto& [level, count] : coverage.levels) heads += count;
        CHECK(heads == static_cast<std::int64_t>(given.people.size()));
    }
    CHECK(flags_seen > kTeamSeeds);
}

TEST_CASE("removing a member never raises who holds a competence") {
    for (std::uint32_t seed = 0; seed < kTeamSeeds; ++seed) {
        CAPTURE(seed);
        const TeamCase given(seed);
        const Figures before = figures_of(given.cover(given.people));
        std::vector<Assessment> fewer = given.people;
        fewer.pop_back();
        for (const auto& [competence, figures] : figures_of(given.cover(fewer))) {
            CHECK(figures.first <= before.at(competence).first);
            CHECK(figures.second <= before.at(competence).second);
        }
    }
}

TEST_CASE("a met rating more never lowers coverage") {
    for (std::uint32_t seed = 0; seed < kTeamSeeds; ++seed) {
        CAPTURE(seed);
        TeamCase given(seed);
        const Figures before = figures_of(given.cover(given.people));
        Assessment& member = given.people.front();
        const auto competence =
            static_cast<std::uint32_t>(given.random.below(given.framework.competences.size()));
        if (member.find(CompetenceId{competence}) != nullptr) continue;
        hcf::Rating rating;
        rating.competence = CompetenceId{competence};
        const hcf::Scale& scale = given.framework.at(member.scale);
        rating.value = hcf::RatingValue{false, member.scale,
                                        static_cast<std::uint32_t>(scale.values.size() - 1)};
        rating.assessed = given.options.as_of;
        rating.basis = hcf::Basis::assessor;
        rating.shown_at = member.person.level;
        const auto place = std::find_if(
            member.ratings.begin(), member.ratings.end(),
            [&](const hcf::Rating& known) { return rating.competence < known.competence; });
        member.ratings.insert(place, rating);
        for (const auto& [id, figures] : figures_of(given.cover(given.people))) {
            CHECK(figures.first == before.at(id).first);
            CHECK(figures.second >= before.at(id).second);
        }
    }
}

TEST_CASE("the order of members changes nothing but the order") {
    for (std::uint32_t seed = 0; seed < kTeamSeeds; ++seed) {
        CAPTURE(seed);
        TeamCase given(seed);
        const TeamCoverage before = given.cover(given.people);
        std::vector<Assessment> shuffled = given.people;
        given.random.shuffle(shuffled);
        const TeamCoverage after = given.cover(shuffled);
        CHECK(figures_of(after) == figures_of(before));
        CHECK(told(after, after.unassured) == told(before, before.unassured));
        CHECK(told(after, after.plans) == told(before, before.plans));
        CHECK(told(after, after.expiring) == told(before, before.expiring));
        CHECK(after.levels == before.levels);
        CHECK(after.roles == before.roles);
    }
}
