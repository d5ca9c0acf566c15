// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/load_service.h"

#include "support/staffing_case.h"

#include <doctest/doctest.h>

namespace {

namespace tests = hcf::tests;

}  // namespace

TEST_CASE("a post has the defaults of the specification") {
    const hcf::Service service = tests::service_of("[{id: a, role: nurse}]");
    REQUIRE(service.posts.size() == 1);
    const hcf::Post& post = service.posts[0];
    CHECK(post.count == 1);
    CHECK(tests::tiny().at(post.level).id == "mid");  // the role's first
    CHECK(hcf::reaches({1, 1}, post.min_readiness));
    CHECK_FALSE(hcf::reaches({999, 1000}, post.min_readiness));
}

TEST_CASE("a post is read with everything that it gives, by any of the names") {
    const hcf::Service service = tests::service_of(
        "[{id: a, role: NURSE - adult, level: High, accept_roles: [Carer], count: 4,"
        " competences: [Hands, track], min_readiness: 0.85}]");
    const hcf::Post& post = service.posts[0];
    CHECK(tests::tiny().at(*post.role).id == "nurse");
    CHECK(tests::tiny().at(post.level).id == "high");
    CHECK(tests::ids_of(tests::tiny(), post.accept_roles) == "carer");
    CHECK(tests::ids_of(tests::tiny(), post.competences) == "wash track");
    CHECK(post.count == 4);
    CHECK(hcf::reaches({85, 100}, post.min_readiness));
    CHECK_FALSE(hcf::reaches({849999, 1000000}, post.min_readiness));
}

TEST_CASE("a service with errors is none, and every error is told") {
    const std::string text =
        "hcf: service/1\nservice: {id: s}\nposts: [{id: a, role: nurse, level: low}, {id: b}]\n";
    hcf::KindDocument document;
    REQUIRE(document.open("s.yaml", {text, 1, 1, false}, hcf::DocumentKind::service) ==
            hcf::KindDocument::Outcome::of_kind);
    const hcf::LoadedService loaded = hcf::load_service(document, tests::tiny());
    CHECK_FALSE(loaded.service);
    CHECK(tests::rules_of(loaded.errors) == "role-not-of-level missing-role-and-level");
}
