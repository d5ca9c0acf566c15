// SPDX-License-Identifier: Apache-2.0
// How much parse() takes, and how much it tells.
#include "hcf/yaml/parse.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

TEST_SUITE("yaml") {
    using hcf::tests::outcome_of;

    TEST_CASE("a key of more than 1,024 characters is told, and read") {
        const std::string key(1025, 'k');
        const std::string told =
            " a key is longer than 1,024 characters; help: is this text that belongs to a key of "
            "its own?\n";
        CHECK(outcome_of(key + ": 1\n") == "{" + key + ": 1}\nkey-too-long [0,1025)" + told);
        CHECK(outcome_of("{\"" + key + "\": 1}") ==
              "{\"" + key + "\": 1}\nkey-too-long [1,1028)" + told);
        CHECK(outcome_of("? " + key + "\n: 1\n") ==
              "{" + key + ": 1}\nkey-too-long [2,1027)" + told);
    }

    TEST_CASE("nesting over 64 is told, not descended into") {
        const std::string told = " lists and mappings are nested deeper than 64 levels\n";
        const auto repeated = [](std::string_view piece, int times) {
            std::string text;
            for (int i = 0; i < times; ++i) text += piece;
            return text;
        };
        CHECK(outcome_of(repeated("[", 64) + repeated("]", 64)) ==
              repeated("[", 64) + repeated("]", 64) + "\n");
        CHECK(outcome_of(repeated("[", 65)) == "nesting-too-deep [64,65)" + told);
        CHECK(outcome_of(repeated("[", 100000)) == "nesting-too-deep [64,65)" + told);
        CHECK(outcome_of(repeated("{a: ", 65)) == "nesting-too-deep [256,257)" + told);
        CHECK(outcome_of(repeated("- ", 100000)) == "nesting-too-deep [128,129)" + told);
        CHECK(outcome_of(repeated("? ", 65) + "a") == "nesting-too-deep [128,129)" + told);
        CHECK(outcome_of(repeated("[", 64) + "a: b" + repeated("]", 64)) ==
              "nesting-too-deep [64,65)" + told);
    }

    TEST_CASE("a scalar over 1 MiB is told") {
        const std::string told =
            " a value is longer than 1 MiB; help: keep such a text in a file of its own\n";
        constexpr std::size_t kMebibyte = std::size_t{1} << 20;
        const std::string most(kMebibyte, 'b');
        CHECK(outcome_of("a: " + most + "\n") == "{a: " + most + "}\n");
        CHECK(outcome_of("a: " + most + "b\n") == "scalar-too-long [3,1048580)" + told);
        CHECK(outcome_of("- >-\n  " + most + "\n  c\n") == "scalar-too-long [2,4)" + told);
        std::string escaped;
        for (std::size_t i = 0; i < kMebibyte; ++i) escaped += "\\x41";
        CHECK(outcome_of("\"" + escaped + "\"").size() == kMebibyte + 3);
        CHECK(outcome_of("\"" + escaped + "\\x41\"") == "scalar-too-long [0,4194310)" + told);
    }

    TEST_CASE("after 1,000 faults the rest of a document is not read") {
        const std::string told = outcome_of("[" + std::string(2000, ',') + "]");
        CHECK(std::count(told.begin(), told.end(), '\n') == 1001);
        CHECK(told.substr(told.find("yaml-syntax")) ==
              "yaml-syntax [1000,1001) too many faults: the rest is not read\n");
    }

    TEST_CASE("a thousand duplicate keys are listed, and that there are more") {
        std::string text;
        for (int i = 0; i < 1500; ++i) text += "a: 1\n";
        const std::string told = outcome_of(text);
        CHECK(std::count(told.begin(), told.end(), '\n') == 1002);
        CHECK(told.substr(told.rfind("duplicate-key")) ==
              "duplicate-key [5005,5006) further duplicate keys are not listed\n");
    }

    TEST_CASE("a duplicate among 100,000 keys is found at once") {
        std::string text;
        for (int i = 0; i < 100000; ++i) text += "key" + std::to_string(i) + ": v\n";
        const std::size_t last = text.size();
        text += "'key77': w\n";
        const hcf::tests::YamlRead read(text);
        REQUIRE(read.whole);
        REQUIRE(read.diags.all().size() == 1);
        const hcf::Diagnostic& duplicate = read.diags.all().front();
        CHECK(duplicate.message == "duplicate key 'key77'");
        CHECK(duplicate.span.begin == last);
        CHECK(duplicate.related.front().span.begin == text.find("key77:"));
    }

    TEST_CASE("a long key is not repeated in the message") {
        const std::string key(100, 'k');
        const std::string told = outcome_of(key + ": 1\n" + key + ": 2\n");
        CHECK(told.find("duplicate-key [104,204) duplicate key; note [0,100) first given here") !=
              std::string::npos);
    }
}
