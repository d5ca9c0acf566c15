// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/free_texts.h"

#include "hcf/schema/assessment_doc.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// The texts as "key=text", joined by "; "; a text that does not stand in the file as it is, in
/// brackets.
std::string texts_of(std::string_view content) {
    const tests::Parsed parsed(content);
    std::string result;
    hcf::FreeTexts(parsed.tree, hcf::AssessmentDoc::mapping())
        .for_each([&](const hcf::TextPlace& place) {
            result += result.empty() ? "" : "; ";
            result += std::string(place.key) + "=";
            result +=
                place.is_verbatim ? std::string(place.text) : "(" + std::string(place.text) + ")";
        });
    return result;
}

/// What a part of the first text points at.
std::string part_of(std::string_view content, std::size_t offset, std::size_t size) {
    const tests::Parsed parsed(content);
    std::string result;
    hcf::FreeTexts(parsed.tree, hcf::AssessmentDoc::mapping())
        .for_each([&](const hcf::TextPlace& place) {
            const hcf::SourceSpan span = place.part(offset, size);
            if (result.empty()) result = parsed.text.substr(span.begin, span.end - span.begin);
        });
    return result;
}

}  // namespace

TEST_CASE("free texts are found by the tables, wherever they stand, and nothing else is") {
    CHECK(
        texts_of("hcf: assessment/1\nperson: {id: a, name: b, role: nurse}\nassessed: 2026-01-01\n"
                 "ratings:\n  wash: {value: met, basis: self, evidence: [c, {title: d, type: log}],"
                 " note: e, plan: {action: f}}\n") ==
        "id=a; name=b; evidence=c; title=d; note=e; action=f");
}

TEST_CASE("what stands below keys that are the user's own, or misspelt, is free text") {
    CHECK(texts_of("x-mine: [a, {b: c}]\nratings: {x-more: d, wash: {nota: e}}\n") ==
          "x-mine=a; b=c; x-more=d; nota=e");
}

TEST_CASE("a text of the wrong shape is passed over, and so is a document that is no mapping") {
    CHECK(texts_of("person: a\nratings: [b]\nassessor: {c: d}\n").empty());
    CHECK(texts_of("- a\n").empty());
}

TEST_CASE("a part of a text is found in the file where it stands there as it is") {
    CHECK(part_of("assessor: 'Zo\u00eb 12'\n", 5, 2) == "12");
    CHECK(part_of("assessor: \"Z\\u006f 12\"\n", 3, 2) == "\"Z\\u006f 12\"");
    CHECK(texts_of("assessor: 'it''s'\n") == "assessor=(it's)");
}
