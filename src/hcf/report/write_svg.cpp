// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/write_svg.h"

#include "hcf/report/html_text.h"
#include "hcf/report/svg.h"

#include <fmt/format.h>

#include <iterator>

namespace hcf {
namespace {

struct Emptiness {
    bool operator()(const Ring& ring) const { return ring.groups.empty(); }
    bool operator()(const Ladder& ladder) const { return ladder.steps.empty(); }
    bool operator()(const HeatMap& map) const { return map.rows.empty() || map.columns.empty(); }
    bool operator()(const Curve& curve) const { return curve.points.empty(); }
    bool operator()(const Timeline& timeline) const { return timeline.events.empty(); }
    bool operator()(const Supply& supply) const { return supply.rows.empty(); }
    bool operator()(const LevelMap& map) const { return map.nodes.empty(); }
    bool operator()(const Way& way) const { return way.steps.empty(); }
};

/// The sample of a mark, beside its words, which say all that it says.
void append_sample(std::string& out, Mark mark, bool is_symbol) {
    if (is_symbol) {
        out += "<svg aria-hidden=\"true\" width=\"16\" height=\"16\">";
        svg::Canvas canvas{out};
        svg::symbol(canvas, 8, 8, mark);
        out += "</svg>";
        return;
    }
    fmt::format_to(std::back_inserter(out),
                   "<svg aria-hidden=\"true\" width=\"16\" height=\"16\"><rect x=\"2\" y=\"2\" "
                   "width=\"12\" height=\"12\" class=\"{}\"/></svg>",
                   svg::class_of(mark));
}

}  // namespace

bool is_empty(const PictureShape& shape) { return std::visit(Emptiness{}, shape); }

void append_svg(std::string& out, const Picture& picture, std::size_t& number) {
    svg::Canvas canvas{out, number};
    std::visit([&](const auto& shape) { svg::draw(canvas, picture, shape); }, picture.shape);
    number = canvas.number;
    if (picture.key.empty()) return;
    const bool is_timeline = std::holds_alternative<Timeline>(picture.shape);
    out += "<ul class=\"key\">\n";
    for (const auto& [mark, words] : picture.key) {
        out += "<li>";
        append_sample(out, mark, is_timeline);
        append_html_text(out, words);
        out += "</li>\n";
    }
    out += "</ul>\n";
}

}  // namespace hcf
