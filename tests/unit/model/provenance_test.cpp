// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/provenance.h"

#include <doctest/doctest.h>

#include <string>

namespace {

struct Thing {
    std::string from = "own.yaml";
    hcf::Provenance amended;
};

}  // namespace

TEST_CASE("a fact is from the thing's own file, unless another one says it") {
    Thing thing;
    CHECK(thing.amended.find(hcf::Fact::theme) == nullptr);
    CHECK(hcf::said_in(thing, hcf::Fact::theme) == "own.yaml");
    thing.amended.add(hcf::Fact::theme, 0, "overlay.yaml");
    CHECK(hcf::said_in(thing, hcf::Fact::theme) == "overlay.yaml");
    CHECK(hcf::said_in(thing, hcf::Fact::kind) == "own.yaml");
}

TEST_CASE("the items of a list may each be from another file") {
    Thing thing;
    thing.amended.add(hcf::Fact::alias, 1, "one.yaml");
    thing.amended.add(hcf::Fact::alias, 2, "two.yaml");
    CHECK(hcf::said_in(thing, hcf::Fact::alias, 0) == "own.yaml");
    CHECK(hcf::said_in(thing, hcf::Fact::alias, 1) == "one.yaml");
    CHECK(hcf::said_in(thing, hcf::Fact::alias, 2) == "two.yaml");
    CHECK(thing.amended.all().size() == 2);
}

TEST_CASE("the last file that says a fact is the one that counts") {
    Thing thing;
    thing.amended.add(hcf::Fact::needs, 4, "one.yaml");
    thing.amended.add(hcf::Fact::needs, 4, "two.yaml");
    CHECK(hcf::said_in(thing, hcf::Fact::needs, 4) == "two.yaml");
}

TEST_CASE("facts have the names of the keys under which they stand") {
    CHECK(to_string(hcf::Fact::title) == "title");
    CHECK(to_string(hcf::Fact::mark) == "levels");
    CHECK(to_string(hcf::Fact::nos_seen) == "nos.seen");
    CHECK(to_string(hcf::Fact::essential) == "essential");
}
