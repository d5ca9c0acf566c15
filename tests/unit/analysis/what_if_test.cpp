// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/what_if.h"

#include "support/staffing_case.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using hcf::PostStanding;
using hcf::WhatIf;

/// How the only member stands for a post.
PostStanding standing_of(const WhatIf& what_if, std::string_view post,
                         const hcf::Framework& framework = tests::tiny()) {
    const hcf::Service service = tests::service_of("[" + std::string(post) + "]", framework);
    const hcf::ServiceDemand demand = hcf::make_demand(framework, service);
    const hcf::JudgeOptions options = {tests::day("2026-11-22")};
    hcf::FigureCounter counter(framework, options);
    counter.begin(what_if.members.front());
    const hcf::PostFigures figures = counter.count(demand.of(0));
    PostStanding standing =
        hcf::stand_for_post(framework, what_if.members, 0, demand.of(0), options);
    CHECK(figures.met == standing.figures.met);
    CHECK(figures.applicable == standing.figures.applicable);
    return standing;
}

std::string supposed(const PostStanding& standing) {
    return tests::ids_of(tests::tiny(), standing.supposed);
}

hcf::Course course_of(std::initializer_list<std::string_view> competences,
                      std::initializer_list<std::string_view> levels = {}) {
    hcf::Course course;
    for (const auto name : competences)
        course.develops.push_back(tests::competence_of(tests::tiny(), name));
    for (const auto name : levels) course.levels.push_back(tests::level_of(tests::tiny(), name));
    return course;
}

}  // namespace

TEST_CASE("somebody who is not there is added, and is supposed as a whole") {
    WhatIf what_if;
    hcf::suppose_assessment(tests::tiny(), tests::person_of("{id: N, level: low}", "{}"), what_if);
    REQUIRE(what_if.members.size() == 1);
    CHECK(what_if.members[0].is_supposed);
    CHECK(what_if.added == std::vector<std::size_t>{0});
    // A second file about them adds to the same person.
    hcf::suppose_assessment(tests::tiny(), tests::person_of("{id: N, level: mid}", "{wash: met}"),
                            what_if);
    CHECK(what_if.members.size() == 1);
    CHECK(what_if.changed.empty());
    CHECK(tests::tiny().at(what_if.members[0].assessment.person.level).id == "mid");
}

TEST_CASE("each rating replaces the one that is there, better or worse, and the others stay") {
    WhatIf what_if;
    what_if.members.push_back(
        tests::member_of("{id: C, role: carer}", "{wash: met, talk: met, lead: not-met}"));
    hcf::suppose_assessment(tests::tiny(),
                            tests::person_of("{id: C, level: low}", "{talk: partial, lead: met}"),
                            what_if);
    CHECK(what_if.changed == std::vector<std::size_t>{0});
    CHECK(what_if.added.empty());
    const PostStanding standing = standing_of(what_if, "{id: a, level: mid}");
    CHECK(standing.figures.met == 2);
    CHECK(supposed(standing) == "lead");
    REQUIRE(standing.missing.size() == 1);
    CHECK(tests::tiny().at(standing.missing[0].asked.competence).id == "talk");
}

TEST_CASE("what a supposed rating only says again is not told, what does not apply by it is") {
    WhatIf what_if;
    what_if.members.push_back(
        tests::member_of("{id: C, role: carer}", "{wash: met, talk: not-met, lead: not-met}"));
    hcf::suppose_assessment(
        tests::tiny(),
        tests::person_of("{id: C, role: carer}",
                         "{wash: met, lead: {value: not-applicable, note: x}, talk: met}"),
        what_if);
    const PostStanding standing = standing_of(what_if, "{id: a, level: mid}");
    CHECK(supposed(standing) == "talk");
    CHECK(tests::ids_of(tests::tiny(), standing.supposed_not_applicable) == "lead");
    CHECK_FALSE(hcf::supposed_card(what_if.members[0]).role);
    CHECK_FALSE(hcf::supposed_card(what_if.members[0]).level);
}

