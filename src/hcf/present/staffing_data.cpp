// SPDX-License-Identifier: Apache-2.0
// The staffing of a service for programs: JSON and CSV, field by field as spec 5 lists them, and
// what docs/formats.md adds.
#include "hcf/present/present_staffing.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 11> kSeatColumns = {"post",
                                                           "seat",
                                                           "person_id",
                                                           "readiness",
                                                           "missing",
                                                           "supposed_person_id",
                                                           "supposed_readiness",
                                                           "supposed_missing",
                                                           "supposed_met",
                                                           "supposed_not_applicable",
                                                           "supposed_card"};
constexpr std::size_t kPlainSeatColumns = 5;

constexpr std::array<std::string_view, 2> kCompetenceColumns = {"competence", "seats"};

std::vector<std::string> ids_of(const Framework& framework,
                                const std::vector<CompetenceId>& competences) {
    std::vector<std::string> ids;
    ids.reserve(competences.size());
    for (const CompetenceId id : competences) ids.push_back(framework.at(id).id);
    return ids;
}

std::vector<std::string> missing_ids(const Framework& framework, const PostStanding& standing) {
    std::vector<std::string> ids;
    ids.reserve(standing.missing.size());
    for (const GapRow& row : standing.missing) ids.push_back(framework.at(row.asked.competence).id);
    return ids;
}

const std::string& id_of(const std::vector<StaffingMember>& members, std::size_t member) {
    return members[member].assessment.person.id;
}

std::vector<std::string> ids_of(const std::vector<StaffingMember>& members,
                                const std::vector<std::size_t>& list) {
    std::vector<std::string> ids;
    ids.reserve(list.size());
    for (const std::size_t member : list) ids.push_back(id_of(members, member));
    return ids;
}

Json post_or_null(const Service& service, const std::optional<std::size_t>& post) {
    return post ? Json(service.posts[*post].id) : Json(nullptr);
}

/// Written exactly: at most six decimals.
Json exact_json(const Decimal& value) {
    const std::int64_t unit = power_of_ten(value.places);
    if (value.digits % unit == 0) return value.digits / unit;
    return static_cast<double>(value.digits) / static_cast<double>(unit);
}

/// What of somebody's card is only supposed: "role", "level".
std::vector<std::string> card_words(const StaffingMember& member) {
    const SupposedCard card = supposed_card(member);
    std::vector<std::string> words;
    if (card.role) words.emplace_back("role");
    if (card.level) words.emplace_back("level");
    return words;
}

Json standing_json(const Framework& framework, const std::vector<StaffingMember>& members,
                   const PostStanding& standing) {
    return {{"person_id", id_of(members, standing.member)},
            {"readiness", ratio_or_null(standing.readiness)},
            {"missing", missing_ids(framework, standing)},
            {"applicable", standing.figures.applicable},
            {"met", standing.figures.met},
            {"not_applicable", ids_of(framework, standing.not_applicable)},
            {"supposed", members[standing.member].is_supposed},
            {"supposed_met", ids_of(framework, standing.supposed)},
            {"supposed_not_applicable", ids_of(framework, standing.supposed_not_applicable)},
            {"supposed_card", card_words(members[standing.member])}};
}

/// {filled, members, nearest} of a post.
Json filling_json(const Framework& framework, const Service& service,
                  const std::vector<StaffingMember>& members, const StaffedPost& post) {
    Json seated = Json::array();
    for (const PostStanding& standing : post.members)
        seated.push_back(standing_json(framework, members, standing));
    Json nearest = Json::array();
    for (const NearMember& near : post.nearest) {
        Json item = standing_json(framework, members, near.standing);
        item["short_by"] = near.standing.readiness ? Json(near.short_by) : Json(nullptr);
        item["seat_in"] = post_or_null(service, near.seat_in);
        item["would_fill"] = near.would_fill;
        nearest.push_back(std::move(item));
    }
    return {{"filled", as_count(post.members.size())},
            {"members", std::move(seated)},
            {"nearest", std::move(nearest)},
            {"able", post.able},
            {"below", post.below}};
}

Json conflicts_json(const Service& service, const std::vector<StaffingMember>& members,
                    const Staffing& staffing) {
    Json list = Json::array();
    for (const SeatConflict& conflict : staffing.conflicts) {
        std::vector<std::string> posts;
        posts.reserve(conflict.posts.size());
        for (const std::size_t post : conflict.posts) posts.push_back(service.posts[post].id);
        list.push_back({{"posts", std::move(posts)},
                        {"seats", conflict.seats},
                        {"person_ids", ids_of(members, conflict.people)},
                        {"empty", conflict.empty()}});
    }
    return list;
}

