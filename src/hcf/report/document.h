// SPDX-License-Identifier: Apache-2.0
// What a report is before it has a format: blocks for readers, rows for spreadsheets, JSON for
// programs (ADR 0003).
#pragma once

#include "hcf/base/ratio.h"
#include "hcf/report/calendar.h"
#include "hcf/report/graph.h"
#include "hcf/report/picture.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hcf {

/// What a cell means; a writer makes it a colour, a class or nothing, and never the only carrier of
/// meaning.
enum class Tone { plain, strong, good, warn, bad, muted };

/// A ratio in text is whole percent, rounded down.
using CellValue = std::variant<std::monostate, std::string, std::int64_t, Ratio>;

struct Cell {
    CellValue value;
    Tone tone = Tone::plain;
};

enum class Align { left, right };

/// A table column; `wraps`: its cells may be broken over lines when the table is wider than the
/// page.
struct Column {
    std::string title;
    Align align = Align::left;
    bool wraps = false;
};

struct Heading {
    int rank = 1;  ///< 1 is the report's own
    std::string text;
};

struct Paragraph {
    std::string text;
    Tone tone = Tone::plain;
};

/// Labelled values under one another.
struct Facts {
    std::vector<std::pair<std::string, Cell>> rows;
};

/// Points, each a short sentence.
struct List {
    std::vector<Cell> items;
};

struct Table {
    std::string caption;  ///< empty: none
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

/// Lines of a file, to be shown as they are (ADR 0004); the label says what they show.
struct Code {
    std::string label;
    std::string text;
};

/// Something to look at on a page; formats without pictures leave it out (ADR 0023). Whatever it
/// shows is told by tables or lists of the report as well, or by `figures`.
struct Picture {
    std::string title;
    std::string text;  ///< what it shows, in words, for those who do not see it
    PictureShape shape;
    std::vector<std::pair<Mark, std::string>> key;  ///< what the marks mean
    Table figures;  ///< stands beside the picture; without columns: the report has them all
};

using Block = std::variant<Heading, Paragraph, Facts, List, Table, Code, Picture>;
using Document = std::vector<Block>;

/// Appends the blocks of another document.
void append(Document& document, Document more);

/// True for a block that shows nothing: no text, no rows, no columns.
[[nodiscard]] bool is_empty(const Block& block);

/// True for a block that shows nothing in a format of letters: an empty one, or a picture.
[[nodiscard]] bool is_wordless(const Block& block);

/// Appends a cell's value as readers see it: "12", "85 %", the text as it is; nothing for no value.
void append_value(std::string& out, const CellValue& value);

/// One CSV value: nothing is an empty cell; a number is never defused (spec 4).
using Field = std::variant<std::monostate, std::string, std::int64_t, bool, Ratio>;
using Record = std::vector<Field>;

using Json = nlohmann::ordered_json;

/// A ratio as a JSON number: at most four decimals, rounded down, whole ones as integers (spec 5).
[[nodiscard]] Json to_json(Ratio ratio);

/// What stands before the first part: for JSON the envelope (with its "schema"), for CSV the
/// columns.
struct ReportHead {
    Json envelope = Json::object();
    std::string list;  ///< the envelope's list that parts add elements to; JSON Lines writes one of
                       ///< them per line
    std::vector<std::string_view> columns;
    Document opening;
};

/// One piece of a report, such as one person: writers append it and forget it.
struct ReportPart {
    std::vector<Json> elements;
    std::vector<Record> records;
    Document document;
    Graph graph;        ///< only of reports that are offered as a picture
    Calendar calendar;  ///< only of reports that are offered as a calendar
};

/// What is known only at the end.
struct ReportTail {
    Json fields = Json::object();
    Document closing;
};

}  // namespace hcf
