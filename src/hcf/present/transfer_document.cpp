// SPDX-License-Identifier: Apache-2.0
// The transfer for readers: what is recognised, what to do in the induction, and what was held that
// nobody asks there. "So far" is where the person comes from, "there" is where they go.
#include "hcf/base/assert.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_transfer.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hcf {
namespace {

bool is_recognised(const TransferRow& row) {
    return row.recognition == Recognition::recognised ||
           row.recognition == Recognition::recognised_as;
}

Tone tone_of(const TransferSummary& summary) {
    if (summary.new_there != 0) return Tone::bad;
    return summary.reconfirm != 0 ? Tone::warn : Tone::good;
}

/// "16 of 25 recognised (2 as another), 3 to reconfirm, 6 new".
std::string summary_line(const TransferSummary& summary) {
    if (summary.required == 0) return "nothing is asked there";
    std::string line = fmt::format("{} of {} recognised", summary.recognised, summary.required);
    if (summary.as_another != 0) line += fmt::format(" ({} as another)", summary.as_another);
    return line + fmt::format(", {} to reconfirm, {} new", summary.reconfirm, summary.new_there);
}

std::string titles_of(const Framework& framework, const std::vector<CompetenceId>& ids) {
    std::vector<std::string> titles;
    titles.reserve(ids.size());
    for (const CompetenceId id : ids) titles.push_back(framework.at(id).title);
    return join(titles, "; ");
}

std::string needs_text(const Move& move, const TransferRow& row) {
    const Scale& scale = move.target().at(row.needs->scale);
    return fmt::format("{}/{}", scale.id, scale.values[row.needs->value].id);
}

std::string ambiguity_text(const Move& move, const TransferRow& row) {
    std::vector<std::string> parts;
    if (row.counterparts.size() > 1)
        parts.push_back(fmt::format("several so far are counterparts: {}",
                                    titles_of(move.source(), row.counterparts)));
    if (!row.also_there.empty())
        parts.push_back(fmt::format("what is held is tied to others there, too: {}",
                                    titles_of(move.target(), row.also_there)));
    return join(parts, ", and ");
}

/// Why it is not simply recognised, in a reader's words.
std::string reason_text(const Move& move, const TransferRow& row) {
    const auto level = [&](LevelId id) { return move.target().at(id).id; };
    switch (*row.reason) {
        case TransferReason::superseded:
            return fmt::format("met through {}", move.source().at(*row.from).title);
        case TransferReason::ambiguous: return ambiguity_text(move, row);
        case TransferReason::chain: return "only a chain of links leads to it";
        case TransferReason::other_version: return "it is of another version there";
        case TransferReason::expired:
            return fmt::format("expired on {}", to_string(*row.valid_until));
        case TransferReason::not_accepted:
            return row.rating->basis
                       ? fmt::format("judged by {} only", to_string(*row.rating->basis))
                       : std::string("nobody is named as the basis");
        case TransferReason::shown_below:
            return fmt::format("shown at {}, asked at {}", level(row.rating->shown_at),
                               level(row.asked_at));
        case TransferReason::undated: return "it has no date, and must be refreshed there";
        case TransferReason::other_scale:
            return fmt::format("{} is needed, and it was rated on another scale",
                               needs_text(move, row));
        case TransferReason::same_id_only:
            return "the same id was used so far, and nothing ties the two";
        case TransferReason::below_needs:
            return fmt::format("held, and {} is needed", needs_text(move, row));
        case TransferReason::partial: return "partial so far";
        case TransferReason::not_met: return "not met so far";
        case TransferReason::not_applicable: return "not applicable so far";
        case TransferReason::not_assessed: return "not assessed so far";
        case TransferReason::no_counterpart: return "no counterpart so far";
    }
    return {};
}

/// What ends it, as an instruction.
std::string_view step_of(const TransferRow& row) {
    switch (*row.reason) {
        case TransferReason::ambiguous:
        case TransferReason::chain:
        case TransferReason::other_version:
            return "Compare what was shown with what is asked there, and judge it";
        case TransferReason::expired: return "Have it assessed again";
        case TransferReason::not_accepted:
        case TransferReason::shown_below:
        case TransferReason::undated: return "Have it confirmed by a judgement that is accepted";
        case TransferReason::other_scale: return "Have it judged on the scale that is used there";
        case TransferReason::below_needs: return "Bring it up to what the role needs";
        case TransferReason::partial:
        case TransferReason::not_met: return "Plan its development, with a supervisor";
        case TransferReason::superseded:
        case TransferReason::same_id_only:
        case TransferReason::not_applicable:
        case TransferReason::not_assessed:
        case TransferReason::no_counterpart: break;
    }
    return "Introduce it, and have it assessed";
}

std::string describe_target(const Move& move, const Target& target) {
    switch (target.kind) {
        case TargetKind::own: return "their own role and level there";
        case TargetKind::level: return move.target().at(target.level).title;
        case TargetKind::role: return role_at_level(move.target(), *target.role, target.level);
    }
    return {};
}

/// The cells of a row, begun with the competence and what it was held as, if that is another one.
std::vector<Cell> begin_cells(const Move& move, const TransferRow& row) {
    const std::string& title = move.target().at(row.competence).title;
    if (row.reason == TransferReason::superseded)
        return {{fmt::format("{}, {}", title, reason_text(move, row))}, {}};
    std::vector<Cell> cells = {{title}, {}};
    const bool is_same = row.from && row.recognition != Recognition::recognised_as &&
                         move.source().at(*row.from).title == title;
    if (row.from && !is_same) cells[1].value = move.source().at(*row.from).title;
    return cells;
}

/// Takes a column away in which nothing stands.
void drop_if_empty(Table& table, std::size_t column) {
    const bool is_used =
        std::any_of(table.rows.begin(), table.rows.end(), [&](const std::vector<Cell>& row) {
            return !std::holds_alternative<std::monostate>(row[column].value);
        });
    if (is_used) return;
    const auto at = static_cast<std::ptrdiff_t>(column);
    table.columns.erase(table.columns.begin() + at);
    for (std::vector<Cell>& row : table.rows) row.erase(row.begin() + at);
}

void add_recognised(const Move& move, const TransferAnalysis& analysis, Recognition which,
                    std::string_view heading, Document& document) {
    Table table;
    table.columns = {{"Competence", Align::left, true},
                     {"Held as", Align::left, true},
                     {"Judged by"},
                     {"On"},
                     {"Until"}};
    for (const TransferRow& row : analysis.rows) {
        if (row.recognition != which) continue;
        std::vector<Cell> cells = begin_cells(move, row);
        cells.resize(5);
        cells[2].value =
            std::string(row.rating->basis ? to_string(*row.rating->basis) : "not said");
        if (row.rating->assessed) cells[3].value = to_string(*row.rating->assessed);
        if (row.valid_until) cells[4].value = to_string(*row.valid_until);
        table.rows.push_back(std::move(cells));
    }
    if (table.rows.empty()) return;
    drop_if_empty(table, 4);
    drop_if_empty(table, 1);
    document.push_back(Heading{2, std::string(heading)});
    document.push_back(std::move(table));
}

void add_left(const Move& move, const TransferAnalysis& analysis, Recognition which,
              std::string_view heading, Document& document) {
    Table table;
    table.columns = {{"Competence", Align::left, true},
                     {"Held as", Align::left, true},
                     {"Why", Align::left, true}};
    for (const TransferRow& row : analysis.rows) {
        if (row.recognition != which) continue;
        std::vector<Cell> cells = begin_cells(move, row);
        cells.push_back({reason_text(move, row)});
        table.rows.push_back(std::move(cells));
    }
    if (table.rows.empty()) return;
    drop_if_empty(table, 1);
    document.push_back(Heading{2, std::string(heading)});
    document.push_back(std::move(table));
}

/// What is to be done, and for which competences; in the order in which the rows want it.
void add_induction(const Move& move, const TransferAnalysis& analysis, Document& document) {
    std::vector<std::pair<std::string_view, std::vector<std::string>>> steps;
    for (const TransferRow& row : analysis.rows) {
        if (is_recognised(row)) continue;
        const std::string_view step = step_of(row);
        auto place = std::find_if(steps.begin(), steps.end(),
                                  [&](const auto& known) { return known.first == step; });
        if (place == steps.end()) place = steps.insert(place, {step, {}});
        place->second.push_back(move.target().at(row.competence).title);
    }
    if (steps.empty()) return;
    List list;
    for (const auto& [step, titles] : steps)
        list.items.push_back({fmt::format("{}: {}", step, join(titles, "; "))});
    document.push_back(Heading{2, "Induction"});
    document.push_back(std::move(list));
}

void add_unmatched(const Move& move, const TransferAnalysis& analysis, Document& document) {
    if (analysis.unmatched.empty()) return;
    List list;
    for (const CompetenceId id : analysis.unmatched) {
        const bool is_known =
            std::find(analysis.beyond.begin(), analysis.beyond.end(), id) != analysis.beyond.end();
        list.items.push_back(
            {fmt::format("{} ({})", move.source().at(id).title,
                         is_known ? "known there, and not asked" : "not known there")});
    }
    document.push_back(Heading{2, "Kept for the record"});
    document.push_back(std::move(list));
}

void add_cautions(const Move& move, const TransferAnalysis& analysis, Document& document) {
    const TransferSummary& summary = analysis.summary;
    List list;
    add_weakly_met({"recognised", summary.recognised, summary.by_themselves,
                    summary.without_evidence, summary.shown_below},
                   list);
    if (analysis.core_only) list.items.push_back({std::string(kCoreOnly)});
    for (const LevelId other : analysis.same_core_as) {
        list.items.push_back(
            {same_core_caution(move.target(), make_level_pair(analysis.target.level, other))});
    }
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

Document transfer_document(const Move& move, const TransferAnalysis& analysis) {
    Document document;
    const Person& person = analysis.assessment->person;
    document.push_back(make_person_heading(person));
    Facts facts = person_facts(move.source(), person);
    facts.rows.push_back({"Moves to", {describe_target(move, analysis.target), Tone::strong}});
    facts.rows.push_back({"Result", {summary_line(analysis.summary), tone_of(analysis.summary)}});
    document.push_back(std::move(facts));
    add_left(move, analysis, Recognition::reconfirm, "To reconfirm", document);
    add_left(move, analysis, Recognition::new_there, "New", document);
    add_induction(move, analysis, document);
    add_recognised(move, analysis, Recognition::recognised_as, "Recognised under another name",
                   document);
    add_recognised(move, analysis, Recognition::recognised, "Recognised", document);
    add_unmatched(move, analysis, document);
    add_cautions(move, analysis, document);
    return document;
}

TransferTotals::TransferTotals(const Move& move) : left_(move.target().competences.size()) {}

void TransferTotals::note(const TransferAnalysis& analysis) {
    ++people_;
    summary_.required += analysis.summary.required;
    summary_.recognised += analysis.summary.recognised;
    summary_.as_another += analysis.summary.as_another;
    summary_.reconfirm += analysis.summary.reconfirm;
    summary_.new_there += analysis.summary.new_there;
    for (const TransferRow& row : analysis.rows) {
        if (row.recognition == Recognition::reconfirm) ++left_[row.competence.index].reconfirm;
        if (row.recognition == Recognition::new_there) ++left_[row.competence.index].new_there;
    }
    for (const LevelId other : analysis.same_core_as) {
        const LevelId level = analysis.target.level;
        cautions_.same_core.insert(make_level_pair(level, other));
    }
}

void TransferTotals::add_whole(const Move& move, Document& document) const {
    document.push_back(Heading{1, "The move as a whole"});
    Facts facts;
    facts.rows.push_back({"People", {people_}});
    facts.rows.push_back({"Result", {summary_line(summary_), tone_of(summary_)}});
    document.push_back(std::move(facts));
    Table table;
    table.columns = {{"Induction in", Align::left, true},
                     {"People", Align::right},
                     {"To reconfirm", Align::right},
                     {"New", Align::right}};
    for (std::uint32_t i = 0; i < left_.size(); ++i) {
        const Left& left = left_[i];
        if (left.reconfirm + left.new_there == 0) continue;
        table.rows.push_back({{move.target().at(CompetenceId{i}).title},
                              {left.reconfirm + left.new_there},
                              {left.reconfirm},
                              {left.new_there}});
    }
    document.push_back(std::move(table));
}

Document TransferTotals::closing(const Move& move) const {
    Document document;
    if (people_ > 1) add_whole(move, document);
    append(document, gap_closing(move.target(), cautions_, {}));
    std::string text =
        fmt::format("Moves to: {} {}", move.target().info.id, move.target().info.version);
    for (const OverlayInfo& overlay : move.target().overlays) {
        text += fmt::format(", with overlay {}", overlay.id);
        if (!overlay.version.empty()) text += fmt::format(" {}", overlay.version);
    }
    document.push_back(Paragraph{std::move(text), Tone::muted});
    return document;
}

}  // namespace hcf
