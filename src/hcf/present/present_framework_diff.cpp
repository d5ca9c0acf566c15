// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_framework_diff.h"

#include "hcf/base/count.h"
#include "hcf/present/envelope.h"
#include "hcf/present/framework_data.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

template <class Thing>
std::string title_in(const std::vector<Thing>& things, std::string_view id) {
    const auto place = std::find_if(things.begin(), things.end(),
                                    [&](const Thing& thing) { return thing.id == id; });
    return place == things.end() ? std::string() : place->title;
}

std::string title_of(const Framework& framework, DiffKind kind, std::string_view id) {
    switch (kind) {
        case DiffKind::level: return title_in(framework.levels, id);
        case DiffKind::competence:
        case DiffKind::mark: return title_in(framework.competences, id);
        case DiffKind::role: return title_in(framework.roles, id);
        case DiffKind::scale: return title_in(framework.scales, id);
    }
    return {};
}

std::string_view heading_of(DiffChange change) {
    switch (change) {
        case DiffChange::added: return "Added";
        case DiffChange::removed: return "Removed";
        case DiffChange::renamed: return "Renamed";
        case DiffChange::retitled: return "Retitled";
        case DiffChange::re_marked: return "Asked at other levels";
        case DiffChange::amended: return "Amended";
    }
    return {};
}

/// Titles tell people more than ids, but for what was retitled, where the detail has both.
void add_changes(const Framework& from, const Framework& to,
                 std::span<const FrameworkChange> changes, DiffChange which, Document& document) {
    const bool has_titles = which != DiffChange::retitled && which != DiffChange::amended;
    Table table;
    table.columns = {{"What"}, {"Id", Align::left, true}};
    if (has_titles) table.columns.push_back({"Title", Align::left, true});
    table.columns.push_back({"Detail", Align::left, true});
    for (const FrameworkChange& change : changes) {
        if (change.change != which) continue;
        const std::string& id = change.id;
        std::vector<Cell> row = {
            {std::string(to_string(change.kind))},
            {change.to_id.empty() ? id : fmt::format("{} -> {}", id, change.to_id)}};
        const Framework& owner = which == DiffChange::added || !change.to_id.empty() ? to : from;
        if (has_titles)
            row.push_back({title_of(owner, change.kind, change.to_id.empty() ? id : change.to_id)});
        row.push_back({change.detail});
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, fmt::format("{} ({})", heading_of(which), table.rows.size())});
    document.push_back(std::move(table));
}

std::string card_text(const Framework& framework) {
    std::string text = card_of(framework);
    if (!framework.info.title.empty()) text += ": " + framework.info.title;
    if (!framework.info.status.empty()) text += fmt::format(" ({})", framework.info.status);
    if (!framework.info.date.empty()) text += fmt::format(", {}", framework.info.date);
    return text;
}

Json ids_json(const Framework& framework, const std::vector<CompetenceId>& ids) {
    Json list = Json::array();
    for (const CompetenceId id : ids) list.push_back(framework.at(id).id);
    return list;
}

Json affected_json(const Framework& from, const Framework& to, const AffectedPerson& person) {
    return {{"person_id", person.person_id},
            {"before", ratio_or_null(person.before)},
            {"after", ratio_or_null(person.after)},
            {"obstacle",
             person.obstacle == Obstacle::none ? Json(nullptr) : Json(to_string(person.obstacle))},
            {"core_only", person.core_only},
            {"newly_required", ids_json(to, person.newly_required)},
            {"asked_differently", ids_json(to, person.asked_differently)},
            {"no_longer_required", ids_json(from, person.no_longer_required)},
            {"lost", ids_json(from, person.lost)}};
}

std::string_view describe(Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::none: return {};
        case Obstacle::role_gone: return "their role is there no more: no figure after";
        case Obstacle::level_gone: return "a level of theirs is there no more: no figure after";
        case Obstacle::role_not_of_level:
            return "their role does not stand at their level any more: no figure after";
        case Obstacle::scale_gone: return "their scale is there no more: no figure after";
    }
    return {};
}

