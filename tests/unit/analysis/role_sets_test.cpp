// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/role_sets.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>

namespace {

namespace tests = hcf::tests;

hcf::CompetenceSet set_of(std::initializer_list<std::uint32_t> members) {
    hcf::CompetenceSet set;
    for (const std::uint32_t member : members) set.insert(hcf::CompetenceId{member});
    return set;
}

}  // namespace

TEST_CASE("sets are counted, cut and taken from each other over words of any number") {
    const hcf::CompetenceSet a = set_of({0, 5, 63, 64, 130});
    const hcf::CompetenceSet b = set_of({5, 64, 65});
    CHECK(a.size() == 5);
    CHECK(a.size_of_common(b) == 2);
    CHECK(b.size_of_common(a) == 2);
    CHECK(a.size_without(b) == 3);
    CHECK(b.size_without(a) == 1);
    CHECK(a.common(b) == set_of({5, 64}).members());
    CHECK(a.without(b) == set_of({0, 63, 130}).members());
    CHECK(b.without(a) == set_of({65}).members());
    hcf::CompetenceSet both = b;
    both.insert(a);
    CHECK(both == set_of({0, 5, 63, 64, 65, 130}));
    CHECK(both.members().size() == both.size());
}

TEST_CASE(
    "similarity is the same both ways, transferability is not, and nothing is all of nothing") {
    const hcf::CompetenceSet a = set_of({1, 2, 3});
    const hcf::CompetenceSet b = set_of({3, 4});
    CHECK(hcf::similarity(a, b) == hcf::Ratio{1, 4});
    CHECK(hcf::similarity(b, a) == hcf::Ratio{1, 4});
    CHECK(hcf::transferability(a, b) == hcf::Ratio{1, 2});
    CHECK(hcf::transferability(b, a) == hcf::Ratio{1, 3});
    CHECK(hcf::similarity({}, {}) == hcf::Ratio{1, 1});
    CHECK(hcf::transferability(a, {}) == hcf::Ratio{1, 1});
    CHECK(hcf::transferability({}, a) == hcf::Ratio{0, 1});
}

TEST_CASE("a role stands at its first level, and at each") {
    const hcf::Framework& framework = tests::tiny();
    CHECK(hcf::roles_at_own_level(framework).size() == framework.roles.size());
    std::size_t listings = 0;
    for (const hcf::Role& role : framework.roles) listings += role.levels.size();
    CHECK(hcf::roles_at_each_level(framework).size() == listings);
    for (const hcf::RoleAtLevel& role : hcf::roles_at_own_level(framework))
        CHECK(role.level == framework.at(role.role).levels.front());
}
