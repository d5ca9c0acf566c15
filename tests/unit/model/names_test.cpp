// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/names.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

TEST_CASE("a name is found as it was written, and without regard to case") {
    hcf::NameTable names;
    CHECK_FALSE(names.add("Hand Hygiene", 3));
    CHECK(names.find("Hand Hygiene") == 3U);
    CHECK(names.find("hand hygiene") == 3U);
    CHECK(names.find("HAND HYGIENE") == 3U);
    CHECK_FALSE(names.find("hand-hygiene"));
    CHECK_FALSE(names.find("Hand Hygiene "));
    CHECK_FALSE(names.find(""));
}

TEST_CASE("case is that of every script, and composed letters equal combined ones") {
    hcf::NameTable names;
    CHECK_FALSE(names.add("Zo\u00EB Straße", 1));
    CHECK(names.find("ZOE\u0308 STRASSE") == 1U);
}

TEST_CASE("a name that is taken keeps its meaning, and says what it is") {
    hcf::NameTable names;
    CHECK_FALSE(names.add("support", 0));
    CHECK(names.add("Support", 1) == 0U);
    CHECK(names.find("Support") == 0U);
    CHECK(names.all() == std::vector<std::string_view>{"support"});
}

TEST_CASE("the same name for the same thing is no clash") {
    hcf::NameTable names;
    CHECK_FALSE(names.add("wash", 2));
    CHECK_FALSE(names.add("WASH", 2));
    CHECK_FALSE(names.add("wash", 2));
    CHECK(names.find("Wash") == 2U);
}

TEST_CASE("all names stand in the order in which they were added") {
    hcf::NameTable names;
    for (const std::string_view name : {"c", "a", "b"}) CHECK_FALSE(names.add(name, 0));
    CHECK(names.all() == std::vector<std::string_view>{"c", "a", "b"});
    CHECK(hcf::NameTable().all().empty());
}