/// What becomes of one person, in words.
std::string effect_of(const Framework& from, const Framework& to, const AffectedPerson& person) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view what, const Framework& framework,
                         const std::vector<CompetenceId>& ids) {
        std::vector<std::string> names;
        names.reserve(ids.size());
        for (const CompetenceId id : ids) names.push_back(framework.at(id).id);
        if (!names.empty()) parts.push_back(fmt::format("{}: {}", what, join(names, ", ")));
    };
    if (person.obstacle != Obstacle::none) parts.emplace_back(describe(person.obstacle));
    add("newly asked", to, person.newly_required);
    add("asked differently", to, person.asked_differently);
    add("asked no more", from, person.no_longer_required);
    add("rated, and not carried over", from, person.lost);
    return join(parts, "; ");
}

void add_affected(const Framework& from, const Framework& to, const AffectedPeople& people,
                  Document& document) {
    document.push_back(Heading{2, "Who is affected"});
    document.push_back(Paragraph{fmt::format(
        "{} of {}: something else is asked of them, or their readiness for their own role and "
        "level is another.",
        people.affected.size(), count_of(people.read, "person", "people"))});
    Table table;
    table.columns = {{"Person"},
                     {"Ready before", Align::right},
                     {"Ready after", Align::right},
                     {"What changes", Align::left, true}};
    bool is_core_only = false;
    for (const AffectedPerson& person : people.affected) {
        table.rows.push_back({{person.person_id},
                              {percent_text(person.before)},
                              {percent_text(person.after)},
                              {effect_of(from, to, person)}});
        is_core_only = is_core_only || person.core_only;
    }
    if (!table.rows.empty()) document.push_back(std::move(table));
    if (is_core_only) document.push_back(Paragraph{std::string(kCoreOnly)});
}

}  // namespace

Json framework_card_json(const Framework& framework) {
    Json envelope = make_envelope({}, framework, {});
    Json card = std::move(envelope["framework"]);
    card["overlays"] = std::move(envelope["overlays"]);
    return card;
}

ReportHead framework_diff_head(const Framework& from, const Framework& to, Date as_of) {
    ReportHead head;
    head.envelope = make_envelope("hcf.framework-diff/1", to, as_of);
    head.envelope["from"] = framework_card_json(from);
    head.envelope["to"] = framework_card_json(to);
    head.list = "changes";
    head.columns = {"kind", "change", "id", "to_id", "detail"};
    return head;
}

ReportPart framework_diff_part(const Framework& from, const Framework& to,
                               std::span<const FrameworkChange> changes) {
    ReportPart part;
    for (const FrameworkChange& change : changes) {
        part.elements.push_back({{"kind", to_string(change.kind)},
                                 {"change", to_string(change.change)},
                                 {"id", change.id},
                                 {"to_id", text_or_null(change.to_id)},
                                 {"detail", text_or_null(change.detail)}});
        part.records.push_back({std::string(to_string(change.kind)),
                                std::string(to_string(change.change)), change.id,
                                text_or_nothing(change.to_id), text_or_nothing(change.detail)});
    }
    part.document.push_back(Heading{1, "What is different"});
    part.document.push_back(Facts{{{"From", {card_text(from)}}, {"To", {card_text(to)}}}});
    if (from.info.id != to.info.id) {
        part.document.push_back(Paragraph{
            "These are two different frameworks: that equal ids mean the same is an assumption.",
            Tone::warn});
    }
    if (changes.empty()) part.document.push_back(Paragraph{"There is no difference."});
    for (std::size_t i = 0; i < Words<DiffChange>::kList.size(); ++i)
        add_changes(from, to, changes, static_cast<DiffChange>(i), part.document);
    return part;
}

ReportTail framework_diff_tail(const Framework& from, const Framework& to,
                               const AffectedPeople& people, Date as_of) {
    ReportTail tail;
    Json affected = Json::array();
    for (const AffectedPerson& person : people.affected)
        affected.push_back(affected_json(from, to, person));
    tail.fields["affected"] = std::move(affected);
    tail.fields["people"] = people.read;
    if (!people.was_asked) return tail;
    add_affected(from, to, people, tail.closing);
    tail.closing.push_back(Paragraph{make_stamp(to, as_of), Tone::muted});
    return tail;
}

}  // namespace hcf
