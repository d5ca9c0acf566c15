// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/suggest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using NameList = std::vector<std::string_view>;

const NameList kLevelNames = {"supportive", "associate", "autonomous", "enhanced", "advanced"};

/// The whole table without a band, as a text book has it.
std::size_t plain_distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("the distance counts inserted, deleted, replaced and swapped letters") {
    CHECK(hcf::edit_distance("", "", 3) == 0);
    CHECK(hcf::edit_distance("abc", "abc", 0) == 0);
    CHECK(hcf::edit_distance("abc", "abcd", 3) == 1);
    CHECK(hcf::edit_distance("abc", "ab", 3) == 1);
    CHECK(hcf::edit_distance("abc", "axc", 3) == 1);
    CHECK(hcf::edit_distance("abc", "acb", 3) == 1);
    CHECK(hcf::edit_distance("abc", "", 3) == 3);
    CHECK(hcf::edit_distance("Zoe", "Zoë", 3) == 1);
    CHECK(hcf::edit_distance("abc", "ABC", 3) == 3);
}

TEST_CASE("a distance above the limit is the limit and one") {
    CHECK(hcf::edit_distance("kitten", "sitting", 3) == 3);
    CHECK(hcf::edit_distance("kitten", "sitting", 2) == 3);
    CHECK(hcf::edit_distance("kitten", "sitting", 0) == 1);
    CHECK(hcf::edit_distance("a", "abcdefgh", 3) == 4);
    CHECK(hcf::edit_distance("abc", "xyz", 1000) == 3);
}

TEST_CASE("the band around the diagonal loses nothing") {
    std::mt19937 random(20261001);  // NOLINT: a fixed seed
    const auto word = [&random] {
        std::string text(random() % 9, 'a');
        for (char& c : text) c = static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int i = 0; i < 20000; ++i) {
        const std::string a = word();
        const std::string b = word();
        const std::size_t limit = random() % 9;
        const std::size_t expected = std::min(plain_distance(a, b), limit + 1);
        if (hcf::edit_distance(a, b, limit) != expected) FAIL(a, " ", b, " ", limit);
    }
}

TEST_CASE("a mistyped word suggests the nearest known one") {
    CHECK(hcf::did_you_mean("autonomus", kLevelNames) == "did you mean 'autonomous'?");
    CHECK(hcf::did_you_mean("AUTONOMUS", kLevelNames) == "did you mean 'autonomous'?");
    CHECK(hcf::did_you_mean("Autonomous", kLevelNames) == "did you mean 'autonomous'?");
    CHECK(hcf::did_you_mean("ehnanced", kLevelNames) == "did you mean 'enhanced'?");
    CHECK(hcf::did_you_mean("supervisor", kLevelNames) == "");
    CHECK(hcf::did_you_mean("", kLevelNames) == "");
    CHECK(hcf::did_you_mean(std::string(1000, 'a'), kLevelNames) == "");
}

TEST_CASE("short words have to be very near") {
    const NameList names = {"to", "id", "role"};
    CHECK(hcf::nearest("od", names) == NameList{"id"});
    CHECK(hcf::nearest("x", NameList{"y"}).empty());
    CHECK(hcf::nearest("rle", names) == NameList{"role"});
    CHECK(hcf::nearest("tole", names) == NameList{"role"});
}

TEST_CASE("the beginning of a name, or a name and more, is near") {
    CHECK(hcf::nearest("auto", kLevelNames) == NameList{"autonomous"});
    CHECK(hcf::nearest("aut", kLevelNames).empty());
    CHECK(hcf::nearest("enhanced-practice", kLevelNames) == NameList{"enhanced"});
}

TEST_CASE("spaces, underscores and hyphens join words alike") {
    const NameList names = {"work-in-a-team-of-all", "other"};
    CHECK(hcf::nearest("Work_in a_team_of_all", names) == NameList{"work-in-a-team-of-all"});
}

TEST_CASE("the nearest come first, ties in the order given, three at most, none twice") {
    const NameList names = {"basis", "bases", "bass", "bass", "oasis", "baxes", "basic"};
    CHECK(hcf::nearest("bass", names) == NameList{"bass", "basis", "bases"});
    CHECK(hcf::did_you_mean("basis", NameList{"basic", "bases"}) ==
          "did you mean 'basic' or 'bases'?");
    CHECK(hcf::did_you_mean("bass", names) == "did you mean 'bass', 'basis' or 'bases'?");
}
