// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/date.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using hcf::Date;
using hcf::Period;

namespace {

Date date_of(std::string_view text) {
    const auto date = hcf::parse_date(text);
    REQUIRE_MESSAGE(date, std::string(text));
    return *date;
}

Period period_of(std::string_view text) {
    const auto read = hcf::parse_period(text);
    REQUIRE_MESSAGE(read, std::string(text));
    return *read;
}

hcf::Error date_error(std::string_view text) {
    const auto date = hcf::parse_date(text);
    REQUIRE_MESSAGE(!date, std::string(text));
    return date.error();
}

hcf::Error period_error(std::string_view text) {
    const auto read = hcf::parse_period(text);
    REQUIRE_MESSAGE(!read, std::string(text));
    return read.error();
}

std::string date_after(std::string_view from, std::string_view length) {
    return hcf::to_string(date_of(from) + period_of(length));
}

}  // namespace

TEST_CASE("dates count days from 1970") {
    CHECK(date_of("1970-01-01").days == 0);
    CHECK(date_of("1969-12-31").days == -1);
    CHECK(date_of("2026-10-01").days == 20727);
    CHECK(date_of("0001-01-01").days == -719162);
    CHECK(date_of("9999-12-31").days == 2932896);
    CHECK(date_of("2026-09-30") < date_of("2026-10-01"));
}

TEST_CASE("every day prints and reads back, one after the other") {
    std::string before;
    for (std::int32_t days = -719162; days <= 2932896; ++days) {
        const std::string text = hcf::to_string(Date{days});
        const auto date = hcf::parse_date(text);
        if (!date || date->days != days || text <= before) FAIL(text);
        before = text;
    }
}

TEST_CASE("leap days are there in leap years only") {
    CHECK(hcf::make_date(2024, 2, 29));
    CHECK(hcf::make_date(2000, 2, 29));
    CHECK_FALSE(hcf::make_date(2026, 2, 29));
    CHECK_FALSE(hcf::make_date(1900, 2, 29));
}

TEST_CASE("a date is made of a year, month and day that exist") {
    CHECK(hcf::make_date(2026, 10, 1) == date_of("2026-10-01"));
    CHECK_FALSE(hcf::make_date(0, 1, 1));
    CHECK_FALSE(hcf::make_date(10000, 1, 1));
    CHECK_FALSE(hcf::make_date(2026, 0, 1));
    CHECK_FALSE(hcf::make_date(2026, 13, 1));
    CHECK_FALSE(hcf::make_date(2026, 4, 31));
    CHECK_FALSE(hcf::make_date(2026, 4, 0));
    CHECK_FALSE(hcf::make_date(2026, 4, -1));
}

TEST_CASE("a day that does not exist is told apart from a wrong form") {
    CHECK(date_error("2026-02-30") == hcf::Error{"there is no such day as '2026-02-30'",
                                                 "February 2026 has the days 01 to 28"});
    CHECK(date_error("2024-02-00") == hcf::Error{"there is no such day as '2024-02-00'",
                                                 "February 2024 has the days 01 to 29"});
    CHECK(date_error("2026-13-01") ==
          hcf::Error{"there is no such day as '2026-13-01'", "months go from 01 to 12"});
    CHECK(date_error("0000-01-01") ==
          hcf::Error{"there is no such day as '0000-01-01'", "years go from 0001 to 9999"});
}

TEST_CASE("a date in another form is told how to be written") {
    CHECK(date_error("2026-9-1") == hcf::Error{"'2026-9-1' is not a date in the form YYYY-MM-DD",
                                               "write it as '2026-09-01'"});
    const std::string help = "write it as '2026-09-01'";
    for (const std::string_view text :
         {"2026/09/01", "2026.9.1", "01/09/2026", "1.9.2026", "1-9-2026", "20260901", " 2026-09-01",
          "2026-09-01 ", "2026-09-01T10:00:00Z", "2026-9-01 10:00"}) {
        CHECK(date_error(text).help == help);
    }
}

TEST_CASE("what is no date at all is told the form") {
    const std::string help = "write it as YYYY-MM-DD, such as '2026-09-01'";
    for (const std::string_view text :
         {"", "soon", "2026", "2026-09", "2026-13-1", "26-9-1", "2026-09-31x", "2026-9-31",
          "2026--9-1", "-2026-09-01", "2026-09-1234", "99999999999999999999", "٢٠٢٦-٠٩-٠١",
          "1/9/26"}) {
        CHECK(date_error(text).help == help);
    }
    CHECK(date_error("soon\n").message == "'soon\\n' is not a date in the form YYYY-MM-DD");
}

