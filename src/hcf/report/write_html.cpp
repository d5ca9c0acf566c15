// SPDX-License-Identifier: Apache-2.0
// A page for people who do not read terminals: one file that needs no other, no network and no
// script (spec 4, "html"), for screens, screen readers and paper.
#include "hcf/base/assert.h"
#include "hcf/base/text.h"
#include "hcf/report/format.h"
#include "hcf/report/html_style.h"
#include "hcf/report/html_text.h"
#include "hcf/report/svg_style.h"
#include "hcf/report/write_svg.h"

#include <algorithm>
#include <string>

namespace hcf {

namespace {

std::string_view class_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return {};
        case Tone::strong: return "strong";
        case Tone::good: return "good";
        case Tone::warn: return "warn";
        case Tone::bad: return "bad";
        case Tone::muted: return "muted";
    }
    return {};
}

void append_value_text(std::string& out, const CellValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        append_html_lines(out, *text);
    } else {
        append_value(out, value);
    }
}

/// The cell in a span of its tone; nothing for an empty one.
void append_cell(std::string& out, const Cell& cell) {
    const std::size_t start = out.size();
    const std::string_view tone = class_of(cell.tone);
    if (!tone.empty()) out.append("<span class=\"").append(tone).append("\">");
    const std::size_t text = out.size();
    append_value_text(out, cell.value);
    if (out.size() == text)
        out.resize(start);
    else if (!tone.empty())
        out += "</span>";
}

bool is_empty(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell.value);
    return std::holds_alternative<std::monostate>(cell.value) || (text != nullptr && text->empty());
}

/// The column whose cells say what a row is about: the first that has room for a title, else the
/// first.
std::size_t row_header_of(const Table& table) {
    const auto wide = std::find_if(table.columns.begin(), table.columns.end(),
                                   [](const Column& column) { return column.wraps; });
    return wide == table.columns.end() ? 0 : static_cast<std::size_t>(wide - table.columns.begin());
}

std::string_view class_of(const Column& column) {
    if (column.align == Align::right) return " class=\"number\"";
    return column.wraps ? " class=\"text\"" : " class=\"short\"";
}

void append_row(std::string& out, const Table& table, const std::vector<Cell>& row,
                std::size_t header) {
    HCF_ASSERT(row.size() == table.columns.size());
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool is_header = i == header && !is_empty(row[i]);
        out += is_header ? "<th scope=\"row\"" : "<td";
        out.append(class_of(table.columns[i])).append(">");
        append_cell(out, row[i]);
        out += is_header ? "</th>" : "</td>";
    }
    out += "</tr>\n";
}

/// The class of a picture that has a place of its own on paper.
std::string_view shape_of(const Picture& picture) {
    if (std::holds_alternative<Ring>(picture.shape)) return "ring";
    return std::holds_alternative<Ladder>(picture.shape) ? "ladder" : "chart";
}

/// Writes a block; `heading` is the last one, which names a table without a caption.
struct BlockWriter {
    std::string& out;
    std::string& heading;
    std::size_t& pictures;  // that the page has

    void operator()(const Heading& block) const {
        const char rank = static_cast<char>('0' + std::clamp(block.rank, 1, 6));
        out.append("<h").append(1, rank).append(">");
        append_html_text(out, block.text);
        out.append("</h").append(1, rank).append(">\n");
        heading = block.text;
    }

    void operator()(const Paragraph& block) const {
        out += "<p";
        if (block.tone != Tone::plain)
            out.append(" class=\"").append(class_of(block.tone)).append("\"");
        out += '>';
        append_html_lines(out, block.text);
        out += "</p>\n";
    }

    void operator()(const Facts& facts) const {
        out += "<dl>\n";
        for (const auto& [label, cell] : facts.rows) {
            out += "<div><dt>";
            append_html_text(out, label);
            out += "</dt><dd>";
            append_cell(out, cell);
            out += "</dd></div>\n";
        }
        out += "</dl>\n";
    }

    void operator()(const List& list) const {
        out += "<ul>\n";
        for (const Cell& item : list.items) {
            out += "<li>";
            append_cell(out, item);
            out += "</li>\n";
        }
        out += "</ul>\n";
    }

    void operator()(const Code& code) const {
        out += "<figure><figcaption>";
        append_html_text(out, code.label);
        out += "</figcaption>\n";
        open_group("<pre", code.label);
        for_each_code_line(code.text);
        out += "</pre></figure>\n";
    }

