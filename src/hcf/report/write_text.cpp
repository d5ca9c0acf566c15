// SPDX-License-Identifier: Apache-2.0
// Plain text for a terminal, a mail or a printed page: aligned by display width and wrapped to the
// page. Colours repeat what the words say; without them the bytes are the same. Rules are ASCII,
// which is one column wide everywhere.
#include "hcf/base/text.h"
#include "hcf/report/format.h"
#include "hcf/report/grid.h"

#include <algorithm>

namespace hcf {

namespace {

/// Text from data, ready to be set.
std::string settable(std::string_view text) {
    constexpr std::string_view kSpace = " \r\n";
    const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
    return escape_invisible(text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin));
}

GridCell to_grid(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.value))
        return {settable(*text), cell.tone};
    GridCell result{{}, cell.tone};
    append_value(result.text, cell.value);
    return result;
}

/// Writes a block.
struct BlockWriter {
    std::string& out;
    const WriteOptions& options;

    void operator()(const Heading& heading) const {
        std::size_t width = 0;
        for (const std::string& line : wrap(settable(heading.text), options.width)) {
            append_toned(out, line, Tone::strong, options.colour);
            out += '\n';
            width = std::max(width, display_width(line));
        }
        if (heading.rank > 2) return;
        out.append(width, heading.rank == 1 ? '=' : '-');
        out += '\n';
    }

    void operator()(const Paragraph& paragraph) const {
        for (const std::string& line : wrap(settable(paragraph.text), options.width)) {
            append_toned(out, line, paragraph.tone, options.colour);
            out += '\n';
        }
    }

    void operator()(const Facts& facts) const {
        std::vector<GridColumn> columns = {{Align::left, true}, {Align::left, true}};
        std::vector<GridRow> rows;
        for (const auto& [label, cell] : facts.rows) {
            rows.push_back({GridCell{settable(label)}, to_grid(cell)});
        }
        append_grid(columns, rows);
    }

    void operator()(const List& list) const {
        const std::size_t width = options.width - std::min<std::size_t>(options.width, 2);
        for (const Cell& item : list.items) {
            const GridCell cell = to_grid(item);
            std::string_view lead = "- ";
            for (const std::string& line : wrap(cell.text, width)) {
                out += line.empty() ? lead.substr(0, 1) : lead;
                append_toned(out, line, cell.tone, options.colour);
                out += '\n';
                lead = "  ";
            }
        }
    }

    void operator()(const Table& table) const {
        if (!table.caption.empty()) {
            (*this)(Paragraph{table.caption, Tone::strong});
            out += '\n';
        }
        std::vector<GridColumn> columns;
        std::vector<GridRow> rows(1);
        for (const Column& column : table.columns) {
            columns.push_back({column.align, column.wraps, true});
            rows.front().push_back({settable(column.title), Tone::strong});
        }
        for (const std::vector<Cell>& row : table.rows) {
            rows.emplace_back();
            for (const Cell& cell : row) rows.back().push_back(to_grid(cell));
        }
        append_grid(columns, rows, true);
    }

    void operator()(const Picture&) const {}

    void operator()(const Code& code) const {
        (*this)(Paragraph{code.label + ":"});
        for_each_line(code.text, [this](std::string_view line) {
            if (!line.empty()) out += "    ";
            out += escape_invisible(line);
            out += '\n';
        });
    }

    void append_grid(std::vector<GridColumn>& columns, const std::vector<GridRow>& rows,
                     bool has_header = false) const {
        fit_columns(columns, rows, options.width);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            append_row(out, columns, rows[i], options.colour);
            if (has_header && i == 0) append_rule(out, columns);
        }
    }
};

void append_document(std::string& out, const Document& document, const WriteOptions& options,
                     WriteState& state) {
    for (const Block& block : document) {
        if (is_wordless(block)) continue;
        if (state.any_part) out += '\n';
        std::visit(BlockWriter{out, options}, block);
        state.any_part = true;
    }
}

void begin(std::string& out, const ReportHead& head, const WriteOptions& options,
           WriteState& state) {
    append_document(out, head.opening, options, state);
}

void part(std::string& out, const ReportHead&, const ReportPart& part, const WriteOptions& options,
          WriteState& state) {
    append_document(out, part.document, options, state);
}

void end(std::string& out, const ReportHead&, const ReportTail& tail, const WriteOptions& options,
         WriteState& state) {
    append_document(out, tail.closing, options, state);
}

}  // namespace

constinit const Format kText = {
    "text", ".txt", "aligned for reading, the default", Reads::document, begin, part, end};

}  // namespace hcf
