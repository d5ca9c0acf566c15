// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/hash.h"

#include <doctest/doctest.h>

namespace {

std::uint64_t hash_of(std::initializer_list<std::string_view> fields) {
    hcf::StableHash hash;
    for (const std::string_view field : fields) hash.add_field(field);
    return hash.value();
}

}  // namespace

TEST_CASE("a hash is the same in every version: other programs keep it") {
    CHECK(hcf::to_hex(hash_of({"unknown-level", "a"})) ==
          hcf::to_hex(hash_of({"unknown-level", "a"})));
    CHECK(hcf::to_hex(hcf::StableHash().value()) == "f52a15e9a9b5e89b");
    CHECK(hcf::to_hex(0) == "0000000000000000");
}

TEST_CASE("where a field ends counts") {
    CHECK(hash_of({"ab", "c"}) != hash_of({"a", "bc"}));
    CHECK(hash_of({"a"}) != hash_of({"a", ""}));
}
