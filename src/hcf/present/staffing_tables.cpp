// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/staffing_tables.h"

#include "hcf/base/count.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// So many people are named; a list of more is for programs.
constexpr std::size_t kNamed = 12;

std::string seats_text(std::int64_t seats) {
    return count_of(static_cast<std::size_t>(seats), "seat", "seats");
}

/// "17 of 19", "12 of 13, 1 not applicable", "12 of 12, 2 not applicable (1 as supposed)".
std::string met_text(const PostStanding& standing) {
    std::string text = fmt::format("{} of {}", standing.figures.met, standing.figures.applicable);
    if (!standing.not_applicable.empty())
        text += fmt::format(", {} not applicable", standing.not_applicable.size());
    if (!standing.supposed_not_applicable.empty())
        text += fmt::format(" ({} as supposed)", standing.supposed_not_applicable.size());
    return text;
}

std::string missing_titles(const Framework& framework, const PostStanding& standing) {
    std::vector<std::string> list;
    list.reserve(standing.missing.size());
    for (const GapRow& row : standing.missing)
        list.push_back(framework.at(row.asked.competence).title);
    return join(list, "; ");
}

std::string titles_of(const Framework& framework, const std::vector<CompetenceId>& competences) {
    std::vector<std::string> titles;
    titles.reserve(competences.size());
    for (const CompetenceId id : competences) titles.push_back(framework.at(id).title);
    return join(titles, "; ");
}

std::string role_title(const Framework& framework, const Person& person) {
    return person.role ? framework.at(*person.role).title : std::string("no role");
}

/// "Uma Example", "Uma Example; role supposed".
std::string seated_name(const StaffingSide& side, std::size_t member) {
    const SupposedCard card = supposed_card(side.members[member]);
    const std::string name = member_name(side.members, member);
    if (card.role) return name + "; role supposed";
    return card.level ? name + "; level supposed" : name;
}

std::vector<Cell> seat_row(const StaffingSide& side, const Post& post, std::size_t seat,
                           const PostStanding& standing) {
    const bool lacks = !standing.missing.empty();
    return {{post.id},
            {static_cast<std::int64_t>(seat + 1)},
            {seated_name(side, standing.member)},
            {met_text(standing)},
            {percent_text(standing.readiness), lacks ? Tone::warn : Tone::good},
            {missing_titles(side.framework, standing)}};
}

/// All empty seats of a post in one row.
std::vector<Cell> empty_row(const Post& post, std::int64_t filled) {
    std::vector<Cell> row = {{post.id}, {}, {std::string("(nobody)"), Tone::muted}, {}, {}, {}};
    if (filled + 1 == post.count)
        row[1].value = post.count;
    else
        row[1].value = fmt::format("{}-{}", filled + 1, post.count);
    return row;
}

/// "a and b: 2 posts with 5 seats compete for 4 people (...). Whoever takes which, 1 seat stays
/// empty."
std::string conflict_text(const StaffingSide& side, const SeatConflict& conflict) {
    std::vector<std::string> posts;
    posts.reserve(conflict.posts.size());
    for (const std::size_t post : conflict.posts) posts.push_back(side.service.posts[post].id);
    const std::string who =
        conflict.people.empty()
            ? std::string("nobody")
            : fmt::format("{} ({})", count_of(conflict.people.size(), "person", "people"),
                          member_names(side.members, conflict.people));
    const std::string seats = seats_text(conflict.seats);
    if (posts.size() == 1) {
        return fmt::format("{}: {}, and {} who may fill {}. {} {} empty.", posts.front(), seats,
                           who, conflict.seats == 1 ? "it" : "them", seats_text(conflict.empty()),
                           conflict.empty() == 1 ? "stays" : "stay");
    }
    return fmt::format("{}: {} posts with {} compete for {}. Whoever takes which, {} {} empty.",
                       join(posts, ", "), posts.size(), seats, who, seats_text(conflict.empty()),
                       conflict.empty() == 1 ? "stays" : "stay");
}

}  // namespace

std::string member_name(const std::vector<StaffingMember>& members, std::size_t member) {
    const Person& person = members[member].assessment.person;
    if (person.name.empty()) return person.id;
    const auto alike = std::count_if(
        members.begin(), members.end(),
        [&](const StaffingMember& other) { return other.assessment.person.name == person.name; });
    return alike == 1 ? person.name : person_heading(person);
}

std::string member_names(const std::vector<StaffingMember>& members,
                         const std::vector<std::size_t>& list) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < list.size() && i < kNamed; ++i)
        names.push_back(member_name(members, list[i]));
    std::string text = join(names, ", ");
    if (list.size() > kNamed) text += fmt::format(", and {} more", list.size() - kNamed);
    return text;
}

std::string staffing_result(const ServiceDemand& demand, const Staffing& staffing) {
    std::string text = fmt::format("{} of {} filled", staffing.filled, seats_text(demand.seats));
    if (staffing.filled == 0) return text;
    if (staffing.missing == 0) return text + "; those in them lack nothing";
    return text + fmt::format("; those in them lack {} in all",
                              count_of(static_cast<std::size_t>(staffing.missing), "competence",
                                       "competences"));
}

Table seats_table(const StaffingSide& side) {
    Table table;
    table.columns = {{"Post", Align::left, true},   {"Seat", Align::right},
                     {"Person", Align::left, true}, {"Met", Align::left, true},
                     {"Ready", Align::right},       {"Missing", Align::left, true}};
    for (std::size_t i = 0; i < side.service.posts.size(); ++i) {
        const Post& post = side.service.posts[i];
        const auto& seated = side.staffing.posts[i].members;
        for (std::size_t seat = 0; seat < seated.size(); ++seat)
            table.rows.push_back(seat_row(side, post, seat, seated[seat]));
        if (as_count(seated.size()) < post.count)
            table.rows.push_back(empty_row(post, as_count(seated.size())));
    }
    return table;
}

std::string card_text(const Framework& framework, const StaffingMember& member) {
    const SupposedCard card = supposed_card(member);
    std::vector<std::string> changes;
    const Person& after = member.assessment.person;
    if (card.role) {
        changes.push_back(fmt::format("role supposed: {} instead of {}",
                                      role_title(framework, after),
                                      role_title(framework, member.as_judged->person)));
    }
    if (card.level) {
        changes.push_back(fmt::format("level supposed: {} instead of {}",
                                      framework.at(after.level).id,
                                      framework.at(member.as_judged->person.level).id));
    }
    return join(changes, "; ");
}

List supposed_list(const StaffingSide& side) {
    List list;
    for (std::size_t i = 0; i < side.service.posts.size(); ++i) {
        for (const PostStanding& standing : side.staffing.posts[i].members) {
            const std::string who = fmt::format(
                "{}, in {}", member_name(side.members, standing.member), side.service.posts[i].id);
            const auto add = [&](std::string_view what, const std::string& text) {
                if (!text.empty())
                    list.items.push_back({fmt::format("{}{}{}", who, what, text), Tone::warn});
            };
            add(": ", card_text(side.framework, side.members[standing.member]));
            add(", met: ", titles_of(side.framework, standing.supposed));
            add(", not applicable: ", titles_of(side.framework, standing.supposed_not_applicable));
        }
    }
    return list;
}

List conflicts_list(const StaffingSide& side) {
    List list;
    for (const SeatConflict& conflict : side.staffing.conflicts)
        list.items.push_back({conflict_text(side, conflict), Tone::bad});
    return list;
}

}  // namespace hcf
