// SPDX-License-Identifier: Apache-2.0
// The bytes that are refused before anything is read.
#include "hcf/yaml/check_text.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

TEST_SUITE("yaml") {
    using namespace std::string_literals;
    using hcf::tests::outcome_of;

    TEST_CASE("a control character is told, wherever it is") {
        CHECK(outcome_of("a: \x07"
                         "b\n") ==
              "control-character [3,4) control character U+0007; help: remove it, or write it as "
              "'\\x07' in double quotes\n");
        CHECK(outcome_of("a: \x00\n"s) ==
              "control-character [3,4) control character U+0000; help: remove it, or write it as "
              "'\\x00' in double quotes\n");
        CHECK(outcome_of("\"\x7F\"") ==
              "control-character [1,2) control character U+007F; help: remove it, or write it as "
              "'\\x7F' in double quotes\n");
        CHECK(outcome_of("# \x1B\n") ==
              "control-character [2,3) control character U+001B; help: remove it, or write it as "
              "'\\x1B' in double quotes\n");
        CHECK(outcome_of("\xC2\x80\xC2\x84\xC2\x85\xC2\x86\xC2\x9F\xC2\xA0") ==
              "control-character [0,2) control character U+0080; help: remove it, or write it as "
              "'\\x80' in double quotes\n"
              "control-character [2,4) control character U+0084; help: remove it, or write it as "
              "'\\x84' in double quotes\n"
              "control-character [6,8) control character U+0086; help: remove it, or write it as "
              "'\\x86' in double quotes\n"
              "control-character [8,10) control character U+009F; help: remove it, or write it as "
              "'\\x9F' in double quotes\n");
        CHECK(outcome_of("\xEF\xBF\xBE \xEF\xBF\xBF") ==
              "control-character [0,3) control character U+FFFE; help: remove it, or write it as "
              "'\\uFFFE' in double quotes\n"
              "control-character [4,7) control character U+FFFF; help: remove it, or write it as "
              "'\\uFFFF' in double quotes\n");
        CHECK(outcome_of("a: b\x0C"
                         "c\n") ==
              "control-character [4,5) control character U+000C; help: remove it, or write it as "
              "'\\x0C' in double quotes\n");
    }

    TEST_CASE("a byte order mark outside of quotes is told") {
        CHECK(outcome_of("\xEF\xBB\xBF"
                         "a: b\n") ==
              "control-character [0,3) control character U+FEFF, a byte order mark inside the "
              "text; help: remove it\n");
        CHECK(outcome_of("a: b\xEF\xBB\xBF\n") ==
              "control-character [4,7) control character U+FEFF, a byte order mark inside the "
              "text; help: remove it\n");
        CHECK(outcome_of("# \xEF\xBB\xBF\na: \"\xEF\xBB\xBF\"\n") ==
              "control-character [2,5) control character U+FEFF, a byte order mark inside the "
              "text; help: remove it\n");
    }

    TEST_CASE("bytes that are no UTF-8 are told, neighbours together") {
        CHECK(outcome_of("a: \xE9t\xE9\n") ==
              "invalid-utf8 [3,4) invalid UTF-8: byte 0xE9; help: save the file as UTF-8\n"
              "invalid-utf8 [5,6) invalid UTF-8: byte 0xE9; help: save the file as UTF-8\n");
        CHECK(outcome_of("\xFF\xFE"
                         "a\x00"s) ==
              "invalid-utf8 [0,2) the text is UTF-16, not UTF-8; help: save the file as UTF-8\n");
        CHECK(outcome_of("\xFE\xFF\x00"
                         "a"s) ==
              "invalid-utf8 [0,2) the text is UTF-16, not UTF-8; help: save the file as UTF-8\n");
        CHECK(outcome_of("\xED\xA0\x80") ==
              "invalid-utf8 [0,3) invalid UTF-8: bytes 0xED 0xA0 0x80; help: save the file as "
              "UTF-8\n");
        CHECK(outcome_of("\xC0\xAF") ==
              "invalid-utf8 [0,2) invalid UTF-8: bytes 0xC0 0xAF; help: save the file as UTF-8\n");
        CHECK(outcome_of("a: \xE2\x82\n") ==
              "invalid-utf8 [3,5) invalid UTF-8: bytes 0xE2 0x82; help: save the file as UTF-8\n");
        CHECK(outcome_of("\xF8\x88\x80\x80\x80") ==
              "invalid-utf8 [0,5) invalid UTF-8: bytes 0xF8 0x88 0x80 0x80 ...; help: save the "
              "file as UTF-8\n");
        CHECK(outcome_of("\xE9 \x07\n") ==
              "invalid-utf8 [0,1) invalid UTF-8: byte 0xE9; help: save the file as UTF-8\n"
              "control-character [2,3) control character U+0007; help: remove it, or write it as "
              "'\\x07' in double quotes\n");
    }

    TEST_CASE("at most 20 bad characters of a document are told") {
        const std::string told = outcome_of(std::string(1000, '\x01'));
        CHECK(std::count(told.begin(), told.end(), '\n') == 20);
    }
}
