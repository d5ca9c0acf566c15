// SPDX-License-Identifier: Apache-2.0
// Levels, competences and roles as JSON and CSV, field by field; private to present/.
#pragma once

#include "hcf/model/framework.h"
#include "hcf/report/document.h"

#include <array>
#include <string_view>

namespace hcf {

[[nodiscard]] Json level_json(const Framework& framework, const Level& level, std::size_t rank);
[[nodiscard]] Json competence_json(const Framework& framework, const Competence& competence);
[[nodiscard]] Json role_json(const Framework& framework, const Role& role);

[[nodiscard]] Json scale_json(const Scale& scale);

inline constexpr std::array<std::string_view, 13> kLevelColumns = {
    "level",     "title",          "printed_as", "rank",        "aliases", "knowledge", "practice",
    "decisions", "accountability", "leadership", "development", "roles",   "core"};
inline constexpr std::array<std::string_view, 15> kCompetenceColumns = {
    "competence", "title",      "printed_as", "kind",        "theme",
    "levels",     "nos_code",   "nos_status", "nos_seen",    "refresh",
    "assess_at",  "supersedes", "same_as",    "description", "from"};
inline constexpr std::array<std::string_view, 8> kRoleColumns = {
    "role", "title", "printed_as", "levels", "competences", "family", "summary", "from"};

[[nodiscard]] Record level_record(const Framework& framework, const Level& level, std::size_t rank);
[[nodiscard]] Record competence_record(const Framework& framework, const Competence& competence);
[[nodiscard]] Record role_record(const Framework& framework, const Role& role);

/// Ids joined, by spaces where nothing else is wanted.
template <class Id>
[[nodiscard]] std::string join_ids(const Framework& framework, const std::vector<Id>& ids,
                                   std::string_view separator = " ") {
    std::string result;
    for (const Id id : ids) {
        if (!result.empty()) result += separator;
        result += framework.at(id).id;
    }
    return result;
}

/// What a role needs of a competence: "zero-to-six/4"; empty without one.
[[nodiscard]] std::string needs_id(const Framework& framework, const std::optional<Needs>& needs);

/// True where an overlay is in that file.
[[nodiscard]] bool is_of_overlay(const Framework& framework, const std::string& file);

}  // namespace hcf