Json summary_json(const ServiceDemand& demand, const Staffing& staffing) {
    return {{"wanted", demand.seats},
            {"filled", staffing.filled},
            {"missing_competences", staffing.missing}};
}

Json role_or_null(const Framework& framework, const Person& person) {
    return person.role ? Json(framework.at(*person.role).id) : Json(nullptr);
}

/// Whose role or level is another one than in the team.
Json cards_json(const Framework& framework, const WhatIf& what_if) {
    Json cards = Json::array();
    for (const std::size_t place : what_if.changed) {
        const StaffingMember& member = what_if.members[place];
        if (card_words(member).empty()) continue;
        const Person& before = member.as_judged->person;
        const Person& after = member.assessment.person;
        cards.push_back({{"person_id", after.id},
                         {"from_role", role_or_null(framework, before)},
                         {"from_level", framework.at(before.level).id},
                         {"to_role", role_or_null(framework, after)},
                         {"to_level", framework.at(after.level).id}});
    }
    return cards;
}

Json supposed_json(const Framework& framework, const StaffingReport& report,
                   const Supposed& supposed) {
    const WhatIf& what_if = supposed.what_if;
    Json completed = Json::array();
    for (const Completion& completion : supposed.completed) {
        completed.push_back({{"course", completion.course->id},
                             {"provider", text_or_null(completion.course->provider)},
                             {"person_id", text_or_null(completion.person_id)}});
    }
    Json changes = Json::array();
    for (const SeatChange& change : what_if.changes) {
        changes.push_back({{"person_id", id_of(what_if.members, change.member)},
                           {"from", post_or_null(report.service, change.from)},
                           {"to", post_or_null(report.service, change.to)}});
    }
    return {{"files", supposed.files},
            {"added", ids_of(what_if.members, what_if.added)},
            {"changed", ids_of(what_if.members, what_if.changed)},
            {"cards", cards_json(framework, what_if)},
            {"completed", std::move(completed)},
            {"changes", std::move(changes)},
            {"unassigned", ids_of(what_if.members, what_if.staffing.unassigned)},
            {"conflicts", conflicts_json(report.service, what_if.members, what_if.staffing)},
            {"summary", summary_json(report.demand, what_if.staffing)}};
}

Json asks_json(const Framework& framework, const ServiceDemand& demand) {
    Json levels = Json::object();
    for (const auto& [level, seats] : demand.levels) levels[framework.at(level).id] = seats;
    Json roles = Json::object();
    for (const auto& [role, seats] : demand.roles) roles[framework.at(role).id] = seats;
    Json competences = Json::array();
    for (const auto& [competence, seats] : demand.competences)
        competences.push_back({{"competence", framework.at(competence).id}, {"seats", seats}});
    return {{"levels", std::move(levels)},
            {"roles", std::move(roles)},
            {"competences", std::move(competences)}};
}

/// person_id, readiness and missing of a seat; nothing of an empty one.
void add_seat(const Framework& framework, const std::vector<StaffingMember>& members,
              const std::vector<PostStanding>& seated, std::size_t seat, Record& record) {
    if (seat >= seated.size()) {
        record.resize(record.size() + 3);
        return;
    }
    const PostStanding& standing = seated[seat];
    record.emplace_back(id_of(members, standing.member));
    record.push_back(ratio_or_nothing(standing.readiness));
    record.push_back(text_or_nothing(join(missing_ids(framework, standing), " ")));
}

/// What is only supposed of whoever has the seat; nothing of an empty one.
void add_supposed(const Framework& framework, const std::vector<StaffingMember>& members,
                  const std::vector<PostStanding>& seated, std::size_t seat, Record& record) {
    if (seat >= seated.size()) {
        record.resize(record.size() + 3);
        return;
    }
    const PostStanding& standing = seated[seat];
    const auto add = [&](const std::vector<std::string>& words) {
        record.push_back(text_or_nothing(join(words, " ")));
    };
    add(ids_of(framework, standing.supposed));
    add(ids_of(framework, standing.supposed_not_applicable));
    add(card_words(members[standing.member]));
}

}  // namespace

