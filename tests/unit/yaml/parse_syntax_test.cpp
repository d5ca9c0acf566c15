// SPDX-License-Identifier: Apache-2.0
// Breaches of YAML's rules, each with all that is said of it.
#include "hcf/yaml/parse.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

TEST_SUITE("yaml") {
    using hcf::tests::outcome_of;

    TEST_CASE("an unknown or broken escape is told") {
        CHECK(outcome_of("a: \"\\d\"\n") ==
              "yaml-syntax [4,6) unknown escape in double-quoted text; help: write '\\\\' for a "
              "backslash, or use single quotes, where a backslash is only itself\n");
        CHECK(outcome_of("a: \"\\x4\"\n") ==
              "yaml-syntax [4,6) '\\x' must be followed by 2 hexadecimal digits; help: write "
              "'\\\\' for a backslash, or use single quotes, where a backslash is only itself\n");
        CHECK(outcome_of("\"\\u12g4\"") ==
              "yaml-syntax [1,3) '\\u' must be followed by 4 hexadecimal digits; help: write "
              "'\\\\' for a backslash, or use single quotes, where a backslash is only itself\n");
        CHECK(outcome_of("\"\\U0001F60\"") ==
              "yaml-syntax [1,3) '\\U' must be followed by 8 hexadecimal digits; help: write "
              "'\\\\' for a backslash, or use single quotes, where a backslash is only itself\n");
        CHECK(outcome_of("\"\\'\"") ==
              "yaml-syntax [1,3) unknown escape in double-quoted text; help: write '\\\\' for a "
              "backslash, or use single quotes, where a backslash is only itself\n");
        CHECK(outcome_of("\"\\U00110000\"") ==
              "yaml-syntax [1,11) no Unicode character has this number; help: the last is "
              "'\\U0010FFFF'\n");
        CHECK(outcome_of("\"\\ud83d\"") ==
              "yaml-syntax [1,7) half of a surrogate pair is no character\n");
        CHECK(outcome_of("\"\\ude00\\ud83d\"") ==
              "yaml-syntax [1,7) half of a surrogate pair is no character\n");
        CHECK(outcome_of("\"\\ud83d\\u0041\"") ==
              "yaml-syntax [1,7) half of a surrogate pair is no character\n");
        CHECK(outcome_of("\"\\U0000D83D\"") ==
              "yaml-syntax [1,11) half of a surrogate pair is no character\n");
    }

    TEST_CASE("a colon or a dash on the line of a key is told") {
        CHECK(outcome_of("a: b: c\n") ==
              "yaml-syntax [3,7) a key stands where only a value can be; help: put the key on a "
              "line of its own; text that holds ': ' needs quotes\n");
        CHECK(outcome_of("a: \"b\": c\n") ==
              "yaml-syntax [3,9) a key stands where only a value can be; help: put the key on a "
              "line of its own; text that holds ': ' needs quotes\n");
        CHECK(outcome_of("a: [b]: c\n") ==
              "key-not-text [3,6) a list or mapping is used as a key; help: text that begins with "
              "a bracket needs quotes\n");
        CHECK(outcome_of("a: - b\n") ==
              "yaml-syntax [3,6) a list cannot begin on this line; help: begin it on the next "
              "line; text that begins with '- ' needs quotes\n");
        CHECK(outcome_of("a:\t- b\n") ==
              "yaml-syntax [2,3) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("--- a: b\n") ==
              "yaml-syntax [4,8) a key stands where only a value can be; help: put the key on a "
              "line of its own; text that holds ': ' needs quotes\n");
        CHECK(outcome_of("--- - a\n") ==
              "yaml-syntax [4,7) a list cannot begin on this line; help: begin it on the next "
              "line; text that begins with '- ' needs quotes\n");
        CHECK(outcome_of("- a: b: c\n") ==
              "yaml-syntax [5,9) a key stands where only a value can be; help: put the key on a "
              "line of its own; text that holds ': ' needs quotes\n");
        CHECK(outcome_of("a: ? b\n") ==
              "yaml-syntax [3,6) a key stands where only a value can be; help: put the key on a "
              "line of its own; text that holds ': ' needs quotes\n");
    }

    TEST_CASE("indentation that fits nothing is told") {
        CHECK(outcome_of("a:\n  b: 1\n c: 2\n") ==
              "yaml-syntax [11,15) the indentation fits none of the lines above; help: begin the "
              "line in the column of the keys or items that it belongs to\n");
        CHECK(outcome_of("a: 1\n  b: 2\n") ==
              "yaml-syntax [7,8) a key stands inside text that began on a line above; help: give "
              "the line the indentation of the keys that it belongs to\n");
        CHECK(outcome_of("a: \"x\"\n  b: 2\n") ==
              "yaml-syntax [9,13) the indentation fits none of the lines above; help: begin the "
              "line in the column of the keys or items that it belongs to\n");
        CHECK(outcome_of("- a\n - \"b\"\n") == "[a - \"b\"]\n");
        CHECK(outcome_of("-   a: 1\n  b: 2\n") ==
              "yaml-syntax [11,15) the indentation fits none of the lines above; help: begin the "
              "line in the column of the keys or items that it belongs to\n");
        CHECK(outcome_of("a:\n  - b\n  c: d\n") ==
              "yaml-syntax [11,15) expected '- ' and the next item of the list; help: what belongs "
              "to the item above is indented further\n");
        CHECK(outcome_of("a: b\n- c\n") ==
              "yaml-syntax [5,8) a list item stands where a key is expected; help: put the list "
              "under a key, or indent it\n");
        CHECK(outcome_of("a: |\n  b\n c\n") ==
              "yaml-syntax [10,11) the indentation fits none of the lines above; help: begin the "
              "line in the column of the keys or items that it belongs to\n");
    }

    TEST_CASE("a tab that indents is told") {
        CHECK(outcome_of("a:\n\tb: c\n") ==
              "yaml-syntax [3,4) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("a: b\n\tc: d\n") ==
              "yaml-syntax [5,6) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("-\ta: b\n") ==
              "yaml-syntax [1,2) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("a:\n  b: c\n\td: e\n") ==
              "yaml-syntax [10,11) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("a:\n\tb\n") ==
              "yaml-syntax [3,4) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("a:\n  \tb: c\n") ==
              "yaml-syntax [5,6) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("a: |\n\tb\n") ==
              "yaml-syntax [5,6) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("a: |\n\t\nb: c\n") ==
              "yaml-syntax [5,6) a tab is used for indentation; help: indent with spaces\n");
        CHECK(outcome_of("a: [\n\tb]\n") ==
              "yaml-syntax [3,4) '[' is not closed before its indentation ends; help: close it "
              "with ']', and indent the lines inside it by spaces; text that begins with '[' needs "
              "quotes\n");
        CHECK(outcome_of("\t- a\n") ==
              "yaml-syntax [0,1) a tab is used for indentation; help: indent with spaces\n");
    }

    TEST_CASE("brackets that do not pair up are told") {
        CHECK(outcome_of("a: [b, c\n") ==
              "yaml-syntax [3,4) '[' is never closed; help: close it with ']', and indent the "
              "lines inside it by spaces; text that begins with '[' needs quotes\n");
        CHECK(outcome_of("a: {b: [c, d}\n") ==
              "yaml-syntax [12,13) expected ',' or ']'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(
            outcome_of("a: ]\n") ==
            "yaml-syntax [3,4) ']' closes no '['; help: text that begins with ']' needs quotes\n");
        CHECK(
            outcome_of("a: }\n") ==
            "yaml-syntax [3,4) '}' closes no '{'; help: text that begins with '}' needs quotes\n");
        CHECK(outcome_of("[a, b}") ==
              "yaml-syntax [5,6) expected ',' or ']'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(outcome_of("a: [b, c\nd: e\n") ==
              "yaml-syntax [3,4) '[' is not closed before its indentation ends; help: close it "
              "with ']', and indent the lines inside it by spaces; text that begins with '[' needs "
              "quotes\n");
        CHECK(outcome_of("a: [\n  b\n]\n") ==
              "yaml-syntax [9,10) a closing bracket must be indented further; help: indent it by "
              "spaces, at least one more than the line of the key or '-'\n");
        CHECK(outcome_of("{a: b") ==
              "yaml-syntax [0,1) '{' is never closed; help: close it with '}', and indent the "
              "lines inside it by spaces; text that begins with '{' needs quotes\n");
        CHECK(outcome_of("[\n--- a\n]") ==
              "yaml-syntax [0,1) '[' is never closed; help: close it with ']', and indent the "
              "lines inside it by spaces; text that begins with '[' needs quotes\n");
        CHECK(outcome_of("[a b] ]") ==
              "content-after-document [6,7) something follows after the end of the document; help: "
              "put all of the text in quotes, or on a line of its own\n");
    }

    TEST_CASE("what stands between the items of brackets is told") {
        CHECK(outcome_of("[a \"b\"]") == "[a \"b\"]\n");
        CHECK(outcome_of("[\"a\" b]") ==
              "yaml-syntax [5,6) expected ',' or ']'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(outcome_of("[\"a\"b]") ==
              "yaml-syntax [4,5) expected ',' or ']'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(outcome_of("{a: b c: d}") ==
              "yaml-syntax [7,10) expected ',' or '}'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(outcome_of("{a: \"b\" \"c\": d}") ==
              "yaml-syntax [8,11) expected ',' or '}'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(outcome_of("[a\n: b]") ==
              "yaml-syntax [3,6) expected ',' or ']'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(outcome_of("[\"a\n b\": c]") ==
              "yaml-syntax [1,3) a key must stand on one line with its ':'\n");
        CHECK(outcome_of("[- a]") ==
              "yaml-syntax [1,2) a '-' begins no item inside brackets; help: divide the items with "
              "','; a '-' that is text needs quotes\n");
        CHECK(outcome_of("[-]") ==
              "yaml-syntax [1,2) a '-' begins no item inside brackets; help: divide the items with "
              "','; a '-' that is text needs quotes\n");
        CHECK(outcome_of("[a, -\n b]") ==
              "yaml-syntax [4,5) a '-' begins no item inside brackets; help: divide the items with "
              "','; a '-' that is text needs quotes\n");
        CHECK(outcome_of("[|\n a]") ==
              "yaml-syntax [1,2) a block of text cannot stand inside brackets; help: put the text "
              "in quotes\n");
        CHECK(outcome_of("{a: >b}") ==
              "yaml-syntax [4,5) a block of text cannot stand inside brackets; help: put the text "
              "in quotes\n");
        CHECK(outcome_of("{a:[b]}") ==
              "yaml-syntax [2,3) a ':' stands directly before a bracket; help: write a space "
              "behind the ':'\n");
        CHECK(outcome_of("{? a:{b: c}}") ==
              "yaml-syntax [4,5) a ':' stands directly before a bracket; help: write a space "
              "behind the ':'\n");
        CHECK(outcome_of("[a: b: c]") ==
              "yaml-syntax [5,8) expected ',' or ']'; help: text that holds ',', ': ', quotes or "
              "brackets needs quotes around it\n");
        CHECK(outcome_of("[?]") ==
              "yaml-syntax [1,3) no value can begin here; help: put the text in quotes\n");
    }

    TEST_CASE("text behind a closing quote is told") {
        CHECK(outcome_of("a: \"x\" y\n") ==
              "yaml-syntax [7,8) text stands behind a closing quote; help: put all of the text in "
              "quotes; a quote inside is written '' in single and \\\" in double quotes\n");
        CHECK(outcome_of("a: 'x'y\n") ==
              "yaml-syntax [6,7) text stands behind a closing quote; help: put all of the text in "
              "quotes; a quote inside is written '' in single and \\\" in double quotes\n");
        CHECK(outcome_of("a: 'it's'\n") ==
              "yaml-syntax [7,9) text stands behind a closing quote; help: put all of the text in "
              "quotes; a quote inside is written '' in single and \\\" in double quotes\n");
        CHECK(outcome_of("- \"a\" \"b\"\n") ==
              "yaml-syntax [6,9) text stands behind a closing quote; help: put all of the text in "
              "quotes; a quote inside is written '' in single and \\\" in double quotes\n");
        CHECK(outcome_of("\"a\" b: c\n") ==
              "content-after-document [4,8) something follows after the end of the document; help: "
              "put all of the text in quotes, or on a line of its own\n");
        CHECK(outcome_of("a: 1\n\"b\" c: d\n") ==
              "yaml-syntax [9,13) text stands behind a closing quote; help: put all of the text in "
              "quotes; a quote inside is written '' in single and \\\" in double quotes\n");
    }

    TEST_CASE("a sign that begins no text is told") {
        CHECK(outcome_of("a: @b\n") ==
              "yaml-syntax [3,4) text cannot begin with '@'; help: put the text in quotes\n");
        CHECK(outcome_of("a: `b\n") ==
              "yaml-syntax [3,4) text cannot begin with '`'; help: put the text in quotes\n");
        CHECK(outcome_of("a: %b\n") ==
              "yaml-syntax [3,4) text cannot begin with '%'; help: put the text in quotes\n");
        CHECK(outcome_of("a: [%b]\n") ==
              "yaml-syntax [4,5) text cannot begin with '%'; help: put the text in quotes\n");
        CHECK(outcome_of("a: #b\n") == "{a: <none>}\n");
        CHECK(outcome_of("a: \"b\"#c\n") ==
              "yaml-syntax [6,7) a comment needs a space before its '#'; help: text that begins "
              "with '#' needs quotes\n");
        CHECK(outcome_of("[a]#b") ==
              "yaml-syntax [3,4) a comment needs a space before its '#'; help: text that begins "
              "with '#' needs quotes\n");
        CHECK(outcome_of("[a,#b\n c]") ==
              "yaml-syntax [3,4) a comment needs a space before its '#'; help: text that begins "
              "with '#' needs quotes\n");
        CHECK(outcome_of("- >#a\n") ==
              "yaml-syntax [2,5) only '+', '-', a digit from 1 to 9 or a comment may follow '|' or "
              "'>'; help: begin the text on the next line; text that itself begins with '|' or '>' "
              "needs quotes\n");
    }

    TEST_CASE("a key that is not on one line with its colon is told") {
        CHECK(outcome_of("a\nb: c\n") ==
              "missing-colon [0,1) a key has no ':' and no value; help: write 'key: value'; indent "
              "text that belongs to the key above\n");
        CHECK(outcome_of("a: b\n c\n d: e\n") ==
              "yaml-syntax [9,10) a key stands inside text that began on a line above; help: give "
              "the line the indentation of the keys that it belongs to\n");
        CHECK(outcome_of("\"a\n b\": c\n") ==
              "yaml-syntax [0,2) a key must stand on one line with its ':'; help: is a closing "
              "quote missing on this line?\n");
        CHECK(outcome_of("x: 1\n\"a\n  b\": c\n") ==
              "yaml-syntax [5,7) a key must stand on one line with its ':'; help: is a closing "
              "quote missing on this line?\n");
        CHECK(outcome_of("? a\n  b: c\n") ==
              "missing-colon [2,3) a key has no ':' and no value; help: write 'key: value'; indent "
              "text that belongs to the key above\n");
    }

    TEST_CASE("the sign of a block of text is told where it is wrong") {
        CHECK(outcome_of("a: | b\n") ==
              "yaml-syntax [3,6) only '+', '-', a digit from 1 to 9 or a comment may follow '|' or "
              "'>'; help: begin the text on the next line; text that itself begins with '|' or '>' "
              "needs quotes\n");
        CHECK(outcome_of("a: |0\n b\n") ==
              "yaml-syntax [3,5) only '+', '-', a digit from 1 to 9 or a comment may follow '|' or "
              "'>'; help: begin the text on the next line; text that itself begins with '|' or '>' "
              "needs quotes\n");
        CHECK(outcome_of("a: |+-\n b\n") ==
              "yaml-syntax [3,6) only '+', '-', a digit from 1 to 9 or a comment may follow '|' or "
              "'>'; help: begin the text on the next line; text that itself begins with '|' or '>' "
              "needs quotes\n");
        CHECK(outcome_of("a: |10\n b\n") ==
              "yaml-syntax [3,6) only '+', '-', a digit from 1 to 9 or a comment may follow '|' or "
              "'>'; help: begin the text on the next line; text that itself begins with '|' or '>' "
              "needs quotes\n");
        CHECK(outcome_of("a: |-#b\n c\n") ==
              "yaml-syntax [3,7) only '+', '-', a digit from 1 to 9 or a comment may follow '|' or "
              "'>'; help: begin the text on the next line; text that itself begins with '|' or '>' "
              "needs quotes\n");
        CHECK(outcome_of("a: |\n    \n  b\n") ==
              "yaml-syntax [5,9) a blank line before the text has more spaces than the text; help: "
              "take the spaces of the blank line away\n");
        CHECK(outcome_of("a: >\n\n     \n  b\n") ==
              "yaml-syntax [6,11) a blank line before the text has more spaces than the text; "
              "help: take the spaces of the blank line away\n");
    }

    TEST_CASE("a wrong directive is told") {
        CHECK(outcome_of("%YAML 2.0\n---\na: b\n") ==
              "yaml-syntax [0,9) expected '%YAML 1.2'; help: take the line away\n");
        CHECK(outcome_of("%YAML\n---\na: b\n") ==
              "yaml-syntax [0,5) expected '%YAML 1.2'; help: take the line away\n");
        CHECK(outcome_of("%YAML 1.2\n%YAML 1.2\n---\na\n") ==
              "yaml-syntax [10,19) a second '%YAML' directive; help: take the line away\n");
        CHECK(outcome_of("%YAML 1.2\na: b\n") ==
              "yaml-syntax [0,9) a line that begins with '%' is a directive, and needs a '---' "
              "line before the document; help: text that begins with '%' needs quotes\n");
        CHECK(outcome_of("%a: b\n") ==
              "yaml-syntax [0,5) a line that begins with '%' is a directive, and needs a '---' "
              "line before the document; help: text that begins with '%' needs quotes\n");
        CHECK(outcome_of("# a\n%YAML 1.2\n") ==
              "yaml-syntax [4,13) a line that begins with '%' is a directive, and needs a '---' "
              "line before the document; help: text that begins with '%' needs quotes\n");
    }
}
