// SPDX-License-Identifier: Apache-2.0
// Comparisons of roles and levels for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/present_comparison.h"
#include "hcf/present/values.h"

#include <array>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 11> kColumns = {
    "from", "to",   "from_level",      "to_level",   "step",           "carried",
    "new",  "left", "transferability", "similarity", "new_competences"};

const std::string& id_of(const Framework& framework, const Comparable& comparable) {
    return comparable.role ? framework.at(*comparable.role).id : framework.at(comparable.level).id;
}

Json ids_json(const Framework& framework, const std::vector<CompetenceId>& competences) {
    Json ids = Json::array();
    for (const CompetenceId competence : competences) ids.push_back(framework.at(competence).id);
    return ids;
}

std::string ids_text(const Framework& framework, const std::vector<CompetenceId>& competences) {
    std::string ids;
    for (const CompetenceId competence : competences) {
        if (!ids.empty()) ids += ' ';
        ids += framework.at(competence).id;
    }
    return ids;
}

Json descriptor_json(const Framework& framework, LevelId from, LevelId to) {
    Json changes = Json::array();
    for (const Facet facet : facets_that_change(framework, from, to)) {
        const auto i = static_cast<std::size_t>(facet);
        changes.push_back({{"facet", to_string(facet)},
                           {"from", text_or_null(framework.at(from).descriptor[i])},
                           {"to", text_or_null(framework.at(to).descriptor[i])}});
    }
    return changes;
}

}  // namespace

std::span<const std::string_view> comparison_columns() { return kColumns; }

Json comparison_json(const Framework& framework, const Comparison& comparison) {
    const Comparable& from = *comparison.from;
    const Comparable& to = *comparison.to;
    return {{"from", id_of(framework, from)},
            {"to", id_of(framework, to)},
            {"from_level", framework.at(from.level).id},
            {"to_level", framework.at(to.level).id},
            {"step", comparison.step},
            {"core_only", comparison.core_only},
            {"carried", ids_json(framework, comparison.carried)},
            {"new", ids_json(framework, comparison.added)},
            {"left", ids_json(framework, comparison.left)},
            {"needs_more", ids_json(framework, comparison.needs_more)},
            {"transferability", to_json(comparison.transferability)},
            {"similarity", to_json(comparison.similarity)},
            {"descriptor", descriptor_json(framework, from.level, to.level)}};
}

Record comparison_record(const Framework& framework, const Comparison& comparison) {
    const Comparable& from = *comparison.from;
    const Comparable& to = *comparison.to;
    Record record;
    record.reserve(kColumns.size());
    record.push_back(id_of(framework, from));
    record.push_back(id_of(framework, to));
    record.push_back(framework.at(from.level).id);
    record.push_back(framework.at(to.level).id);
    record.push_back(comparison.step);
    record.push_back(as_count(comparison.carried.size()));
    record.push_back(as_count(comparison.added.size()));
    record.push_back(as_count(comparison.left.size()));
    record.push_back(comparison.transferability);
    record.push_back(comparison.similarity);
    record.push_back(ids_text(framework, comparison.added));
    return record;
}

}  // namespace hcf
