// SPDX-License-Identifier: Apache-2.0
// A ring: a piece for each competence, in groups, with a figure in the middle.
#include "hcf/report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace hcf::svg {
namespace {

constexpr double kCentre = 150;
constexpr double kOuter = 144;
constexpr double kInner = 102;
constexpr double kNumbers = 84;           // where the numbers of the groups stand
constexpr double kBetweenGroups = 0.1;    // radians
constexpr std::int64_t kMostPieces = 90;  // of more, those of a group that are alike are one
constexpr std::int64_t kMostSigns = 40;
constexpr std::size_t kMostNumbers = 40;

std::string point(double radius, double angle) {
    return tenths(kCentre + radius * std::sin(angle)) + " " +
           tenths(kCentre - radius * std::cos(angle));
}

std::int64_t count_of(const RingGroup& group) {
    std::int64_t count = 0;
    for (const std::int64_t of_mark : group.counts) count += of_mark;
    return count;
}

/// The letter of a mark, as the key has it.
std::string_view sign_of(Mark mark) {
    switch (mark) {
        case Mark::met: return "M";
        case Mark::planned: return "P";
        case Mark::gap: return "G";
        case Mark::aside: return "/";
    }
    return {};
}

struct RingDrawing {
    Canvas& canvas;
    double unit = 0;  // the angle of one piece
    bool has_signs = false;

    void add_piece(double begin, double end, Mark mark) {
        const double pad = std::min(0.012, (end - begin) / 10);
        begin += pad;
        end -= pad;
        const int is_large = end - begin > std::numbers::pi ? 1 : 0;
        fmt::format_to(std::back_inserter(canvas.out),
                       "<path d=\"M{}A{} {} 0 {} 1 {}L{}A{} {} 0 {} 0 {}z\" class=\"{}\"/>\n",
                       point(kOuter, begin), kOuter, kOuter, is_large, point(kOuter, end),
                       point(kInner, end), kInner, kInner, is_large, point(kInner, begin),
                       class_of(mark));
        if (!has_signs) return;
        const double middle = (begin + end) / 2;
        const double radius = (kOuter + kInner) / 2;
        text(canvas, kCentre + radius * std::sin(middle), kCentre - radius * std::cos(middle) + 4,
             fmt::format("mid on-{}", class_of(mark)), sign_of(mark));
    }

    /// Draws a group from an angle on, and gives the angle behind it.
    double add_group(const RingGroup& group, double angle, bool is_merged) {
        for (std::size_t i = 0; i < kMarks; ++i) {
            const Mark mark = static_cast<Mark>(i);
            std::int64_t left = group.counts[i];
            const std::int64_t pieces = is_merged ? left : 1;
            for (; left > 0; left -= pieces) {
                const double end = angle + unit * static_cast<double>(pieces);
                add_piece(angle, end, mark);
                angle = end;
            }
        }
        return angle;
    }
};

}  // namespace

void draw(Canvas& canvas, const Picture& picture, const Ring& ring) {
    std::int64_t total = 0;
    std::size_t groups = 0;
    for (const RingGroup& group : ring.groups) {
        total += count_of(group);
        if (count_of(group) != 0) ++groups;
    }
    open(canvas, {300, 300}, Fit::shrinks, picture.title, picture.text);
    // However many groups there are, the gaps between them take a third of the ring at most.
    const double between =
        groups > 1 ? std::min(kBetweenGroups, 2.1 / static_cast<double>(groups)) : 0;
    RingDrawing drawing{canvas, 0, total <= kMostSigns};
    if (total != 0)
        drawing.unit = (2 * std::numbers::pi - between * static_cast<double>(groups)) /
                       static_cast<double>(total);
    double angle = between / 2;
    std::size_t number = 0;
    for (const RingGroup& group : ring.groups) {
        ++number;
        if (count_of(group) == 0) continue;
        const double end = drawing.add_group(group, angle, total > kMostPieces);
        const double middle = (angle + end) / 2;
        if (ring.groups.size() > 1 && ring.groups.size() <= kMostNumbers) {
            text(canvas, kCentre + kNumbers * std::sin(middle),
                 kCentre - kNumbers * std::cos(middle) + 4, "mid dim", fmt::format("{}", number));
        }
        angle = end + between;
    }
    text(canvas, kCentre, 155, "mid huge", ring.centre);
    text(canvas, kCentre, 180, "mid", ring.below);
    close(canvas, Fit::shrinks);
}

}  // namespace hcf::svg
