// SPDX-License-Identifier: Apache-2.0
// Rows by columns of marks with letters. All cells of a mark are one path, and all letters of a row
// on it one text: forty people by forty competences take some 40 kB.
#include "hcf/report/html_text.h"
#include "hcf/report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hcf::svg {
namespace {

constexpr int kWidth = 1200;  // of a page on a screen of 1,280
constexpr int kLabels = 190;  // for the names of the rows
constexpr int kTitles = 178;  // for the names of the columns, which stand upright
constexpr int kRow = 20;
constexpr std::size_t kRowsAPiece = 40;  // then the columns are named again

struct HeatDrawing {
    Canvas& canvas;
    const HeatMap& map;
    int step = 0;  // of the columns

    [[nodiscard]] int left(std::size_t column) const {
        return kLabels + step * static_cast<int>(column);
    }

    void add_titles() {
        for (std::size_t i = 0; i < map.columns.size(); ++i) {
            const int x = left(i) + step / 2 + 4;
            fmt::format_to(std::back_inserter(canvas.out), "<g transform=\"rotate(-90 {} {})\">", x,
                           kTitles - 22);
            text(canvas, x, kTitles - 22, "small", elide(map.columns[i], 24));
            canvas.out += "</g>\n";
            const int middle = left(i) + (step - 2) / 2;
            text(canvas, middle, kTitles - 6, "mid dim small", fmt::format("{}", i + 1));
        }
    }

    void add_cells(std::size_t begin, std::size_t end, Mark mark) {
        std::string path;
        for (std::size_t r = begin; r < end; ++r) {
            for (std::size_t c = 0; c < map.columns.size(); ++c) {
                const HeatCell& cell = map.rows[r].cells[c];
                if (cell.sign.empty() || cell.mark != mark) continue;
                fmt::format_to(std::back_inserter(path), "M{} {}h{}v{}h-{}z", left(c),
                               kTitles + kRow * static_cast<int>(r - begin), step - 3, kRow - 3,
                               step - 3);
            }
        }
        if (path.empty()) return;
        fmt::format_to(std::back_inserter(canvas.out), "<path d=\"{}\" class=\"{}\"/>\n", path,
                       class_of(mark));
    }

    /// The letters of a mark in a row: one text with a place for each, for all are one letter.
    void add_signs(const HeatRow& row, int y, Mark mark) {
        std::string places;
        std::string signs;
        for (std::size_t c = 0; c < map.columns.size(); ++c) {
            const HeatCell& cell = row.cells[c];
            if (cell.sign.empty() || cell.mark != mark) continue;
            fmt::format_to(std::back_inserter(places), "{}{}", places.empty() ? "" : " ",
                           left(c) + (step - 3) / 2);
            signs += cell.sign;
        }
        if (signs.empty()) return;
        fmt::format_to(std::back_inserter(canvas.out),
                       "<text x=\"{}\" y=\"{}\" class=\"mid small on-{}\">", places, y,
                       class_of(mark));
        append_html_text(canvas.out, signs);
        canvas.out += "</text>\n";
    }

    void add_rows(std::size_t begin, std::size_t end) {
        for (std::size_t i = 0; i < kMarks; ++i) add_cells(begin, end, static_cast<Mark>(i));
        for (std::size_t r = begin; r < end; ++r) {
            const int y = kTitles + kRow * static_cast<int>(r - begin) + 13;
            text(canvas, 0, y, "", elide(map.rows[r].label, 26));
            for (std::size_t i = 0; i < kMarks; ++i)
                add_signs(map.rows[r], y, static_cast<Mark>(i));
        }
    }
};

}  // namespace

void draw(Canvas& canvas, const Picture& picture, const HeatMap& map) {
    const int columns = std::max(1, static_cast<int>(map.columns.size()));
    HeatDrawing drawing{canvas, map, std::clamp((kWidth - kLabels) / columns, 16, 34)};
    const int width = std::max(420, kLabels + drawing.step * columns);
    const std::size_t pieces = (map.rows.size() + kRowsAPiece - 1) / kRowsAPiece;
    // Pieces of equal length: never forty and then one.
    const std::size_t rows = (map.rows.size() + pieces - 1) / pieces;
    for (std::size_t begin = 0; begin < map.rows.size(); begin += rows) {
        const std::size_t end = std::min(begin + rows, map.rows.size());
        const std::string title = pieces == 1
                                      ? picture.title
                                      : fmt::format("{}: {} {} to {} of {}", picture.title,
                                                    map.rows_are, begin + 1, end, map.rows.size());
        const int height = kTitles + kRow * static_cast<int>(end - begin);
        open(canvas, {width, height}, Fit::scrolls, title, picture.text);
        drawing.add_titles();
        drawing.add_rows(begin, end);
        close(canvas, Fit::scrolls);
    }
}

}  // namespace hcf::svg
