// SPDX-License-Identifier: Apache-2.0
// Markdown as GitHub reads it, for pull requests, wikis and issues. Data is text: nothing in it may
// become a link, a heading, a table cell or HTML.
#include "hcf/base/assert.h"
#include "hcf/base/text.h"
#include "hcf/report/format.h"

#include <algorithm>

namespace hcf {

namespace {

/// Where text stands: at the start of a line there is more that must not be taken for markup.
enum class Place { line_start, inside };

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The offset of the character that makes the text a list item, a quote or a rule; npos where there
/// is none.
std::size_t find_block_mark(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view rest = text.substr(digits);
    if (rest.empty()) return text.npos;
    const char after = rest.size() == 1 ? ' ' : rest[1];
    const bool is_bullet = rest[0] == '-' || rest[0] == '+';
    const bool is_block = digits != 0
                              ? (rest[0] == '.' || rest[0] == ')') && after == ' '
                              : rest[0] == '>' || (is_bullet && (after == ' ' || after == rest[0]));
    return is_block ? digits : text.npos;
}

/// True for what follows an ampersand in "&amp;" or "&#38;".
bool is_entity(std::string_view text) {
    const std::size_t begin = text.substr(0, 1) == "#" ? 1 : 0;
    std::size_t end = begin;
    while (end < text.size() && is_alphanumeric(text[end])) ++end;
    return end != begin && end < text.size() && text[end] == ';';
}

/// True where the character at `i` would be markup inside a line, or GitHub would make a link or a
/// formula of it.
bool is_markup(std::string_view text, std::size_t i) {
    const char before = i == 0 ? ' ' : text[i - 1];
    const char after = i + 1 == text.size() ? ' ' : text[i + 1];
    switch (text[i]) {
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '<':
        case '|':
        case '~':
        case '$': return true;
        case '_': return !is_alphanumeric(before) || !is_alphanumeric(after);
        case '#': return before == ' ';
        case '&': return is_entity(text.substr(i + 1));
        case ':': return text.substr(i, 3) == "://";
        case '.': return i >= 3 && case_fold(text.substr(i - 3, 3)) == "www";
        default: return false;
    }
}

/// Appends one line of text, with invisible characters already escaped.
void append_line(std::string& out, std::string_view text, Place place) {
    const std::size_t mark = place == Place::line_start ? find_block_mark(text) : text.npos;
    std::size_t copied = 0;  // everything before is in `out`
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != mark && (is_alphanumeric(text[i]) || !is_markup(text, i))) continue;
        out += text.substr(copied, i - copied);
        out += '\\';
        copied = i;
    }
    out += text.substr(copied);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpace = " \r\n";
    const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
    return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

/// Appends text of which nothing is taken for markup; `line_break` stands for each line break in
/// it.
void append_text(std::string& out, std::string_view text, Place place,
                 std::string_view line_break = "<br>") {
    text = trim(text);
    while (true) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        append_line(out, escape_invisible(trim(text.substr(0, end))), place);
        if (end == text.size()) return;
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
        out += line_break;
        place = Place::inside;
    }
}

void append_cell(std::string& out, const Cell& cell, Place place) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
        append_text(out, *text, place);
    } else {
        append_value(out, cell.value);
    }
}

/// Appends a space, the cell and a line end; nothing but the line end for an empty cell.
void append_last(std::string& out, const Cell& cell, Place place) {
    out += ' ';
    const std::size_t start = out.size();
    append_cell(out, cell, place);
    if (out.size() == start) out.pop_back();
    out += '\n';
}

void append_row(std::string& out, const std::vector<Cell>& row) {
    for (const Cell& cell : row) {
        out += "| ";
        const std::size_t start = out.size();
        append_cell(out, cell, Place::inside);
        if (out.size() != start) out += ' ';
    }
    out += "|\n";
}

/// Writes a block.
struct BlockWriter {
    std::string& out;

    void operator()(const Heading& heading) const {
        out.append(static_cast<std::size_t>(std::clamp(heading.rank, 1, 6)), '#');
        out += ' ';
        append_text(out, heading.text, Place::inside, " ");
        out += '\n';
    }

    void operator()(const Paragraph& paragraph) const {
        append_text(out, paragraph.text, Place::line_start);
        out += '\n';
    }

    // Not the bullet of a List, or the two would be one list where they meet.
    void operator()(const Facts& facts) const {
        for (const auto& [label, cell] : facts.rows) {
            out += "* **";
            append_text(out, label, Place::inside, " ");
            out += "**:";
            append_last(out, cell, Place::inside);
        }
    }

    void operator()(const List& list) const {
        for (const Cell& item : list.items) {
            out += '-';
            append_last(out, item, Place::line_start);
        }
    }

    void operator()(const Picture&) const {}

    void operator()(const Code& code) const {
        append_text(out, code.label, Place::line_start);
        out += ":\n\n";
        for_each_line(code.text, [this](std::string_view line) {
            if (!line.empty()) out += "    ";
            out += escape_invisible(line);
            out += '\n';
        });
    }

    void operator()(const Table& table) const {
        if (!table.caption.empty()) {
            out += "**";
            append_text(out, table.caption, Place::inside, " ");
            out += "**\n\n";
        }
        for (const Column& column : table.columns) {
            out += "| ";
            append_text(out, column.title, Place::inside, " ");
            out += ' ';
        }
        out += "|\n";
        for (const Column& column : table.columns) {
            out += column.align == Align::right ? "| ---: " : "| --- ";
        }
        out += "|\n";
        for (const std::vector<Cell>& row : table.rows) {
            HCF_ASSERT(row.size() == table.columns.size());
            append_row(out, row);
        }
    }
};

void append_document(std::string& out, const Document& document, WriteState& state) {
    for (const Block& block : document) {
        if (is_wordless(block)) continue;
        // A blank line between two lists would make one loose list of them.
        const bool is_list = std::holds_alternative<List>(block);
        if (state.any_part && !(is_list && state.after_list)) out += '\n';
        std::visit(BlockWriter{out}, block);
        state.any_part = true;
        state.after_list = is_list;
    }
}

void begin(std::string& out, const ReportHead& head, const WriteOptions&, WriteState& state) {
    append_document(out, head.opening, state);
}

void part(std::string& out, const ReportHead&, const ReportPart& part, const WriteOptions&,
          WriteState& state) {
    append_document(out, part.document, state);
}

void end(std::string& out, const ReportHead&, const ReportTail& tail, const WriteOptions&,
         WriteState& state) {
    append_document(out, tail.closing, state);
}

}  // namespace

constinit const Format kMarkdown = {
    "markdown", ".md", "for wikis and pull requests (GitHub tables)", Reads::document, begin,
    part,       end};

}  // namespace hcf
