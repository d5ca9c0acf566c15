// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/summary.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace tests = hcf::tests;

using hcf::SummarySums;

namespace {

void count(std::string_view person, std::string_view ratings, SummarySums& sums) {
    const std::string text = "hcf: assessment/1\nperson: " + std::string(person) +
                             "\nratings: " + std::string(ratings) + "\n";
    hcf::add_person(tests::tiny(), tests::assessment_of(tests::tiny(), text),
                    {tests::day("2026-11-22"), hcf::Basis::self, false}, sums);
}

/// "organisation Alpha 2, ..." of all groups.
std::string groups_of(const SummarySums& sums) {
    std::string text;
    for (const hcf::SummaryGroup& group : hcf::make_summary(tests::tiny(), sums).groups) {
        text += std::string(text.empty() ? "" : ", ") + std::string(to_string(group.by)) + " " +
                group.key.value_or("-") + " " + std::to_string(*group.figures[0]);
    }
    return text;
}

}  // namespace

TEST_CASE("groups stand bytewise, roles and levels in framework order, those without one last") {
    SummarySums sums;
    count("{id: A, organisation: b, team: n, role: nurse}", "{}", sums);
    count("{id: B, organisation: B, team: n, role: carer}", "{}", sums);
    count("{id: C, organisation: b, level: high}", "{}", sums);
    count("{id: D, team: n, level: low}", "{}", sums);
    CHECK(groups_of(sums) ==
          "organisation B 1, organisation b 2, organisation - 1, "
          "team /n 1, team B/n 1, team b/n 1, team - 1, "
          "role carer 1, role nurse 1, role - 2, level low 2, level mid 1, level high 1");
}

TEST_CASE("a slash in a name makes no two teams one") {
    SummarySums sums;
    count("{id: A, organisation: a/b, team: c, role: carer}", "{}", sums);
    count("{id: B, organisation: a, team: b/c, role: carer}", "{}", sums);
    CHECK(groups_of(sums) ==
          "organisation a 1, organisation a/b 1, team a/b/c 1, team a/b/c 1, role carer 2, level "
          "low 2");
}

TEST_CASE("sums of parts are the sums of all") {
    SummarySums all;
    SummarySums one = all;
    SummarySums other = all;
    count("{id: A, organisation: a, role: carer}", "{wash: met, talk: met}", all);
    count("{id: A, organisation: a, role: carer}", "{wash: met, talk: met}", one);
    count("{id: B, organisation: a, role: carer}", "{wash: met}", all);
    count("{id: B, organisation: a, role: carer}", "{wash: met}", other);
    hcf::add_sums(one, other);
    CHECK(other.people == 2);
    CHECK(other.workplaces == all.workplaces);
    CHECK(other.posts == all.posts);
    CHECK(all.workplaces.at({"a", ""}) == hcf::GroupCounts{2, 4, 4, 3, 0, 1, 1, 1});
}
