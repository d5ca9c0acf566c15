// SPDX-License-Identifier: Apache-2.0
// The way from a role to a role as a picture: the career map, level by level, with the steps in it.
#include "hcf/present/envelope.h"
#include "hcf/present/present_pathway.h"
#include "hcf/present/present_person.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

class MapDrawing {
public:
    MapDrawing(const Framework& framework, const PathwayQuestion& question, const Pathway& pathway)
        : framework_(framework), question_(question), pathway_(pathway) {}

    [[nodiscard]] Graph draw(Date as_of);

private:
    void add_levels();
    void add_roles();
    void add_steps();
    [[nodiscard]] bool is_named(const RoleAtLevel& role) const;
    [[nodiscard]] bool is_on_path(const RoleAtLevel& role) const;
    [[nodiscard]] std::size_t position_of(const RoleAtLevel& role) const;

    const Framework& framework_;
    const PathwayQuestion& question_;
    const Pathway& pathway_;
    std::vector<RoleAtLevel> roles_;  ///< as the first nodes
    Graph graph_;
};

bool MapDrawing::is_named(const RoleAtLevel& role) const {
    return role == question_.to || question_.from == role ||
           std::find(question_.via.begin(), question_.via.end(), role) != question_.via.end();
}

bool MapDrawing::is_on_path(const RoleAtLevel& role) const {
    return is_named(role) ||
           std::any_of(pathway_.steps.begin(), pathway_.steps.end(),
                       [&](const PathwayStep& step) { return step.role == role; });
}

void MapDrawing::add_levels() {
    for (const Level& level : framework_.levels) graph_.clusters.push_back({level.id, level.title});
}

/// Every role at its own level, and at other levels where those were named.
void MapDrawing::add_roles() {
    for (const RoleAtLevel& role : roles_at_each_level(framework_)) {
        const bool is_own = role == at_own_level(framework_, role.role);
        if (!is_own && !is_named(role)) continue;
        const Role& known = framework_.at(role.role);
        roles_.push_back(role);
        graph_.nodes.push_back(
            {is_own ? known.id : fmt::format("{}@{}", known.id, framework_.at(role.level).id),
             known.title, role.level.index, is_on_path(role)});
    }
}

std::size_t MapDrawing::position_of(const RoleAtLevel& role) const {
    return static_cast<std::size_t>(std::find(roles_.begin(), roles_.end(), role) - roles_.begin());
}

void MapDrawing::add_steps() {
    std::size_t at = graph_.nodes.size();
    if (question_.person != nullptr)
        graph_.nodes.push_back(
            {"@person", person_heading(question_.person->person), std::nullopt, true});
    else
        at = position_of(*question_.from);
    std::size_t number = 0;
    for (const PathwayStep& step : pathway_.steps) {
        const std::size_t next = position_of(step.role);
        graph_.edges.push_back(
            {at, next, fmt::format("step {}: {} new", ++number, step.added.size()), true});
        at = next;
    }
}

Graph MapDrawing::draw(Date as_of) {
    graph_.title =
        fmt::format("{}: {}", pathway_title(framework_, question_), pathway_result(pathway_));
    if (!pathway_.is_proved) graph_.notes.push_back("Not proved to be the best path.");
    if (pathway_.core_only) graph_.notes.emplace_back(kCoreOnly);
    graph_.notes.push_back(make_stamp(framework_, as_of));
    add_levels();
    add_roles();
    add_steps();
    return std::move(graph_);
}

}  // namespace

Graph pathway_graph(const Framework& framework, const PathwayQuestion& question,
                    const Pathway& pathway, Date as_of) {
    return MapDrawing(framework, question, pathway).draw(as_of);
}

}  // namespace hcf