    void operator()(const Table& table) const {
        open_group("<div class=\"table\"", table.caption.empty() ? heading : table.caption);
        out += "<table>\n";
        if (!table.caption.empty()) {
            out += "<caption>";
            append_html_text(out, table.caption);
            out += "</caption>\n";
        }
        out += "<thead><tr>";
        for (const Column& column : table.columns) {
            out.append("<th scope=\"col\"").append(class_of(column)).append(">");
            append_html_text(out, column.title);
            out += "</th>";
        }
        out += "</tr></thead>\n<tbody>\n";
        const std::size_t header = row_header_of(table);
        for (const std::vector<Cell>& row : table.rows) append_row(out, table, row, header);
        out += "</tbody></table></div>\n";
    }

    void operator()(const Picture& picture) const {
        out.append("<figure class=\"picture ").append(shape_of(picture)).append("\"><figcaption>");
        append_html_text(out, picture.title);
        out += "</figcaption>\n";
        const bool has_figures = !picture.figures.columns.empty();
        if (has_figures) out += "<div class=\"beside\"><div class=\"drawn\">\n";
        append_svg(out, picture, pictures);
        if (has_figures) {
            out += "</div>\n";
            heading = picture.title;
            (*this)(picture.figures);
            out += "</div>\n";
        }
        out += "</figure>\n";
    }

    /// What may be wider than the screen can be reached, and scrolled, by keyboard.
    void open_group(std::string_view element, std::string_view name) const {
        out.append(element).append(" role=\"group\" tabindex=\"0\" aria-label=\"");
        append_html_text(out, name.empty() ? "Table" : name);
        out += "\">";
    }

    void for_each_code_line(std::string_view text) const {
        for_each_line(text, [this](std::string_view line) {
            append_html_text(out, line);
            out += '\n';
        });
    }
};

/// What the report answers: "gap" of the schema "hcf.gap/1".
std::string_view subject_of(const ReportHead& head) {
    const auto schema = head.envelope.find("schema");
    if (schema == head.envelope.end() || !schema->is_string()) return "report";
    const std::string_view name = schema->get_ref<const std::string&>();
    const std::size_t begin = name.find('.') + 1;
    return name.substr(begin, name.rfind('/') - begin);
}

/// A page that does not begin with a heading of its own gets one: "Compare roles".
void append_title(std::string& out, const ReportHead& head, const Block& first) {
    const auto* heading = std::get_if<Heading>(&first);
    if (heading != nullptr && heading->rank == 1) return;
    std::string title(subject_of(head));
    std::replace(title.begin(), title.end(), '-', ' ');
    if (title.front() >= 'a' && title.front() <= 'z') title.front() -= 'a' - 'A';
    out += "<h1>";
    append_html_text(out, title);
    out += "</h1>\n";
}

/// A document in an element of its own; nothing for one that shows nothing.
void append_document(std::string& out, std::string_view element, const ReportHead& head,
                     const Document& document, WriteState& state) {
    const std::size_t start = out.size();
    out.append("<").append(element).append(">\n");
    const std::size_t begin = out.size();
    std::string heading;
    bool among_pictures = false;  // those that follow one another stand beside one another
    for (const Block& block : document) {
        if (is_empty(block)) continue;
        if (!state.any_part) append_title(out, head, block);
        state.any_part = true;
        if (std::holds_alternative<Picture>(block) != among_pictures) {
            out += among_pictures ? "</div>\n" : "<div class=\"pictures\">\n";
            among_pictures = !among_pictures;
        }
        std::visit(BlockWriter{out, heading, state.pictures}, block);
    }
    if (among_pictures) out += "</div>\n";
    if (out.size() == begin)
        out.resize(start);
    else
        out.append("</").append(element).append(">\n");
}

void begin(std::string& out, const ReportHead& head, const WriteOptions&, WriteState& state) {
    out +=
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"robots\" content=\"noindex\">\n<title>hcf ";
    append_html_text(out, subject_of(head));
    out.append("</title>\n<style>")
        .append(kHtmlStyle)
        .append(kSvgStyle)
        .append("</style>\n</head>\n<body>\n");
    out += "<a class=\"skip\" href=\"#report\">Skip to the report</a>\n<main id=\"report\">\n";
    append_document(out, "header", head, head.opening, state);
}

void part(std::string& out, const ReportHead& head, const ReportPart& part, const WriteOptions&,
          WriteState& state) {
    append_document(out, "article", head, part.document, state);
}

void end(std::string& out, const ReportHead& head, const ReportTail& tail, const WriteOptions&,
         WriteState& state) {
    append_document(out, "section", head, tail.closing, state);
    out += "</main>\n</body>\n</html>\n";
}

}  // namespace

constinit const Format kHtml = {"html",
                                ".html",
                                "a page to look at, to print and to send",
                                Reads::document,
                                begin,
                                part,
                                end,
                                Extra::none,
                                ".htm"};

}  // namespace hcf
