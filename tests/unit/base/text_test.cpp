// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr char32_t kLastCodePoint = 0x10FFFF;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

std::string encoded(char32_t c) {
    std::string text;
    hcf::append_code_point(text, c);
    return text;
}

}  // namespace

TEST_CASE("every code point is valid UTF-8, is one code point, and decodes to itself") {
    for (char32_t c = 0; c <= kLastCodePoint; ++c) {
        if (is_surrogate(c)) continue;
        const std::string text = encoded(c);
        std::size_t offset = 0;
        const bool good = !hcf::find_invalid_utf8(text) && hcf::count_code_points(text) == 1 &&
                          hcf::next_code_point(text, offset) == c && offset == text.size();
        if (!good) FAIL("code point ", static_cast<std::uint32_t>(c));
    }
}

TEST_CASE("a code point that is none is written as U+FFFD") {
    CHECK(encoded(0xD800) == "\xEF\xBF\xBD");
    CHECK(encoded(0x110000) == "\xEF\xBF\xBD");
}

TEST_CASE("malformed UTF-8 is found where its sequence begins") {
    const std::vector<std::string_view> malformed = {
        "\x80"sv,              // a continuation alone
        "\xBF"sv,              //
        "\xC0\x80"sv,          // overlong NUL
        "\xC1\xBF"sv,          // overlong DEL
        "\xC3"sv,              // cut short
        "\xC3("sv,             // no continuation
        "\xE0\x9F\xBF"sv,      // overlong
        "\xED\xA0\x80"sv,      // a surrogate
        "\xE2\x82"sv,          //
        "\xE2\x82("sv,         //
        "\xF0\x8F\xBF\xBF"sv,  // overlong
        "\xF0\x9F\x98"sv,      //
        "\xF0\x9F\x98("sv,     //
        "\xF4\x90\x80\x80"sv,  // past U+10FFFF
        "\xF5\x80\x80\x80"sv,  //
        "\xFE"sv,              //
        "\xFF"sv,              //
    };
    for (const std::string_view bytes : malformed) {
        // Behind any number of ASCII letters, so that every alignment of the fast way is met.
        for (std::size_t before = 0; before < 40; ++before) {
            const std::string text = std::string(before, 'a') + std::string(bytes) + "b";
            CHECK(hcf::find_invalid_utf8(text) == before);
            CHECK(hcf::find_invalid_utf8(std::string(before, 'a') + std::string(bytes)) == before);
        }
        CHECK(hcf::find_invalid_utf8("Zoë 日本 " + std::string(bytes)) == 12);
    }
}

TEST_CASE("valid UTF-8 has no malformed sequence") {
    CHECK_FALSE(hcf::find_invalid_utf8(""));
    CHECK_FALSE(hcf::find_invalid_utf8("a\0b"sv));
    for (std::size_t before = 0; before < 40; ++before) {
        CHECK_FALSE(hcf::find_invalid_utf8(std::string(before, 'a') + "Zoë 日本 😀 \x7F"));
    }
}

TEST_CASE("a byte that is no UTF-8 decodes to U+FFFD, one byte at a time") {
    std::size_t offset = 0;
    CHECK(hcf::next_code_point("\xE2\x82", offset) == 0xFFFD);
    CHECK(offset == 1);
    CHECK(hcf::next_code_point("\xE2\x82", offset) == 0xFFFD);
    CHECK(offset == 2);
}

TEST_CASE("width counts terminal columns") {
    CHECK(hcf::display_width("") == 0);
    CHECK(hcf::display_width("Alice") == 5);
    CHECK(hcf::display_width("Zoë") == 3);
    CHECK(hcf::display_width("Zoe\u0308") == 3);
    CHECK(hcf::display_width("日本") == 4);
    CHECK(hcf::display_width("😀") == 2);
    CHECK(hcf::display_width("a\tb\x7F") == 2);
    CHECK(hcf::display_width("\u200B") == 0);
}

TEST_CASE("case folding is full, composes, and takes ASCII the short way") {
    CHECK(hcf::case_fold("") == "");
    CHECK(hcf::case_fold("Registered Nurse - Adult [@Z`{") == "registered nurse - adult [@z`{");
    CHECK(hcf::case_fold("ZOË") == "zoë");
    CHECK(hcf::case_fold("Zoe\u0308") == "zoë");
    CHECK(hcf::case_fold("Straße") == "strasse");
    CHECK(hcf::case_fold("ΣΊΣΥΦΟΣ") == hcf::case_fold("σίσυφος"));
    CHECK(hcf::case_fold("日本") == "日本");
    CHECK(hcf::case_fold("A\0B"sv) == "a\0b"sv);
    CHECK(hcf::case_fold("Ä\0B"sv) == "ä\0b"sv);
    CHECK(hcf::case_fold("A\xFFü") == "a\xFFü");
}

TEST_CASE("case folding twice changes nothing") {
    for (char32_t c = 0; c <= kLastCodePoint; ++c) {
        if (is_surrogate(c)) continue;
        const std::string once = hcf::case_fold(encoded(c));
        if (hcf::case_fold(once) != once) FAIL("code point ", static_cast<std::uint32_t>(c));
    }
}

