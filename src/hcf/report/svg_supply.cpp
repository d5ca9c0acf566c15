// SPDX-License-Identifier: Apache-2.0
// What is wanted against what there is: a box for each that is wanted, filled or not.
#include "hcf/report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hcf::svg {
namespace {

constexpr int kFigures = 190;  // for the words behind a row
constexpr int kLeft = 250;
constexpr int kTrack = 340;  // of the longest bar
constexpr int kRow = 32;
constexpr std::int64_t kMostBoxes = 17;

/// As boxes where they can be counted, as a bar where there are too many.
void add_row(Canvas& canvas, const SupplyRow& row, int y, std::int64_t most, int track) {
    text(canvas, 0, y + 15, "", elide(row.label, 33));
    if (most <= kMostBoxes) {
        for (std::int64_t i = 0; i < row.wanted; ++i)
            rect(canvas, kLeft + 20 * static_cast<int>(i), y + 1, {16, 18},
                 i < row.filled ? "met" : "gap");
    } else {
        const auto length = [&](std::int64_t count) {
            return static_cast<int>(count * kTrack / most);
        };
        rect(canvas, kLeft, y + 1, {length(row.wanted), 18}, "gap");
        if (row.filled != 0) rect(canvas, kLeft, y + 1, {length(row.filled), 18}, "met");
    }
    text(canvas, kLeft + track + 16, y + 15, "strong",
         fmt::format("{} of {}", row.filled, row.wanted));
    text(canvas, kLeft + track + 96, y + 15, "dim", fmt::format("{} able", row.able));
}

}  // namespace

void draw(Canvas& canvas, const Picture& picture, const Supply& supply) {
    std::int64_t most = 1;
    for (const SupplyRow& row : supply.rows) most = std::max(most, row.wanted);
    const int track = most <= kMostBoxes ? 20 * static_cast<int>(most) : kTrack;
    const int height = kRow * static_cast<int>(supply.rows.size());
    open(canvas, {kLeft + track + kFigures, height}, Fit::scrolls, picture.title, picture.text);
    int y = 4;
    for (const SupplyRow& row : supply.rows) {
        add_row(canvas, row, y, most, track);
        y += kRow;
    }
    close(canvas, Fit::scrolls);
}

}  // namespace hcf::svg
