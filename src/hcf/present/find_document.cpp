// SPDX-License-Identifier: Apache-2.0
// Who holds a competence, for readers: the holders, whose of them runs out, who is nearest, and on
// what the answer rests (spec 3, "Assurance"; ADR 0018).
#include "hcf/base/count.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_find.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

/// The status as a row of gap says it.
std::string found_text(const Framework& framework, const FoundPerson& found) {
    GapRow row;
    if (found.judged_by) row.asked = *found.judged_by;
    row.status = found.status;
    row.through = found.through;
    row.doubt = found.doubt;
    if (found.rating) row.rating = &*found.rating;
    row.valid_until = found.valid_until;
    return status_text(framework, row);
}

std::string people_text(std::int64_t count) {
    return count_of(static_cast<std::size_t>(count), "person", "people");
}

/// "2 not met, 1 not applicable".
std::string others_text(const FindCounts& counts) {
    std::vector<std::string> parts;
    const auto add = [&](std::int64_t count, std::string_view what) {
        if (count != 0) parts.push_back(fmt::format("{} {}", count, what));
    };
    add(counts.not_met, "not met and not planned");
    add(counts.not_assessed, "not assessed and not planned");
    add(counts.not_applicable, "not applicable");
    return join(parts, ", ");
}

void add_facts(const Framework& framework, const FindQuestion& question, const FindCounts& counts,
               Document& document) {
    const Competence& competence = framework.at(question.competence);
    document.push_back(Heading{1, "Who holds: " + competence.title});
    Facts facts;
    facts.rows.push_back({"Competence", {competence.id}});
    facts.rows.push_back({"Asked at",
                          {question.level ? fmt::format("{}, and shown there or above",
                                                        framework.at(*question.level).title)
                                          : std::string("each one's own level")}});
    std::string holders = fmt::format("{} of {}", counts.holders, people_text(counts.people));
    if (counts.running_out != 0)
        holders += fmt::format("; {} {} out by {}", counts.running_out,
                               counts.running_out == 1 ? "runs" : "run", to_string(question.until));
    facts.rows.push_back({"Holders", {holders, counts.holders == 0 ? Tone::bad : Tone::good}});
    facts.rows.push_back({"Near", {fmt::format("{}", counts.near)}});
    if (const std::string others = others_text(counts); !others.empty())
        facts.rows.push_back({"Others", {others}});
    document.push_back(std::move(facts));
}

std::string until_text(const FoundPerson& found) {
    if (!found.valid_until) return "no end";
    return to_string(*found.valid_until) + (found.runs_out ? ", runs out" : "");
}

std::string where_text(const Framework& framework, const FoundPerson& found) {
    std::string text = role_and_level(framework, found.person);
    if (!found.person.team.empty()) text += "; " + found.person.team;
    return text;
}

/// What there is to know of a holder beside the day.
std::string remark_text(const Framework& framework, const FoundPerson& found) {
    std::vector<std::string> parts;
    if (found.through) parts.push_back("through " + framework.at(*found.through).title);
    const auto basis = found.rating->basis;
    parts.push_back(basis ? "basis " + std::string(to_string(*basis)) : "no basis");
    if (found.rating->shown_at != found.person.level)
        parts.push_back("shown at " + framework.at(found.rating->shown_at).id);
    if (!found.is_asked) parts.push_back("not asked of them");
    return join(parts, "; ");
}

void add_holders(const Framework& framework, const std::vector<FoundPerson>& holders,
                 Document& document) {
    document.push_back(Heading{2, "Holders"});
    if (holders.empty()) {
        document.push_back(Paragraph{"Nobody.", Tone::bad});
        return;
    }
    Table table;
    table.columns = {{"Person", Align::left, true},
                     {"Works as", Align::left, true},
                     {"Valid until", Align::left, true},
                     {"Rests on", Align::left, true}};
    for (const FoundPerson& found : holders) {
        table.rows.push_back({{person_heading(found.person)},
                              {where_text(framework, found)},
                              {until_text(found), found.runs_out ? Tone::warn : Tone::plain},
                              {remark_text(framework, found)}});
    }
    document.push_back(std::move(table));
}

std::string plan_text(const FoundPerson& found) {
    if (!found.plan_due) return found.is_planned ? "planned" : "none that counts";
    return fmt::format("due {}{}", to_string(*found.plan_due),
                       found.is_planned ? "" : ", does not count");
}

void add_near(const Framework& framework, const std::vector<FoundPerson>& near,
              Document& document) {
    if (near.empty()) return;
    Table table;
    table.columns = {{"Person", Align::left, true},
                     {"Works as", Align::left, true},
                     {"Status", Align::left, true},
                     {"Plan", Align::left, true}};
    for (const FoundPerson& found : near) {
        table.rows.push_back({{person_heading(found.person)},
                              {where_text(framework, found)},
                              {found_text(framework, found), Tone::warn},
                              {plan_text(found)}});
    }
    document.push_back(Heading{2, "Nearest"});
    document.push_back(std::move(table));
}

void add_cautions(const Framework& framework, const FindQuestion& question,
                  const FindCounts& counts, Document& document) {
    List list;
    add_weakly_met({counts.holders == 1 ? "holder" : "holders", counts.holders,
                    counts.by_themselves, counts.without_evidence, 0},
                   list);
    if (framework.at(question.competence).kind == CompetenceKind::core)
        list.items.push_back(
            {"One core competence only: says nothing of registration, "
             "qualification or role-specific skill."});
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

Document find_document(const Framework& framework, const FindQuestion& question,
                       const FindCounts& counts, const std::vector<FoundPerson>& holders,
                       const std::vector<FoundPerson>& near) {
    Document document;
    add_facts(framework, question, counts, document);
    add_holders(framework, holders, document);
    add_near(framework, near, document);
    add_cautions(framework, question, counts, document);
    return document;
}

}  // namespace hcf
