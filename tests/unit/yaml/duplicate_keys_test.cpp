// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/duplicate_keys.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

TEST_SUITE("yaml") {
    TEST_CASE("few and many keys are compared alike") {
        std::mt19937 random(99);
        for (const std::uint32_t count : {2U, 10U, 24U, 25U, 60U, 500U}) {
            std::string text;
            std::vector<std::size_t> expected;
            std::set<std::string> seen;
            for (std::uint32_t i = 0; i < count; ++i) {
                const std::string key = "k" + std::to_string(random() % (count * 2));
                if (!seen.insert(key).second) expected.push_back(text.size());
                text += key + ": v\n";
            }
            const hcf::tests::YamlRead read(text);
            CHECK(read.whole);
            std::vector<std::size_t> found;
            for (const hcf::Diagnostic& diagnostic : read.diags.all()) {
                found.push_back(diagnostic.span.begin);
            }
            CAPTURE(count);
            CHECK(found == expected);
        }
    }

    TEST_CASE("mappings inside one another have keys of their own") {
        CHECK(hcf::tests::outcome_of("a: {a: {a: 1}}\nb: {a: 1}\n") ==
              "{a: {a: {a: 1}}, b: {a: 1}}\n");
    }
}
