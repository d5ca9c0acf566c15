// SPDX-License-Identifier: Apache-2.0
// The coverage of a team for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_team.h"
#include "hcf/present/values.h"

namespace hcf {
namespace {

constexpr std::array<std::string_view, 9> kGridColumns = {"person_id", "name",       "level",
                                                          "role",      "competence", "essential",
                                                          "status",    "assurance",  "valid_until"};

constexpr std::array<std::string_view, 7> kCompetenceColumns = {
    "competence", "needed", "holders", "share", "expected", "flag", "held_by"};

const std::string& id_of(const TeamCoverage& coverage, std::size_t member) {
    return coverage.members[member].person.id;
}

std::vector<std::string> holders_of(const TeamCoverage& coverage,
                                    const TeamCompetence& competence) {
    std::vector<std::string> ids;
    for (const std::size_t member : competence.held_by) ids.push_back(id_of(coverage, member));
    return ids;
}

Json competences_json(const Framework& framework, const TeamCoverage& coverage) {
    Json list = Json::array();
    for (const TeamCompetence& competence : coverage.competences) {
        list.push_back({{"competence", framework.at(competence.competence).id},
                        {"needed", competence.needed},
                        {"holders", competence.holders()},
                        {"share", ratio_or_null(competence.share())},
                        {"expected", competence.expected},
                        {"flag", to_string(competence.flag)},
                        {"held_by", holders_of(coverage, competence)}});
    }
    return list;
}

Json grid_json(const Framework& framework, const TeamCoverage& coverage) {
    Json list = Json::array();
    for (const TeamMember& member : coverage.members) {
        Json statuses = Json::object();
        for (const TeamCell& cell : member.cells)
            statuses[framework.at(cell.competence).id] = to_string(cell.status);
        list.push_back({{"person_id", member.person.id}, {"statuses", std::move(statuses)}});
    }
    return list;
}

/// {person_id, competence} of a place, for more to be added.
Json place_json(const Framework& framework, const TeamCoverage& coverage, TeamPlace place) {
    return {{"person_id", id_of(coverage, place.member)},
            {"competence", framework.at(coverage.at(place).competence).id}};
}

template <class Id>
Json counts_json(const Framework& framework,
                 const std::vector<std::pair<Id, std::int64_t>>& counts) {
    Json object = Json::object();
    for (const auto& [id, count] : counts) object[framework.at(id).id] = count;
    return object;
}

void add_grid_records(const Framework& framework, const TeamMember& member,
                      std::vector<Record>& records) {
    const Person& person = member.person;
    for (const TeamCell& cell : member.cells) {
        records.push_back({person.id, text_or_nothing(person.name), framework.at(person.level).id,
                           person.role ? Field(framework.at(*person.role).id) : Field(),
                           framework.at(cell.competence).id, cell.essential,
                           std::string(to_string(cell.status)), word_or_nothing(cell.assurance),
                           date_or_nothing(cell.valid_until)});
    }
}

}  // namespace

std::span<const std::string_view> team_columns(TeamTable table) {
    if (table == TeamTable::competences) return kCompetenceColumns;
    return kGridColumns;
}

std::vector<Json> team_members_json(const Framework& framework, const TeamCoverage& coverage) {
    std::vector<Json> list;
    for (const TeamMember& member : coverage.members) {
        list.push_back({{"file", member.file},
                        {"document", member.document},
                        {"person", person_json(framework, member.person)},
                        {"summary", summary_json(member.summary)}});
    }
    return list;
}

Json team_json(const Team& team) {
    return {{"id", team.id},
            {"name", text_or_null(team.name)},
            {"organisation", text_or_null(team.organisation)}};
}

Json expiring_json(const Framework& framework, const TeamCoverage& coverage) {
    Json expiring = Json::array();
    for (const TeamPlace place : coverage.expiring) {
        Json item = place_json(framework, coverage, place);
        item["valid_until"] = date_or_null(coverage.at(place).runs_out);
        expiring.push_back(std::move(item));
    }
    return expiring;
}

Json unassured_json(const Framework& framework, const TeamCoverage& coverage) {
    Json unassured = Json::array();
    for (const TeamPlace place : coverage.unassured) {
        Json item = place_json(framework, coverage, place);
        item["reason"] = word_or_null(coverage.at(place).reason);
        unassured.push_back(std::move(item));
    }
    return unassured;
}

Json missing_members_json(const std::vector<MissingMember>& missing) {
    Json missing_members = Json::array();
    for (const MissingMember& member : missing)
        missing_members.push_back({{"file", member.file}, {"reason", member.reason}});
    return missing_members;
}

Json team_fields(const Framework& framework, const TeamCoverage& coverage,
                 const std::vector<MissingMember>& missing) {
    Json plans = Json::array();
    for (const TeamPlace place : coverage.plans) {
        Json item = place_json(framework, coverage, place);
        item["due"] = date_or_null(coverage.at(place).plan_due);
        item["overdue"] = coverage.at(place).is_overdue;
        plans.push_back(std::move(item));
    }
    return {{"team", team_json(coverage.team)},
            {"core_only", coverage.core_only},
            {"competences", competences_json(framework, coverage)},
            {"grid", grid_json(framework, coverage)},
            {"expiring", expiring_json(framework, coverage)},
            {"plans", std::move(plans)},
            {"unassured", unassured_json(framework, coverage)},
            {"headcount",
             {{"levels", counts_json(framework, coverage.levels)},
              {"roles", counts_json(framework, coverage.roles)}}},
            {"missing_members", missing_members_json(missing)}};
}

std::vector<Record> team_records(const Framework& framework, const TeamCoverage& coverage,
                                 TeamTable table) {
    std::vector<Record> records;
    if (table == TeamTable::grid) {
        for (const TeamMember& member : coverage.members)
            add_grid_records(framework, member, records);
        return records;
    }
    for (const TeamCompetence& competence : coverage.competences) {
        records.push_back({framework.at(competence.competence).id, competence.needed,
                           competence.holders(), ratio_or_nothing(competence.share()),
                           competence.expected, std::string(to_string(competence.flag)),
                           text_or_nothing(join(holders_of(coverage, competence), " "))});
    }
    return records;
}

}  // namespace hcf