TEST_CASE("another role or level is supposed, held against the team as it is") {
    WhatIf what_if;
    what_if.members.push_back(tests::member_of("{id: N, role: nurse}", "{}"));
    hcf::suppose_assessment(tests::tiny(), tests::person_of("{id: N, role: carer}", "{}"), what_if);
    CHECK(hcf::supposed_card(what_if.members[0]).role);
    CHECK(hcf::supposed_card(what_if.members[0]).level);
    hcf::suppose_assessment(tests::tiny(), tests::person_of("{id: N, role: nurse}", "{}"), what_if);
    CHECK_FALSE(hcf::supposed_card(what_if.members[0]).role);
    CHECK_FALSE(hcf::supposed_card(what_if.members[0]).level);
}

TEST_CASE("a card without a role keeps the role where that stands at its level") {
    WhatIf what_if;
    what_if.members.push_back(tests::member_of("{id: N, name: Nia, role: nurse}", "{}"));
    hcf::suppose_assessment(tests::tiny(), tests::person_of("{id: N, level: high}", "{}"), what_if);
    const hcf::Person& card = what_if.members[0].assessment.person;
    REQUIRE(card.role);
    CHECK(tests::tiny().at(*card.role).id == "nurse");
    CHECK(tests::tiny().at(card.level).id == "high");
    CHECK(card.name == "Nia");
    hcf::suppose_assessment(tests::tiny(), tests::person_of("{id: N, level: low}", "{}"), what_if);
    CHECK_FALSE(what_if.members[0].assessment.person.role);
}

TEST_CASE("a course gives what it develops, at the levels that it is for") {
    WhatIf what_if;
    what_if.members.push_back(
        tests::member_of("{id: C, level: low}", "{wash: not-met, talk: met, lead: partial}"));
    const hcf::Course course = course_of({"wash", "talk", "lead"}, {"mid"});
    what_if.members[0].completed.push_back(&course);
    CHECK(standing_of(what_if, "{id: a, level: low}").figures.met == 1);
    const PostStanding standing = standing_of(what_if, "{id: a, level: mid}");
    CHECK(standing.figures.met == 3);
    CHECK(supposed(standing) == "wash lead");  // talk was met before
    CHECK(standing.judged.met == 1);
}

TEST_CASE("a course overrules neither a needs nor what does not apply") {
    WhatIf what_if;
    what_if.members.push_back(
        tests::member_of("{id: N, role: nurse}",
                         "{wash: {value: not-applicable, note: x}, lead: 3, infuse: 3}\n"
                         "scale: zero-to-six"));
    const hcf::Course course = course_of({"wash", "talk", "lead"});
    what_if.members[0].completed.push_back(&course);
    const PostStanding standing = standing_of(what_if, "{id: a, role: nurse}");
    CHECK(supposed(standing) == "talk");
    CHECK(tests::ids_of(tests::tiny(), standing.not_applicable) == "wash");
    REQUIRE(standing.missing.size() == 1);
    CHECK(tests::tiny().at(standing.missing[0].asked.competence).id == "lead");
}

TEST_CASE("a course supersedes nothing, a supposed rating does and is told") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\noverlay: {id: o}\ncompetences: [{id: guard, supersedes: [talk]}]\n"});
    WhatIf what_if;
    what_if.members.push_back(
        {tests::person_of("{id: C, level: low}", "{wash: met}", framework), false, {}, {}});
    const hcf::Course course = course_of({"guard"});
    what_if.members[0].completed.push_back(&course);
    CHECK(standing_of(what_if, "{id: a, level: low}", framework).figures.met == 1);
    hcf::suppose_assessment(
        framework, tests::person_of("{id: C, level: low}", "{guard: met}", framework), what_if);
    const PostStanding standing = standing_of(what_if, "{id: a, level: low}", framework);
    CHECK(standing.figures.met == 2);
    CHECK(supposed(standing) == "talk");
}

TEST_CASE("who would sit elsewhere is told, in the order of the team") {
    const auto changes =
        hcf::compare_seats({0, hcf::kNoPost, 1, 1}, {0, 1, hcf::kNoPost, 0, 1, hcf::kNoPost});
    REQUIRE(changes.size() == 4);
    CHECK(changes[0].member == 1);
    CHECK_FALSE(changes[0].from);
    CHECK(changes[0].to == std::size_t{1});
    CHECK(changes[1].from == std::size_t{1});
    CHECK_FALSE(changes[1].to);
    CHECK(changes[2].to == std::size_t{0});
    CHECK(changes[3].member == 4);
}
