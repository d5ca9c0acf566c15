// SPDX-License-Identifier: Apache-2.0
// Steps: the levels as stairs, and a way as boxes one after another.
#include "hcf/report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hcf::svg {
namespace {

constexpr int kStair = 28;
constexpr int kStairWidth = 330;
constexpr int kMostRise = 12;
constexpr std::size_t kLabelColumns = 27;

constexpr int kBox = 188;
constexpr int kBoxHeight = 58;
constexpr int kArrow = 44;
constexpr std::size_t kBoxesARow = 5;

void add_arrow(Canvas& canvas, int x, int y) {
    fmt::format_to(std::back_inserter(canvas.out),
                   "<path d=\"M{0} {1}h{2}m-7 -6l7 6l-7 6\" class=\"arrow\"/>\n", x + 6, y,
                   kArrow - 12);
}

}  // namespace

void draw(Canvas& canvas, const Picture& picture, const Ladder& ladder) {
    const int count = static_cast<int>(ladder.steps.size());
    open(canvas, {kStairWidth, kStair * count + 4}, Fit::shrinks, picture.title, picture.text);
    const int rise = std::min(kMostRise, 90 / std::max(1, count));
    for (int i = 0; i < count; ++i) {
        const LadderStep& step = ladder.steps[static_cast<std::size_t>(i)];
        const int x = 20 + rise * i;
        const int y = kStair * (count - 1 - i) + 2;
        const std::string_view classes = step.is_own ? "here" : step.is_target ? "there" : "step";
        rect(canvas, x, y, {kStairWidth - x - 2, kStair - 4}, classes);
        text(canvas, x + 10, y + 16, step.is_own ? "on-here" : "",
             elide(step.label, kLabelColumns));
        if (step.is_own) {
            fmt::format_to(std::back_inserter(canvas.out),
                           "<path d=\"M{} {}l9 7l-9 7z\" class=\"pointer\"/>\n", x - 14, y + 5);
        }
        if (step.is_target) {
            fmt::format_to(std::back_inserter(canvas.out),
                           "<path d=\"M{0} {1}v16M{0} {1}l11 4l-11 4\" class=\"{2}\"/>\n",
                           kStairWidth - 20, y + 4, step.is_own ? "flag on-here" : "flag");
        }
    }
    close(canvas, Fit::shrinks);
}

void draw(Canvas& canvas, const Picture& picture, const Way& way) {
    const std::size_t across = std::min(way.steps.size(), kBoxesARow);
    const int rows = static_cast<int>((way.steps.size() + kBoxesARow - 1) / kBoxesARow);
    const int width = static_cast<int>(across) * (kBox + kArrow) - kArrow + 4;
    open(canvas, {width + (rows > 1 ? kArrow : 0), rows * (kBoxHeight + 18) - 14}, Fit::scrolls,
         picture.title, picture.text);
    for (std::size_t i = 0; i < way.steps.size(); ++i) {
        const int x = 2 + static_cast<int>(i % kBoxesARow) * (kBox + kArrow);
        const int y = 2 + static_cast<int>(i / kBoxesARow) * (kBoxHeight + 18);
        const bool is_last = i + 1 == way.steps.size();
        rect(canvas, x, y, {kBox, kBoxHeight}, i == 0 ? "step" : is_last ? "there" : "step");
        const auto lines = two_lines(way.steps[i].label, 25);
        const bool is_short = lines[1].empty();
        text(canvas, x + 10, y + (is_short ? 24 : 18), "", lines[0]);
        text(canvas, x + 10, y + 33, "", lines[1]);
        text(canvas, x + 10, y + (is_short ? 44 : 50), "strong", way.steps[i].note);
        if (!is_last) add_arrow(canvas, x + kBox, y + kBoxHeight / 2);
    }
    close(canvas, Fit::scrolls);
}

}  // namespace hcf::svg
