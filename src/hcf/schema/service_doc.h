// SPDX-License-Identifier: Apache-2.0
// A service as it stands in its file (spec 2, "service/1"): the posts that a commissioner asks for.
// Texts view the document's tree.
#pragma once

#include "hcf/schema/numbers.h"

#include <vector>

namespace hcf {

struct ServiceInfoDoc {
    SourceSpan at;
    Given<IdText> id;
    Given<FreeText> name;
    Given<FreeText> commissioner;
    static constexpr std::string_view kWording = "a mapping (id, name, commissioner)";
    static const MappingSpec& mapping();
};

struct PostDoc {
    SourceSpan at;
    std::uint64_t seen_keys = 0;
    Given<IdText> id;
    Given<RoleName> role;
    Given<LevelName> level;
    std::vector<Located<RoleName>> accept_roles;
    Given<Count> count;
    std::vector<Located<CompetenceName>> competences;
    Given<Share> min_readiness;
    static constexpr std::string_view kWording = "a post (id, role or level, count, ...)";
    static const MappingSpec& mapping();
};

struct ServiceDoc {
    SourceSpan at;
    Given<KindText> hcf;
    std::optional<ServiceInfoDoc> service;
    std::vector<PostDoc> posts;
    static constexpr std::string_view kWording = "a service";
    static const MappingSpec& mapping();
};

/// Reads a document whose head says that it is a service.
[[nodiscard]] ServiceDoc decode_service(const yaml::Tree& tree, Diagnostics& diags);

}  // namespace hcf
