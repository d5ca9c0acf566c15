// SPDX-License-Identifier: Apache-2.0
// The evidence pack of a team for readers: what it answers and the statement first, then each
// person, then how it was made, and lines to sign.
#include "hcf/base/count.h"
#include "hcf/base/version.h"
#include "hcf/present/assurance_sentence.h"
#include "hcf/present/envelope.h"
#include "hcf/present/gap_words.h"
#include "hcf/present/present_assurance.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// Long enough to write on, short enough for three of them and a label on a page.
constexpr std::string_view kLine = "____________________";

std::string team_name(const Team& team) {
    return team.name.empty() ? team.id : fmt::format("{} ({})", team.name, team.id);
}

Cell standing_cell(const std::optional<Assurance>& standing) {
    if (!standing) return {std::string("n/a"), Tone::bad};
    switch (*standing) {
        case Assurance::assured: return {std::string("assured"), Tone::good};
        case Assurance::planned: return {std::string("planned"), Tone::warn};
        case Assurance::gap: return {std::string("GAP"), Tone::bad};
    }
    return {};
}

/// Where it stands, before anything that could be taken for the whole.
void add_incomplete(const AssurancePack& pack, Document& document) {
    if (pack.people.empty() && pack.missing.empty()) {
        document.push_back(
            Paragraph{"INCOMPLETE: nobody is in this pack: the team has no members.", Tone::bad});
    }
    if (pack.missing.empty()) return;
    document.push_back(Paragraph{
        fmt::format("INCOMPLETE: {} left out for errors. Nothing that this pack says is "
                    "said of them.",
                    pack.missing.size() == 1 ? "1 member is"
                                             : fmt::format("{} members are", pack.missing.size())),
        Tone::bad});
    add_missing_members(pack.missing, document);
}

/// A first line that was mistyped makes a document of no kind of what somebody's assessment is.
void add_passed_over(const AssurancePack& pack, Document& document) {
    if (pack.passed_over == 0) return;
    std::vector<std::string> files;
    for (const PackInput& input : pack.inputs) {
        if (input.kind == PackInputKind::passed_over) files.push_back(input.file);
    }
    const bool is_one = pack.passed_over == 1;
    document.push_back(Paragraph{
        fmt::format("PASSED OVER: {} in directories of members {} not begin as an assessment "
                    "does{}. Nothing that this pack says is said of {}.",
                    count_of(pack.passed_over, "document", "documents"), is_one ? "does" : "do",
                    files.empty() ? std::string() : fmt::format(" ({})", join(files, ", ")),
                    is_one ? "it" : "them"),
        Tone::warn});
}

void add_facts(const Framework& framework, const AssurancePack& pack, Document& document) {
    const Team& team = pack.coverage.team;
    Facts facts;
    if (!team.organisation.empty()) facts.rows.push_back({"Works for", {team.organisation}});
    std::string members = count_of(pack.people.size(), "member", "members");
    if (!pack.missing.empty()) members += fmt::format("; {} left out", pack.missing.size());
    facts.rows.push_back({"Members", {std::move(members)}});
    facts.rows.push_back({"As of", {to_string(pack.judge.as_of)}});
    const FrameworkInfo& info = framework.info;
    facts.rows.push_back(
        {"Framework",
         {fmt::format("{} {}{}", info.id, info.version,
                      info.status.empty() ? std::string() : fmt::format(" ({})", info.status))}});
    document.push_back(std::move(facts));
}

void add_answered(Document& document) {
    document.push_back(Heading{2, "What this pack answers"});
    document.push_back(Paragraph{fmt::format("\"{}\"", kAnsweredSentence)});
    document.push_back(Paragraph{
        fmt::format("{}: \"{}\", \"{}\".", kAnsweredDocument, kAnsweredSection, kAnsweredHeading),
        Tone::muted});
    document.push_back(
        Paragraph{"So each competence that is asked of a person and applicable is in one of three "
                  "states. Assured: it is met. Planned: it is not met, and has a plan that is due "
                  "on the day of this pack or later, under a supervisor who is somebody else. Gap: "
                  "anything else."});
}

