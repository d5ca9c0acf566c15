// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/svg.h"

#include "hcf/base/text.h"
#include "hcf/report/html_text.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace hcf::svg {
namespace {

void append_class(std::string& out, std::string_view classes) {
    if (!classes.empty()) out.append(" class=\"").append(classes).append("\"");
}

/// The end of the last code point, mark included, that still fits into so many columns.
std::size_t end_within(std::string_view text, std::size_t columns) {
    std::size_t end = 0;
    std::size_t width = 0;
    while (end < text.size()) {
        std::size_t next = end;
        static_cast<void>(next_code_point(text, next));
        width += display_width(text.substr(end, next - end));
        if (width > columns) return end;
        end = next;
    }
    return end;
}

std::string in_one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    return escape_invisible(line);
}

}  // namespace

void open(Canvas& canvas, Size size, Fit fit, std::string_view title, std::string_view text) {
    const std::size_t id = ++canvas.number;
    std::string& out = canvas.out;
    if (fit == Fit::scrolls) {
        out += "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"";
        append_html_text(out, title);
        out += "\">";
    }
    fmt::format_to(std::back_inserter(out),
                   "<svg role=\"img\" aria-labelledby=\"p{0}t p{0}d\" viewBox=\"0 0 {1} {2}\" "
                   "width=\"{1}\" height=\"{2}\"",
                   id, size.width, size.height);
    if (fit == Fit::scrolls)
        fmt::format_to(std::back_inserter(out), " style=\"min-width:{}px\"", size.width * 4 / 5);
    fmt::format_to(std::back_inserter(out), ">\n<title id=\"p{}t\">", id);
    append_html_text(out, title);
    fmt::format_to(std::back_inserter(out), "</title><desc id=\"p{}d\">", id);
    append_html_text(out, text);
    out += "</desc>\n";
}

void close(Canvas& canvas, Fit fit) {
    canvas.out += fit == Fit::scrolls ? "</svg></div>\n" : "</svg>\n";
}

std::string tenths(double value) {
    const long rounded = std::lround(value * 10);
    const long magnitude = std::labs(rounded);
    std::string text = rounded < 0 ? "-" : "";
    text += fmt::format("{}", magnitude / 10);
    if (magnitude % 10 != 0) text += fmt::format(".{}", magnitude % 10);
    return text;
}

std::string_view class_of(Mark mark) {
    switch (mark) {
        case Mark::met: return "met";
        case Mark::planned: return "planned";
        case Mark::gap: return "gap";
        case Mark::aside: return "aside";
    }
    return {};
}

void text(Canvas& canvas, double x, double y, std::string_view classes, std::string_view words) {
    if (words.empty()) return;
    canvas.out.append("<text x=\"").append(tenths(x)).append("\" y=\"").append(tenths(y));
    canvas.out += '"';
    append_class(canvas.out, classes);
    canvas.out += '>';
    append_html_text(canvas.out, words);
    canvas.out += "</text>\n";
}

void rect(Canvas& canvas, int x, int y, Size size, std::string_view classes) {
    fmt::format_to(std::back_inserter(canvas.out),
                   "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", x, y, size.width,
                   size.height);
    append_class(canvas.out, classes);
    canvas.out += "/>\n";
}

void line(Canvas& canvas, int x1, int y1, int x2, int y2, std::string_view classes) {
    fmt::format_to(std::back_inserter(canvas.out), "<path d=\"M{} {}L{} {}\"", x1, y1, x2, y2);
    append_class(canvas.out, classes);
    canvas.out += "/>\n";
}

std::string elide(std::string_view text, std::size_t columns) {
    std::string line = in_one_line(text);
    if (display_width(line) <= columns) return line;
    line.resize(end_within(line, columns - 1));
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line + "…";
}

std::array<std::string, 2> two_lines(std::string_view text, std::size_t columns) {
    const std::vector<std::string> lines = wrap(in_one_line(text), columns);
    if (lines.size() == 1) return {lines[0], ""};
    return {lines[0], lines.size() == 2 ? lines[1] : elide(lines[1] + " " + lines[2], columns)};
}

void symbol(Canvas& canvas, int x, int y, Mark mark) {
    if (mark == Mark::gap) {
        fmt::format_to(std::back_inserter(canvas.out),
                       "<path d=\"M{} {}l7 7l-7 7l-7 -7z\" class=\"gap\"/>\n", x, y - 7);
        return;
    }
    if (mark == Mark::planned) {
        rect(canvas, x - 5, y - 5, {10, 10}, "planned");
        return;
    }
    fmt::format_to(std::back_inserter(canvas.out), "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", x, y,
                   mark == Mark::met ? 6 : 4);
    append_class(canvas.out, class_of(mark));
    canvas.out += "/>\n";
}

}  // namespace hcf::svg
