// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_target.h"

#include "hcf/present/present_person.h"

namespace hcf {

Json target_json(const Framework& framework, const Target& target) {
    return {{"kind", to_string(target.kind)},
            {"role", target.role ? Json(framework.at(*target.role).id) : Json(nullptr)},
            {"level", framework.at(target.level).id}};
}

std::string target_text(const Framework& framework, const Person& person, const Target& target) {
    switch (target.kind) {
        case TargetKind::own:
            return person.overlaps.empty() ? "their own role and level"
                                           : "their own role and level, with overlaps";
        case TargetKind::level: return framework.at(target.level).title;
        case TargetKind::role: return role_at_level(framework, *target.role, target.level);
    }
    return {};
}

}  // namespace hcf
