// SPDX-License-Identifier: Apache-2.0
// Everything a fuzzer ever found, and its seeds, run again in the ordinary suite.
#include "fuzz/fuzz_bodies.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::size_t replay(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path().string());
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)),
                                std::istreambuf_iterator<char>());
        hcf::tests::fuzz_file(bytes);
        hcf::tests::fuzz_overlay(bytes);
        ++count;
    }
    return count;
}

}  // namespace

TEST_SUITE("fuzz") {
    TEST_CASE("the fuzzers' seeds and findings run without a fault") {
        CHECK(replay("tests/fuzz/corpus") > 0);
        (void)replay("tests/fuzz/crashes");
        CHECK(replay("examples") > 0);
        CHECK(replay("framework") > 0);
    }
}
