// SPDX-License-Identifier: Apache-2.0
// What a picture shows, as figures and words; how it is drawn is known to write_svg.cpp alone.
#pragma once

#include "hcf/base/date.h"
#include "hcf/base/ratio.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hcf {

/// What a part of a picture stands for: told by its colour, by its outline and by a letter or word.
enum class Mark { met, planned, gap, aside };
inline constexpr std::size_t kMarks = 4;

/// A ring of all that is asked, in groups; each piece is one competence.
struct RingGroup {
    std::string label;
    std::array<std::int64_t, kMarks> counts = {};  ///< by Mark
};
struct Ring {
    std::string centre;  ///< a short figure
    std::string below;   ///< a word or two
    std::vector<RingGroup> groups;
};

/// Steps, the lowest first, and which of them somebody stands on or is held against.
struct LadderStep {
    std::string label;
    bool is_own = false;
    bool is_target = false;
};
struct Ladder {
    std::vector<LadderStep> steps;
};

/// Rows by columns; a cell without a sign is left blank.
struct HeatCell {
    std::string sign;  ///< one letter
    Mark mark = Mark::aside;
};
struct HeatRow {
    std::string label;
    std::vector<HeatCell> cells;  ///< one for each column
};
struct HeatMap {
    std::string rows_are;  ///< "people"
    std::vector<std::string> columns;
    std::vector<HeatRow> rows;
};

/// Shares over time: up to two lines.
struct CurvePoint {
    Date day;
    std::vector<std::optional<Ratio>> shares;  ///< one for each line; nothing where there is none
};
struct Curve {
    std::vector<std::string> lines;
    std::vector<CurvePoint> points;  ///< by day
};

/// Days with something on them.
struct TimelineEvent {
    Date day;
    std::string label;
    Mark mark = Mark::planned;
};
struct Timeline {
    Date today;
    std::vector<TimelineEvent> events;  ///< by day
};

/// What is wanted, and what of it there is.
struct SupplyRow {
    std::string label;
    std::int64_t wanted = 0;
    std::int64_t filled = 0;  ///< of the wanted
    std::int64_t able = 0;    ///< who could fill it, this or another one
};
struct Supply {
    std::vector<SupplyRow> rows;
};

/// Things on levels, and lines between those that are alike.
struct MapNode {
    std::string label;
    std::size_t level = 0;  ///< a position in `levels`
};
struct MapLine {
    std::size_t from = 0;  ///< positions in `nodes`
    std::size_t to = 0;
    std::int64_t percent = 0;
};
struct LevelMap {
    std::vector<std::string> levels;  ///< lowest first
    std::vector<MapNode> nodes;
    std::vector<MapLine> lines;
};

/// A way by steps: each named, with what is new in it.
struct WayStep {
    std::string label;
    std::string note;
};
struct Way {
    std::vector<WayStep> steps;  ///< the first is where it starts
};

using PictureShape = std::variant<Ring, Ladder, HeatMap, Curve, Timeline, Supply, LevelMap, Way>;

/// True for one without a group, step, row, point or node.
[[nodiscard]] bool is_empty(const PictureShape& shape);

}  // namespace hcf