TEST_CASE("what cannot be seen is escaped") {
    CHECK(hcf::escape_invisible("Zoë \"日本\" 😀 \\n '") == "Zoë \"日本\" 😀 \\n '");
    CHECK(hcf::escape_invisible("a\nb\tc\rd") == "a\\nb\\tc\\u{d}d");
    CHECK(hcf::escape_invisible("\x1B[31mred\x1B[0m") == "\\u{1b}[31mred\\u{1b}[0m");
    CHECK(hcf::escape_invisible("\0\x7F"sv) == "\\u{0}\\u{7f}");
    CHECK(hcf::escape_invisible("\u009B") == "\\u{9b}");
    CHECK(hcf::escape_invisible("a\u202Eb\u2066c\u200Fd") == "a\\u{202e}b\\u{2066}c\\u{200f}d");
    CHECK(hcf::escape_invisible("\u2028\u2029\u200B\uFEFF\u00AD") ==
          "\\u{2028}\\u{2029}\\u{200b}\\u{feff}\\u{ad}");
    CHECK(hcf::escape_invisible("\u3164\U000E0041") == "\\u{3164}\\u{e0041}");
    CHECK(hcf::escape_invisible("\xFFz") == "\\x{ff}z");
}

TEST_CASE("marks, variation selectors and visible format signs stay") {
    for (const std::string_view text : {"e\u0308"sv, "❤\uFE0F"sv, "葛\U000E0100"sv, "\u0600"sv}) {
        CHECK(hcf::escape_invisible(text) == text);
    }
}

TEST_CASE("joiners stay between letters of scripts that need them, and nowhere else") {
    for (const std::string_view text :
         {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"sv,  // Persian: a joiner between
                                                                 // letters
          "\u0D9A\u0DCA\u200D\u0DBB"sv,                          // Sinhala: behind a sign
          "\u0915\u094D\u200C\u0937"sv}) {
        CHECK(hcf::escape_invisible(text) == text);
    }
    CHECK(hcf::escape_invisible("\u200D\u0645") == "\\u{200d}\u0645");
    CHECK(hcf::escape_invisible("\u0645\u200C") == "\u0645\\u{200c}");
    CHECK(hcf::escape_invisible("\u0645\u200C \u0645") == "\u0645\\u{200c} \u0645");
    CHECK(hcf::escape_invisible("\u0645\u200C\u200C\u0645") == "\u0645\\u{200c}\\u{200c}\u0645");
    CHECK(hcf::escape_invisible("al\u200Dice") == "al\\u{200d}ice");
    CHECK(hcf::escape_invisible("a\u200D\u0645") == "a\\u{200d}\u0645");
    CHECK(hcf::escape_invisible("\u0645\u200Da") == "\u0645\\u{200d}a");
    CHECK(hcf::escape_invisible("\u00E9\u200D\u00E9") == "\u00E9\\u{200d}\u00E9");
    CHECK(hcf::escape_invisible("\u0645\u200D\xFF") == "\u0645\\u{200d}\\x{ff}");
}

TEST_CASE("nothing that is escaped has a width of its own, nor a control character left") {
    for (char32_t c = 0; c <= kLastCodePoint; ++c) {
        if (is_surrogate(c)) continue;
        const std::string escaped = hcf::escape_invisible(encoded(c));
        const bool clean = escaped == encoded(c) || escaped.front() == '\\';
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        if (!clean || (control && escaped.front() != '\\')) {
            FAIL("code point ", static_cast<std::uint32_t>(c));
        }
    }
}

TEST_CASE("quoted text is escaped and cut") {
    CHECK(hcf::in_quotes("autonomus") == "'autonomus'");
    CHECK(hcf::in_quotes("") == "''");
    CHECK(hcf::in_quotes("a\u202Eb") == "'a\\u{202e}b'");
    std::string sixty;
    for (int i = 0; i < 60; ++i) sixty += "ë";
    CHECK(hcf::in_quotes(sixty) == "'" + sixty + "'");
    CHECK(hcf::in_quotes(sixty + "x") == "'" + sixty + "...'");
}

TEST_CASE("wrapped lines break at spaces") {
    using Lines = std::vector<std::string>;
    CHECK(hcf::wrap("", 10) == Lines{""});
    CHECK(hcf::wrap("   ", 10) == Lines{""});
    CHECK(hcf::wrap("one two", 10) == Lines{"one two"});
    CHECK(hcf::wrap("one two three", 7) == Lines{"one two", "three"});
    CHECK(hcf::wrap("one two three", 6) == Lines{"one", "two", "three"});
    CHECK(hcf::wrap("  a   b  ", 10) == Lines{"a   b"});
    CHECK(hcf::wrap("aa   bb", 4) == Lines{"aa", "bb"});
}

TEST_CASE("a word that is wider than the line is broken in pieces") {
    using Lines = std::vector<std::string>;
    CHECK(hcf::wrap("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(hcf::wrap("ab cdefgh ij", 4) == Lines{"ab", "cdef", "gh", "ij"});
    CHECK(hcf::wrap("ab cdefg h", 4) == Lines{"ab", "cdef", "g h"});
    CHECK(hcf::wrap("日本語", 3) == Lines{"日", "本", "語"});
    CHECK(hcf::wrap("日本", 1) == Lines{"日", "本"});
    CHECK(hcf::wrap("日本", 0) == Lines{"日", "本"});
    CHECK(hcf::wrap("e\u0308e\u0308", 1) == Lines{"e\u0308", "e\u0308"});
}

TEST_CASE("a percent sign stays with its number") {
    using Lines = std::vector<std::string>;
    CHECK(hcf::wrap("met 85 %, planned 15 %", 6) == Lines{"met", "85 %,", "planne", "d 15 %"});
    CHECK(hcf::wrap("it is 85 % of", 8) == Lines{"it is", "85 % of"});
    CHECK(hcf::wrap("85 %", 3) == Lines{"85", "%"});
}

TEST_CASE("kebab case is lower-case words joined by single hyphens") {
    for (const std::string_view good : {"a", "hand-hygiene", "north-2", "4-5", "x1-2y"}) {
        CHECK(hcf::is_kebab_case(good));
    }
    for (const std::string_view bad : {"", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "ë", "a."}) {
        CHECK_FALSE(hcf::is_kebab_case(bad));
    }
}
