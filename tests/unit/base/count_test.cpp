// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/count.h"

#include <doctest/doctest.h>

TEST_CASE("one is singular, and any other number plural") {
    CHECK(hcf::count_of(0, "file", "files") == "0 files");
    CHECK(hcf::count_of(1, "file", "files") == "1 file");
    CHECK(hcf::count_of(2, "file", "files") == "2 files");
}
