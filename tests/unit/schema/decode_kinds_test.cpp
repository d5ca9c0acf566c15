// SPDX-License-Identifier: Apache-2.0
// Teams, services and catalogues, as they are read.
#include "hcf/schema/catalogue_doc.h"
#include "hcf/schema/service_doc.h"
#include "hcf/schema/team_doc.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// What is told of a service with these keys on its one post (line 3).
std::string post_told(std::string_view keys) {
    tests::Parsed parsed("hcf: service/1\nservice: {id: s}\nposts: [{id: a, " + std::string(keys) +
                         "}]\n");
    (void)hcf::decode_service(parsed.tree, parsed.diags);
    return parsed.told();
}

}  // namespace

TEST_CASE("a team holds paths and assessments, and what is expected of it") {
    tests::Parsed parsed(
        "hcf: team/1\nteam: {id: north, name: North}\nmembers:\n  - a.yaml\n"
        "  - {person: {id: P-1, level: low}, scale: competent, ratings: {wash: competent}}\n"
        "expect: {holders: 2, competences: {wash: all, talk: 3}}\n");
    const hcf::TeamDoc team = hcf::decode_team(parsed.tree, parsed.diags);
    CHECK(parsed.told().empty());
    REQUIRE(team.members.size() == 2);
    CHECK(team.members[0].reference->value.text == "a.yaml");
    CHECK_FALSE(team.members[1].reference);
    CHECK(team.members[1].person->id->value.text == "P-1");
    CHECK(team.members[1].ratings->items.size() == 1);
    CHECK(team.expect->holders->value.number == 2);
    const auto& expected = team.expect->competences->items;
    REQUIRE(expected.size() == 2);
    CHECK(expected[0].name.value == "wash");
    CHECK_FALSE(expected[0].holders->value.number);
    CHECK(expected[1].holders->value.number == 3);
}

TEST_CASE("the keys of a member are known by the table of an assessment") {
    tests::Parsed parsed(
        "hcf: team/1\nteam: {id: t}\nmembers:\n"
        "  - {person: {id: P-1, level: low}, scale: [x], ratings: {}}\n");
    const hcf::TeamDoc team = hcf::decode_team(parsed.tree, parsed.diags);
    const hcf::AssessmentDoc& member = team.members.at(0);
    const auto saw = [&](std::string_view key) {
        return hcf::was_seen(hcf::AssessmentDoc::mapping(), member.seen_keys, key);
    };
    CHECK(saw("person"));
    CHECK(saw("scale"));
    CHECK(saw("ratings"));
    CHECK_FALSE(saw("hcf"));
    CHECK_FALSE(saw("basis"));
    CHECK(hcf::was_seen(hcf::AssessmentDoc::mapping(), member.faulty_keys, "scale"));
    CHECK_FALSE(hcf::was_seen(hcf::AssessmentDoc::mapping(), member.faulty_keys, "ratings"));
}

TEST_CASE("a member's table is an assessment's without hcf") {
    const auto whole = hcf::AssessmentDoc::mapping().keys;
    const auto member = hcf::MemberDoc::mapping().keys;
    REQUIRE(member.size() + 1 == whole.size());
    CHECK(whole[0].name == "hcf");
    for (std::size_t i = 0; i < member.size(); ++i) {
        CHECK(member[i].name == whole[i + 1].name);
        CHECK(member[i].type == whole[i + 1].type);
        CHECK(member[i].presence == whole[i + 1].presence);
    }
}

TEST_CASE("a service's posts have counts and an exact least readiness") {
    tests::Parsed parsed(
        "hcf: service/1\nservice: {id: s}\nposts:\n"
        "  - {id: a, role: nurse, accept_roles: [carer], count: 4}\n"
        "  - {id: b, level: low, competences: [wash], min_readiness: 0.90}\n");
    const hcf::ServiceDoc service = hcf::decode_service(parsed.tree, parsed.diags);
    CHECK(parsed.told().empty());
    REQUIRE(service.posts.size() == 2);
    CHECK(service.posts[0].count->value.number == 4);
    CHECK(service.posts[0].accept_roles.size() == 1);
    CHECK_FALSE(service.posts[0].min_readiness);
    CHECK(service.posts[1].min_readiness->value.value.digits == 90);
    CHECK(service.posts[1].min_readiness->value.value.places == 2);
}

TEST_CASE("counts and shares are held to their range, exactly") {
    CHECK(post_told("count: 1").empty());
    CHECK(post_told("count: 1000000").empty());
    CHECK(post_told("count: 0") == "3:24: error: 0 is less than 1 [number-out-of-range]\n");
    CHECK(post_told("count: 1000001") ==
          "3:24: error: 1000001 is more than 1000000 [number-out-of-range]\n");
    CHECK(post_told("count: 1.0") ==
          "3:24: error: expected a whole number, found '1.0' [wrong-type]\n"
          "  help: digits alone, such as 2\n");
    CHECK(post_told("min_readiness: 0").empty());
    CHECK(post_told("min_readiness: 1.000000").empty());
    CHECK(post_told("min_readiness: 1.000001") ==
          "3:32: error: 1.000001 is more than 1 [number-out-of-range]\n");
    CHECK(post_told("min_readiness: -0.1") ==
          "3:32: error: -0.1 is less than 0 [number-out-of-range]\n");
}

TEST_CASE("a catalogue's courses have exact hours and costs") {
    tests::Parsed parsed(
        "hcf: catalogue/1\nprovider: Academy\ncourses:\n"
        "  - {id: a, develops: [wash, talk], levels: [low], hours: 7.5, cost: 260.00, mode: "
        "online,\n"
        "     after: [b]}\n");
    const hcf::CatalogueDoc catalogue = hcf::decode_catalogue(parsed.tree, parsed.diags);
    CHECK(parsed.told().empty());
    REQUIRE(catalogue.courses.size() == 1);
    const hcf::CourseDoc& course = catalogue.courses.front();
    CHECK(course.develops.size() == 2);
    CHECK(course.hours->value.digits == 75);
    CHECK(course.hours->value.places == 1);
    CHECK(course.cost->value.digits == 26000);
    CHECK(course.after.front().value.text == "b");
}
