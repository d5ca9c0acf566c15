// SPDX-License-Identifier: Apache-2.0
// The staffing of a service for readers: what came out, who sits where, why seats stay empty, who
// is nearest to them and what each would need (issue 5; spec 3, "staffing").
#include "hcf/base/count.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_staffing.h"
#include "hcf/present/staffing_tables.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <set>

namespace hcf {
namespace {

template <class Id>
std::string counts_text(const Framework& framework,
                        const std::vector<std::pair<Id, std::int64_t>>& counts) {
    std::vector<std::string> items;
    items.reserve(counts.size());
    for (const auto& [id, count] : counts)
        items.push_back(fmt::format("{} {}", count, framework.at(id).title));
    return join(items, ", ");
}

void add_facts(const Framework& framework, const StaffingReport& report, Document& document) {
    const Service& service = report.service;
    document.push_back(Heading{
        1, service.name.empty() ? service.id : fmt::format("{} ({})", service.name, service.id)});
    Facts facts;
    if (!service.commissioner.empty())
        facts.rows.push_back({"Commissioner", {service.commissioner}});
    facts.rows.push_back(
        {"Asks for",
         {fmt::format("{} in {}",
                      count_of(static_cast<std::size_t>(report.demand.seats), "seat", "seats"),
                      count_of(service.posts.size(), "post", "posts"))}});
    if (!report.team) {
        facts.rows.push_back({"Levels", {counts_text(framework, report.demand.levels)}});
        if (!report.demand.roles.empty())
            facts.rows.push_back({"Roles", {counts_text(framework, report.demand.roles)}});
        document.push_back(std::move(facts));
        return;
    }
    const StaffedTeam& team = *report.team;
    std::string who = team.team.name.empty() ? team.team.id
                                             : fmt::format("{} ({})", team.team.name, team.team.id);
    who += ", " + count_of(team.members.size(), "member", "members");
    if (!team.missing.empty()) who += fmt::format("; {} left out, see below", team.missing.size());
    facts.rows.push_back({"Team", {who, team.missing.empty() ? Tone::plain : Tone::bad}});
    const bool is_full = team.staffing.filled == report.demand.seats && team.missing.empty();
    facts.rows.push_back(
        {"Result",
         {staffing_result(report.demand, team.staffing), is_full ? Tone::good : Tone::bad}});
    if (team.supposed) {
        facts.rows.push_back({"What if",
                              {staffing_result(report.demand, team.supposed->what_if.staffing) +
                                   ", with what is only supposed; see the end",
                               Tone::warn}});
    }
    document.push_back(std::move(facts));
}

void add_left_out(const StaffedTeam& team, Document& document) {
    if (team.missing.empty()) return;
    List list;
    for (const MissingMember& member : team.missing)
        list.items.push_back({fmt::format("{}: {}", member.file, member.reason), Tone::bad});
    document.push_back(Heading{2, "Left out for errors"});
    document.push_back(std::move(list));
}

/// "Registered Nurse - Adult, or Registered Nurse - Children; also asked: Implement and evaluate
/// change".
std::string takes_text(const Framework& framework, const Post& post) {
    std::string text = post.role ? framework.at(*post.role).title : "any role";
    for (const RoleId role : post.accept_roles)
        text += fmt::format(", or {}", framework.at(role).title);
    std::vector<std::string> more;
    more.reserve(post.competences.size());
    for (const CompetenceId id : post.competences) more.push_back(framework.at(id).title);
    if (!more.empty()) text += "; also asked: " + join(more, "; ");
    return text;
}

/// "100 %", "90 %", "87.5 %": as it was written.
std::string threshold_text(const Decimal& value) {
    const std::int64_t unit = power_of_ten(value.places);
    const std::int64_t hundredfold = value.digits * 100;
    if (hundredfold % unit == 0) return fmt::format("{} %", hundredfold / unit);
    std::string part = fmt::format("{:0{}}", hundredfold % unit, value.places);
    while (part.back() == '0') part.pop_back();
    return fmt::format("{}.{} %", hundredfold / unit, part);
}

void add_posts(const Framework& framework, const StaffingReport& report, Document& document) {
    Table table;
    table.columns = {{"Post", Align::left, true},
                     {"Takes", Align::left, true},
                     {"Asks as", Align::left, true},
                     {"Ready from", Align::right},
                     {"Seats", Align::right}};
    if (report.team) table.columns.push_back({"Filled", Align::right});
    for (std::size_t i = 0; i < report.service.posts.size(); ++i) {
        const Post& post = report.service.posts[i];
        std::vector<Cell> row = {{post.id},
                                 {takes_text(framework, post)},
                                 {framework.at(post.level).id},
                                 {threshold_text(post.min_readiness)},
                                 {post.count}};
        if (report.team) {
            const std::int64_t filled = as_count(report.team->staffing.posts[i].members.size());
            row.push_back({filled, filled == post.count ? Tone::good : Tone::bad});
        }
        table.rows.push_back(std::move(row));
    }
    document.push_back(Heading{2, "Posts"});
    document.push_back(std::move(table));
}

void add_asked(const Framework& framework, const ServiceDemand& demand, Document& document) {
    if (demand.competences.empty()) return;
    Table table;
    table.columns = {{"Competence", Align::left, true}, {"Holders wanted", Align::right}};
    for (const auto& [competence, seats] : demand.competences)
        table.rows.push_back({{framework.at(competence).title}, {seats}});
    document.push_back(Heading{2, "Competences"});
    document.push_back(std::move(table));
}

/// "Support the safeguarding of individuals (expired on 2026-09-30; planned until 2027-01-29)".
std::string need_text(const Framework& framework, const GapRow& row) {
    std::string state = status_text(framework, row);
    if (row.assurance == Assurance::planned)
        state += fmt::format("; planned until {}", to_string(*row.plan->due));
    return fmt::format("{} ({})", framework.at(row.asked.competence).title, state);
}

std::string needs_text(const Framework& framework, const NearMember& near) {
    const auto& missing = near.standing.missing;
    if (near.standing.figures.applicable == 0) return "nothing that it asks is applicable";
    std::vector<std::string> list;
    list.reserve(missing.size());
    for (const GapRow& row : missing) list.push_back(need_text(framework, row));
    std::string text = join(list, "; ");
    if (near.short_by == as_count(missing.size())) return text;
    return fmt::format("{} of: {}", near.short_by, text);
}

std::string now_text(const Service& service, const NearMember& near) {
    if (!near.seat_in) return "no seat";
    const std::string& post = service.posts[*near.seat_in].id;
    return near.would_fill ? fmt::format("in {}, can be replaced", post)
                           : fmt::format("in {}, needed there", post);
}

bool is_filled(const StaffingReport& report, std::size_t post) {
    return as_count(report.team->staffing.posts[post].members.size()) ==
           report.service.posts[post].count;
}

/// A filled post is told because it competes with one that is not.
std::string filled_text(const StaffingReport& report, const SeatConflict& conflict) {
    std::vector<std::string> posts;
    for (const std::size_t post : conflict.posts) {
        if (!is_filled(report, post)) posts.push_back(report.service.posts[post].id);
    }
    return fmt::format("Its seats are filled; one more who may take them frees somebody for {}.",
                       join(posts, " or "));
}

void add_nearest_to(const Framework& framework, const StaffingReport& report, std::size_t post,
                    const SeatConflict& conflict, Document& document) {
    const StaffedPost& staffed = report.team->staffing.posts[post];
    document.push_back(Heading{3, report.service.posts[post].id});
    if (is_filled(report, post)) document.push_back(Paragraph{filled_text(report, conflict)});
    if (staffed.nearest.empty()) {
        document.push_back(Paragraph{"Nobody else of the team is of a role that it takes."});
        return;
    }
    Table table;
    table.columns = {{"Person", Align::left, true},
                     {"Ready", Align::right},
                     {"Needs", Align::left, true},
                     {"Now", Align::left, true}};
    for (const NearMember& near : staffed.nearest) {
        table.rows.push_back({{member_name(report.team->members, near.standing.member)},
                              {percent_text(near.standing.readiness)},
                              {needs_text(framework, near)},
                              {now_text(report.service, near)}});
    }
    document.push_back(std::move(table));
    const std::int64_t more = staffed.below - as_count(staffed.nearest.size());
    if (more != 0) {
        document.push_back(Paragraph{fmt::format("{} more of its roles {} below what it asks.",
                                                 more, more == 1 ? "is" : "are")});
    }
}

void add_nearest(const Framework& framework, const StaffingReport& report, Document& document) {
    if (report.team->staffing.conflicts.empty()) return;
    document.push_back(Heading{2, "Nearest to the empty seats"});
    for (const SeatConflict& conflict : report.team->staffing.conflicts) {
        for (const std::size_t post : conflict.posts)
            add_nearest_to(framework, report, post, conflict, document);
    }
}

void add_team(const Framework& framework, const StaffingReport& report, Document& document) {
    const StaffedTeam& team = *report.team;
    const StaffingSide side = {framework, report.service, report.demand, team.members,
                               team.staffing};
    document.push_back(Heading{2, "Seats"});
    document.push_back(seats_table(side));
    if (!team.staffing.conflicts.empty()) {
        document.push_back(Heading{2, "Why seats stay empty"});
        document.push_back(conflicts_list(side));
    }
    add_nearest(framework, report, document);
    if (!team.staffing.unassigned.empty()) {
        document.push_back(Heading{2, "Without a seat"});
        document.push_back(Paragraph{member_names(team.members, team.staffing.unassigned)});
    }
}

/// The levels of posts, with those that ask the same core set.
std::set<LevelPair> same_core_levels(const Framework& framework, const ServiceDemand& demand) {
    std::set<LevelPair> pairs;
    for (const auto& [level, seats] : demand.levels) {
        for (const LevelId other : same_core_as(framework, level))
            pairs.insert(make_level_pair(level, other));
    }
    return pairs;
}

void add_cautions(const Framework& framework, const StaffingReport& report,
                  const std::set<LevelPair>& same_core, Document& document) {
    List list;
    if (report.team) {
        WeaklyMet all = {"met by those with a seat"};
        for (const StaffedPost& post : report.team->staffing.posts) {
            for (const PostStanding& standing : post.members) {
                all.all += standing.judged.met;
                all.by_themselves += standing.judged.met_self;
                all.without_evidence += standing.judged.met_without_evidence;
                all.shown_below += standing.judged.met_below_level;
            }
        }
        add_weakly_met(all, list);
    }
    if (report.demand.core_only) list.items.push_back({std::string(kCoreOnly)});
    for (const LevelPair& pair : same_core)
        list.items.push_back({same_core_caution(framework, pair)});
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

Document staffing_document(const Framework& framework, const StaffingReport& report) {
    Document document;
    add_facts(framework, report, document);
    if (report.team) add_left_out(*report.team, document);
    if (report.team) document.push_back(seats_supply(report));
    add_posts(framework, report, document);
    if (report.team)
        add_team(framework, report, document);
    else
        add_asked(framework, report.demand, document);
    if (report.team && report.team->supposed) append(document, what_if_document(framework, report));
    const std::set<LevelPair> same_core = same_core_levels(framework, report.demand);
    add_cautions(framework, report, same_core, document);
    for (const LevelPair& pair : same_core) add_difference(framework, pair, document);
    return document;
}

}  // namespace hcf
