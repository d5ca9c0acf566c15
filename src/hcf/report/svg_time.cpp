// SPDX-License-Identifier: Apache-2.0
// Days: shares over time as lines with a point for each day, and events on a time line.
#include "hcf/report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hcf::svg {
namespace {

constexpr int kCurveWidth = 600;
constexpr int kCurveHeight = 270;
constexpr int kCurveLeft = 46;
constexpr int kCurveRight = 560;
constexpr int kCurveTop = 20;
constexpr int kCurveBottom = 220;
constexpr int kDayWidth = 78;

constexpr int kTimeWidth = 900;
constexpr int kTimeLeft = 350;
constexpr int kTimeRight = 800;
constexpr int kTimeTop = 30;
constexpr int kTimeRow = 24;
constexpr std::size_t kMostEvents = 40;

/// Days on a line.
struct Axis {
    Date first;
    Date last;
    int begin = 0;
    int end = 0;

    [[nodiscard]] int place(Date day) const {
        const std::int64_t span = std::max<std::int64_t>(1, last.days - first.days);
        const std::int64_t gone =
            std::clamp<std::int64_t>(static_cast<std::int64_t>(day.days) - first.days, 0, span);
        return begin + static_cast<int>(gone * (end - begin) / span);
    }
};

int height_of(Ratio share) {
    return kCurveBottom - static_cast<int>(share.part * (kCurveBottom - kCurveTop) / share.whole);
}

void add_scale(Canvas& canvas) {
    for (const int percent : {0, 25, 50, 75, 100}) {
        const int y = kCurveBottom - percent * (kCurveBottom - kCurveTop) / 100;
        line(canvas, kCurveLeft - 4, y, kCurveRight + 10, y, percent == 0 ? "axis" : "grid");
        text(canvas, kCurveLeft - 10, y + 4, "end dim", fmt::format("{} %", percent));
    }
}

/// Days below the curve, as many as there is room for; the last always.
void add_days(Canvas& canvas, const Axis& axis, const Curve& curve) {
    const int last = axis.place(curve.points.back().day);
    int free = -kDayWidth;
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const int x = axis.place(curve.points[i].day);
        const bool is_last = i + 1 == curve.points.size();
        line(canvas, x, kCurveBottom, x, kCurveBottom + 5, "axis");
        if (!is_last && (x < free || x > last - kDayWidth)) continue;
        if (is_last && x < free) continue;
        text(canvas, std::clamp(x, 36, kCurveWidth - 36), kCurveBottom + 22, "mid dim",
             to_string(curve.points[i].day));
        free = x + kDayWidth;
    }
}

/// The second line is broken and its points are squares: colour is not needed to tell the two.
void add_curve(Canvas& canvas, const Axis& axis, const Curve& curve, std::size_t index) {
    std::string path;
    bool is_drawing = false;
    for (const CurvePoint& point : curve.points) {
        const std::optional<Ratio>& share = point.shares[index];
        if (share) {
            fmt::format_to(std::back_inserter(path), "{}{} {}", is_drawing ? 'L' : 'M',
                           axis.place(point.day), height_of(*share));
        }
        is_drawing = share.has_value();
    }
    if (path.empty()) return;
    fmt::format_to(std::back_inserter(canvas.out), "<path d=\"{}\" class=\"line{}\"/>\n", path,
                   index + 1);
    for (const CurvePoint& point : curve.points) {
        const std::optional<Ratio>& share = point.shares[index];
        if (!share) continue;
        const int x = axis.place(point.day);
        const int y = height_of(*share);
        if (index == 0)
            fmt::format_to(std::back_inserter(canvas.out),
                           "<circle cx=\"{}\" cy=\"{}\" r=\"5\" class=\"dot1\"/>\n", x, y);
        else
            rect(canvas, x - 4, y - 4, {8, 8}, "dot2");
    }
}

void add_values(Canvas& canvas, const Axis& axis, const Curve& curve) {
    int free = 0;
    for (const CurvePoint& point : curve.points) {
        const std::optional<Ratio>& share = point.shares.front();
        const int x = axis.place(point.day);
        if (!share || x < free) continue;
        // Below the point: the other line, assurance, is never lower.
        const int y = height_of(*share);
        text(canvas, x, y > kCurveBottom - 22 ? y - 12 : y + 20, "mid strong halo",
             fmt::format("{} %", whole_percent(*share)));
        free = x + 46;
    }
}

