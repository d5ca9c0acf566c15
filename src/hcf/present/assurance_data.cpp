// SPDX-License-Identifier: Apache-2.0
// The evidence pack of a team for programs: JSON and CSV (docs/formats.md, "team --assurance").
#include "hcf/present/assurance_sentence.h"
#include "hcf/present/gap_words.h"
#include "hcf/present/present_assurance.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <set>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 39> kStateColumns = {"pack",
                                                            "complete",
                                                            "person_id",
                                                            "name",
                                                            "organisation",
                                                            "team",
                                                            "role",
                                                            "level",
                                                            "standing",
                                                            "competence",
                                                            "title",
                                                            "kind",
                                                            "essential",
                                                            "asked_at",
                                                            "status",
                                                            "assurance",
                                                            "reason",
                                                            "through",
                                                            "value",
                                                            "shown_at",
                                                            "basis",
                                                            "assessor",
                                                            "assessed",
                                                            "valid_until",
                                                            "evidence",
                                                            "plan_action",
                                                            "plan_due",
                                                            "plan_supervisor",
                                                            "plan_review",
                                                            "note",
                                                            "supervisor",
                                                            "supervision_mode",
                                                            "supervision_until",
                                                            "supervision_in_force",
                                                            "file",
                                                            "document",
                                                            "as_of",
                                                            "framework",
                                                            "made_under"};

constexpr std::array<std::string_view, 10> kEvidenceColumns = {
    "pack",  "complete", "person_id", "competence", "type",
    "title", "date",     "ref",       "as_of",      "framework"};

constexpr std::array<std::string_view, 8> kInputColumns = {
    "pack", "complete", "file", "kind", "bytes", "sha256", "as_of", "framework"};

constexpr std::array<std::string_view, 6> kMissingColumns = {"pack",   "complete", "file",
                                                             "reason", "as_of",    "framework"};

/// The reason of what is said to be not applicable: an inspector asks for it.
std::string note_of(const GapRow& row) {
    return row.status == Status::not_applicable ? row.rating->note : std::string();
}

/// What a row rests on that is met through another competence.
Json behind_json(const Framework& framework, const AssuredPerson& person, const GapRow& row,
                 bool evidence_lists) {
    const Rating* rating = rating_behind(person, row);
    if (rating == nullptr) return nullptr;
    const RatingWords words = words_of(framework, *rating);
    return {
        {"competence", framework.at(*row.through).id},
        {"value", words.value},
        {"shown_at", words.shown_at},
        {"basis", text_or_null(words.basis)},
        {"assessor", text_or_null(words.assessor)},
        {"assessed", date_or_null(words.assessed)},
        {"valid_until", date_or_null(last_valid_day(framework.at(*row.through), *rating))},
        {"evidence", evidence_lists ? evidence_list_json(*rating) : Json(rating->evidence.size())}};
}

Json supervision_json(const AssuredPerson& person) {
    const auto& supervision = person.assessment->supervision;
    if (!supervision) return nullptr;
    return {{"supervisor", text_or_null(supervision->supervisor)},
            {"mode", word_or_null(supervision->mode)},
            {"until", date_or_null(supervision->until)},
            {"in_force", person.is_supervised}};
}

Json statement_json(const AssurancePack& pack) {
    const AssuranceCounts counts = count_standings(pack.people);
    Json in_gap = Json::array();
    Json nothing_applies = Json::array();
    for (const AssuredPerson& person : pack.people) {
        if (!person.standing)
            nothing_applies.push_back(person.assessment->person.id);
        else if (person.standing == Assurance::gap)
            in_gap.push_back(person.assessment->person.id);
    }
    return {{"members", counts.members},           {"assured", counts.assured},
            {"planned", counts.planned},           {"gap", counts.gap},
            {"not_assured", counts.not_assured()}, {"missing", pack.missing.size()},
            {"in_gap", std::move(in_gap)},         {"nothing_applies", std::move(nothing_applies)}};
}

Json inputs_json(const AssurancePack& pack) {
    Json list = Json::array();
    for (const PackInput& input : pack.inputs) {
        list.push_back({{"file", input.file},
                        {"kind", to_string(input.kind)},
                        {"bytes", input.bytes ? Json(*input.bytes) : Json(nullptr)},
                        {"sha256", text_or_null(input.sha256)}});
    }
    return list;
}

/// The cells that stand before a row's own.
/// The last columns of every table: files are torn from each other, and rows from their heads.
void add_head_fields(const AssurancePack& pack, Record& record) {
    const Json& framework = pack.envelope["framework"];
    record.emplace_back(to_string(pack.judge.as_of));
    std::string name = framework["id"].get<std::string>();
    if (framework["version"].is_string()) name += " " + framework["version"].get<std::string>();
    record.emplace_back(std::move(name));
}

Record person_fields(const Framework& framework, const AssurancePack& pack,
                     const AssuredPerson& person, const std::string& digest) {
    const Person& who = person.assessment->person;
    return {digest,
            pack.is_complete(),
            who.id,
            text_or_nothing(who.name),
            text_or_nothing(who.organisation),
            text_or_nothing(who.team),
            who.role ? Field(framework.at(*who.role).id) : Field(),
            framework.at(who.level).id,
            word_or_nothing(person.standing)};
}

/// Those that stand behind.
void add_supervision_fields(const AssuredPerson& person, Record& record) {
    if (const auto& supervision = person.assessment->supervision) {
        record.push_back(text_or_nothing(supervision->supervisor));
        record.push_back(word_or_nothing(supervision->mode));
        record.push_back(date_or_nothing(supervision->until));
        record.push_back(person.is_supervised);
    } else {
        record.resize(record.size() + 4);
    }
    record.push_back(person.assessment->file);
    record.push_back(static_cast<std::int64_t>(person.assessment->document));
}

