// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/values.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("what is absent is null in JSON and an empty field in CSV, never an empty text") {
    CHECK(hcf::text_or_null("").is_null());
    CHECK(hcf::text_or_null("a") == "a");
    CHECK(hcf::text_or_nothing("") == hcf::Field{});
    CHECK(hcf::text_or_nothing("a") == hcf::Field{std::string("a")});
}

TEST_CASE("items are joined by a separator") {
    CHECK(hcf::join({}, ", ") == "");
    CHECK(hcf::join({"a"}, ", ") == "a");
    CHECK(hcf::join({"a", "b", "c"}, ", ") == "a, b, c");
}

TEST_CASE("days, shares and words are null and empty where there are none") {
    CHECK(hcf::date_or_null(std::nullopt).is_null());
    CHECK(hcf::date_or_null(hcf::make_date(2026, 2, 3)) == "2026-02-03");
    CHECK(hcf::date_or_nothing(std::nullopt) == hcf::Field{});
    CHECK(hcf::ratio_or_null(std::nullopt).is_null());
    CHECK(hcf::ratio_or_null(hcf::Ratio{13, 20}) == 0.65);
    CHECK(hcf::ratio_or_nothing(std::nullopt) == hcf::Field{});
    CHECK(hcf::percent_text(std::nullopt) == "n/a");
    CHECK(hcf::percent_text(hcf::Ratio{2, 3}) == "66 %");
}
