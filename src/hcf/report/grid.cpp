// SPDX-License-Identifier: Apache-2.0
// Widths are terminal columns, not bytes: `Zoë` is three, `日本` is four.
#include "hcf/report/grid.h"

#include "hcf/base/assert.h"
#include "hcf/base/text.h"

#include <algorithm>

namespace hcf {

namespace {

constexpr std::size_t kGap = 2;             // between two columns
constexpr std::size_t kIndent = 2;          // of a hanging line
constexpr std::size_t kNarrowHanging = 12;  // a narrower column has no room to indent
constexpr std::size_t kLongWord = 24;   // a longer word is broken as soon as the page is too narrow
constexpr std::size_t kUsualWord = 12;  // a word of up to this length only when nothing else helps
constexpr std::size_t kReadable = 8;    // the narrowest column that one likes to read

std::size_t total_width(const std::vector<GridColumn>& columns) {
    std::size_t width = columns.empty() ? 0 : (columns.size() - 1) * kGap;
    for (const GridColumn& column : columns) width += column.width;
    return width;
}

/// The width of the longest word, as far as it counts.
std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        longest = std::max(longest, display_width(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::min(longest, kLongWord);
}

/// The narrowest widths at which no word of usual length is broken.
std::vector<std::size_t> word_widths(const std::vector<GridColumn>& columns,
                                     const std::vector<GridRow>& rows) {
    std::vector<std::size_t> widths(columns.size(), kReadable);
    for (const GridRow& row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].wraps) widths[i] = std::max(widths[i], longest_word(row[i].text));
        }
    }
    return widths;
}

/// Takes columns from the widest that may give any, one by one, until the grid fits or nothing is
/// left to take.
void shrink(std::vector<GridColumn>& columns, const std::vector<std::size_t>& least, bool all,
            std::size_t page_width) {
    for (std::size_t total = total_width(columns); total > page_width; --total) {
        std::size_t widest = columns.size();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool gives = (all || columns[i].wraps) && columns[i].width > least[i];
            if (gives && (widest == columns.size() || columns[i].width > columns[widest].width)) {
                widest = i;
            }
        }
        if (widest == columns.size()) return;
        --columns[widest].width;
    }
}

/// A cell's lines; the later ones of a hanging cell are indented.
std::vector<std::string> set_lines(const GridColumn& column, const std::string& text) {
    if (display_width(text) <= column.width) return {text};
    std::vector<std::string> lines = wrap(text, column.width);
    if (!column.hanging || column.width < kNarrowHanging) return lines;
    lines.resize(1);
    const std::string_view rest = std::string_view(text).substr(lines.front().size());
    for (const std::string& line : wrap(rest, column.width - kIndent)) {
        lines.push_back(std::string(kIndent, ' ') + line);
    }
    return lines;
}

std::string_view colour_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return {};
        case Tone::strong: return "\x1B[1m";
        case Tone::good: return "\x1B[32m";
        case Tone::warn: return "\x1B[33m";
        case Tone::bad: return "\x1B[31m";
        case Tone::muted: return "\x1B[2m";
    }
    return {};
}

}  // namespace

void append_toned(std::string& out, std::string_view text, Tone tone, bool colour) {
    const std::string_view code = colour ? colour_of(tone) : std::string_view{};
    out += code;
    out += text;
    if (!code.empty()) out += "\x1B[0m";
}

void fit_columns(std::vector<GridColumn>& columns, const std::vector<GridRow>& rows,
                 std::size_t page_width) {
    bool any_wraps = false;
    for (const GridColumn& column : columns) any_wraps = any_wraps || column.wraps;
    for (const GridRow& row : rows) {
        HCF_ASSERT(row.size() == columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].width = std::max(columns[i].width, display_width(row[i].text));
        }
    }
    if (!any_wraps || total_width(columns) <= page_width) return;
    for (GridColumn& column : columns)
        column.width = std::clamp<std::size_t>(page_width, 1, column.width);
    std::vector<std::size_t> least = word_widths(columns, rows);
    for (const std::size_t word : {kLongWord, kUsualWord, kReadable}) {
        for (std::size_t& width : least) width = std::min(width, word);
        shrink(columns, least, false, page_width);
    }
    shrink(columns, least, true, page_width);
    shrink(columns, std::vector<std::size_t>(columns.size(), 1), true, page_width);
}

void append_row(std::string& out, const std::vector<GridColumn>& columns, const GridRow& row,
                bool colour) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        cells.push_back(set_lines(columns[i], row[i].text));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::size_t spaces = 0;  // not written before something follows them
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string_view text =
                line < cells[i].size() ? cells[i][line] : std::string_view{};
            const std::size_t used = display_width(text);
            const std::size_t rest = columns[i].width - std::min(columns[i].width, used);
            if (columns[i].align == Align::right) spaces += rest;
            if (!text.empty()) {
                out.append(spaces, ' ');
                append_toned(out, text, row[i].tone, colour);
                spaces = 0;
            }
            spaces += kGap + (columns[i].align == Align::right ? 0 : rest);
        }
        out += '\n';
    }
}

void append_rule(std::string& out, const std::vector<GridColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i != 0) out.append(kGap, ' ');
        out.append(columns[i].width, '-');
    }
    out += '\n';
}

}  // namespace hcf
