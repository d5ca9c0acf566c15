// SPDX-License-Identifier: Apache-2.0
// Who holds a competence, for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_find.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 8> kColumns = {
    "person_id", "name", "organisation", "team", "role", "level", "status", "valid_until"};

/// Why an unconfirmed one is.
Json doubt_json(Doubt doubt) {
    switch (doubt) {
        case Doubt::weaker_basis: return "weaker-basis";
        case Doubt::shown_below: return "shown-below-level";
        case Doubt::undated: return "undated";
        case Doubt::other_scale: return "other-scale";
        case Doubt::none: break;
    }
    return nullptr;
}

Json shown_at_json(const Framework& framework, const FoundPerson& found) {
    return found.rating ? Json(framework.at(found.rating->shown_at).id) : Json(nullptr);
}

}  // namespace

std::span<const std::string_view> find_columns() { return kColumns; }

Json holder_json(const Framework& framework, const FoundPerson& found) {
    return {{"file", found.file},
            {"document", found.document},
            {"person", person_json(framework, found.person)},
            {"status", to_string(found.status)},
            {"valid_until", date_or_null(found.valid_until)},
            {"through", found.through ? Json(framework.at(*found.through).id) : Json(nullptr)},
            {"runs_out", found.runs_out},
            {"asked", found.is_asked},
            {"shown_at", shown_at_json(framework, found)},
            {"basis", found.rating ? word_or_null(found.rating->basis) : Json(nullptr)}};
}

Json near_json(const Framework& framework, const FoundPerson& found) {
    return {{"file", found.file},
            {"document", found.document},
            {"person", person_json(framework, found.person)},
            {"status", to_string(found.status)},
            {"reason", doubt_json(found.doubt)},
            {"valid_until", date_or_null(found.valid_until)},
            {"plan_due", date_or_null(found.plan_due)},
            {"planned", found.is_planned},
            {"asked", found.is_asked},
            {"shown_at", shown_at_json(framework, found)},
            {"basis", found.rating ? word_or_null(found.rating->basis) : Json(nullptr)}};
}

Record find_record(const Framework& framework, const FoundPerson& found) {
    const Person& person = found.person;
    Record record;
    record.reserve(kColumns.size());
    record.push_back(person.id);
    record.push_back(text_or_nothing(person.name));
    record.push_back(text_or_nothing(person.organisation));
    record.push_back(text_or_nothing(person.team));
    record.push_back(person.role ? Field(framework.at(*person.role).id) : Field());
    record.push_back(framework.at(person.level).id);
    record.push_back(std::string(to_string(found.status)));
    record.push_back(date_or_nothing(found.valid_until));
    return record;
}

Json find_counts_json(const FindCounts& counts) {
    return {{"people", counts.people},
            {"holders", counts.holders},
            {"runs_out", counts.running_out},
            {"near", counts.near},
            {"neither",
             {{"not-met", counts.not_met},
              {"not-assessed", counts.not_assessed},
              {"not-applicable", counts.not_applicable}}}};
}

}  // namespace hcf
