// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/staffing.h"

#include "support/staffing_case.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::PostStanding;
using hcf::Staffing;
using hcf::StaffingMember;

/// A team of people in a service of the tiny framework.
struct Staffed {
    Staffed(std::string_view posts, std::vector<StaffingMember> people,
            hcf::JudgeOptions options = {})
        : service(tests::service_of(posts)),
          demand(hcf::make_demand(tests::tiny(), service)),
          members(std::move(people)) {
        options.as_of = tests::day("2026-11-22");
        staffing = hcf::staff_service(tests::tiny(), service, demand, members, options);
    }
    Staffed(const Staffed&) = delete;
    Staffed& operator=(const Staffed&) = delete;

    [[nodiscard]] std::string id_of(std::size_t member) const {
        return members[member].assessment.person.id;
    }

    /// "a: A B -talk; b:" for each post, what somebody misses behind them.
    [[nodiscard]] std::string seats() const {
        std::string text;
        for (std::size_t post = 0; post < service.posts.size(); ++post) {
            text += (post == 0 ? "" : "; ") + service.posts[post].id + ":";
            for (const PostStanding& standing : staffing.posts[post].members) {
                text += " " + id_of(standing.member);
                for (const hcf::GapRow& row : standing.missing)
                    text += " -" + tests::tiny().at(row.asked.competence).id;
            }
        }
        return text;
    }

    /// "A 1 of 2, B 0 of 1 (in a, spare)" of those nearest to a post.
    [[nodiscard]] std::string nearest(std::size_t post) const {
        std::string text;
        for (const hcf::NearMember& near : staffing.posts[post].nearest) {
            text += (text.empty() ? "" : ", ") + id_of(near.standing.member) + " " +
                    std::to_string(near.short_by) + " of " +
                    std::to_string(near.standing.missing.size());
            if (near.seat_in) text += " in " + service.posts[*near.seat_in].id;
            if (near.would_fill) text += " fills";
        }
        return text;
    }

    hcf::Service service;
    hcf::ServiceDemand demand;
    std::vector<StaffingMember> members;
    Staffing staffing;
};

StaffingMember nurse(std::string_view id, std::string_view ratings = "") {
    const std::string card = "{id: " + std::string(id) + ", role: nurse}";
    const std::string all =
        "{lead: 4, wash: 3, talk: 3, infuse: 3" + std::string(ratings) + "}\nscale: zero-to-six";
    return tests::member_of(card, all);
}

StaffingMember carer(std::string_view id, std::string_view ratings = "{wash: met, talk: met}") {
    return tests::member_of("{id: " + std::string(id) + ", role: carer}", ratings);
}

}  // namespace

TEST_CASE("a post by role takes its role and the accepted ones, judged by what it asks") {
    const Staffed staffed("[{id: a, role: nurse, accept_roles: [carer], count: 3}]",
                          {carer("C"), nurse("N"), tests::member_of("{id: L, level: mid}", "{}")});
    CHECK(staffed.seats() == "a: N");
    CHECK(staffed.staffing.posts[0].able == 1);
    CHECK(staffed.staffing.posts[0].below == 1);
    CHECK(staffed.nearest(0) == "C 2 of 2 fills");
}

TEST_CASE("a post by level takes people of any role and of none, whatever their own level") {
    const Staffed staffed(
        "[{id: a, level: low, count: 4}]",
        {nurse("N"), carer("C"), tests::member_of("{id: L, level: high}", "{wash: met, talk: met}"),
         carer("D", "{wash: met}")});
    CHECK(staffed.seats() == "a: N C L");
    CHECK(staffed.nearest(0) == "D 1 of 1 fills");
}

TEST_CASE("overlaps do not count, and a post's own competences do") {
    const auto member =
        tests::member_of("{id: C, role: carer, overlaps: [{level: mid, competences: [lead]}]}",
                         "{wash: met, talk: met}");
    CHECK(Staffed("[{id: a, role: carer}]", {member}).seats() == "a: C");
    const Staffed more("[{id: a, role: carer, competences: [track, talk]}]", {member});
    CHECK(more.seats() == "a:");
    CHECK(more.nearest(0) == "C 1 of 1 fills");
    CHECK(more.demand.of(0).required == 3);
}

TEST_CASE("a desirable competence becomes essential where the post names it") {
    CHECK(Staffed("[{id: a, role: nurse}]", {nurse("N")}).seats() == "a: N");
    CHECK(Staffed("[{id: a, role: nurse, competences: [track]}]", {nurse("N")}).seats() == "a:");
    CHECK(Staffed("[{id: a, role: nurse, competences: [track]}]", {nurse("N", ", track: 3")})
              .seats() == "a: N");
}

TEST_CASE("the threshold is exact, and what is missing is told") {
    const auto half = carer("C", "{wash: met, talk: partial}");
    CHECK(Staffed("[{id: a, level: low, min_readiness: 0.5}]", {half}).seats() == "a: C -talk");
    CHECK(Staffed("[{id: a, level: low, min_readiness: 0.500001}]", {half}).seats() == "a:");
    CHECK(Staffed("[{id: a, level: low, min_readiness: 0}]", {carer("C", "{}")}).seats() ==
          "a: C -wash -talk");
}

