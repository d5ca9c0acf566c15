// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/competence_set.h"

#include <doctest/doctest.h>

TEST_CASE("a set holds what was put into it, and nothing beside it") {
    hcf::CompetenceSet set;
    for (const std::uint32_t index : {0U, 63U, 64U, 200U}) set.insert({index});
    for (std::uint32_t index = 0; index < 300; ++index) {
        CHECK(set.contains({index}) == (index == 0 || index == 63 || index == 64 || index == 200));
    }
    CHECK_FALSE(hcf::CompetenceSet().contains({0}));
}

TEST_CASE("sets are equal by their members, however they came to be") {
    hcf::CompetenceSet a;
    hcf::CompetenceSet b;
    CHECK(a == b);
    a.insert({1});
    CHECK_FALSE(a == b);
    a.insert({70});
    b.insert({70});
    b.insert({1});
    b.insert({1});
    CHECK(a == b);
}
