// SPDX-License-Identifier: Apache-2.0
// A service document with its references looked up: what the rules judge.
#pragma once

#include "hcf/model/framework.h"
#include "hcf/schema/service_doc.h"

#include <optional>
#include <vector>

namespace hcf {

/// One post; what could not be looked up is empty, and has been reported.
struct PostFacts {
    const PostDoc* doc = nullptr;
    std::optional<RoleId> role;
    std::optional<LevelId> level;  ///< the given one
    std::vector<Located<RoleId>> accept_roles;
    std::vector<Located<CompetenceId>> competences;
};

struct ServiceFacts {
    const ServiceDoc* doc = nullptr;
    const Framework* framework = nullptr;
    std::vector<PostFacts> posts;  ///< in the order of the file
};

/// Looks up everything that the document names; unknown and repeated names are reported.
[[nodiscard]] ServiceFacts resolve_service(const ServiceDoc& doc, const Framework& framework,
                                           Diagnostics& diags);

}  // namespace hcf
