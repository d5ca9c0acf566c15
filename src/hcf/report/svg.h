// SPDX-License-Identifier: Apache-2.0
// What every picture is drawn with. Coordinates are whole numbers or tenths, so that a picture is
// the same bytes wherever it is made; colours are classes of the page's style.
#pragma once

#include "hcf/report/document.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hcf::svg {

/// What a picture is drawn into.
struct Canvas {
    std::string& out;
    std::size_t number = 0;  ///< of the picture on its page: its ids are made of it
};

struct Size {
    int width = 0;
    int height = 0;
};

/// Opens a picture with its name and its words; what follows ends with `close`. One that may not be
/// made as small as the page scrolls in an element of its own.
enum class Fit { shrinks, scrolls };
void open(Canvas& canvas, Size size, Fit fit, std::string_view title, std::string_view text);
void close(Canvas& canvas, Fit fit);

/// A number with at most one decimal: "12", "-0.5". Never "-0".
[[nodiscard]] std::string tenths(double value);

/// "met", "planned", "gap", "aside": the class of a mark.
[[nodiscard]] std::string_view class_of(Mark mark);

/// One line of text from a file or not; `classes` may be empty.
void text(Canvas& canvas, double x, double y, std::string_view classes, std::string_view words);

void rect(Canvas& canvas, int x, int y, Size size, std::string_view classes);
void line(Canvas& canvas, int x1, int y1, int x2, int y2, std::string_view classes);

/// At most so many columns of a text, the last of them "…" where it was longer. A line feed becomes
/// a space.
[[nodiscard]] std::string elide(std::string_view text, std::size_t columns);

/// At most two lines of so many columns, broken at a space; the second may be empty.
[[nodiscard]] std::array<std::string, 2> two_lines(std::string_view text, std::size_t columns);

/// Where a mark stands for a day: a disc (met), a ring (planned), a diamond (gap) or a small disc.
void symbol(Canvas& canvas, int x, int y, Mark mark);

void draw(Canvas& canvas, const Picture& picture, const Ring& ring);
void draw(Canvas& canvas, const Picture& picture, const Ladder& ladder);
void draw(Canvas& canvas, const Picture& picture, const HeatMap& map);
void draw(Canvas& canvas, const Picture& picture, const Curve& curve);
void draw(Canvas& canvas, const Picture& picture, const Timeline& timeline);
void draw(Canvas& canvas, const Picture& picture, const Supply& supply);
void draw(Canvas& canvas, const Picture& picture, const LevelMap& map);
void draw(Canvas& canvas, const Picture& picture, const Way& way);

}  // namespace hcf::svg
