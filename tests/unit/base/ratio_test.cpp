// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/ratio.h"

#include <doctest/doctest.h>

#include <string>

using hcf::Ratio;

TEST_CASE("a ratio prints as its shortest decimal, rounded down") {
    CHECK(hcf::to_decimal(Ratio{1, 1}) == "1");
    CHECK(hcf::to_decimal(Ratio{0, 7}) == "0");
    CHECK(hcf::to_decimal(Ratio{13, 20}) == "0.65");
    CHECK(hcf::to_decimal(Ratio{1, 2}) == "0.5");
    CHECK(hcf::to_decimal(Ratio{2, 3}) == "0.6666");
    CHECK(hcf::to_decimal(Ratio{1, 3}) == "0.3333");
    CHECK(hcf::to_decimal(Ratio{1, 10000}) == "0.0001");
    CHECK(hcf::to_decimal(Ratio{1, 10001}) == "0");
    CHECK(hcf::to_decimal(Ratio{10000, 10001}) == "0.9999");
    CHECK(hcf::to_decimal(Ratio{}) == "1");
}

TEST_CASE("every decimal of four places reads back as itself") {
    for (int value = 0; value <= 10000; ++value) {
        const std::string text = hcf::to_decimal(Ratio{value, 10000});
        CHECK(std::stod(text) * 10000 == doctest::Approx(value));
        CHECK(text.size() <= 6);
        if (value != 0 && value != 10000) CHECK(text.back() != '0');
    }
}

TEST_CASE("percent is rounded down, so that 100 means all") {
    CHECK(hcf::whole_percent(Ratio{999, 1000}) == 99);
    CHECK(hcf::whole_percent(Ratio{1000, 1000}) == 100);
    CHECK(hcf::whole_percent(Ratio{17, 20}) == 85);
    CHECK(hcf::whole_percent(Ratio{29, 100}) == 29);
}

TEST_CASE("ratios compare by value") {
    CHECK(Ratio{1, 2} == Ratio{2, 4});
    CHECK_FALSE(Ratio{1, 2} == Ratio{1, 3});
    CHECK(Ratio{1, 3} < Ratio{1, 2});
    CHECK_FALSE(Ratio{2, 4} < Ratio{1, 2});
}
