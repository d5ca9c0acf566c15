// SPDX-License-Identifier: Apache-2.0
// Things on levels, the highest on top, with lines between those that are alike: the thicker, the
// more alike.
#include "hcf/report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hcf::svg {
namespace {

constexpr int kWidth = 1200;
constexpr int kLeft = 180;
constexpr int kBox = 186;
constexpr int kBoxHeight = 42;
constexpr int kAcross = 5;  // boxes beside one another
constexpr int kBetweenBoxes = 18;
constexpr int kBetweenLines = 22;  // of boxes of one level
constexpr int kBetweenLevels = 40;
constexpr int kSway = 90;

struct Place {
    int x = 0;  // of the upper left corner
    int y = 0;
};

struct LevelMapDrawing {
    Canvas& canvas;
    const LevelMap& map;
    std::vector<Place> places = std::vector<Place>(map.nodes.size());
    std::vector<int> tops = std::vector<int>(map.levels.size());
    int height = 0;

    /// Sets the places in the middle, level by level from the top; a level without nodes takes no
    /// room.
    void arrange() {
        std::vector<int> counts(map.levels.size());
        for (const MapNode& node : map.nodes) ++counts[node.level];
        int y = kBetweenLevels / 2;
        for (std::size_t level = map.levels.size(); level-- > 0;) {
            tops[level] = -1;
            int count = 0;
            for (std::size_t i = 0; i < map.nodes.size(); ++i) {
                if (map.nodes[i].level != level) continue;
                if (count != 0 && count % kAcross == 0) y += kBoxHeight + kBetweenLines;
                if (count == 0) tops[level] = y;
                const int beside = std::min(kAcross, counts[level] - count / kAcross * kAcross);
                const int aside = (kAcross - beside) * (kBox + kBetweenBoxes) / 2;
                // A short row stands to one side, the next to the other: lines that pass it are
                // seen.
                const int sway = aside == 0 ? 0 : level % 2 == 0 ? -kSway : kSway;
                places[i] = {kLeft + aside + sway + count % kAcross * (kBox + kBetweenBoxes), y};
                ++count;
            }
            if (count != 0) y += kBoxHeight + kBetweenLevels;
        }
        height = y - kBetweenLevels / 2;
    }

    [[nodiscard]] std::string path_of(const MapLine& edge) const {
        Place a = places[edge.from];
        Place b = places[edge.to];
        if (b.y < a.y) std::swap(a, b);
        const int half = kBox / 2;
        if (a.y == b.y) {
            // On one line of boxes: an arc below both.
            if (b.x < a.x) std::swap(a, b);
            const int y = a.y + kBoxHeight;
            return fmt::format("M{} {}Q{} {} {} {}", a.x + half, y, (a.x + b.x) / 2 + half, y + 26,
                               b.x + half, y);
        }
        const int from = a.y + kBoxHeight;
        const int bend = std::max(18, (b.y - from) / 2);
        return fmt::format("M{} {}C{} {} {} {} {} {}", a.x + half, from, a.x + half, from + bend,
                           b.x + half, b.y - bend, b.x + half, b.y);
    }

    void add_lines() {
        for (const MapLine& edge : map.lines) {
            const std::string_view kind = edge.percent >= 75   ? "tie3"
                                          : edge.percent >= 50 ? "tie2"
                                                               : "tie1";
            fmt::format_to(std::back_inserter(canvas.out), "<path d=\"{}\" class=\"{}\"/>\n",
                           path_of(edge), kind);
        }
    }

    void add_levels() {
        for (std::size_t level = 0; level < map.levels.size(); ++level) {
            if (tops[level] < 0) continue;
            const auto lines = two_lines(map.levels[level], 22);
            text(canvas, 0, tops[level] + 18, "strong", lines[0]);
            text(canvas, 0, tops[level] + 34, "strong", lines[1]);
        }
    }

    void add_nodes() {
        for (std::size_t i = 0; i < map.nodes.size(); ++i) {
            const auto [x, y] = places[i];
            rect(canvas, x, y, {kBox, kBoxHeight}, "step");
            const auto lines = two_lines(map.nodes[i].label, 25);
            const int middle = x + kBox / 2;
            text(canvas, middle, y + (lines[1].empty() ? 26 : 18), "mid", lines[0]);
            text(canvas, middle, y + 34, "mid", lines[1]);
        }
    }
};

}  // namespace

void draw(Canvas& canvas, const Picture& picture, const LevelMap& map) {
    LevelMapDrawing drawing{canvas, map};
    drawing.arrange();
    open(canvas, {kWidth, drawing.height}, Fit::scrolls, picture.title, picture.text);
    drawing.add_lines();
    drawing.add_levels();
    drawing.add_nodes();
    close(canvas, Fit::scrolls);
}

}  // namespace hcf::svg