Record state_record(const Framework& framework, const GapRow& row, Record record) {
    add_row_fields(framework, row, record);
    record.push_back(date_or_nothing(row.plan != nullptr ? row.plan->review : std::nullopt));
    record.push_back(text_or_nothing(note_of(row)));
    return record;
}

/// The ratings that the rows of a person rest on, each once, in the order of the rows.
std::vector<const Rating*> ratings_of(const AssuredPerson& person) {
    std::vector<const Rating*> ratings;
    std::set<std::uint32_t> known;
    const auto add = [&](const Rating* rating) {
        if (rating != nullptr && known.insert(rating->competence.index).second)
            ratings.push_back(rating);
    };
    for (const GapRow& row : person.gap.rows) {
        add(row.rating);
        add(rating_behind(person, row));
    }
    return ratings;
}

void add_evidence_records(const Framework& framework, const AssurancePack& pack,
                          const AssuredPerson& person, const std::string& digest,
                          std::vector<Record>& records) {
    for (const Rating* rating : ratings_of(person)) {
        for (const Evidence& evidence : rating->evidence) {
            records.push_back({digest, pack.is_complete(), person.assessment->person.id,
                               framework.at(rating->competence).id, word_or_nothing(evidence.type),
                               text_or_nothing(evidence.title), date_or_nothing(evidence.date),
                               text_or_nothing(evidence.ref)});
            add_head_fields(pack, records.back());
        }
    }
}

/// One line of what the digest is made of.
void add_line(Sha256& digest, const Json& value) {
    // The other kind of object keeps its keys sorted bytewise.
    const nlohmann::json sorted = value;
    digest.add(sorted.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    digest.add("\n");
}

}  // namespace

Json pack_fields(const Framework& framework, const AssurancePack& pack) {
    return {{"team", team_json(pack.coverage.team)},
            {"core_only", pack.coverage.core_only},
            {"statement", statement_json(pack)},
            {"answers",
             {{"sentence", kAnsweredSentence},
              {"document", kAnsweredDocument},
              {"section", kAnsweredSection},
              {"heading", kAnsweredHeading}}},
            {"options",
             {{"accept", to_string(pack.judge.accept)},
              {"in_context", pack.judge.in_context},
              {"within", to_string(pack.within)}}},
            {"unassured", unassured_json(framework, pack.coverage)},
            {"expiring", expiring_json(framework, pack.coverage)},
            {"missing_members", missing_members_json(pack.missing)},
            {"passed_over", pack.passed_over},
            {"inputs", inputs_json(pack)}};
}

Json pack_member_json(const Framework& framework, const AssuredPerson& person,
                      bool evidence_lists) {
    Json member = gap_json(framework, person.gap, {evidence_lists, false});
    Json& rows = member["competences"];
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const GapRow& row = person.gap.rows[i];
        rows[i]["rests_on"] = behind_json(framework, person, row, evidence_lists);
        rows[i]["note"] = text_or_null(note_of(row));
    }
    member["standing"] = word_or_null(person.standing);
    member["supervision"] = supervision_json(person);
    member["made_under"] = text_or_null(person.made_under);
    return member;
}

std::string pack_digest(const Framework& framework, const AssurancePack& pack) {
    Sha256 digest;
    Json facts = pack.envelope;
    facts.erase("hcf");  // a later version that judges alike says the same
    facts.update(pack_fields(framework, pack));
    add_line(digest, facts);
    for (const AssuredPerson& person : pack.people)
        add_line(digest, pack_member_json(framework, person, true));
    return to_hex(digest.finish());
}

std::span<const std::string_view> pack_columns(PackTable table) {
    switch (table) {
        case PackTable::states: return kStateColumns;
        case PackTable::evidence: return kEvidenceColumns;
        case PackTable::inputs: return kInputColumns;
        case PackTable::missing: return kMissingColumns;
    }
    return {};
}

std::vector<Record> pack_member_records(const Framework& framework, const AssurancePack& pack,
                                        const AssuredPerson& person, PackTable table,
                                        const std::string& digest) {
    std::vector<Record> records;
    if (table == PackTable::evidence) {
        add_evidence_records(framework, pack, person, digest, records);
    } else if (table == PackTable::states) {
        const Record begin = person_fields(framework, pack, person, digest);
        for (const GapRow& row : person.gap.rows) {
            records.push_back(state_record(framework, row, begin));
            add_supervision_fields(person, records.back());
            add_head_fields(pack, records.back());
            records.back().push_back(text_or_nothing(person.made_under));
        }
    }
    return records;
}

std::vector<Record> pack_input_records(const AssurancePack& pack, const std::string& digest) {
    std::vector<Record> records;
    for (const PackInput& input : pack.inputs) {
        records.push_back(
            {digest, pack.is_complete(), input.file, std::string(to_string(input.kind)),
             input.bytes ? Field(*input.bytes) : Field(), text_or_nothing(input.sha256)});
        add_head_fields(pack, records.back());
    }
    return records;
}

std::vector<Record> pack_missing_records(const AssurancePack& pack, const std::string& digest) {
    std::vector<Record> records;
    for (const MissingMember& member : pack.missing) {
        records.push_back({digest, pack.is_complete(), member.file, member.reason});
        add_head_fields(pack, records.back());
    }
    return records;
}

}  // namespace hcf
