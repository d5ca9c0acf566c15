// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_migration.h"

#include "hcf/base/count.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_framework_diff.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

Json document_json(const MigratedDocument& document) {
    Json changes = Json::array();
    for (const MigratedName& change : document.changes) {
        changes.push_back({{"line", change.line},
                           {"what", change.what},
                           {"from", change.from},
                           {"to", change.to}});
    }
    Json kept = Json::array();
    for (const MigratedEntry& entry : document.kept) {
        kept.push_back(
            {{"line", entry.line}, {"competence", entry.competence}, {"key", entry.key}});
    }
    Json obstacles = Json::array();
    for (const MigrationObstacle& obstacle : document.obstacles) {
        obstacles.push_back({{"line", obstacle.line},
                             {"message", obstacle.message},
                             {"help", text_or_null(obstacle.help)}});
    }
    return {{"file", document.file},
            {"document", document.document},
            {"kind", document.kind},
            {"person_id", text_or_null(document.person_id)},
            {"state", to_string(document.state)},
            {"changes", std::move(changes)},
            {"kept", std::move(kept)},
            {"look_at", document.look_at},
            {"obstacles", std::move(obstacles)},
            {"written", document.state == MigrationState::moved}};
}

void add_records(const MigratedDocument& document, std::vector<Record>& records) {
    const auto add = [&](Field line, std::string_view what, const std::string& from,
                         const std::string& to, const std::string& detail) {
        records.push_back({document.file, static_cast<std::int64_t>(document.document),
                           text_or_nothing(document.person_id),
                           std::string(to_string(document.state)), std::move(line),
                           text_or_nothing(std::string(what)), text_or_nothing(from),
                           text_or_nothing(to), text_or_nothing(detail)});
    };
    const auto line = [](std::uint32_t number) { return static_cast<std::int64_t>(number); };
    const std::size_t before = records.size();
    for (const MigratedName& change : document.changes)
        add(line(change.line), change.what, change.from, change.to, {});
    for (const MigratedEntry& entry : document.kept)
        add(line(entry.line), "kept", entry.competence, entry.key, {});
    for (const std::string& id : document.look_at) add(std::monostate{}, "look-at", {}, id, {});
    for (const MigrationObstacle& obstacle : document.obstacles)
        add(line(obstacle.line), "obstacle", {}, {}, obstacle.message);
    if (records.size() == before) add(std::monostate{}, {}, {}, {}, {});
}

std::string_view describe(MigrationState state) {
    switch (state) {
        case MigrationState::unchanged: return "stays as it is";
        case MigrationState::to_move: return "would be changed";
        case MigrationState::moved: return "has been changed";
        case MigrationState::left_alone: return "is left alone";
    }
    return {};
}

Document to_document(const MigratedDocument& migrated) {
    Document document;
    if (migrated.state == MigrationState::unchanged) return document;
    const std::string number =
        migrated.document == 1 ? std::string() : fmt::format(", document {}", migrated.document);
    document.push_back(Heading{2, migrated.file + number});
    Facts facts;
    if (!migrated.person_id.empty()) facts.rows.push_back({"Person", {migrated.person_id}});
    facts.rows.push_back(
        {"State",
         {std::string(describe(migrated.state)),
          migrated.state == MigrationState::left_alone ? Tone::bad : Tone::plain}});
    document.push_back(std::move(facts));
    Table table;
    table.columns = {
        {"Line", Align::right}, {"What"}, {"From", Align::left, true}, {"To", Align::left, true}};
    const auto line = [](std::uint32_t value) { return static_cast<std::int64_t>(value); };
    for (const MigratedName& change : migrated.changes) {
        table.rows.push_back(
            {{line(change.line)}, {std::string(change.what)}, {change.from}, {change.to}});
    }
    for (const MigratedEntry& entry : migrated.kept)
        table.rows.push_back({{line(entry.line)}, {"kept"}, {entry.competence}, {entry.key}});
    if (!table.rows.empty()) document.push_back(std::move(table));
    List list;
    for (const MigrationObstacle& obstacle : migrated.obstacles) {
        list.items.push_back({fmt::format("Line {}: {}{}", obstacle.line, obstacle.message,
                                          obstacle.help.empty() ? "" : "; " + obstacle.help),
                              Tone::bad});
    }
    if (!migrated.look_at.empty()) {
        list.items.push_back({"Look whether these ratings still hold, for the titles are new: " +
                              join(migrated.look_at, ", ")});
    }
    document.push_back(std::move(list));
    return document;
}

}  // namespace

ReportHead migration_head(const Framework& from, const Framework& to, Date as_of) {
    ReportHead head;
    head.envelope = make_envelope("hcf.migrate/1", to, as_of);
    head.envelope["from"] = framework_card_json(from);
    head.envelope["to"] = framework_card_json(to);
    head.list = "results";
    head.columns = {"file", "document", "person_id", "state", "line",
                    "what", "from",     "to",        "detail"};
    return head;
}

Document migration_opening(const Framework& from, const Framework& to) {
    return {Heading{1, "From one framework to another"},
            Facts{{{"From", {card_of(from)}}, {"To", {card_of(to)}}}}};
}

ReportPart migration_part(const MigratedDocument& document) {
    ReportPart part;
    part.elements.push_back(document_json(document));
    add_records(document, part.records);
    part.document = to_document(document);
    return part;
}

ReportTail migration_tail(const MigrationCounts& counts, bool writes) {
    ReportTail tail;
    Json states = Json::object();
    std::string text;
    std::size_t all = 0;
    for (std::size_t i = 0; i < counts.of_state.size(); ++i) {
        const auto state = static_cast<MigrationState>(i);
        states[std::string(to_string(state))] = counts.of_state[i];
        all += counts.of_state[i];
        if (counts.of_state[i] == 0) continue;
        constexpr std::array<std::string_view, Words<MigrationState>::kList.size()> kWords = {
            "unchanged", "to be changed", "changed", "left alone"};
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts.of_state[i], kWords[i]);
    }
    tail.fields["summary"] = {
        {"documents", all}, {"states", std::move(states)}, {"kept", counts.kept}};
    if (all == 0) return tail;
    tail.closing.push_back(Heading{2, "In all"});
    std::string sentence = fmt::format("{}: {}.", count_of(all, "document", "documents"), text);
    if (counts.kept != 0) {
        sentence += fmt::format(" {} no new home: kept under x-.",
                                counts.kept == 1 ? std::string("1 entry has")
                                                 : fmt::format("{} entries have", counts.kept));
    }
    tail.closing.push_back(Paragraph{sentence});
    if (!writes && counts.of_state[static_cast<std::size_t>(MigrationState::to_move)] != 0)
        tail.closing.push_back(Paragraph{"Nothing has been written; --write does it."});
    return tail;
}

}  // namespace hcf
