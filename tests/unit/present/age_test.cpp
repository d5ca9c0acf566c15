// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/age.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string_view>

namespace {

std::string age(std::string_view from, std::string_view to) {
    return hcf::age_text(hcf::tests::day(from), hcf::tests::day(to));
}

}  // namespace

TEST_CASE("an age is rounded down to whole days, months or years") {
    CHECK(age("2026-11-22", "2026-11-22") == "today");
    CHECK(age("2026-11-21", "2026-11-22") == "1 day");
    CHECK(age("2026-10-23", "2026-11-22") == "30 days");
    CHECK(age("2026-10-22", "2026-11-22") == "1 month");
    CHECK(age("2025-01-31", "2025-02-28") == "1 month");
    CHECK(age("2024-11-23", "2026-11-22") == "23 months");
    CHECK(age("2024-11-22", "2026-11-22") == "2 years");
    CHECK(age("0001-01-01", "9999-12-31") == "9998 years");
}
