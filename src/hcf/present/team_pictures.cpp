// SPDX-License-Identifier: Apache-2.0
// A team to look at: people by competences, what is due and what runs out, and the seats of a
// service.
#include "hcf/analysis/team_coverage.h"
#include "hcf/base/count.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_staffing.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

HeatCell heat_cell(const TeamCell& cell, std::string_view (*sign_of)(const TeamCell&)) {
    return {std::string(sign_of(cell)), mark_of(cell.status, cell.assurance, cell.essential)};
}

HeatRow heat_row(const TeamMember& member, const std::string& name,
                 const std::vector<CompetenceId>& asked,
                 std::string_view (*sign_of)(const TeamCell&)) {
    HeatRow row;
    row.label = name;
    // Both are in framework order.
    auto cell = member.cells.begin();
    for (const CompetenceId id : asked) {
        while (cell != member.cells.end() && cell->competence < id) ++cell;
        const bool is_asked = cell != member.cells.end() && cell->competence == id;
        row.cells.push_back(is_asked ? heat_cell(*cell, sign_of) : HeatCell{});
    }
    return row;
}

}  // namespace

Picture team_heat_map(const Framework& framework, const TeamCoverage& coverage,
                      const std::vector<std::string>& names, const std::vector<CompetenceId>& asked,
                      std::string_view (*sign_of)(const TeamCell&)) {
    HeatMap map;
    map.rows_are = "people";
    for (const CompetenceId id : asked) map.columns.push_back(framework.at(id).title);
    for (std::size_t i = 0; i < coverage.members.size(); ++i)
        map.rows.push_back(heat_row(coverage.members[i], names[i], asked, sign_of));
    Picture picture;
    picture.title = "People by competences";
    picture.text = fmt::format(
        "A map of {} by {}: one letter for how each stands. The tables of the grid below have the "
        "same letters.",
        count_of(map.rows.size(), "person", "people"),
        count_of(asked.size(), "competence", "competences"));
    picture.key = {
        {Mark::met, "M met"},
        {Mark::planned, "P planned, with a due day and a supervisor"},
        {Mark::gap, "gap: X expired, U unconfirmed, a partly met, n not met, - not assessed"},
        {Mark::aside, "desirable only, or / not applicable"}};
    picture.shape = std::move(map);
    return picture;
}

Picture team_timeline(const Framework& framework, const TeamCoverage& coverage,
                      const std::vector<std::string>& names, Date as_of) {
    Timeline timeline{as_of, {}};
    const auto label = [&](TeamPlace place) {
        return fmt::format("{}: {}", names[place.member],
                           framework.at(coverage.at(place).competence).title);
    };
    for (const TeamPlace place : coverage.expiring)
        timeline.events.push_back({*coverage.at(place).runs_out, label(place), Mark::met});
    for (const TeamPlace place : coverage.plans) {
        const TeamCell& cell = coverage.at(place);
        if (!cell.plan_due) continue;
        timeline.events.push_back({*cell.plan_due, label(place),
                                   cell.assurance == Assurance::gap ? Mark::gap : Mark::planned});
    }
    std::stable_sort(timeline.events.begin(), timeline.events.end(),
                     [](const TimelineEvent& a, const TimelineEvent& b) { return a.day < b.day; });
    Picture picture;
    picture.title = "What is due, and what runs out";
    picture.text = fmt::format(
        "{} on a time line, as of {}. The tables of plans and of what runs out have "
        "the same days.",
        count_of(timeline.events.size(), "day", "days"), to_string(as_of));
    picture.key = {{Mark::met, "met until that day"},
                   {Mark::planned, "plan due"},
                   {Mark::gap, "plan that assures nothing: overdue, or without a supervisor"}};
    picture.shape = std::move(timeline);
    return picture;
}

Picture seats_supply(const StaffingReport& report) {
    Supply supply;
    Picture picture;
    picture.figures.columns = {{"Post", Align::left, true},
                               {"Seats", Align::right},
                               {"Filled", Align::right},
                               {"Empty", Align::right},
                               {"Able", Align::right}};
    for (std::size_t i = 0; i < report.service.posts.size(); ++i) {
        const Post& post = report.service.posts[i];
        const StaffedPost& staffed = report.team->staffing.posts[i];
        const std::int64_t filled = as_count(staffed.members.size());
        supply.rows.push_back({post.id, post.count, filled, staffed.able});
        picture.figures.rows.push_back(
            {{post.id}, {post.count}, {filled}, {post.count - filled}, {staffed.able}});
    }
    picture.title = "Seats and people";
    picture.text = fmt::format(
        "{} of {} filled. A box is a seat; able are all who may fill one of the post, wherever "
        "they sit now. The table has the figures.",
        report.team->staffing.filled,
        count_of(static_cast<std::size_t>(report.demand.seats), "seat is", "seats are"));
    picture.key = {{Mark::met, "filled seat"}, {Mark::gap, "empty seat"}};
    picture.shape = std::move(supply);
    return picture;
}

}  // namespace hcf
