// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/text.h"
#include "hcf/report/format.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using hcf::Align;
using hcf::Cell;
using hcf::Tone;

std::string text_of(hcf::Document document, std::size_t width = 80, bool colour = false) {
    hcf::ReportPart part;
    part.document = std::move(document);
    hcf::WriteOptions options;
    options.width = width;
    options.colour = colour;
    return hcf::write_report(hcf::kText, {}, part, {}, options);
}

std::string without_colour(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1B') {
            i = text.find('m', i);
        } else {
            plain += text[i];
        }
    }
    return plain;
}

/// The widest line; fails where a line ends in a space.
std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        REQUIRE_MESSAGE((line.empty() || line.back() != ' '), text);
        widest = std::max(widest, hcf::display_width(line));
    }
    return widest;
}

hcf::Document text_sample() {
    return {
        hcf::Heading{1, "Zoë Brown (日本)"},
        hcf::Facts{{{"Target", Cell{"autonomous"}},
                    {"Readiness", Cell{hcf::Ratio{17, 20}, Tone::warn}},
                    {"Team", Cell{}}}},
        hcf::Heading{2, "What is missing"},
        hcf::Paragraph{"Two of 23 competences.", Tone::muted},
        hcf::Table{"",
                   {{"competence", Align::left, true}, {"n", Align::right}, {"status"}},
                   {{Cell{"Zoe\u0308"}, Cell{std::int64_t{3}}, Cell{"met", Tone::good}},
                    {Cell{"日本語"}, Cell{hcf::Ratio{1, 2}}, Cell{"not-met", Tone::bad}},
                    {Cell{"Notes"}, Cell{}, Cell{}}}},
        hcf::Heading{3, "Next"},
        hcf::List{{Cell{"Plan it.", Tone::strong}, Cell{}}},
    };
}

}  // namespace

TEST_CASE("text aligns by display width and divides blocks by one blank line") {
    CHECK(text_of(text_sample()) ==
          "Zoë Brown (日本)\n"
          "================\n"
          "\n"
          "Target     autonomous\n"
          "Readiness  85 %\n"
          "Team\n"
          "\n"
          "What is missing\n"
          "---------------\n"
          "\n"
          "Two of 23 competences.\n"
          "\n"
          "competence     n  status\n"
          "----------  ----  -------\n"
          "Zoe\u0308            3  met\n"
          "日本語      50 %  not-met\n"
          "Notes\n"
          "\n"
          "Next\n"
          "\n"
          "- Plan it.\n"
          "-\n");
}

TEST_CASE("blocks of opening, parts and closing follow one another; empty ones are not there") {
    hcf::ReportHead head;
    hcf::ReportPart part;
    hcf::ReportTail tail;
    head.opening = {hcf::Paragraph{""}, hcf::Paragraph{"a"}};
    part.document = {hcf::List{}, hcf::Paragraph{"b"}, hcf::Table{}};
    tail.closing = {hcf::Facts{}, hcf::Paragraph{"c"}};
    CHECK(hcf::write_report(hcf::kText, head, part, tail, {}) == "a\n\nb\n\nc\n");
}

TEST_CASE("colours are laid over the same text") {
    CHECK(text_of({hcf::Paragraph{"a", Tone::good}}, 80, true) == "\x1B[32ma\x1B[0m\n");
    CHECK(text_of({hcf::Paragraph{"a"}}, 80, true) == "a\n");
    CHECK(text_of({hcf::Heading{2, "a"}}, 80, true) == "\x1B[1ma\x1B[0m\n-\n");
    CHECK(text_of({hcf::List{{Cell{"a b", Tone::bad}}}}, 3, true) ==
          "- \x1B[31ma\x1B[0m\n  \x1B[31mb\x1B[0m\n");
    const std::string coloured = text_of(text_sample(), 80, true);
    CHECK(coloured.find("\x1B[33m85 %\x1B[0m\n") != std::string::npos);
    CHECK(coloured.find("\x1B[2mTwo of 23 competences.\x1B[0m\n") != std::string::npos);
    CHECK(without_colour(coloured) == text_of(text_sample()));
}

TEST_CASE("paragraphs, facts and lists are wrapped to the page") {
    CHECK(text_of({hcf::Paragraph{"one two three"}}, 8) == "one two\nthree\n");
    CHECK(text_of({hcf::Heading{1, "one two three"}}, 8) == "one two\nthree\n=======\n");
    CHECK(text_of({hcf::List{{Cell{"one two three"}}}}, 9) == "- one two\n  three\n");
    CHECK(text_of({hcf::Facts{{{"label", Cell{"one two three four"}}, {"b", Cell{"c"}}}}}, 17) ==
          "label  one two\n"
          "       three four\n"
          "b      c\n");
}

