// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/service.h"

#include <algorithm>

namespace hcf {

RequirementSet requirements_of_post(const Framework& framework, const Post& post) {
    RequirementSet set = post.role ? requirements_of_role(framework, *post.role, post.level)
                                   : requirements_of_level(framework, post.level);
    for (const CompetenceId competence : post.competences) {
        const auto place = std::lower_bound(
            set.begin(), set.end(), competence,
            [](const Requirement& known, CompetenceId id) { return known.competence < id; });
        if (place != set.end() && place->competence == competence)
            place->essential = true;
        else
            set.insert(place, Requirement{competence, true, post.level, std::nullopt});
    }
    return set;
}

bool takes_role(const Post& post, const std::optional<RoleId>& role) {
    if (!post.role) return true;
    if (!role) return false;
    return *role == *post.role || std::find(post.accept_roles.begin(), post.accept_roles.end(),
                                            *role) != post.accept_roles.end();
}

bool reaches(Ratio share, const Decimal& threshold) {
    return share.part * power_of_ten(threshold.places) >= threshold.digits * share.whole;
}

}  // namespace hcf