/// "On 2026-11-22, of 8 members: 2 are assured in every competence that is asked of them; ..."
std::string statement(const AssurancePack& pack) {
    const AssuranceCounts counts = count_standings(pack.people);
    std::string text = fmt::format(
        "On {}, of {}{}: {} assured in every competence that is asked of them; {} more assured or "
        "planned in every one; {} not.",
        to_string(pack.judge.as_of), count_of(pack.people.size(), "member", "members"),
        pack.missing.empty() ? "" : " who could be read", counts.assured, counts.planned,
        counts.not_assured());
    std::vector<std::string> names;
    for (const AssuredPerson& person : pack.people) {
        if (person.standing.value_or(Assurance::gap) == Assurance::gap)
            names.push_back(person_heading(person.assessment->person) +
                            (person.standing ? "" : " (nothing applies)"));
    }
    return names.empty() ? text : fmt::format("{} Not so: {}.", text, join(names, ", "));
}

void add_statement(const Framework& framework, const AssurancePack& pack, Document& document) {
    document.push_back(Heading{2, "Statement for the team"});
    document.push_back(Paragraph{statement(pack)});
    Table table;
    table.columns = {{"Person", Align::left, true}, {"Role and level", Align::left, true},
                     {"Asked", Align::right},       {"N/a", Align::right},
                     {"Assured", Align::right},     {"Planned", Align::right},
                     {"Gap", Align::right},         {"Standing"}};
    for (const AssuredPerson& person : pack.people) {
        const GapSummary& summary = person.gap.summary;
        table.rows.push_back({{person_heading(person.assessment->person)},
                              {role_and_level(framework, person.assessment->person)},
                              {summary.required},
                              {summary.required - summary.applicable},
                              {summary.met},
                              {summary.planned},
                              {summary.gap},
                              standing_cell(person.standing)});
    }
    document.push_back(std::move(table));
}

/// "Indirect, by Bola Example until 2027-10-01".
std::string supervision_text(const AssuredPerson& person) {
    const auto& supervision = person.assessment->supervision;
    if (!supervision) return "none of the person; a plan may name its own supervisor";
    std::string text = supervision->supervisor;
    if (supervision->mode) text += fmt::format(", {}", to_string(*supervision->mode));
    if (supervision->until) text += fmt::format(", until {}", to_string(*supervision->until));
    return text + (person.is_supervised ? "; in force" : "; NOT in force");
}

/// "met: assessor Ruth Castell, 2026-09-30".
std::string judged_text(const Framework& framework, const Rating& rating) {
    const RatingWords words = words_of(framework, rating);
    std::string text = words.basis.empty() ? "no basis" : words.basis;
    if (!words.assessor.empty()) text += " " + words.assessor;
    text += words.assessed ? ", " + to_string(*words.assessed) : std::string(", no date");
    return text;
}

std::string status_and_judge(const Framework& framework, const AssuredPerson& person,
                             const GapRow& row) {
    std::string text = status_text(framework, row);
    const Rating* rating = row.through ? rating_behind(person, row) : row.rating;
    if (rating == nullptr) return text;
    text += row.through ? "; judged there: " : "; ";
    text += judged_text(framework, *rating);
    const bool is_said = !row.through && row.doubt == Doubt::shown_below;
    if (!is_said && rating->shown_at < row.asked.asked_at)
        text += fmt::format("; shown at {}", framework.at(rating->shown_at).id);
    return text;
}

bool meets_through(const AssuredPerson& person) {
    return std::any_of(person.gap.rows.begin(), person.gap.rows.end(), [](const GapRow& row) {
        return row.status == Status::met && row.through.has_value();
    });
}