TEST_CASE("a table that is too wide wraps the columns that may, hanging") {
    const hcf::Table table{
        "",
        {{"competence", Align::left, true}, {"status"}, {"next", Align::left, true}},
        {{Cell{"Prevent and control infection"}, Cell{"expired"},
          Cell{"Repeat the annual update with the lead"}},
         {Cell{"Safeguarding"}, Cell{"met"}, Cell{}}}};
    CHECK(text_of({table}, 45) ==
          "competence         status   next\n"
          "-----------------  -------  -----------------\n"
          "Prevent and        expired  Repeat the annual\n"
          "  control                     update with the\n"
          "  infection                   lead\n"
          "Safeguarding       met\n");
    CHECK(widest_line(text_of({table}, 90)) == 78);
}

TEST_CASE("a table in which nothing may wrap is left as it is") {
    const hcf::Table table{"", {{"a"}, {"b"}}, {{Cell{"one two three"}, Cell{"four five six"}}}};
    CHECK(text_of({table}, 10) ==
          "a              b\n"
          "-------------  -------------\n"
          "one two three  four five six\n");
}

TEST_CASE("a caption stands above its table") {
    CHECK(text_of({hcf::Table{"By level", {{"a"}}, {}}}) == "By level\n\na\n-\n");
}

TEST_CASE("a column of nothing leaves no spaces behind") {
    CHECK(text_of({hcf::Table{"", {{"a"}, {""}}, {{Cell{"b"}, Cell{}}}}}) == "a\n-  -\nb\n");
}

TEST_CASE("a last column that is aligned right ends where the page does") {
    const hcf::Table table{"",
                           {{"text", Align::left, true}, {"n", Align::right}},
                           {{Cell{"one two three"}, Cell{std::int64_t{1234}}}}};
    CHECK(text_of({table}, 14) ==
          "text         n\n"
          "--------  ----\n"
          "one two   1234\n"
          "three\n");
}

TEST_CASE("data cannot reach the terminal") {
    const std::string evil = "a\u202Eb\x1B[31mc\nd\t\x07 ";
    const std::string shown = "a\\u{202e}b\\u{1b}[31mc\\nd\\t\\u{7}";
    CHECK(text_of({hcf::Heading{3, evil}}) == shown + "\n");
    CHECK(text_of({hcf::Paragraph{evil}}) == shown + "\n");
    CHECK(text_of({hcf::List{{Cell{evil}}}}) == "- " + shown + "\n");
    CHECK(text_of({hcf::Facts{{{"x", Cell{evil}}}}}) == "x  " + shown + "\n");
    CHECK(text_of({hcf::Facts{{{evil, Cell{"x"}}}}}) == shown + "  x\n");
    CHECK(text_of({hcf::Table{evil, {{"x"}}, {}}}) == shown + "\n\nx\n-\n");
    CHECK(text_of({hcf::Table{"", {{"x"}}, {{Cell{evil}}}}}) ==
          "x\n" + std::string(shown.size(), '-') + "\n" + shown + "\n");
}

TEST_CASE("line breaks at the end of a text are not shown") {
    CHECK(text_of({hcf::Paragraph{"a note\n"}}) == "a note\n");
    CHECK(text_of({hcf::Facts{{{"x", Cell{"\n"}}}}}) == "x\n");
}

TEST_CASE("a table with a column that wraps fits every page, and no line ends in a space") {
    std::mt19937 random(80);  // NOLINT: a fixed seed
    const std::vector<std::string_view> words = {
        "a",      "of",           "Zoë",  "日本語", "e\u0308\u0308", "85 %",
        "status", "safeguarding", "\x1B", "  ",     "autonomous",    "\u202E"};
    for (int round = 0; round < 2000; ++round) {
        hcf::Table table;
        const std::size_t columns = 1 + random() % 6;
        for (std::size_t i = 0; i < columns; ++i) {
            table.columns.push_back({std::string(words[random() % 4]),
                                     random() % 3 == 0 ? Align::right : Align::left,
                                     random() % 2 == 0});
        }
        table.columns[random() % columns].wraps = true;
        for (std::size_t row = random() % 4; row > 0; --row) {
            table.rows.emplace_back();
            for (std::size_t i = 0; i < columns; ++i) {
                std::string text;
                for (std::size_t count = random() % 12; count > 0; --count) {
                    text.append(words[random() % words.size()]).append(random() % 4, ' ');
                }
                table.rows.back().push_back(Cell{text});
            }
        }
        const std::size_t width = 30 + random() % 90;
        const std::string out = text_of({table}, width);
        if (widest_line(out) > width) FAIL(width, " columns:\n", out);
        const std::string coloured = text_of({table}, width, true);
        if (without_colour(coloured) != out) FAIL(out);
    }
}

TEST_CASE("a page of no width is no trouble") {
    for (const std::size_t width : {0U, 1U, 2U, 5U})
        CHECK(widest_line(text_of(text_sample(), width)) > 0);
}
