// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/finding.h"

#include "hcf/diag/reading_rules.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

using hcf::ByteRange;
using hcf::Diagnostic;
using hcf::Finding;
using hcf::Position;

/// The finding of bytes [begin, end) of a text.
Finding finding_at(std::string_view text, std::uint32_t begin, std::uint32_t end,
                   std::span<const ByteRange> masked = {}) {
    hcf::SourceSet sources;
    const hcf::SourceId source = sources.add({.file = "a.yaml", .text = text});
    return resolve(Diagnostic{&hcf::reading_rules::kYamlSyntax, "wrong", {source, begin, end}},
                   sources, masked);
}

std::string marked_in(const Finding& finding) {
    return finding.frame.substr(finding.caret_begin, finding.caret_end - finding.caret_begin);
}

}  // namespace

TEST_SUITE("diag") {
    TEST_CASE("a diagnostic is resolved to files, lines and columns") {
        hcf::SourceSet sources;
        const hcf::SourceId one = sources.add({.file = "one.yaml", .text = "a: b\nc: d\n"});
        const hcf::SourceId two =
            sources.add({.file = "two.yaml", .text = "é: f\n", .first_line = 10, .document = 3});
        const Diagnostic diagnostic = {&hcf::reading_rules::kDuplicateKey,
                                       "wrong",
                                       {two, 4, 5},
                                       {{{one, 8, 9}, "here"}},
                                       "do better"};
        const Finding finding = resolve(diagnostic, sources);
        CHECK(finding.rule == &hcf::reading_rules::kDuplicateKey);
        CHECK(finding.severity == hcf::Severity::error);
        CHECK(finding.file == "two.yaml");
        CHECK(finding.document == 3);
        CHECK(finding.begin == Position{10, 4});
        CHECK(finding.end == Position{10, 5});
        CHECK(finding.message == "wrong");
        CHECK(finding.help == "do better");
        CHECK(finding.related ==
              std::vector<hcf::RelatedFinding>{{"one.yaml", Position{2, 4}, "here"}});
        CHECK(finding.has_frame);
        CHECK(finding.frame == "é: f");
        CHECK(marked_in(finding) == "f");
    }

    TEST_CASE("carets stop at the end of the line") {
        const Finding finding = finding_at("a: 'b\n  c'\n", 3, 10);
        CHECK(finding.begin == Position{1, 4});
        CHECK(finding.end == Position{2, 5});
        CHECK(finding.frame == "a: 'b");
        CHECK(marked_in(finding) == "'b");
    }

    TEST_CASE("a place without extent, at the end or past it, marks nothing") {
        for (const std::uint32_t at : {2U, 3U, 9U}) {
            const Finding finding = finding_at("a:\n", at, at);
            CHECK(finding.begin == finding.end);
            CHECK(marked_in(finding).empty());
            CHECK(finding.frame == (at == 2 ? "a:" : ""));
        }
    }

    TEST_CASE("an empty text has no frame") { CHECK_FALSE(finding_at("", 0, 0).has_frame); }

    TEST_CASE("private bytes are shown as stars, one for every column") {
        const std::string_view text = "name: Zoë 日本\u0301 x\n";
        const auto begin = static_cast<std::uint32_t>(text.find("Zo"));
        const auto end = static_cast<std::uint32_t>(text.find(" x"));
        const std::array<ByteRange, 2> masked = {ByteRange{0, 1}, ByteRange{begin, end}};
        const Finding finding = finding_at(text, end + 1, end + 2, masked);
        CHECK(finding.frame == "*ame: ******** x");
        CHECK(marked_in(finding) == "x");
        CHECK(finding_at(text, begin, end, masked).message == "wrong");
        CHECK(marked_in(finding_at(text, begin, end, masked)) == "********");
    }

    TEST_CASE("bytes that are no UTF-8 are shown as replacement characters") {
        const Finding finding = finding_at("a: \xE9\xFFz\n", 3, 5);
        CHECK(finding.frame == "a: \xEF\xBF\xBD\xEF\xBF\xBDz");
        CHECK(marked_in(finding) == "\xEF\xBF\xBD\xEF\xBF\xBD");
    }

    TEST_CASE("of a very long line only the part around the place is kept") {
        const std::string text = std::string(100000, 'a') + "!" + std::string(100000, 'b');
        const Finding finding = finding_at(text, 100000, 100001);
        CHECK(finding.begin == Position{1, 100001});
        CHECK(finding.cut_before);
        CHECK(finding.cut_behind);
        CHECK(finding.frame.size() < 1000);
        CHECK(marked_in(finding) == "!");
        const Finding first = finding_at(text, 0, 200001);
        CHECK_FALSE(first.cut_before);
        CHECK(first.cut_behind);
        CHECK(marked_in(first) == first.frame);
    }

    TEST_CASE("findings are sorted by line, column and rule, and equal ones keep their order") {
        namespace rules = hcf::reading_rules;
        const auto make = [](const hcf::RuleInfo& rule, Position at, std::string message) {
            Finding finding;
            finding.rule = &rule;
            finding.begin = at;
            finding.message = std::move(message);
            return finding;
        };
        std::vector<Finding> findings = {
            make(rules::kYamlSyntax, {2, 1}, "f"), make(rules::kYamlSyntax, {1, 10}, "c"),
            make(rules::kYamlSyntax, {1, 9}, "b"), make(rules::kYamlSyntax, {1, 10}, "d"),
            make(rules::kEmptyItem, {2, 1}, "e"),  make(rules::kUnclosedQuote, {1, 9}, "a")};
        hcf::sort_findings(findings);
        std::string order;
        for (const Finding& finding : findings) order += finding.message;
        CHECK(order == "abcdef");
    }
}
