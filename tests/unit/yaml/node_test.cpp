// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/node.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_SUITE("yaml") {
    TEST_CASE("only an absent value, a tilde and three spellings of a plain null are null") {
        const hcf::tests::YamlRead read(
            "[~, null, Null, NULL, nULL, nil, '~', \"null\", 0, no, false, ~ ~, {a: }, []]");
        REQUIRE(read.whole);
        std::vector<bool> nulls;
        hcf::yaml::for_each_item({read.tree, 0}, [&nulls](hcf::yaml::NodeRef item) {
            const bool in_mapping = item.is_mapping();
            nulls.push_back((in_mapping ? item.first_child().next() : item).is_null());
        });
        CHECK(nulls == std::vector<bool>{true, true, true, true, false, false, false, false, false,
                                         false, false, false, true, false});
    }

    TEST_CASE("a null that was written is not absent") {
        const hcf::tests::YamlRead read("[~, {a: }]");
        REQUIRE(read.whole);
        const hcf::yaml::NodeRef tilde = hcf::yaml::NodeRef(read.tree, 0).first_child();
        CHECK_FALSE(tilde.is_absent());
        CHECK(tilde.next().first_child().next().is_absent());
    }

    TEST_CASE("a block scalar that reads null is text") {
        const hcf::tests::YamlRead read("|-\n  null\n");
        REQUIRE(read.whole);
        CHECK_FALSE(hcf::yaml::NodeRef(read.tree, 0).is_null());
    }
}