std::string asked_text(const Framework& framework, const AssuredPerson& person, const GapRow& row) {
    std::string text = framework.at(row.asked.competence).title;
    if (row.asked.asked_at != person.gap.target.level)
        text += fmt::format(" (asked at {})", framework.at(row.asked.asked_at).id);
    if (!row.asked.essential) text += " (desirable)";
    return text;
}

/// What a desirable competence is, is no state of the draft's.
Cell state_cell(const GapRow& row) {
    if (!row.asked.essential) return {std::string("-"), Tone::muted};
    if (!row.assurance) return {std::string("n/a"), Tone::muted};
    return standing_cell(row.assurance);
}

/// The last valid day of what a row rests on; nothing of what never was met.
std::optional<Date> valid_until(const Framework& framework, const AssuredPerson& person,
                                const GapRow& row) {
    const Rating* rating = rating_behind(person, row);
    if (rating != nullptr) return last_valid_day(framework.at(*row.through), *rating);
    const bool has_been_met = row.status == Status::met || row.status == Status::expired;
    return has_been_met ? row.valid_until : std::nullopt;
}

void add_states(const Framework& framework, const AssuredPerson& person, Document& document) {
    Table table;
    table.columns = {{"State"},
                     {"Competence", Align::left, true},
                     {"Status, and who judged it when", Align::left, true},
                     {"Until"},
                     {"Evidence", Align::right}};
    for (const GapRow& row : person.gap.rows) {
        const Rating* rating = row.through ? rating_behind(person, row) : row.rating;
        const std::optional<Date> until = valid_until(framework, person, row);
        table.rows.push_back(
            {state_cell(row),
             {asked_text(framework, person, row)},
             {status_and_judge(framework, person, row)},
             until ? Cell{to_string(*until)} : Cell{},
             rating == nullptr ? Cell{} : Cell{as_count(rating->evidence.size())}});
    }
    document.push_back(std::move(table));
}

std::string due_text(const GapRow& row) {
    if (!row.plan->due) return "no day";
    std::string due = to_string(*row.plan->due);
    return row.reason == GapReason::plan_overdue ? due + " (overdue)" : due;
}

/// The plans for what is not met: those of what is met are no more than history.
void add_plans(const Framework& framework, const AssuredPerson& person, Document& document) {
    Table table;
    table.columns = {{"Plan for", Align::left, true},
                     {"Action", Align::left, true},
                     {"Due", Align::left, true},
                     {"Review"},
                     {"Supervisor", Align::left, true}};
    for (const GapRow& row : person.gap.rows) {
        const bool is_open = row.assurance && *row.assurance != Assurance::assured;
        if (!is_open || row.plan == nullptr) continue;
        table.rows.push_back(
            {{asked_text(framework, person, row)},
             {row.plan->action},
             {due_text(row), row.assurance == Assurance::gap ? Tone::bad : Tone::plain},
             row.plan->review ? Cell{to_string(*row.plan->review)} : Cell{},
             row.plan_supervisor.empty() ? Cell{std::string("nobody"), Tone::bad}
                                         : Cell{row.plan_supervisor}});
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{3, "Plans"});
    document.push_back(std::move(table));
}

/// Why something is a gap, and why something is not applicable.
void add_reasons(const Framework& framework, const AssuredPerson& person, Document& document) {
    List list;
    for (const GapRow& row : person.gap.rows) {
        const std::string& title = framework.at(row.asked.competence).title;
        if (row.asked.essential && row.reason)
            list.items.push_back(
                {fmt::format("{}: gap, {}", title, to_string(*row.reason)), Tone::bad});
        if (row.status == Status::not_applicable)
            list.items.push_back({fmt::format("{}: not applicable: {}", title, row.rating->note)});
    }
    if (list.items.empty()) return;
    document.push_back(Heading{3, "Reasons"});
    document.push_back(std::move(list));
}

