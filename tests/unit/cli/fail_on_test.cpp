// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/fail_on.h"

#include "support/memory_environment.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::array<std::string_view, 3> kKnownWords = {"unmet", "unassured", "no-holder"};

/// The words that are named, as "0", "1" each; or what is said of the list.
std::string fail_on_words(const std::string& list) {
    hcf::tests::MemoryEnvironment memory;
    hcf::cli::Environment environment = memory.environment();
    const auto named = hcf::cli::parse_fail_on(list, kKnownWords, environment);
    if (!named) return memory.err.text;
    CHECK(memory.err.text.empty());
    std::string text;
    for (const bool is_named : *named) text += is_named ? '1' : '0';
    return text;
}

}  // namespace

TEST_CASE("--fail-on names some of the words, in any order, twice or once") {
    CHECK(fail_on_words("") == "000");
    CHECK(fail_on_words("unmet") == "100");
    CHECK(fail_on_words("no-holder,unmet") == "101");
    CHECK(fail_on_words("unassured,unassured") == "010");
}

TEST_CASE("--fail-on knows no other words") {
    CHECK(fail_on_words("unmett") ==
          "hcf: error: --fail-on: unknown word 'unmett'\n  = help: did you mean 'unmet'?\n");
    CHECK(fail_on_words("unmet,all") ==
          "hcf: error: --fail-on: unknown word 'all'\n"
          "  = help: a list of: unmet, unassured, no-holder\n");
    CHECK(fail_on_words("Unmet") ==
          "hcf: error: --fail-on: unknown word 'Unmet'\n  = help: did you mean 'unmet'?\n");
    for (const char* list : {"unmet,", ",unmet", "unmet,,unassured", ","}) {
        CHECK(fail_on_words(list) ==
              "hcf: error: --fail-on: unknown word ''\n"
              "  = help: a list of: unmet, unassured, no-holder\n");
    }
}