std::span<const std::string_view> staffing_columns(StaffingTable table, bool is_supposed) {
    if (table == StaffingTable::competences) return kCompetenceColumns;
    const std::span<const std::string_view> all = kSeatColumns;
    return is_supposed ? all : all.first(kPlainSeatColumns);
}

Json post_json(const Framework& framework, const StaffingReport& report, std::size_t post) {
    const Post& wanted = report.service.posts[post];
    Json json = {{"post", wanted.id}, {"wanted", wanted.count}};
    if (report.team) {
        json.update(filling_json(framework, report.service, report.team->members,
                                 report.team->staffing.posts[post]));
    } else {
        json.update({{"filled", nullptr},
                     {"members", Json::array()},
                     {"nearest", Json::array()},
                     {"able", nullptr},
                     {"below", nullptr}});
    }
    const PostDemand& demand = report.demand.of(post);
    std::vector<std::string> accept_roles;
    accept_roles.reserve(wanted.accept_roles.size());
    for (const RoleId role : wanted.accept_roles) accept_roles.push_back(framework.at(role).id);
    std::vector<std::string> required;
    for (const Requirement& asked : demand.requirements) {
        if (asked.essential) required.push_back(framework.at(asked.competence).id);
    }
    json["role"] = wanted.role ? Json(framework.at(*wanted.role).id) : Json(nullptr);
    json["level"] = framework.at(wanted.level).id;
    json["accept_roles"] = std::move(accept_roles);
    json["competences"] = ids_of(framework, wanted.competences);
    json["required"] = std::move(required);
    json["min_readiness"] = exact_json(wanted.min_readiness);
    json["core_only"] = demand.core_only;
    json["what_if"] = nullptr;
    if (report.team && report.team->supposed) {
        const WhatIf& what_if = report.team->supposed->what_if;
        json["what_if"] =
            filling_json(framework, report.service, what_if.members, what_if.staffing.posts[post]);
    }
    return json;
}

Json staffing_fields(const Framework& framework, const StaffingReport& report) {
    Json fields = {
        {"service",
         {{"id", report.service.id},
          {"name", text_or_null(report.service.name)},
          {"commissioner", text_or_null(report.service.commissioner)}}},
        {"team", nullptr},
        {"core_only", report.demand.core_only},
        {"unassigned", Json::array()},
        {"summary",
         {{"wanted", report.demand.seats}, {"filled", nullptr}, {"missing_competences", nullptr}}},
        {"asks", asks_json(framework, report.demand)},
        {"conflicts", Json::array()},
        {"missing_members", Json::array()},
        {"what_if", nullptr}};
    if (!report.team) return fields;
    const StaffedTeam& team = *report.team;
    fields["team"] = {{"id", team.team.id},
                      {"name", text_or_null(team.team.name)},
                      {"organisation", text_or_null(team.team.organisation)}};
    fields["unassigned"] = ids_of(team.members, team.staffing.unassigned);
    fields["summary"] = summary_json(report.demand, team.staffing);
    fields["conflicts"] = conflicts_json(report.service, team.members, team.staffing);
    for (const MissingMember& member : team.missing)
        fields["missing_members"].push_back({{"file", member.file}, {"reason", member.reason}});
    if (team.supposed) fields["what_if"] = supposed_json(framework, report, *team.supposed);
    return fields;
}

std::vector<Record> seat_records(const Framework& framework, const StaffingReport& report,
                                 std::size_t post, std::int64_t begin, std::int64_t end) {
    std::vector<Record> records;
    for (std::int64_t number = begin; number < end; ++number) {
        const auto seat = static_cast<std::size_t>(number);
        Record record = {report.service.posts[post].id, number + 1};
        if (report.team) {
            const StaffedTeam& team = *report.team;
            add_seat(framework, team.members, team.staffing.posts[post].members, seat, record);
        } else {
            record.resize(kPlainSeatColumns);
        }
        if (report.team && report.team->supposed) {
            const WhatIf& what_if = report.team->supposed->what_if;
            const auto& seated = what_if.staffing.posts[post].members;
            add_seat(framework, what_if.members, seated, seat, record);
            add_supposed(framework, what_if.members, seated, seat, record);
        }
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<Record> asked_records(const Framework& framework, const StaffingReport& report) {
    std::vector<Record> records;
    for (const auto& [competence, seats] : report.demand.competences)
        records.push_back({framework.at(competence).id, seats});
    return records;
}

}  // namespace hcf
