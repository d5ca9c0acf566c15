// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/document_head.h"

#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace {

using hcf::DocumentHead;
using hcf::DocumentKind;
using hcf::tests::Parsed;

DocumentHead head_of(std::string_view text) {
    const Parsed parsed(text);
    REQUIRE(parsed.is_whole);
    return hcf::read_head(parsed.tree);
}

std::string head_told(std::string_view text) {
    Parsed parsed(text);
    REQUIRE(parsed.is_whole);
    hcf::report_head(hcf::read_head(parsed.tree), parsed.tree, parsed.diags);
    return parsed.told();
}

}  // namespace

TEST_CASE("a document says what it is, for each of the kinds") {
    for (std::size_t i = 0; i < hcf::Words<DocumentKind>::kList.size(); ++i) {
        const std::string text = fmt::format("hcf: {}/1\n", hcf::Words<DocumentKind>::kList.at(i));
        CAPTURE(text);
        const DocumentHead head = head_of(text);
        CHECK(head.state == DocumentHead::State::known);
        CHECK(head.kind == static_cast<DocumentKind>(i));
        CHECK(head_told(text) == "");
    }
}

TEST_CASE("the head is read anywhere in the top mapping, quoted or not, in YAML and in JSON") {
    for (const std::string_view text :
         {"hcf: team/1", "a: 1\nhcf: team/1\n", "hcf: 'team/1'\n", "\"hcf\": \"team/1\"\n",
          "{\"members\": [], \"hcf\": \"team/1\"}", "? hcf\n: team/1\n"}) {
        const std::string shown(text);
        CAPTURE(shown);
        const DocumentHead head = head_of(text);
        CHECK(head.state == DocumentHead::State::known);
        CHECK(head.kind == DocumentKind::team);
    }
}

TEST_CASE("an hcf key further in says nothing of the document") {
    CHECK(head_of("a: {hcf: assessment/1}\n").state == DocumentHead::State::not_hcf);
    CHECK(head_of("HCF: assessment/1\n").state == DocumentHead::State::not_hcf);
}

TEST_CASE("a mapping without the key is somebody else's") {
    CHECK(head_of("{}").state == DocumentHead::State::not_hcf);
    CHECK(head_told("\nversion: 3\nservices: {}\n") ==
          "2:1: error: the document does not say what it is [missing-kind]\n"
          "  help: begin it with a line such as 'hcf: assessment/1'\n");
}

TEST_CASE("a list or a text is no document of hcf") {
    for (const std::string_view text : {"- hcf: assessment/1\n", "hcf\n", "[]", "'hcf: team/1'"}) {
        const std::string shown(text);
        CAPTURE(shown);
        CHECK(head_of(text).state == DocumentHead::State::not_mapping);
        CHECK(head_told(text) ==
              "1:1: error: expected a mapping that begins with 'hcf: KIND/1' [missing-kind]\n");
    }
}

TEST_CASE("an unknown kind suggests the nearest") {
    CHECK(head_told("hcf: assesment/1\n") ==
          "1:6: error: unknown kind of document 'assesment' [unknown-kind]\n"
          "  help: did you mean 'assessment'?\n");
    CHECK(head_told("hcf: invoice/1\n") ==
          "1:6: error: unknown kind of document 'invoice' [unknown-kind]\n");
    CHECK(head_told("hcf: Assessment/1\n") ==
          "1:6: error: unknown kind of document 'Assessment' [unknown-kind]\n"
          "  help: did you mean 'assessment'?\n");
    CHECK(head_told("hcf: te\u0430m/1\n") ==
          "1:6: error: unknown kind of document 'te\u0430m' [unknown-kind]\n"
          "  help: it holds U+0430 (Cyrillic, looks like 'a')\n");
}

TEST_CASE("another version of a known kind is not guessed at") {
    for (const std::string_view version : {"2", "0", "1.0", "01", "1/2", "one"}) {
        const std::string shown(version);
        CAPTURE(shown);
        CHECK(head_of("hcf: team/" + shown).state == DocumentHead::State::wrong);
        CHECK(head_told("hcf: team/" + shown) ==
              fmt::format("1:6: error: format version '{}' of 'team' is not known "
                          "[unsupported-version]\n"
                          "  help: this hcf reads 'team/1'\n",
                          shown));
    }
}

TEST_CASE("a kind without a version is told what to write") {
    for (const std::string_view text : {"hcf: team\n", "hcf: team/\n"}) {
        const std::string shown(text);
        CAPTURE(shown);
        CHECK(head_told(text) ==
              "1:6: error: 'team' has no format version [unsupported-version]\n"
              "  help: this hcf reads 'team/1'\n");
    }
}

TEST_CASE("an hcf key with a list, a mapping or nothing is a wrong type") {
    CHECK(head_told("hcf: [assessment/1]\n") ==
          "1:6: error: expected a kind and its version, such as 'assessment/1' [wrong-type]\n");
    CHECK(head_told("hcf: {assessment: 1}\n") ==
          "1:7: error: expected a kind and its version, such as 'assessment/1' [wrong-type]\n");
    CHECK(head_of("hcf: ~\n").state == DocumentHead::State::wrong);
    CHECK(head_told("hcf: ~\n") ==
          "1:6: error: expected a kind and its version, such as 'assessment/1' [wrong-type]\n");
}

TEST_CASE("of two hcf keys the first counts, as everywhere") {
    CHECK(head_of("hcf: team/1\nhcf: service/1\n").kind == DocumentKind::team);
}