TEST_CASE("where nothing is applicable somebody fills no post") {
    const auto nothing = carer(
        "C", "{wash: {value: not-applicable, note: x}, talk: {value: not-applicable, note: x}}");
    const Staffed staffed("[{id: a, level: low, min_readiness: 0}]", {nothing, carer("D", "{}")});
    CHECK(staffed.seats() == "a: D -wash -talk");
    CHECK(Staffed("[{id: a, level: low, min_readiness: 0}]", {nothing}).nearest(0) ==
          "C 0 of 0 fills");
}

TEST_CASE("what is not applicable is left out, and named") {
    const Staffed staffed("[{id: a, level: low}]",
                          {carer("C", "{wash: met, talk: {value: not-applicable, note: x}}")});
    CHECK(staffed.seats() == "a: C");
    CHECK(tests::ids_of(tests::tiny(), staffed.staffing.posts[0].members[0].not_applicable) ==
          "talk");
}

TEST_CASE("in context, a level counts that is that of the post") {
    const auto low = tests::member_of("{id: L, level: low}", "{wash: met, talk: met, lead: met}");
    const hcf::JudgeOptions in_context = {{}, hcf::Basis::self, true};
    CHECK(Staffed("[{id: a, level: mid}]", {low}).seats() == "a: L");
    CHECK(Staffed("[{id: a, level: mid}]", {low}, in_context).seats() == "a:");
}

TEST_CASE("as many seats as can be filled, then the fewest missing, then order") {
    // N could take either; C can take only the second.
    const Staffed most("[{id: a, role: nurse}, {id: b, level: low}]", {nurse("N"), carer("C")});
    CHECK(most.seats() == "a: N; b: C");
    const Staffed fewest("[{id: a, level: low, min_readiness: 0}]",
                         {carer("C", "{wash: met}"), carer("D")});
    CHECK(fewest.seats() == "a: D");
    const Staffed first("[{id: a, level: low}, {id: b, level: low}]", {carer("C"), carer("D")});
    CHECK(first.seats() == "a: C; b: D");
    CHECK(first.staffing.conflicts.empty());
    CHECK(first.staffing.filled == 2);
    CHECK(fewest.staffing.missing == 0);
}

TEST_CASE("posts compete, and nearest to either is near to the empty seat") {
    const Staffed staffed("[{id: a, role: carer, accept_roles: [nurse]}, {id: b, role: carer}]",
                          {carer("C"), tests::member_of("{id: M, role: nurse}", "{wash: met}")});
    CHECK(staffed.seats() == "a: C; b:");
    REQUIRE(staffed.staffing.conflicts.size() == 1);
    CHECK(staffed.staffing.conflicts[0].posts == std::vector<std::size_t>{0, 1});
    CHECK(staffed.staffing.conflicts[0].people == std::vector<std::size_t>{0});
    CHECK(staffed.nearest(0) == "M 1 of 1 fills");
    CHECK(staffed.nearest(1).empty());
}

TEST_CASE("nearest are the readiest, at most five, with the seats that they have") {
    std::vector<StaffingMember> people = {nurse("N")};
    people[0].assessment.ratings.erase(people[0].assessment.ratings.begin());  // wash
    for (const char* id : {"A", "B", "C", "D", "E", "F"})
        people.push_back(tests::member_of("{id: " + std::string(id) + ", role: nurse}", "{}"));
    const Staffed staffed("[{id: a, role: nurse}, {id: b, level: low, min_readiness: 0.5}]",
                          people);
    CHECK(staffed.seats() == "a:; b: N -wash");
    CHECK(staffed.nearest(0) ==
          "N 1 of 1 in b, A 4 of 4 fills, B 4 of 4 fills, C 4 of 4 fills, D 4 of 4 fills");
    CHECK(staffed.staffing.posts[0].below == 7);
}

TEST_CASE("posts that ask the same share what was counted, whatever the order of their roles") {
    const Staffed staffed(
        "[{id: a, role: carer, accept_roles: [nurse], min_readiness: 1.0},"
        " {id: b, role: carer, accept_roles: [nurse]}, {id: c, role: carer}]",
        {carer("C"), nurse("N")});
    CHECK(staffed.demand.demands.size() == 1);
    CHECK(staffed.seats() == "a: C; b: N; c:");
}

TEST_CASE("a service asks for levels, roles and holders, whoever there is") {
    const hcf::Service service = tests::service_of(
        "[{id: a, role: nurse, count: 2}, {id: b, level: low, count: 3, competences: [infuse]}]");
    const hcf::ServiceDemand demand = hcf::make_demand(tests::tiny(), service);
    std::string asked;
    for (const auto& [competence, seats] : demand.competences)
        asked += tests::tiny().at(competence).id + " " + std::to_string(seats) + " ";
    CHECK(asked == "wash 5 talk 5 lead 2 infuse 5 ");
    CHECK(demand.seats == 5);
    CHECK(demand.levels.size() == 2);
    REQUIRE(demand.roles.size() == 1);
    CHECK(demand.roles[0].second == 2);
    CHECK_FALSE(demand.core_only);
}
