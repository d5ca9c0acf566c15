// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/framework.h"

#include <algorithm>

namespace hcf {
namespace {

template <class Tag>
std::optional<Id<Tag>> as_id(std::optional<std::uint32_t> index) {
    if (!index) return std::nullopt;
    return Id<Tag>{*index};
}

}  // namespace

std::optional<LevelId> Framework::find_level(std::string_view name) const {
    return as_id<LevelTag>(level_names.find(name));
}

std::optional<CompetenceId> Framework::find_competence(std::string_view name) const {
    return as_id<CompetenceTag>(competence_names.find(name));
}

std::optional<RoleId> Framework::find_role(std::string_view name) const {
    return as_id<RoleTag>(role_names.find(name));
}

std::optional<ScaleId> Framework::find_scale(std::string_view id) const {
    const auto place = std::find_if(scales.begin(), scales.end(),
                                    [&](const Scale& scale) { return scale.id == id; });
    if (place == scales.end()) return std::nullopt;
    return ScaleId{static_cast<std::uint32_t>(place - scales.begin())};
}

std::string card_of(const Framework& framework) {
    std::string text = framework.info.id + " " + framework.info.version;
    for (const OverlayInfo& overlay : framework.overlays) {
        text += ", with overlay " + overlay.id;
        if (!overlay.version.empty()) text += " " + overlay.version;
    }
    return text;
}

std::optional<std::uint32_t> find_value(const Scale& scale, std::string_view value) {
    const auto place = std::find_if(scale.values.begin(), scale.values.end(),
                                    [&](const ScaleValue& known) { return known.id == value; });
    if (place == scale.values.end()) return std::nullopt;
    return static_cast<std::uint32_t>(place - scale.values.begin());
}

bool stands_at(const Role& role, LevelId level) {
    return std::find(role.levels.begin(), role.levels.end(), level) != role.levels.end();
}

std::vector<LevelId> same_core_as(const Framework& framework, LevelId level) {
    std::vector<LevelId> result;
    if (framework.at(level).core.empty()) return result;
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        if (i != level.index && framework.levels[i].core_set == framework.at(level).core_set)
            result.push_back({i});
    }
    return result;
}

const RoleCompetence* find_in_role(const Role& role, CompetenceId competence) {
    for (const RoleCompetence& own : role.competences) {
        if (own.competence == competence) return &own;
    }
    return nullptr;
}

}  // namespace hcf
