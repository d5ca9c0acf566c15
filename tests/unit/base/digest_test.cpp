// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/digest.h"

#include <doctest/doctest.h>

#include <string>

using hcf::keyed_digest;
using hcf::Sha256;
using hcf::to_hex;

TEST_CASE("a digest is SHA-256, however the bytes came") {  // FIPS 180-4, examples
    Sha256 whole;
    whole.add("abc");
    CHECK(to_hex(whole.finish()) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 parts;
    parts.add("a");
    parts.add("");
    parts.add("bc");
    CHECK(to_hex(parts.finish()) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 nothing;
    CHECK(to_hex(nothing.finish()) ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a keyed digest is HMAC-SHA-256, for keys of any length") {  // RFC 4231, cases 2 and 6
    CHECK(to_hex(keyed_digest("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(to_hex(keyed_digest(std::string(131, '\xaa'),
                              "Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}
