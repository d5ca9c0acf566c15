// SPDX-License-Identifier: Apache-2.0
// The text form of a finding, for people and, in its first line, for tools (spec 4, "Diagnostics").
#include "hcf/base/text.h"
#include "hcf/diag/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace hcf {

namespace {

constexpr std::size_t kColumns = 100;       ///< of a line in a frame
constexpr std::size_t kColumnsBefore = 40;  ///< kept before the place in a longer line
constexpr std::size_t kLineNumberWidth = 4;
constexpr std::string_view kEllipsis = "...";

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kYellow = "\x1b[33m";
constexpr std::string_view kCyan = "\x1b[36m";
constexpr std::string_view kReset = "\x1b[0m";

/// Text as a frame shows it: tabs are four spaces, and nothing invisible is left.
std::string shown(std::string_view text) {
    std::string spaced;
    for (const char c : text) {
        if (c == '\t') {
            spaced += "    ";
        } else {
            spaced += c;
        }
    }
    return escape_invisible(spaced);
}

/// As much of the text's beginning as fits into so many columns.
std::string_view first_columns(std::string_view text, std::size_t columns) {
    std::size_t end = 0;
    for (std::size_t at = 0, used = 0; at < text.size();) {
        const std::size_t begin = at;
        (void)next_code_point(text, at);
        used += display_width(text.substr(begin, at - begin));
        if (used > columns) break;
        end = at;
    }
    return text.substr(0, end);
}

/// As much of the text's end as fits into so many columns.
std::string_view last_columns(std::string_view text, std::size_t columns) {
    std::size_t width = display_width(text);
    std::size_t at = 0;
    while (width > columns) {
        const std::size_t begin = at;
        (void)next_code_point(text, at);
        width -= std::min(width, display_width(text.substr(begin, at - begin)));
    }
    return text.substr(at);
}

/// A frame's line, and where its carets stand.
struct FrameLine {
    std::string text;
    std::size_t caret_column = 0;
    std::size_t carets = 1;
};

FrameLine lay_out(const Finding& finding) {
    const std::string_view frame = finding.frame;
    std::string before = shown(frame.substr(0, finding.caret_begin));
    const std::string marked =
        shown(frame.substr(finding.caret_begin, finding.caret_end - finding.caret_begin));
    const std::string behind = shown(frame.substr(finding.caret_end));

    const std::size_t needed = display_width(before) + display_width(marked);
    if (finding.cut_before || needed > kColumns - kEllipsis.size()) {
        const std::string_view kept = last_columns(before, kColumnsBefore);
        if (finding.cut_before || kept.size() < before.size()) {
            before = std::string(kEllipsis).append(kept);
        }
    }
    FrameLine line;
    line.caret_column = display_width(before);
    const std::string rest = marked + behind;
    const std::size_t room = kColumns - line.caret_column;
    std::string_view fitting = rest;
    const bool cut = finding.cut_behind || display_width(rest) > room;
    if (cut) fitting = first_columns(rest, room - kEllipsis.size());
    line.carets = display_width(fitting.substr(0, std::min(fitting.size(), marked.size())));
    line.carets = std::max<std::size_t>(line.carets, 1);
    line.text = before.append(fitting).append(cut ? kEllipsis : "");
    return line;
}

/// Appends what one finding looks like.
class Renderer {
public:
    Renderer(std::string& out, const Finding& finding, const RenderOptions& options)
        : out_(out), finding_(finding), options_(options) {
        number_ = fmt::format("{}", finding.begin.line);
        gutter_ = std::max(number_.size(), kLineNumberWidth);
    }

    void first_line() {
        coloured(kBold, fmt::format("{}:{}:{}", escape_invisible(finding_.file),
                                    finding_.begin.line, finding_.begin.column));
        out_ += ": ";
        coloured(severity_colour(), to_string(finding_.severity));
        fmt::format_to(std::back_inserter(out_), ": {} [{}]\n", escape_invisible(finding_.message),
                       finding_.rule->id);
    }

    void frame() {
        const FrameLine line = lay_out(finding_);
        out_.append(gutter_ - number_.size(), ' ').append(number_).append(" |");
        if (!line.text.empty()) out_.append(" ").append(line.text);
        out_ += '\n';
        out_.append(gutter_, ' ').append(" | ").append(line.caret_column, ' ');
        coloured(severity_colour(), std::string(line.carets, '^'));
        out_ += '\n';
    }

    void notes() {
        for (const RelatedFinding& related : finding_.related) {
            begin_note();
            fmt::format_to(std::back_inserter(out_), "note: {}:{}:{}: {}\n",
                           escape_invisible(related.file), related.at.line, related.at.column,
                           escape_invisible(related.message));
        }
        if (finding_.help.empty()) return;
        begin_note();
        coloured(kCyan, "help: " + escape_invisible(finding_.help));
        out_ += '\n';
    }

private:
    void begin_note() { out_.append(gutter_, ' ').append(" = "); }

    void coloured(std::string_view colour, std::string_view text) {
        if (options_.colour) out_ += colour;
        out_ += text;
        if (options_.colour) out_ += kReset;
    }

    std::string_view severity_colour() const {
        switch (finding_.severity) {
            case Severity::error: return kRed;
            case Severity::warning: return kYellow;
        }
        return {};
    }

    std::string& out_;
    const Finding& finding_;
    const RenderOptions& options_;
    std::string number_;
    std::size_t gutter_ = kLineNumberWidth;
};

}  // namespace

void render_first_line(std::string& out, const Finding& finding) {
    Renderer(out, finding, {}).first_line();
}

void render(std::string& out, const Finding& finding, const RenderOptions& options) {
    Renderer renderer(out, finding, options);
    renderer.first_line();
    if (options.frames && finding.has_frame) renderer.frame();
    renderer.notes();
}

}  // namespace hcf
