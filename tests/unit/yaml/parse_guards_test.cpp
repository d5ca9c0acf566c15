// SPDX-License-Identifier: Apache-2.0
// What parse() refuses, each with all that it says. Much of this yaml-cpp 0.7 lets pass, or reads
// as something else (style guide, section 7).
#include "hcf/yaml/parse.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

TEST_SUITE("yaml") {
    using hcf::tests::outcome_of;

    TEST_CASE("quoted text that is never closed is told at its quote") {
        CHECK(outcome_of("a: \"foo") ==
              "unclosed-quote [3,7) quoted text is never closed; help: end it with '\"'\n");
        CHECK(outcome_of("a: 'foo  \nb: c\n") ==
              "unclosed-quote [3,7) quoted text is not closed before its indentation ends; help: "
              "close the quote, or indent the lines that continue it further\n");
        CHECK(outcome_of("- 'it''s\n") ==
              "unclosed-quote [2,8) quoted text is never closed; help: end it with \"'\"\n");
        CHECK(outcome_of("a: \"foo\nb: \"bar\"\n") ==
              "unclosed-quote [3,7) quoted text is not closed before its indentation ends; help: "
              "close the quote, or indent the lines that continue it further\n");
        CHECK(outcome_of("\"a\n---\nb\"\n") ==
              "unclosed-quote [0,2) quoted text is never closed; help: end it with '\"'\n");
        CHECK(outcome_of("{\"a\": \"b}") ==
              "unclosed-quote [6,9) quoted text is never closed; help: end it with '\"'\n");
    }

    TEST_CASE("what follows after the end of the document is told") {
        CHECK(outcome_of("- a\nb: 1\n") ==
              "content-after-document [4,8) something follows after the end of the document; help: "
              "indent what belongs to it, or begin a new document with a '---' line\n");
        CHECK(outcome_of("[foo]_bar") ==
              "content-after-document [5,9) something follows after the end of the document; help: "
              "put all of the text in quotes, or on a line of its own\n");
        CHECK(outcome_of("\"x\" y") ==
              "content-after-document [4,5) something follows after the end of the document; help: "
              "put all of the text in quotes, or on a line of its own\n");
        CHECK(outcome_of("  a: 1\nb: 2\n") ==
              "content-after-document [7,11) something follows after the end of the document; "
              "help: indent what belongs to it, or begin a new document with a '---' line\n");
        CHECK(outcome_of("a: 1\n---\nb: 2\n") ==
              "content-after-document [5,8) something follows after the end of the document; help: "
              "indent what belongs to it, or begin a new document with a '---' line\n");
        CHECK(outcome_of("a: 1\n... b\n") ==
              "content-after-document [9,10) text stands behind '...'; help: put it on a line of "
              "its own, behind '---'\n");
        CHECK(outcome_of("a: 1\n...\nb: 2\n") ==
              "content-after-document [9,13) something follows after the end of the document; "
              "help: indent what belongs to it, or begin a new document with a '---' line\n");
        CHECK(outcome_of("a: b\n# c\n%d\n") ==
              "yaml-syntax [9,10) text cannot begin with '%'; help: put the text in quotes\n");
        CHECK(outcome_of("\"a\":b\n") ==
              "content-after-document [3,5) something follows after the end of the document; help: "
              "write a space behind the ':'\n");
    }

    TEST_CASE("a key without a colon is told, and reading goes on") {
        CHECK(outcome_of("foo: bar\nbaz") ==
              "missing-colon [9,12) a key has no ':' and no value; help: write 'key: value'; "
              "indent text that belongs to the key above\n");
        CHECK(outcome_of("foo: bar\nbaz\n# c\n") ==
              "missing-colon [9,12) a key has no ':' and no value; help: write 'key: value'; "
              "indent text that belongs to the key above\n");
        CHECK(outcome_of("a: b\nc d\ne\nf: g\nh:i\n") ==
              "missing-colon [5,8) a key has no ':' and no value; help: write 'key: value'; indent "
              "text that belongs to the key above\n"
              "missing-colon [16,19) a key has no ':' and no value; help: write a space behind the "
              "':'\n");
        CHECK(outcome_of("hcf:assessment/1\nperson: x\n") ==
              "missing-colon [0,16) a key has no ':' and no value; help: write a space behind the "
              "':'\n");
        CHECK(outcome_of("a:\n  b:1\n  c: 2\n") ==
              "missing-colon [5,8) a key has no ':' and no value; help: write a space behind the "
              "':'\n");
        CHECK(outcome_of("{a b}") ==
              "missing-colon [1,4) a key has no ':' and no value; help: write 'key: value', or a "
              "list in '[ ]'\n");
        CHECK(outcome_of("{a:1, \"b\": 2, c}") ==
              "missing-colon [1,4) a key has no ':' and no value; help: write a space behind the "
              "':'\n"
              "missing-colon [14,15) a key has no ':' and no value; help: write 'key: value', or a "
              "list in '[ ]'\n");
        CHECK(outcome_of("{a, b: c}") ==
              "missing-colon [1,2) a key has no ':' and no value; help: write 'key: value', or a "
              "list in '[ ]'\n");
        CHECK(outcome_of("a: b\n\"c\"\n") ==
              "missing-colon [5,8) a key has no ':' and no value; help: write 'key: value'; indent "
              "text that belongs to the key above\n");
    }

    TEST_CASE("a comma with nothing before it is told, and reading goes on") {
        CHECK(outcome_of("[1,,2]") ==
              "empty-item [3,4) nothing stands before this comma; help: take the comma away\n");
        CHECK(outcome_of("[,]") ==
              "empty-item [1,2) nothing stands before this comma; help: take the comma away\n");
        CHECK(outcome_of("{a: 1,, b: 2}") ==
              "empty-item [6,7) nothing stands before this comma; help: take the comma away\n");
        CHECK(outcome_of("{,}") ==
              "empty-item [1,2) nothing stands before this comma; help: take the comma away\n");
        CHECK(outcome_of("[,a,\n, b]") ==
              "empty-item [1,2) nothing stands before this comma; help: take the comma away\n"
              "empty-item [5,6) nothing stands before this comma; help: take the comma away\n");
    }

    TEST_CASE("a comma outside of brackets is no item") {
        CHECK(outcome_of(",") ==
              "yaml-syntax [0,1) a comma has nothing to divide here; help: text that begins with "
              "',' needs quotes\n");
        CHECK(outcome_of("a: ,b\n") ==
              "yaml-syntax [3,4) a comma has nothing to divide here; help: text that begins with "
              "',' needs quotes\n");
        CHECK(outcome_of("- ,\n") ==
              "yaml-syntax [2,3) a comma has nothing to divide here; help: text that begins with "
              "',' needs quotes\n");
    }

    TEST_CASE("anchors, aliases, merge keys and tags end the reading at the first of them") {
        CHECK(outcome_of("a: &x 1\nb: *x\n") ==
              "anchor-or-alias [3,5) anchors are not allowed; help: write the value out; text that "
              "begins with '&' needs quotes\n");
        CHECK(outcome_of("*a : b") ==
              "anchor-or-alias [0,2) aliases are not allowed; help: write the value out; text that "
              "begins with '*' needs quotes\n");
        CHECK(outcome_of("a: *x\n") ==
              "anchor-or-alias [3,5) aliases are not allowed; help: write the value out; text that "
              "begins with '*' needs quotes\n");
        CHECK(outcome_of("<<: {a: 1}\n") ==
              "anchor-or-alias [0,2) merge keys are not allowed; help: write the value out\n");
        CHECK(outcome_of("- {<<: b}\n") ==
              "anchor-or-alias [3,5) merge keys are not allowed; help: write the value out\n");
        CHECK(outcome_of("a: !!str b\n") ==
              "anchor-or-alias [3,8) tags are not allowed; help: write the value out; text that "
              "begins with '!' needs quotes\n");
        CHECK(outcome_of("a: ! b\n") ==
              "anchor-or-alias [3,4) tags are not allowed; help: write the value out; text that "
              "begins with '!' needs quotes\n");
        CHECK(outcome_of("!<tag:x,2000:y> a") ==
              "anchor-or-alias [0,7) tags are not allowed; help: write the value out; text that "
              "begins with '!' needs quotes\n");
        CHECK(outcome_of("!!map\na: b\n") ==
              "anchor-or-alias [0,5) tags are not allowed; help: write the value out; text that "
              "begins with '!' needs quotes\n");
        CHECK(outcome_of("[a, &b c, !d e]") ==
              "anchor-or-alias [4,6) anchors are not allowed; help: write the value out; text that "
              "begins with '&' needs quotes\n");
        CHECK(outcome_of("%TAG ! tag:x,2000:\n--- a\n") ==
              "anchor-or-alias [0,18) tags are not allowed; help: write the value out\n");
        CHECK(outcome_of("? &a b\n") ==
              "anchor-or-alias [2,4) anchors are not allowed; help: write the value out; text that "
              "begins with '&' needs quotes\n");
        CHECK(outcome_of("a: 1\na: 2\nb: &c d\ne: &f g\n") ==
              "anchor-or-alias [13,15) anchors are not allowed; help: write the value out; text "
              "that begins with '&' needs quotes\n");
        CHECK(outcome_of("&a\n- b\n") ==
              "anchor-or-alias [0,2) anchors are not allowed; help: write the value out; text that "
              "begins with '&' needs quotes\n");
        CHECK(outcome_of("note: *very* good\n") ==
              "anchor-or-alias [6,12) aliases are not allowed; help: write the value out; text "
              "that begins with '*' needs quotes\n");
    }

    TEST_CASE("a quoted << is a key like any other") {
        CHECK(outcome_of("\"<<\": a\n") == "{\"<<\": a}\n");
        CHECK(outcome_of("a: <<\n") == "{a: <<}\n");
    }

    TEST_CASE("a key that is a list or a mapping is told") {
        CHECK(outcome_of("[a]: b\n") ==
              "key-not-text [0,3) a list or mapping is used as a key; help: text that begins with "
              "a bracket needs quotes\n");
        CHECK(outcome_of("{a: b}: c\n") ==
              "key-not-text [0,6) a list or mapping is used as a key; help: text that begins with "
              "a bracket needs quotes\n");
        CHECK(outcome_of("? [a, b]\n: c\n") ==
              "key-not-text [2,8) a list or mapping is used as a key; help: text that begins with "
              "a bracket needs quotes\n");
        CHECK(outcome_of("? - a\n  - b\n: c\n") ==
              "key-not-text [2,11) a list or mapping is used as a key; help: a key is text on one "
              "line\n");
        CHECK(outcome_of("[[a]: b]") ==
              "key-not-text [1,4) a list or mapping is used as a key; help: text that begins with "
              "a bracket needs quotes\n");
        CHECK(outcome_of("{[a]: b}") ==
              "key-not-text [1,4) a list or mapping is used as a key; help: text that begins with "
              "a bracket needs quotes\n");
        CHECK(outcome_of("{{a: b}: c}") ==
              "key-not-text [1,7) a list or mapping is used as a key; help: text that begins with "
              "a bracket needs quotes\n");
        CHECK(
            outcome_of("a: 1\n[b]: c\n") ==
            "key-not-text [5,11) expected a key, which is text on one line; help: indent what "
            "belongs to the key above; text that begins with '[', '{', '|' or '>' needs quotes\n");
        CHECK(
            outcome_of("a: 1\n|\n b\n") ==
            "key-not-text [5,6) expected a key, which is text on one line; help: indent what "
            "belongs to the key above; text that begins with '[', '{', '|' or '>' needs quotes\n");
        CHECK(outcome_of("? a: b\n: c\n") ==
              "key-not-text [2,6) a list or mapping is used as a key; help: a key is text on one "
              "line\n");
    }

    TEST_CASE("a key that is null is told, and reading goes on") {
        CHECK(outcome_of("~: a\nnull: b\n: c\n?\n: d\n") ==
              "key-not-text [0,1) a key is empty or null; help: write the key as text; a word like "
              "'null' needs quotes\n"
              "key-not-text [5,9) a key is empty or null; help: write the key as text; a word like "
              "'null' needs quotes\n"
              "key-not-text [13,14) a ':' has no key before it; help: write the key as text; text "
              "that begins with ':' needs quotes\n"
              "key-not-text [17,18) a key is empty or null; help: write the key as text; a word "
              "like 'null' needs quotes\n");
        CHECK(outcome_of("{null: a, : b, ?  : c}") ==
              "key-not-text [1,5) a key is empty or null; help: write the key as text; a word like "
              "'null' needs quotes\n"
              "key-not-text [10,11) a ':' has no key before it; help: write the key as text; text "
              "that begins with ':' needs quotes\n"
              "key-not-text [15,16) a key is empty or null; help: write the key as text; a word "
              "like 'null' needs quotes\n");
        CHECK(outcome_of("[: a]") ==
              "key-not-text [1,2) a ':' has no key before it; help: write the key as text; text "
              "that begins with ':' needs quotes\n");
        CHECK(outcome_of("[? : a]") ==
              "key-not-text [1,2) a key is empty or null; help: write the key as text; a word like "
              "'null' needs quotes\n");
    }

    TEST_CASE("duplicate keys are told from the second on, with the first") {
        CHECK(outcome_of("a: 1\nb: 2\na: 3\n\"a\": 4\n") ==
              "{a: 1, b: 2, a: 3, \"a\": 4}\n"
              "duplicate-key [10,11) duplicate key 'a'; note [0,1) first given here; help: keep "
              "one of the two\n"
              "duplicate-key [15,18) duplicate key 'a'; note [0,1) first given here; help: keep "
              "one of the two\n");
        CHECK(outcome_of("- {x: {y: 1, \"\\x79\": 2}}\n") ==
              "[{x: {y: 1, \"y\": 2}}]\n"
              "duplicate-key [13,19) duplicate key 'y'; note [7,8) first given here; help: keep "
              "one of the two\n");
        CHECK(outcome_of("[a: 1, a: 2]") == "[{a: 1}, {a: 2}]\n");
        CHECK(outcome_of("{a: 1, ? a , b: 2}") ==
              "{a: 1, a: <none>, b: 2}\n"
              "duplicate-key [9,10) duplicate key 'a'; note [1,2) first given here; help: keep one "
              "of the two\n");
        CHECK(outcome_of("a: 1\nA: 2\nn\xC3\xA1: 3\n\"n\\u0061\\u0301\": 4\n") ==
              "{a: 1, A: 2, ná: 3, \"ná\": 4}\n");
        CHECK(outcome_of("? a\n? a\n") ==
              "{a: <none>, a: <none>}\n"
              "duplicate-key [6,7) duplicate key 'a'; note [2,3) first given here; help: keep one "
              "of the two\n");
    }

    TEST_CASE("a document that holds nothing is told at its first line") {
        CHECK(outcome_of("") == "empty-document [0,0) the document is empty\n");
        CHECK(outcome_of("   \n") == "empty-document [0,0) the document is empty\n");
        CHECK(outcome_of("# a\n") == "empty-document [0,0) the document is empty\n");
        CHECK(outcome_of("---\n") == "empty-document [0,0) the document is empty\n");
        CHECK(outcome_of("---\n...\n") == "empty-document [0,0) the document is empty\n");
        CHECK(outcome_of("...\n") == "empty-document [0,0) the document is empty\n");
        CHECK(outcome_of("%YAML 1.2\n---\n") == "empty-document [0,0) the document is empty\n");
        CHECK(outcome_of("\n\n") == "empty-document [0,0) the document is empty\n");
    }

    TEST_CASE("what else was wrong is told beside a syntax error") {
        CHECK(
            outcome_of("a: {b: 1, b: 2}\nc d\n~: e\nf: [\n") ==
            "duplicate-key [10,11) duplicate key 'b'; note [4,5) first given here; help: keep one "
            "of the two\n"
            "missing-colon [16,19) a key has no ':' and no value; help: write 'key: value'; indent "
            "text that belongs to the key above\n"
            "key-not-text [20,21) a key is empty or null; help: write the key as text; a word like "
            "'null' needs quotes\n"
            "yaml-syntax [28,29) '[' is never closed; help: close it with ']', and indent the "
            "lines inside it by spaces; text that begins with '[' needs quotes\n");
    }
}
