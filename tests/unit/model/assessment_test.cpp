// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/assessment.h"

#include <doctest/doctest.h>

TEST_CASE("a rating is found by its competence") {
    hcf::Assessment assessment;
    for (const std::uint32_t index : {2U, 5U, 9U}) {
        hcf::Rating rating;
        rating.competence = {index};
        assessment.ratings.push_back(rating);
    }
    for (std::uint32_t index = 0; index < 12; ++index) {
        const hcf::Rating* found = assessment.find({index});
        if (index == 2 || index == 5 || index == 9) {
            REQUIRE(found != nullptr);
            CHECK(found->competence == hcf::CompetenceId{index});
        } else {
            CHECK(found == nullptr);
        }
    }
    CHECK(hcf::Assessment().find({0}) == nullptr);
}
