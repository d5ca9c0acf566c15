// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/person_index.h"

#include "hcf/base/date.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using hcf::PersonIndex;
using hcf::PersonPlace;
using hcf::Position;

}  // namespace

TEST_CASE("a person who was noted before is told with the first place") {
    PersonIndex index;
    CHECK_FALSE(index.note("EHC-1", PersonPlace{0, Position{3, 7}}));
    CHECK_FALSE(index.note("EHC-2", PersonPlace{1, Position{4, 8}}));
    const auto again = index.note("EHC-1", PersonPlace{2, Position{5, 9}});
    REQUIRE(again);
    CHECK(again->file == 0);
    CHECK(again->at == Position{3, 7});
    CHECK(index.note("EHC-1", PersonPlace{9, Position{}})->file == 0);
}

TEST_CASE("ids are compared exactly") {
    PersonIndex index;
    for (const char* id : {"a", "A", "a ", " a", "", "\u00E9", "e\u0301"}) {
        CHECK_FALSE(index.note(id, PersonPlace{}));
    }
}

TEST_CASE("with a day, the same person on another day is somebody else") {
    PersonIndex index;
    const auto first = hcf::make_date(2026, 10, 1);
    const auto second = hcf::make_date(2026, 10, 2);
    CHECK_FALSE(index.note("a", first, PersonPlace{0, Position{}}));
    CHECK_FALSE(index.note("a", second, PersonPlace{1, Position{}}));
    CHECK_FALSE(index.note("a", std::nullopt, PersonPlace{2, Position{}}));
    CHECK_FALSE(index.note("b", first, PersonPlace{3, Position{}}));
    CHECK(index.note("a", first, PersonPlace{4, Position{}})->file == 0);
    CHECK(index.note("a", second, PersonPlace{4, Position{}})->file == 1);
    CHECK(index.note("a", std::nullopt, PersonPlace{4, Position{}})->file == 2);
}

TEST_CASE("many people are many") {
    PersonIndex index;
    for (std::uint32_t i = 0; i < 20000; ++i) {
        const std::string id = "EHC-" + std::to_string(i);
        if (index.note(id, PersonPlace{i, Position{}})) FAIL(id);
    }
    CHECK(index.note("EHC-777", PersonPlace{})->file == 777);
}