/// "Hand hygiene update (certificate, 2026-09-12, LMS-8812)".
std::string evidence_text(const Evidence& evidence) {
    std::vector<std::string> details;
    if (evidence.type) details.emplace_back(to_string(*evidence.type));
    if (evidence.date) details.push_back(to_string(*evidence.date));
    if (!evidence.ref.empty()) details.push_back(evidence.ref);
    if (evidence.title.empty()) return join(details, ", ");
    if (details.empty()) return evidence.title;
    return fmt::format("{} ({})", evidence.title, join(details, ", "));
}

void add_evidence(const Framework& framework, const AssuredPerson& person, Document& document) {
    List list;
    for (const GapRow& row : person.gap.rows) {
        const Rating* rating = row.through ? rating_behind(person, row) : row.rating;
        if (rating == nullptr || rating->evidence.empty()) continue;
        std::vector<std::string> texts;
        for (const Evidence& evidence : rating->evidence) texts.push_back(evidence_text(evidence));
        list.items.push_back(
            {fmt::format("{}: {}", framework.at(row.asked.competence).title, join(texts, "; "))});
    }
    if (list.items.empty()) return;
    document.push_back(Heading{3, "Evidence"});
    document.push_back(std::move(list));
}

/// Who was judged against another framework; empty where nobody was.
std::string made_under_text(const AssurancePack& pack) {
    std::vector<std::string> people;
    for (const AssuredPerson& person : pack.people) {
        if (!person.made_under.empty())
            people.push_back(fmt::format("{}: {}", person_heading(person.assessment->person),
                                         person.made_under));
    }
    if (people.empty()) return {};
    return fmt::format("Assessed under another framework than that of this pack: {}.",
                       join(people, "; "));
}

void add_cautions(const Framework& framework, const AssurancePack& pack, Document& document) {
    List list;
    if (pack.coverage.core_only && !pack.people.empty())
        list.items.push_back({std::string(kCoreOnly)});
    for (const LevelPair& pair : same_core_levels(framework, pack.coverage))
        list.items.push_back({same_core_caution(framework, pair)});
    if (std::string text = made_under_text(pack); !text.empty())
        list.items.push_back({std::move(text), Tone::warn});
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

std::string overlays_text(const Framework& framework) {
    std::vector<std::string> items;
    for (const OverlayInfo& overlay : framework.overlays) {
        items.push_back(overlay.version.empty()
                            ? overlay.id
                            : fmt::format("{} {}", overlay.id, overlay.version));
    }
    return items.empty() ? "none" : join(items, ", ");
}

/// "within 90 days", "within 3 months, 1 day".
std::string within_text(Period within) {
    std::vector<std::string> parts;
    if (within.years != 0)
        parts.push_back(count_of(static_cast<std::size_t>(within.years), "year", "years"));
    if (within.months != 0)
        parts.push_back(count_of(static_cast<std::size_t>(within.months), "month", "months"));
    if (within.days != 0)
        parts.push_back(count_of(static_cast<std::size_t>(within.days), "day", "days"));
    return "within " + join(parts, ", ");
}

void add_making(const Framework& framework, const AssurancePack& pack, Document& document) {
    document.push_back(Heading{2, "How this pack was made"});
    Facts facts;
    facts.rows.push_back({"Overlays", {overlays_text(framework)}});
    facts.rows.push_back(
        {"Accepted",
         {fmt::format("judgements by {}{}", to_string(pack.judge.accept),
                      pack.judge.accept == Basis::assessor ? "" : " and stronger")}});
    facts.rows.push_back(
        {"In context",
         {std::string(pack.judge.in_context
                          ? "yes: what was shown below the level asked is not accepted"
                          : "no: what was shown below the level asked is accepted")}});
    facts.rows.push_back({"Told to run out", {within_text(pack.within)}});
    facts.rows.push_back({"Made with", {fmt::format("hcf {}", kVersion)}});
    document.push_back(std::move(facts));
}

std::string input_text(const PackInput& input) {
    if (!input.bytes)
        return fmt::format("{} ({}): not read to its end", input.file, to_string(input.kind));
    return fmt::format("{} ({}, {}): {}", input.file, to_string(input.kind),
                       count_of(static_cast<std::size_t>(*input.bytes), "byte", "bytes"),
                       input.sha256);
}

void add_inputs(const AssurancePack& pack, Document& document) {
    List list;
    for (const PackInput& input : pack.inputs)
        list.items.push_back({input_text(input), input.bytes ? Tone::plain : Tone::bad});
    document.push_back(Heading{3, "Files that it was made of, with the SHA-256 of each"});
    document.push_back(std::move(list));
}

void add_signatures(const std::string& digest, Document& document) {
    document.push_back(Heading{2, "Signed"});
    document.push_back(Paragraph{"The SHA-256 of this pack, the same in every format:"});
    document.push_back(Paragraph{digest, Tone::strong});
    Table table;
    table.columns = {{""}, {"Name"}, {"Signature"}, {"Date"}};
    for (const std::string_view who : {"Made by", "For the employer", "Seen by"}) {
        table.rows.push_back({{std::string(who)},
                              {std::string(kLine)},
                              {std::string(kLine)},
                              {std::string(kLine.substr(0, 12))}});
    }
    document.push_back(std::move(table));
}

}  // namespace

