// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/base64.h"

#include <doctest/doctest.h>

#include <string>

using hcf::from_base64;
using hcf::to_base64;

TEST_CASE("bytes become text as RFC 4648 has it, and come back") {
    for (const auto& [bytes, text] :
         {std::pair("", ""), std::pair("f", "Zg=="), std::pair("fo", "Zm8="),
          std::pair("foo", "Zm9v"), std::pair("foob", "Zm9vYg=="),
          std::pair("foobar", "Zm9vYmFy")}) {
        CHECK(to_base64(bytes) == text);
        CHECK(from_base64(text) == std::string(bytes));
    }
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK(from_base64(to_base64(all)) == all);
}

TEST_CASE("text that no bytes become is none") {
    for (const char* text :
         {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9v\n", " Zm9v", "Zm9v!", "Zm-v", "===="})
        CHECK_MESSAGE(!from_base64(text), text);
}
