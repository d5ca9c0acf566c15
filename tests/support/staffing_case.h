// SPDX-License-Identifier: Apache-2.0
// A service and its team in the tiny framework, from texts.
#pragma once

#include "hcf/analysis/staffing.h"
#include "hcf/load/load_service.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace hcf::tests {

/// The posts of a service, as a flow list; a test fails where something is wrong with them.
[[nodiscard]] inline Service service_of(std::string_view posts,
                                        const Framework& framework = tiny()) {
    const std::string text =
        "hcf: service/1\nservice: {id: s}\nposts: " + std::string(posts) + "\n";
    KindDocument document;
    REQUIRE(document.open("s.yaml", {text, 1, 1, false}, DocumentKind::service) ==
            KindDocument::Outcome::of_kind);
    LoadedService loaded = load_service(document, framework);
    CHECK(told(loaded.errors) == "");
    REQUIRE(loaded.service);
    return *loaded.service;
}

/// Somebody of that card and these ratings, both as flow mappings.
[[nodiscard]] inline Assessment person_of(std::string_view card, std::string_view ratings,
                                          const Framework& framework = tiny()) {
    return assessment_of(framework, "hcf: assessment/1\nperson: " + std::string(card) +
                                        "\nratings: " + std::string(ratings) + "\n");
}

[[nodiscard]] inline StaffingMember member_of(std::string_view card, std::string_view ratings) {
    return {person_of(card, ratings), false, {}, {}};
}

/// Everything that `track`s and the rest of what a nurse is asked at mid.
inline constexpr std::string_view kNurseRatings = "{wash: met, talk: met, lead: met, infuse: met}";

}  // namespace hcf::tests