TEST_CASE("periods read in the order of years, months, days") {
    CHECK(period_of("P1Y") == Period{1, 0, 0});
    CHECK(period_of("P18M") == Period{0, 18, 0});
    CHECK(period_of("P90D") == Period{0, 0, 90});
    CHECK(period_of("P1Y2M3D") == Period{1, 2, 3});
    CHECK(period_of("P1Y3D") == Period{1, 0, 3});
    CHECK(period_of("P0Y6M") == Period{0, 6, 0});
    CHECK(period_of("P9999Y9999M9999D") == Period{9999, 9999, 9999});
}

TEST_CASE("periods print without what is zero") {
    for (const std::string_view text : {"P1Y", "P18M", "P90D", "P1Y2M3D", "P1Y3D"}) {
        CHECK(hcf::to_string(period_of(text)) == text);
    }
    CHECK(hcf::to_string(period_of("P0Y06M")) == "P6M");
}

TEST_CASE("a period that can be understood is told how to be written") {
    const auto help = [](std::string_view text) { return period_error(text).help; };
    CHECK(period_error("P1D1Y") ==
          hcf::Error{"'P1D1Y' is not a period in the form PnYnMnD", "write it as 'P1Y1D'"});
    CHECK(help("p1y") == "write it as 'P1Y'");
    CHECK(help("P1y") == "write it as 'P1Y'");
    CHECK(help("1Y") == "write it as 'P1Y'");
    CHECK(help("90d") == "write it as 'P90D'");
    CHECK(help("P2W") == "write it as 'P14D'");
    CHECK(help("1 year 6 months") == "write it as 'P1Y6M'");
    CHECK(help(" P1Y ") == "write it as 'P1Y'");
    CHECK(help("P1Y ") == "write it as 'P1Y'");
    CHECK(help("P1Years") == "write it as 'P1Y'");
}

TEST_CASE("what is no period at all is told the form") {
    const std::string help = "write it as PnYnMnD, such as 'P1Y' or 'P18M'";
    for (const std::string_view text :
         {"",       "P",    "p",      "PY",    "P1",   "1",         "year",
          "P1Y1Y",  "PT1H", "P1YT1H", "P1.5Y", "P-1Y", "-P1Y",      "P1X",
          "0 days", "p0d",  "P9999W", "P1Y,",  "P1Ÿ",  "every year"}) {
        CHECK(period_error(text) ==
              hcf::Error{"'" + std::string(text) + "' is not a period in the form PnYnMnD", help});
    }
}

TEST_CASE("a period is not zero and not without end") {
    CHECK(period_error("P0D") ==
          hcf::Error{"'P0D' is no length of time", "a period is at least one day: 'P1D'"});
    CHECK(period_error("P0Y0M0D").message == "'P0Y0M0D' is no length of time");
    CHECK(period_error("P10000D") == hcf::Error{"'P10000D' is too long for a period",
                                                "years, months and days are at most 9999 each"});
    CHECK(period_error("P99999999999999999999Y").message ==
          "'P99999999999999999999Y' is too long for a period");
}

TEST_CASE("years and months come first, the day held to the month's last") {
    CHECK(date_after("2024-02-29", "P1Y") == "2025-02-28");
    CHECK(date_after("2024-02-29", "P4Y") == "2028-02-29");
    CHECK(date_after("2026-01-31", "P1M") == "2026-02-28");
    CHECK(date_after("2024-01-31", "P1M") == "2024-02-29");
    CHECK(date_after("2026-08-31", "P1M") == "2026-09-30");
    CHECK(date_after("2026-10-31", "P4M") == "2027-02-28");
    CHECK(date_after("2026-12-15", "P1M") == "2027-01-15");
    CHECK(date_after("2026-12-31", "P12M") == "2027-12-31");
}

TEST_CASE("days are added last") {
    CHECK(date_after("2026-01-31", "P1M1D") == "2026-03-01");
    CHECK(date_after("2024-02-28", "P1D") == "2024-02-29");
    CHECK(date_after("2026-12-31", "P1D") == "2027-01-01");
    CHECK(date_after("2026-10-01", "P90D") == "2026-12-30");
    CHECK(date_after("2023-02-28", "P1Y1D") == "2024-02-29");
}

TEST_CASE("a sum past the calendar's end is held to its last day") {
    CHECK(date_after("9999-12-31", "P1D") == "9999-12-31");
    CHECK(date_after("2026-10-01", "P9999Y9999M9999D") == "9999-12-31");
    CHECK(date_after("9999-12-01", "P1M") == "9999-12-31");
    CHECK(date_after("9998-12-31", "P1Y") == "9999-12-31");
    CHECK(date_after("9999-12-30", "P1D") == "9999-12-31");
}
