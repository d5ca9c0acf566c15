// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/amount.h"

#include <doctest/doctest.h>

using hcf::Amount;

namespace {

Amount sum_of(std::initializer_list<const char*> decimals) {
    Amount sum;
    for (const char* decimal : decimals) sum.add(*hcf::parse_decimal(decimal));
    return sum;
}

}  // namespace

TEST_CASE("decimals add up exactly, and show as many places as were given") {
    CHECK(sum_of({}).shortest() == "0");
    CHECK(sum_of({"45.00", "120.00"}).as_given() == "165.00");
    CHECK(sum_of({"45.00", "120.00"}).shortest() == "165");
    CHECK(sum_of({"0.1", "0.2"}).shortest() == "0.3");
    CHECK(sum_of({"7.5", "0.75", "1"}).as_given() == "9.25");
    CHECK(sum_of({"0.999999", "0.000001"}).shortest() == "1");
    CHECK(sum_of({"0.05"}).as_given() == "0.05");
}

TEST_CASE("sums may be larger than what one decimal can hold") {
    Amount sum;
    for (int i = 0; i < 2000; ++i) sum.add(*hcf::parse_decimal("999999999999.999999"));
    CHECK(sum.shortest() == "1999999999999999.998");
    CHECK(sum_of({"999999999999.999999"}) < sum);
}

TEST_CASE("what is left of an amount") {
    CHECK(sum_of({"10"}).without(sum_of({"0.25"})).shortest() == "9.75");
    CHECK(Amount::of(1234, 2).as_given() == "12.34");
    CHECK(sum_of({"1.0"}) == sum_of({"1"}));
    CHECK_FALSE(sum_of({"1"}) < sum_of({"1"}));
}