void add_curve_key(Canvas& canvas, const Curve& curve) {
    int x = kCurveLeft;
    const int y = kCurveHeight - 8;
    for (std::size_t i = 0; i < curve.lines.size(); ++i) {
        line(canvas, x, y - 4, x + 30, y - 4, i == 0 ? "line1" : "line2");
        if (i == 0)
            fmt::format_to(std::back_inserter(canvas.out),
                           "<circle cx=\"{}\" cy=\"{}\" r=\"5\" class=\"dot1\"/>\n", x + 15, y - 4);
        else
            rect(canvas, x + 11, y - 8, {8, 8}, "dot2");
        text(canvas, x + 38, y, "", elide(curve.lines[i], 30));
        x += 230;
    }
}

/// The day that a timeline names: 2026-12 of 2026-12-01.
std::string month_of(Date day) { return to_string(day).substr(0, 7); }

int months_between(Date first, Date last) {
    const std::string from = to_string(first);
    const std::string to = to_string(last);
    const auto number = [](const std::string& day) {
        return std::stoi(day.substr(0, 4)) * 12 + std::stoi(day.substr(5, 2));
    };
    return number(to) - number(from);
}

/// A mark at the start of a month, so often that eight or fewer are on the line.
void add_months(Canvas& canvas, const Axis& axis, int bottom) {
    const int months = months_between(axis.first, axis.last);
    int step = 1;
    for (const int wider : {2, 3, 6, 12, 24, 60, 120, 1200, 12000}) {
        if (months / step > 7) step = wider;
    }
    const std::string first = month_of(axis.first) + "-01";
    Date day = parse_date(first).value();
    for (int i = 0; i < 9; ++i) {
        day = day + Period{0, step, 0};
        if (day > axis.last) break;
        const int x = axis.place(day);
        line(canvas, x, kTimeTop, x, bottom, "grid");
        text(canvas, x, kTimeTop - 10, "mid dim small", month_of(day));
    }
}

void add_event(Canvas& canvas, const Axis& axis, const TimelineEvent& event, int y) {
    text(canvas, 0, y + 4, "", elide(event.label, 46));
    const int x = axis.place(event.day);
    line(canvas, kTimeLeft, y, x, y, "lead");
    symbol(canvas, x, y, event.mark);
    text(canvas, x + 13, y + 4, "strong halo", to_string(event.day));
}

}  // namespace

void draw(Canvas& canvas, const Picture& picture, const Curve& curve) {
    const Axis axis{curve.points.front().day, curve.points.back().day, kCurveLeft + 20,
                    kCurveRight - 10};
    open(canvas, {kCurveWidth, kCurveHeight}, Fit::scrolls, picture.title, picture.text);
    add_scale(canvas);
    add_days(canvas, axis, curve);
    for (std::size_t i = curve.lines.size(); i-- > 0;) add_curve(canvas, axis, curve, i);
    add_values(canvas, axis, curve);
    add_curve_key(canvas, curve);
    close(canvas, Fit::scrolls);
}

void draw(Canvas& canvas, const Picture& picture, const Timeline& timeline) {
    const std::size_t shown = std::min(timeline.events.size(), kMostEvents);
    Axis axis{timeline.today, timeline.today + Period{0, 0, 30}, kTimeLeft, kTimeRight};
    for (std::size_t i = 0; i < shown; ++i) {
        axis.first = std::min(axis.first, timeline.events[i].day);
        axis.last = std::max(axis.last, timeline.events[i].day);
    }
    const int rows = static_cast<int>(shown) + (shown < timeline.events.size() ? 1 : 0);
    const int bottom = kTimeTop + kTimeRow * rows + 4;
    open(canvas, {kTimeWidth, bottom + 22}, Fit::scrolls, picture.title, picture.text);
    add_months(canvas, axis, bottom);
    const int today = axis.place(timeline.today);
    line(canvas, today, kTimeTop, today, bottom, "today");
    text(canvas, today, bottom + 16, "mid strong halo", to_string(timeline.today));
    int y = kTimeTop + kTimeRow / 2 + 4;
    for (std::size_t i = 0; i < shown; ++i, y += kTimeRow)
        add_event(canvas, axis, timeline.events[i], y);
    if (shown < timeline.events.size())
        text(canvas, 0, y + 4, "dim",
             fmt::format("and {} more, in the table", timeline.events.size() - shown));
    close(canvas, Fit::scrolls);
}

}  // namespace hcf::svg