Document pack_opening(const Framework& framework, const AssurancePack& pack) {
    Document document;
    document.push_back(Heading{1, "Evidence pack: " + team_name(pack.coverage.team)});
    add_incomplete(pack, document);
    add_passed_over(pack, document);
    add_facts(framework, pack, document);
    add_answered(document);
    add_statement(framework, pack, document);
    add_unassured(framework, pack.coverage, document);
    add_expiring(framework, pack.coverage, document);
    return document;
}

Document pack_member_document(const Framework& framework, const AssuredPerson& person,
                              bool evidence_lists) {
    Document document;
    document.push_back(Heading{2, person_heading(person.assessment->person)});
    Facts facts = person_facts(framework, person.assessment->person);
    facts.rows.push_back({"Supervision", {supervision_text(person)}});
    facts.rows.push_back(
        {"Result", {summary_line(person.gap.summary), tone_of(person.gap.summary)}});
    if (!person.made_under.empty()) {
        facts.rows.push_back({"Made under",
                              {fmt::format("{}: another framework than that of this pack; by its "
                                           "ids, the ratings are taken as they stand",
                                           person.made_under),
                               Tone::warn}});
    }
    facts.rows.push_back(
        {"Read from",
         {person.assessment->document == 1 ? person.assessment->file
                                           : fmt::format("{}, document {}", person.assessment->file,
                                                         person.assessment->document)}});
    document.push_back(std::move(facts));
    add_states(framework, person, document);
    add_plans(framework, person, document);
    add_reasons(framework, person, document);
    if (evidence_lists) add_evidence(framework, person, document);
    List weak;
    add_weakly_met(weakly_met(person.gap.summary), weak);
    if (!weak.items.empty() && meets_through(person)) {
        weak.items.push_back(
            {"What is met through another competence counts here by its own rating; the table has "
             "the one that it rests on."});
    }
    if (!weak.items.empty()) {
        document.push_back(Heading{3, "What the met rest on"});
        document.push_back(std::move(weak));
    }
    return document;
}

Document pack_closing(const Framework& framework, const AssurancePack& pack,
                      const std::string& digest) {
    Document document;
    add_cautions(framework, pack, document);
    add_making(framework, pack, document);
    add_inputs(pack, document);
    add_signatures(digest, document);
    for (const LevelPair& pair : same_core_levels(framework, pack.coverage))
        add_difference(framework, pair, document);
    document.push_back(Paragraph{make_stamp(framework, pack.judge.as_of), Tone::muted});
    return document;
}

}  // namespace hcf
