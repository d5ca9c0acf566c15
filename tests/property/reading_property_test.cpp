// SPDX-License-Identifier: Apache-2.0
// What holds of reading whatever bytes there are.
#include "hcf/base/text.h"
#include "hcf/load/document_stream.h"

#include "support/random_case.h"
#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

namespace tests = hcf::tests;

using tests::Random;

/// Lines that matter to the cutting of a file, and some that only look so.
std::string random_stream(Random& random) {
    static const std::vector<std::string> kLines = {
        "---", "--- ",    "---\t", "---x",      "...", "... ",  "...x",  " ---",   "a: 1",   "- b",
        "# c", "",        " ",     "%YAML 1.2", "%T",  "--- a", "--- |", "  text", "--",     "..",
        "\t",  "\"---\"", "a: |",  "\r",        "-",   ".",     "----",  "\u00E9", "x\ry: 2"};
    static const std::vector<std::string> kBreaks = {"\n", "\n", "\n", "\r\n"};
    std::string text = random.chance(20) ? "\uFEFF" : "";
    const std::size_t lines = random.below(12);
    for (std::size_t i = 0; i < lines; ++i) {
        text += random.pick(kLines);
        if (i + 1 != lines || random.chance(70)) text += random.pick(kBreaks);
    }
    return text;
}

/// All documents of a text that is read in pieces, one line each.
std::string cut_in_pieces(const std::string& text, std::size_t piece) {
    hcf::DocumentStream stream;
    stream.open(tests::read_text(text, piece));
    std::string shown;
    while (true) {
        const auto next = stream.next();
        REQUIRE(next);
        if (!*next) return shown;
        shown += fmt::format("{}@{}{} <{}>\n", (**next).number, (**next).first_line,
                             (**next).is_too_large ? "!" : "", (**next).text);
    }
}

/// A well-formed assessment with a few bytes changed.
std::string damaged(Random& random, std::string text) {
    static const std::vector<std::string> kPieces = {
        ":",    " ", "\n",    "-", "[", "]", "{",  "}",     "'",    "\"",
        "#",    "&", "*",     "!", "|", ">", "\t", "\xFF",  "\xC3", "\u0435",
        "null", "~", "---\n", "%", "?", ",", "\r", "\u202E"};
    const std::size_t changes = 1 + random.below(4);
    for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
        const std::size_t at = random.below(text.size());
        switch (random.below(3)) {
            case 0: text.erase(at, 1 + random.below(6)); break;
            case 1: text.insert(at, random.pick(kPieces)); break;
            default: text[at] = random.pick(kPieces).c_str()[0]; break;
        }
    }
    return text;
}

/// How many lines a text has, by any of the three breaks; the end of the text is on the last.
std::uint32_t line_count(std::string_view text) {
    std::uint32_t lines = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (text[i] == '\n' || (text[i] == '\r' && !is_pair)) ++lines;
    }
    return lines;
}

}  // namespace

TEST_CASE("how the bytes of a file arrive changes nothing") {
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::string text = random_stream(random);
        CAPTURE(text);
        const std::string whole = cut_in_pieces(text, tests::kNever);
        for (const std::size_t piece : {1U, 2U, 3U, 7U}) {
            CAPTURE(piece);
            CHECK(cut_in_pieces(text, piece) == whole);
        }
    }
}

TEST_CASE("documents stand in the file one behind the other, each at its line") {
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::string text = random_stream(random);
        CAPTURE(text);
        hcf::DocumentStream stream;
        stream.open(tests::read_text(text));
        std::size_t from = text.rfind("\uFEFF", 0) == 0 ? 3 : 0;
        std::uint32_t number = 0;
        while (true) {
            const auto next = stream.next();
            REQUIRE(next);
            if (!*next) break;
            const hcf::RawDocument& raw = **next;
            CHECK(raw.number == ++number);
            REQUIRE_FALSE(raw.text.empty());
            const std::size_t at = text.find(raw.text, from);
            REQUIRE(at != std::string::npos);
            CHECK(raw.first_line == line_count(std::string_view(text).substr(0, at)));
            // Whatever is left out between two documents holds nothing.
            for (const char c : text.substr(from, at - from)) {
                CHECK(std::string_view(" \t\r\n.#c%YAML12T").find(c) != std::string_view::npos);
            }
            from = at + raw.text.size();
        }
    }
}

TEST_CASE("every finding of a damaged file lies inside it, and they stand in order") {
    const hcf::Framework& framework = tests::tiny();
    for (std::uint32_t seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::string text =
            damaged(random,
                    "hcf: assessment/1\n"
                    "person: {id: EHC-1, name: Zo\u00EB, role: nurse, level: mid,\n"
                    "  overlaps: [{level: high, competences: [guard]}]}\n"
                    "assessed: 2026-10-01\n"
                    "basis: supervisor\n"
                    "ratings:\n"
                    "  wash: met\n"
                    "  talk:\n"
                    "    value: partial\n"
                    "    evidence: [seen, {type: log, title: \"a \\u00e9\"}]\n"
                    "    plan: {action: 'learn it', due: 2027-01-31}\n"
                    "  lead: {value: not-applicable, note: >\n"
                    "      folded}\n");
        CAPTURE(text);
        const auto loaded =
            tests::load_document(framework, text, tests::random_day(), random.chance(50));
        const std::uint32_t lines = line_count(text);
        std::size_t errors = 0;
        for (const hcf::Finding& finding : loaded.findings) {
            errors += finding.severity == hcf::Severity::error ? 1 : 0;
            CHECK(finding.begin.line >= 1);
            CHECK(finding.begin.line <= lines);
            CHECK(finding.begin.column >= 1);
            CHECK(finding.begin.column <= text.size() + 1);
            CHECK(std::tie(finding.begin.line, finding.begin.column) <=
                  std::tie(finding.end.line, finding.end.column));
            CHECK(finding.caret_begin <= finding.caret_end);
            CHECK(finding.caret_end <= finding.frame.size());
            CHECK_FALSE(finding.message.empty());
            CHECK(finding.message.back() != '.');
            CHECK_FALSE(hcf::find_invalid_utf8(finding.frame));
        }
        CHECK(errors == loaded.errors);
        // Either it is built, or it is said why not (but for what is somebody else's).
        using Outcome = hcf::LoadedDocument::Outcome;
        const bool is_ours =
            loaded.outcome == Outcome::assessment || loaded.outcome == Outcome::broken;
        if (is_ours) CHECK(loaded.assessment.has_value() == (errors == 0));
    }
}

TEST_CASE("the whole program survives damaged files, and says the same of them twice") {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::string text = damaged(random,
                                         "hcf: assessment/1\n"
                                         "person: {id: EHC-1, level: autonomous}\n"
                                         "ratings: {hand-hygiene: met, safeguarding: partial}\n"
                                         "---\n"
                                         "hcf: assessment/1\n"
                                         "person: {id: EHC-2, level: advanced}\n"
                                         "ratings: {}\n");
        CAPTURE(text);
        std::string first;
        for (int turn = 0; turn < 2; ++turn) {
            tests::MemoryEnvironment memory;
            memory.files.add("a.yaml", text);
            const int validated = memory.run({"validate", "a.yaml"});
            CHECK((validated == 0 || validated == 1));
            const int analysed = memory.run({"gap", "a.yaml", "--format", "json"});
            CHECK((analysed == 0 || analysed == 2));
            const std::string all = memory.out.text + memory.err.text;
            if (turn == 0) first = all;
            CHECK(all == first);
            CHECK_FALSE(hcf::find_invalid_utf8(memory.out.text));
        }
    }
}
