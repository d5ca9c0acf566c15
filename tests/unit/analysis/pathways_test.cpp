// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/pathways.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using hcf::Pathway;
using hcf::PathwayQuestion;

/// Four levels' worth of roles in steps: what each asks is in its name.
constexpr std::string_view kLadder =
    "hcf: levels/1\n"
    "framework: {id: ladder, title: Ladder, version: '1'}\n"
    "levels: [{id: low, title: Low}, {id: high, title: High}]\n"
    "---\n"
    "hcf: competences/1\n"
    "competences:\n"
    "  - {id: a, title: A, kind: core, levels: [low, high]}\n"
    "  - {id: b, title: B, kind: role}\n"
    "  - {id: c, title: C, kind: role}\n"
    "  - {id: d, title: D, kind: role}\n"
    "  - {id: e, title: E, kind: role}\n"
    "---\n"
    "hcf: roles/1\n"
    "roles:\n"
    "  - {id: only-a, title: Only a, levels: [low]}\n"
    "  - {id: to-b, title: To b, levels: [low], competences: [b, {id: e, essential: false}]}\n"
    "  - {id: to-c, title: To c, levels: [low, high], competences: [b, c]}\n"
    "  - id: to-d\n"
    "    title: To d\n"
    "    levels: [high]\n"
    "    competences: [{id: b, needs: zero-to-six/4}, c, d]\n";

const hcf::Framework& ladder() {
    static const hcf::Framework framework = tests::framework_of(kLadder);
    return framework;
}

hcf::RoleAtLevel own(const hcf::Framework& framework, std::string_view role) {
    return hcf::at_own_level(framework, tests::role_of(framework, role));
}

PathwayQuestion between(const hcf::Framework& framework, std::string_view from,
                        std::string_view to) {
    PathwayQuestion question;
    question.from = own(framework, from);
    question.to = own(framework, to);
    return question;
}

/// "to-b: b; to-d: d (raised b)".
std::string steps_of(const hcf::Framework& framework, const Pathway& pathway) {
    std::string text;
    for (const hcf::PathwayStep& step : pathway.steps) {
        if (!text.empty()) text += "; ";
        text += framework.at(step.role.role).id + ": " + tests::ids_of(framework, step.added);
        if (!step.raised.empty()) text += " (raised " + tests::ids_of(framework, step.raised) + ")";
    }
    return text;
}

}  // namespace

TEST_CASE("a pathway takes small steps, and says which values are asked higher") {
    const Pathway pathway = hcf::find_pathway(ladder(), between(ladder(), "only-a", "to-d"));
    CHECK(steps_of(ladder(), pathway) == "to-b: b; to-c: c; to-d: d (raised b)");
    CHECK(pathway.largest_step == 1);
    CHECK(pathway.total_new == 3);
    CHECK(pathway.is_proved);
    CHECK_FALSE(pathway.core_only);
}

TEST_CASE("from a role to itself is no step") {
    const Pathway pathway = hcf::find_pathway(ladder(), between(ladder(), "to-b", "to-b"));
    CHECK(pathway.steps.empty());
    CHECK(pathway.is_reachable);
    CHECK(pathway.largest_step == 0);
    CHECK(pathway.total_new == 0);
}

TEST_CASE("a step down may have nothing new") {
    const Pathway pathway = hcf::find_pathway(ladder(), between(ladder(), "to-d", "only-a"));
    CHECK(steps_of(ladder(), pathway) == "only-a: ");
}

TEST_CASE("being there is enough for a via") {
    PathwayQuestion question = between(ladder(), "only-a", "to-b");
    question.via = {own(ladder(), "only-a"), own(ladder(), "to-b"), own(ladder(), "to-b")};
    CHECK(steps_of(ladder(), hcf::find_pathway(ladder(), question)) == "to-b: b");
    question.via = {own(ladder(), "to-b"), own(ladder(), "only-a")};
    CHECK(steps_of(ladder(), hcf::find_pathway(ladder(), question)) == "to-b: b; only-a: ; to-b: ");
}

TEST_CASE("another level of a role is a step of its own where it is named") {
    PathwayQuestion question = between(ladder(), "to-c", "to-c");
    question.to.level = tests::level_of(ladder(), "high");
    const Pathway pathway = hcf::find_pathway(ladder(), question);
    REQUIRE(pathway.steps.size() == 1);
    CHECK(pathway.steps[0].role == question.to);
    CHECK(pathway.steps[0].added.empty());
}

TEST_CASE("a limit that forbids every path is told with what blocks it") {
    PathwayQuestion question = between(ladder(), "only-a", "to-d");
    question.via = {own(ladder(), "to-d")};
    question.max_new = 0;
    const Pathway pathway = hcf::find_pathway(ladder(), question);
    CHECK_FALSE(pathway.is_reachable);
    CHECK(pathway.steps.empty());
    CHECK(pathway.total_new == 0);
    CHECK(pathway.largest_step == 1);
    CHECK(tests::ids_of(ladder(), pathway.blocked_by) == "b");
    CHECK(pathway.blocked_at == own(ladder(), "to-b"));
    question.max_new = 1;
    CHECK(hcf::find_pathway(ladder(), question).is_reachable);
}

TEST_CASE("what a person meets for one role and not for another is new in the other") {
    const hcf::Assessment person =
        tests::assessment_of(ladder(),
                             "hcf: assessment/1\nperson: {id: P, level: low}\nscale: zero-to-six\n"
                             "assessed: 2026-01-01\nratings: {a: 3, b: 3, c: 2}\n");
    PathwayQuestion question;
    question.person = &person;
    question.judge.as_of = tests::day("2026-11-22");
    question.to = own(ladder(), "to-c");
    CHECK(steps_of(ladder(), hcf::find_pathway(ladder(), question)) == "to-c: c");
    question.to = own(ladder(), "to-d");
    // b is met, and not at the 4 that to-d needs, although to-c had it before.
    CHECK(steps_of(ladder(), hcf::find_pathway(ladder(), question)) == "to-c: c; to-d: b d");
}

TEST_CASE("what a person learns on the way is held by its id, and a higher value is told") {
    const hcf::Assessment person =
        tests::assessment_of(ladder(),
                             "hcf: assessment/1\nperson: {id: P, level: low}\n"
                             "assessed: 2026-01-01\nratings: {a: met}\n");
    PathwayQuestion question;
    question.person = &person;
    question.judge.as_of = tests::day("2026-11-22");
    question.to = own(ladder(), "to-d");
    CHECK(steps_of(ladder(), hcf::find_pathway(ladder(), question)) ==
          "to-b: b; to-c: c; to-d: d (raised b)");
}

TEST_CASE("a higher role may ask what a lower level asks alone") {
    const hcf::Framework& shipped = tests::shipped();
    const Pathway pathway = hcf::find_pathway(
        shipped, between(shipped, "superintendent-chief-pharmacist", "support-worker"));
    CHECK(steps_of(shipped, pathway) == "support-worker: develop-own-practice");
    CHECK(pathway.core_only);
}

TEST_CASE("every path between two shipped roles is proved") {
    const hcf::Framework& shipped = tests::shipped();
    for (const hcf::RoleAtLevel& from : hcf::roles_at_own_level(shipped)) {
        for (const hcf::RoleAtLevel& to : hcf::roles_at_own_level(shipped)) {
            PathwayQuestion question;
            question.from = from;
            question.to = to;
            CHECK(hcf::find_pathway(shipped, question).is_proved);
        }
    }
}
