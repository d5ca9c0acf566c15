// SPDX-License-Identifier: Apache-2.0
// The part of the page that is only supposed: plainly set apart from the team as it is.
#include "hcf/base/count.h"
#include "hcf/present/staffing_tables.h"

#include <fmt/format.h>

namespace hcf {
namespace {

/// Whose role or level is another one than in the team: that alone may give them a seat.
void add_cards(const Framework& framework, const WhatIf& what_if, Facts& facts) {
    for (const std::size_t member : what_if.changed) {
        const std::string text = card_text(framework, what_if.members[member]);
        if (!text.empty()) {
            facts.rows.push_back(
                {"Other card",
                 {fmt::format("{}, {}", member_name(what_if.members, member), text), Tone::warn}});
        }
    }
}

void add_supposed(const Framework& framework, const Supposed& supposed, Document& document) {
    const WhatIf& what_if = supposed.what_if;
    Facts facts;
    if (!what_if.added.empty())
        facts.rows.push_back({"Added", {member_names(what_if.members, what_if.added)}});
    if (!what_if.changed.empty())
        facts.rows.push_back(
            {"Other assessment", {member_names(what_if.members, what_if.changed)}});
    add_cards(framework, what_if, facts);
    for (const Completion& completion : supposed.completed) {
        const Course& course = *completion.course;
        const std::string who =
            completion.person_id.empty() ? std::string("everybody") : completion.person_id;
        facts.rows.push_back(
            {"Completed", {fmt::format("{} ({}), by {}", title_of(course), full_id(course), who)}});
    }
    document.push_back(std::move(facts));
    document.push_back(Paragraph{
        supposed.completed.empty()
            ? "All of this is supposed: nothing of it counts in the team as it is."
            : "All of this is supposed. What a course develops is taken as met, for the posts "
              "at a level that the course is for: nobody has judged it yet.",
        Tone::warn});
}

std::vector<Cell> figure_row(std::string name, std::int64_t before, std::int64_t after) {
    return {{std::move(name)},
            {before},
            {after, before == after ? Tone::plain : Tone::strong},
            {before == after ? std::string("0") : fmt::format("{:+}", after - before)}};
}

void add_figures(const StaffingReport& report, Document& document) {
    const Staffing& before = report.team->staffing;
    const Staffing& after = report.team->supposed->what_if.staffing;
    Table table;
    table.columns = {{"", Align::left, true},
                     {"As it is", Align::right},
                     {"Supposed", Align::right},
                     {"Difference", Align::right}};
    table.rows.push_back(figure_row("Seats filled", before.filled, after.filled));
    table.rows.push_back(figure_row("Competences missing in them", before.missing, after.missing));
    for (std::size_t i = 0; i < report.service.posts.size(); ++i) {
        const auto filled = [&](const Staffing& staffing) {
            return static_cast<std::int64_t>(staffing.posts[i].members.size());
        };
        if (filled(before) != filled(after)) {
            table.rows.push_back(figure_row(
                fmt::format("{}, of {}", report.service.posts[i].id, report.service.posts[i].count),
                filled(before), filled(after)));
        }
    }
    document.push_back(std::move(table));
}

std::string place_text(const Service& service, const std::optional<std::size_t>& post) {
    return post ? service.posts[*post].id : std::string("no seat");
}

void add_changes(const StaffingReport& report, Document& document) {
    const WhatIf& what_if = report.team->supposed->what_if;
    document.push_back(Heading{3, "Who would sit elsewhere"});
    if (what_if.changes.empty()) {
        document.push_back(Paragraph{"Nobody: it would change nothing in who sits where."});
        return;
    }
    Table table;
    table.columns = {{"Person", Align::left, true},
                     {"As it is", Align::left, true},
                     {"Supposed", Align::left, true}};
    for (const SeatChange& change : what_if.changes) {
        const bool is_added = what_if.members[change.member].is_supposed;
        table.rows.push_back(
            {{member_name(what_if.members, change.member)},
             {is_added ? std::string("not in the team") : place_text(report.service, change.from)},
             {place_text(report.service, change.to)}});
    }
    document.push_back(std::move(table));
}

}  // namespace

Document what_if_document(const Framework& framework, const StaffingReport& report) {
    const Supposed& supposed = *report.team->supposed;
    const StaffingSide side = {framework, report.service, report.demand, supposed.what_if.members,
                               supposed.what_if.staffing};
    Document document;
    document.push_back(Heading{2, "What if"});
    add_supposed(framework, supposed, document);
    add_figures(report, document);
    add_changes(report, document);
    document.push_back(Heading{3, "Seats, as supposed"});
    document.push_back(seats_table(side));
    if (List list = supposed_list(side); !list.items.empty()) {
        document.push_back(Heading{3, "Only as supposed, of those with a seat"});
        document.push_back(std::move(list));
    }
    if (!side.staffing.conflicts.empty()) {
        document.push_back(Heading{3, "Why seats would stay empty"});
        document.push_back(conflicts_list(side));
    }
    return document;
}

}  // namespace hcf
