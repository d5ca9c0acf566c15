// SPDX-License-Identifier: Apache-2.0
// Roles to look at: on their levels with lines between those that are alike, and a way by steps.
#include "hcf/analysis/pathways.h"
#include "hcf/analysis/role_comparison.h"
#include "hcf/analysis/role_sets.h"
#include "hcf/base/count.h"
#include "hcf/present/pictures.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// Of more, a map is a tangle.
constexpr std::size_t kMostGroups = 60;

/// So many lines lead from a group, at most, to those most similar.
constexpr std::size_t kLinesEach = 2;

void add_lines(std::span<const Comparable> firsts, std::size_t from, LevelMap& map) {
    std::vector<std::size_t> others;
    for (std::size_t to = 0; to < firsts.size(); ++to) {
        if (to != from) others.push_back(to);
    }
    const auto share = [&](std::size_t to) { return similarity(firsts[from].set, firsts[to].set); };
    std::stable_sort(others.begin(), others.end(),
                     [&](std::size_t a, std::size_t b) { return share(b) < share(a); });
    for (std::size_t i = 0; i < std::min(kLinesEach, others.size()); ++i) {
        const MapLine line{std::min(from, others[i]), std::max(from, others[i]),
                           whole_percent(share(others[i]))};
        const bool is_there = std::any_of(
            map.lines.begin(), map.lines.end(),
            [&](const MapLine& known) { return known.from == line.from && known.to == line.to; });
        if (line.percent != 0 && !is_there) map.lines.push_back(line);
    }
}

}  // namespace

Picture pathway_steps(const std::string& start, const std::vector<std::string>& steps,
                      const Pathway& pathway) {
    Way way;
    Picture picture;
    picture.title = "The way";
    if (steps.empty()) return picture;
    way.steps.push_back({start, "start"});
    std::vector<std::string> sentences = {fmt::format("From {}", start)};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string note = fmt::format("{} new", pathway.steps[i].added.size());
        way.steps.push_back({steps[i], note});
        sentences.push_back(fmt::format("step {} to {}, {}", i + 1, steps[i], note));
    }
    picture.text = join(sentences, "; ") + ".";
    picture.shape = std::move(way);
    return picture;
}

Picture role_map(const Framework& framework, std::span<const Comparable> firsts,
                 const std::vector<std::string>& names) {
    Picture picture;
    if (firsts.size() < 2 || firsts.size() > kMostGroups) return picture;
    LevelMap map;
    for (const Level& level : framework.levels) map.levels.push_back(level.title);
    for (std::size_t i = 0; i < firsts.size(); ++i)
        map.nodes.push_back({names[i], firsts[i].level.index});
    for (std::size_t i = 0; i < firsts.size(); ++i) add_lines(firsts, i, map);
    picture.title =
        "Roles on their levels: a thick line where both ask three quarters of what either asks, a "
        "thin one from half, a dotted one below";
    picture.text = fmt::format(
        "{}, from the highest level on top to the lowest, with lines from each to the two most "
        "similar. The tables below have the similarity of every two.",
        count_of(firsts.size(), "group of roles", "groups of roles"));
    picture.shape = std::move(map);
    return picture;
}

}  // namespace hcf
