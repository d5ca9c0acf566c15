// SPDX-License-Identifier: Apache-2.0
// What a document says: the tree that YAML 1.2 gives it.
#include "hcf/yaml/parse.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE("yaml") {
    using hcf::tests::outcome_of;
    using hcf::tests::shape_of;
    using hcf::tests::YamlRead;

    TEST_CASE("lists and mappings nest by indentation") {
        CHECK(outcome_of("a: 1\nb:\n  - x\n  - - y\n    - z\n  -\n    c: d\n    e: f\n") ==
              "{a: 1, b: [x, [y, z], {c: d, e: f}]}\n");
    }

    TEST_CASE("a list may stand under its key without indentation") {
        CHECK(outcome_of("a:\n- x\n- y: 1\n  z: 2\nb: c\n") == "{a: [x, {y: 1, z: 2}], b: c}\n");
    }

    TEST_CASE("nothing behind an indicator is an absent value") {
        CHECK(outcome_of("a:\nb:    # comment\nc:\n\n") == "{a: <none>, b: <none>, c: <none>}\n");
        CHECK(outcome_of("-\n- x\n-") == "[<none>, x, <none>]\n");
        CHECK(outcome_of("{a: , b: }") == "{a: <none>, b: <none>}\n");
        CHECK(outcome_of("a:\nnull: b\n") ==
              "key-not-text [3,7) a key is empty or null; help: write the key as text; a word like "
              "'null' needs quotes\n");
    }

    TEST_CASE("brackets hold lists and mappings over any number of lines") {
        CHECK(outcome_of("a: [1, [2], {b: c, d: [e,\n  f]},\n ]\n") ==
              "{a: [1, [2], {b: c, d: [e, f]}]}\n");
        CHECK(outcome_of("[a: 1, ? b : 2, c d: ]") == "[{a: 1}, {b: 2}, {c d: <none>}]\n");
        CHECK(outcome_of("{? a : 1, ? b, c: 2,}") == "{a: 1, b: <none>, c: 2}\n");
        CHECK(outcome_of("[]") == "[]\n");
        CHECK(outcome_of("{}") == "{}\n");
    }

    TEST_CASE("a JSON document is a document") {
        CHECK(
            outcome_of("{\"a\":1,\"b\":[true,null,\"x\"],\n\t\"c\" :{\"d\"\n:\"\\u00e9\\/\"}}\n") ==
            "{\"a\": 1, \"b\": [true, null, \"x\"], \"c\": {\"d\": \"é/\"}}\n");
    }

    TEST_CASE("a question mark inside brackets is text") {
        CHECK(outcome_of("{title: Why did it happen?, b: ?c, d?: e?f}") ==
              "{title: Why did it happen?, b: ?c, d?: e?f}\n");
    }

    TEST_CASE("a key in brackets may go over lines, and end before its colon") {
        CHECK(outcome_of("{a\n b: c, \"d\" # why not\n : e}") == "{a b: c, \"d\": e}\n");
    }

    TEST_CASE("explicit keys are keys") {
        CHECK(outcome_of("? a\n: b\n? 'c'\n? |\n  d\n: - e\n  - f\n") ==
              "{a: b, 'c': <none>, |d\\n|: [e, f]}\n");
    }

    TEST_CASE("plain text keeps colons and hashes that have no space beside them") {
        CHECK(outcome_of("a: b:c\nd: e#f\ng: http://h.i/j#k\nl: - m\n").find("a list cannot") !=
              std::string::npos);
        CHECK(outcome_of("a: b:c\nd: e#f\ng: http://h.i/j#k\nl: -m ?n :o\n") ==
              "{a: b:c, d: e#f, g: http://h.i/j#k, l: -m ?n :o}\n");
    }

    TEST_CASE("plain text goes on over lines that are indented further") {
        CHECK(outcome_of("a: b\n  c   \n\n  d # e\nf: g\n") == "{a: b c\\nd, f: g}\n");
        CHECK(outcome_of("- a\n b\n- c\n") == "[a b, c]\n");
        CHECK(outcome_of("a\n%b\n\tc\n") == "a %b c\n");
        CHECK(outcome_of("[a\n b\n\n c]") == "[a b\\nc]\n");
    }

    TEST_CASE("single quotes know no escape but their own") {
        CHECK(outcome_of("['it''s', '', '''', 'a\\n', 'b\n  c\n\n  d ']") ==
              "['it's', '', ''', 'a\\n', 'b c\\nd ']\n");
    }

    TEST_CASE("double quotes know all escapes of YAML 1.2") {
        const YamlRead read(R"(["\0\a\b\t\n\v\f\r\e\ \"\/\\\N\_\L\P", "\x41\u00e9\U0001F600"])");
        REQUIRE(read.whole);
        const hcf::yaml::NodeRef first = hcf::yaml::NodeRef(read.tree, 0).first_child();
        CHECK(
            first.text() ==
            std::string("\0\a\b\t\n\v\f\r\x1B \"/\\\xC2\x85\xC2\xA0\xE2\x80\xA8\xE2\x80\xA9", 23));
        CHECK(first.next().text() == "Aé😀");
    }

    TEST_CASE("JSON's surrogate pairs are one character") {
        CHECK(outcome_of(R"({"a": "\ud83d\ude00!", "\uD83D\uDE00": '\ud83d'})") ==
              "{\"a\": \"😀!\", \"😀\": '\\ud83d'}\n");
    }

    TEST_CASE("quoted text folds its lines") {
        CHECK(outcome_of("\" a \n b\\  \n  c\"") == "\" a b  c\"\n");
        CHECK(outcome_of("\"a\\\n  b\\\n\n  \\  c\"") == "\"ab\\n  c\"\n");
        CHECK(outcome_of("\"a\n\n\n\"") == "\"a\\n\\n\"\n");
        CHECK(outcome_of("a: 'b\n  c'\n") == "{a: 'b c'}\n");
    }

    TEST_CASE("a literal block keeps its lines") {
        CHECK(outcome_of("a: |\n  b\n\n   c\n\n\nd: e\n") == "{a: |b\\n\\n c\\n|, d: e}\n");
        CHECK(outcome_of("a: |-\n  b\n\nd: e\n") == "{a: |b|, d: e}\n");
        CHECK(outcome_of("a: |+\n  b\n\nd: e\n") == "{a: |b\\n\\n|, d: e}\n");
        CHECK(outcome_of("a: |2- # comment\n    b\n  # c\n # d\n") == "{a: |  b\\n# c|}\n");
        CHECK(outcome_of("a: |\n  b") == "{a: |b|}\n");
        CHECK(outcome_of("a: |\nb: |+\n\n\nc: >-\n   \n") == "{a: ||, b: |\\n\\n|, c: ||}\n");
        CHECK(outcome_of("- |\n \tb\n") == "[|\\tb\\n|]\n");
    }

    TEST_CASE("a folded block joins its lines, but not those that are indented further") {
        CHECK(outcome_of("a: >\n  b\n  c\n\n  d\n   e\n\n   f\n  g\n  h\n") ==
              "{a: |b c\\nd\\n e\\n\\n f\\ng h\\n|}\n");
        CHECK(outcome_of("- >\n\n  a\n  b\n- >+\n  c\n\n") == "[|\\na b\\n|, |c\\n\\n|]\n");
    }

    TEST_CASE("comments stand where a blank is before them") {
        CHECK(outcome_of("# a\na: b # c\n# d\n  # e\nf: # g\n  h\n- i\n").find("a list item") !=
              std::string::npos);
        CHECK(outcome_of("# a\na: b # c\n# d\n  # e\nf: # g\n  h\n") == "{a: b, f: h}\n");
        CHECK(outcome_of("[a, # b\n # c\n d]") == "[a, d]\n");
    }

    TEST_CASE("a document may begin with directives and a marker, and end with one") {
        CHECK(outcome_of("%YAML 1.2\n# c\n---\na: b\n...\n# d\n") == "{a: b}\n");
        CHECK(outcome_of("%YAML 1.1 # old\n%FUTURE x\n--- [a]\n...\n...\n") == "[a]\n");
        CHECK(outcome_of("--- a\n b\n") == "a b\n");
        CHECK(outcome_of("--- |\n a\n") == "|a\\n|\n");
        CHECK(outcome_of("---a: b\n") == "{---a: b}\n");
        CHECK(outcome_of("--- # c\n\n- a\n") == "[a]\n");
    }

    TEST_CASE("a line break is LF, CR LF or a lone CR") {
        CHECK(outcome_of("a: b\r\nc:\r\n  - d\r\n") == "{a: b, c: [d]}\n");
        CHECK(outcome_of("a: b\rc:\r  - d\r") == "{a: b, c: [d]}\n");
        CHECK(outcome_of("a: |\r\n  b\r\n  c\r\n") == "{a: |b\\nc\\n|}\n");
        CHECK(outcome_of("a: \"b\r  c\"\rd: >\r e\r f\r") == "{a: \"b c\", d: |e f\\n|}\n");
    }

    TEST_CASE("tabs may part things, but not indent them") {
        CHECK(outcome_of("a:\tb\t# c\n-\td\n").find("a list item") != std::string::npos);
        CHECK(outcome_of("a:\tb\t# c\n\t\nd:\te\n  \t\n") == "{a: b, d: e}\n");
        CHECK(outcome_of("[\n\ta,\tb\n]") == "[a, b]\n");
        CHECK(outcome_of("a:\n  \t'b'\n") == "{a: 'b'}\n");
    }

    TEST_CASE("a byte order mark is text inside quotes") {
        CHECK(outcome_of("a: '\xEF\xBB\xBF'\n") == "{a: '\\u{feff}'}\n");
    }

    TEST_CASE("scalars stay what they look like") {
        CHECK(outcome_of("[no, 012, 1_000, 1e3, 2026-01-01, ~, null, .inf, 0x1F, y]") ==
              "[no, 012, 1_000, 1e3, 2026-01-01, ~, null, .inf, 0x1F, y]\n");
    }

    TEST_CASE("a key of 1,024 characters is a key, however many bytes they take") {
        for (const std::string_view character : {"k", "é", "日"}) {
            std::string key;
            for (int i = 0; i < 1024; ++i) key += character;
            CHECK(outcome_of(key + ": [a]\nb: c\n") == "{" + key + ": [a], b: c}\n");
            CHECK(outcome_of("{\"" + key + "\" : {a: b}, '" + key + "2'\n : }").find("{\"") == 0);
        }
    }

    TEST_CASE("parse_confirmed makes the same tree") {
        const std::string text = "a: \"b\\n\"\nc: [d, e?]\n";
        const YamlRead read(text);
        hcf::yaml::Tree tree;
        hcf::Diagnostics diags;
        REQUIRE(hcf::yaml::parse_confirmed({}, text, tree, diags));
        CHECK(shape_of({tree, 0}) == shape_of({read.tree, 0}));
        CHECK_FALSE(hcf::yaml::parse_confirmed({}, "a: [", tree, diags));
        CHECK(diags.error_count() == 1);
    }
}
