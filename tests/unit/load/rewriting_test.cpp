// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/rewriting.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

std::string text(std::string_view value) {
    return hcf::written_text(value, hcf::Quotes::where_needed);
}

std::string word(std::string_view value) {
    return hcf::written_word(value, hcf::Quotes::where_needed);
}

}  // namespace

TEST_CASE("a text stands without quotes only where every reader takes it for a text") {
    CHECK(text("Two home visits") == "Two home visits");
    CHECK(text("It's Zoë's") == "It's Zoë's");
    for (const std::string_view value :
         {"yes", "No", "null", "~", "on", "2026-10-01", "3",  "a: b", "a #b", "- a", "{a", "[a",
          "*a",  "&a", "!a",   "|", ">",  "%",          "@a", "`a",   "a ",   " a",  ""})
        CHECK(text(value) == '"' + std::string(value) + '"');
    CHECK(text("a\nb\tc\"d\\") == "\"a\\nb\\tc\\\"d\\\\\"");
    CHECK(text("a\xC2\x85"
               "b\xE2\x80\xA8"
               "c\xEF\xBB\xBF") == "\"a\\u0085b\\u2028c\\ufeff\"");
}

TEST_CASE("ids, days and values of scales need no quotes but where they mean something else") {
    CHECK(word("hand-hygiene") == "hand-hygiene");
    CHECK(word("2026-10-01") == "2026-10-01");
    CHECK(word("3") == "3");
    CHECK(word("no") == "\"no\"");
    CHECK(hcf::written_word("3", hcf::Quotes::always) == "\"3\"");
}

TEST_CASE("what is written is read as the same text, also in a list in brackets") {
    for (const std::string_view value :
         {"Two visits", "yes", "a: b # c", "- x", "'q' \"q\"", "line\nline", "café 😀", "a, b]",
          "\\", " x ", "?", "1e3"}) {
        const tests::Parsed parsed("[" + text(value) + ", {a: " + text(value) + "}]\n");
        REQUIRE(parsed.is_whole);
        CHECK(parsed.root().first_child().text() == value);
    }
}
