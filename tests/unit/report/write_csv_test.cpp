// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/format.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using hcf::Field;
using hcf::Record;
using CsvRows = std::vector<std::vector<std::string>>;

std::string csv_of(std::vector<std::string_view> columns, std::vector<Record> records,
                   const hcf::WriteOptions& options = {}) {
    hcf::ReportHead head;
    head.columns = std::move(columns);
    hcf::ReportPart part;
    part.records = std::move(records);
    return hcf::write_report(hcf::kCsv, head, part, {}, options);
}

std::string csv_cell(std::string text, const hcf::WriteOptions& options = {}) {
    const std::string out = csv_of({"a"}, {{Field{std::move(text)}}}, options);
    return out.substr(3, out.size() - 5);
}

/// Reads a quoted field; `at` stands behind its opening quote, and is moved behind the closing one.
std::string read_quoted(std::string_view text, std::size_t& at) {
    std::string field;
    while (true) {
        REQUIRE(at < text.size());
        if (text[at] == '"') {
            ++at;
            if (at >= text.size() || text[at] != '"') return field;
        }
        field += text[at++];
    }
}

/// RFC 4180 to the letter: anything that its grammar does not have is a failure.
CsvRows read_csv(std::string_view text) {
    CsvRows rows(1);
    for (std::size_t at = 0; at < text.size();) {
        std::string field;
        if (text[at] == '"') {
            field = read_quoted(text, ++at);
        } else {
            const std::size_t end = text.find_first_of(",\"\r\n", at);
            REQUIRE(end != text.npos);
            field = text.substr(at, end - at);
            at = end;
        }
        rows.back().push_back(field);
        if (text.substr(at, 1) == ",") {
            ++at;
            continue;
        }
        REQUIRE(text.substr(at, 2) == "\r\n");
        at += 2;
        rows.emplace_back();
    }
    rows.pop_back();
    return rows;
}

}  // namespace

TEST_CASE("CSV writes each kind of value in its own way, lines ended by CR LF") {
    const std::string out = csv_of(
        {"person_id", "title", "count", "ready", "assured", "share"},
        {{Field{"EHC-0042"}, Field{"Zoë, 日本"}, Field{std::int64_t{23}}, Field{true}, Field{false},
          Field{hcf::Ratio{2, 3}}},
         {Field{}, Field{""}, Field{std::int64_t{-5}}, Field{}, Field{}, Field{hcf::Ratio{}}}});
    CHECK(out ==
          "person_id,title,count,ready,assured,share\r\n"
          "EHC-0042,\"Zoë, 日本\",23,true,false,0.6666\r\n"
          ",,-5,,,1\r\n");
}

TEST_CASE("CSV quotes what divides fields and records, and nothing else") {
    CHECK(csv_cell("a b;c'd|e") == "a b;c'd|e");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(csv_cell("\"") == "\"\"\"\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
    CHECK(csv_cell("a\r\nb") == "\"a\r\nb\"");
    CHECK(csv_cell(" a ") == " a ");
    CHECK(csv_cell("e\u0308 \u202E \x1B[31m") == "e\u0308 \u202E \x1B[31m");
}

TEST_CASE("CSV defuses text that a spreadsheet would run, unless it is to be raw") {
    hcf::WriteOptions raw;
    raw.csv_raw = true;
    const std::vector<std::pair<std::string, std::string>> cells = {
        {"=1+1", "'=1+1"},         {"+44 20", "'+44 20"}, {"-", "'-"},
        {"@SUM(A1)", "'@SUM(A1)"}, {"\tx", "'\tx"},
    };
    for (const auto& [text, defused] : cells) {
        CHECK(csv_cell(text) == defused);
        CHECK(csv_cell(text, raw) == text);
    }
    CHECK(csv_cell("\rx") == "\"'\rx\"");
    CHECK(csv_cell("\rx", raw) == "\"\rx\"");
    CHECK(csv_cell("=HYPERLINK(\"http://x\",\"y\")") ==
          "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    CHECK(csv_cell("a=1") == "a=1");
}

TEST_CASE("a record of one empty cell is not an empty line") {
    CHECK(csv_of({"a"}, {{Field{}}, {Field{"x"}}, {Field{""}}}) == "a\r\n\"\"\r\nx\r\n\"\"\r\n");
}

TEST_CASE("CSV reads back cell for cell") {
    std::mt19937 random(4180);  // NOLINT: a fixed seed
    const std::vector<std::string_view> pieces = {"a",  "Zoë",    "日本", ",", "\"", "\r",
                                                  "\n", "\r\n",   "\t",   " ", "=",  "-1",
                                                  "@",  "\u202E", ";",    "'"};
    hcf::WriteOptions raw;
    raw.csv_raw = true;
    for (int round = 0; round < 500; ++round) {
        const std::size_t width = 1 + random() % 4;
        CsvRows expected = {{}};
        std::vector<Record> records;
        const std::vector<std::string_view> columns(width, "a,\"b\"");
        for (std::size_t i = 0; i < width; ++i) expected.front().emplace_back("a,\"b\"");
        for (std::size_t row = random() % 4; row > 0; --row) {
            records.emplace_back();
            expected.emplace_back();
            for (std::size_t i = 0; i < width; ++i) {
                std::string text;
                for (std::size_t length = random() % 5; length > 0; --length) {
                    text += pieces[random() % pieces.size()];
                }
                records.back().push_back(text);
                expected.back().push_back(text);
            }
        }
        REQUIRE(read_csv(csv_of(columns, records, raw)) == expected);
        for (std::size_t row = 1; row < expected.size(); ++row) {
            for (std::string& text : expected[row]) {
                const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) !=
                                                          std::string::npos;
                if (formula) text.insert(0, "'");
            }
        }
        REQUIRE(read_csv(csv_of(columns, records)) == expected);
    }
}
