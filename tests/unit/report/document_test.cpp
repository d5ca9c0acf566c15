// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/document.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace {

std::string shown_value(const hcf::CellValue& value) {
    std::string out;
    hcf::append_value(out, value);
    return out;
}

}  // namespace

TEST_CASE("every ratio of four decimals is the same number in JSON as in CSV") {
    for (int value = 0; value <= 10000; ++value) {
        const hcf::Ratio ratio{value, 10000};
        if (hcf::to_json(ratio).dump() != hcf::to_decimal(ratio)) FAIL(value);
    }
}

TEST_CASE("a ratio in JSON is rounded down, and whole ones are integers") {
    CHECK(hcf::to_json(hcf::Ratio{2, 3}).dump() == "0.6666");
    CHECK(hcf::to_json(hcf::Ratio{1, 10001}).dump() == "0");
    CHECK(hcf::to_json(hcf::Ratio{99999, 100000}).dump() == "0.9999");
    CHECK(hcf::to_json(hcf::Ratio{7, 7}).is_number_integer());
    CHECK(hcf::to_json(hcf::Ratio{0, 7}).is_number_integer());
}

TEST_CASE("readers see whole percent, plain numbers, and nothing for nothing") {
    CHECK(shown_value({}) == "");
    CHECK(shown_value("Zoë") == "Zoë");
    CHECK(shown_value(std::int64_t{0}) == "0");
    CHECK(shown_value(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(shown_value(hcf::Ratio{17, 20}) == "85 %");
    CHECK(shown_value(hcf::Ratio{999, 1000}) == "99 %");
    CHECK(shown_value(hcf::Ratio{}) == "100 %");
}

TEST_CASE("a block is empty when it shows nothing") {
    CHECK(hcf::is_empty(hcf::Heading{}));
    CHECK(hcf::is_empty(hcf::Paragraph{}));
    CHECK(hcf::is_empty(hcf::Facts{}));
    CHECK(hcf::is_empty(hcf::List{}));
    CHECK(hcf::is_empty(hcf::Table{}));
    CHECK_FALSE(hcf::is_empty(hcf::Heading{1, "a"}));
    CHECK_FALSE(hcf::is_empty(hcf::Paragraph{"a"}));
    CHECK_FALSE(hcf::is_empty(hcf::Facts{{{"a", {}}}}));
    CHECK_FALSE(hcf::is_empty(hcf::List{{hcf::Cell{}}}));
    CHECK_FALSE(hcf::is_empty(hcf::Table{"", {{"a"}}, {}}));
}
