// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/framework_diff.h"

#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace {

namespace tests = hcf::tests;

/// The tiny framework with one text in place of another.
hcf::Framework changed_framework(std::string_view old_text, std::string_view new_text) {
    std::string text(tests::kTinyText);
    const std::size_t at = text.find(old_text);
    REQUIRE(at != std::string::npos);
    text.replace(at, old_text.size(), new_text);
    return tests::framework_of(text);
}

/// "KIND CHANGE ID[>TO] DETAIL" a line.
std::string told(const hcf::Framework& from, const hcf::Framework& to) {
    std::string text;
    for (const auto& change : hcf::diff_frameworks(from, to, hcf::find_counterparts(from, to))) {
        text += fmt::format("{} {} {}{}{}{}\n", to_string(change.kind), to_string(change.change),
                            change.id, change.to_id.empty() ? "" : ">", change.to_id,
                            change.detail.empty() ? "" : " " + change.detail);
    }
    return text;
}

std::string told(std::string_view old_text, std::string_view new_text) {
    return told(tests::tiny(), changed_framework(old_text, new_text));
}

/// How somebody is affected; nothing where they are not.
std::optional<hcf::AffectedPerson> effect(const hcf::Framework& to, std::string_view text) {
    const hcf::Framework& from = tests::tiny();
    return hcf::find_effect(from, to, hcf::find_counterparts(from, to),
                            tests::assessment_of(from, text),
                            {tests::day("2026-11-22"), hcf::Basis::self, false});
}

constexpr std::string_view kLow = "hcf: assessment/1\nperson: {id: P, level: low}\n";

}  // namespace

TEST_CASE("a framework and itself do not differ") {
    CHECK(told(tests::tiny(), tests::tiny()).empty());
    CHECK(told(tests::shipped(), tests::shipped()).empty());
}

TEST_CASE("one removed stands behind what was before it") {
    CHECK(told("  - {id: talk, title: Talk clearly, kind: core, levels: [low, mid]}\n",
               "  - {id: sing, title: Sing, kind: core, levels: [low]}\n") ==
          "competence removed talk\ncompetence added sing core of low\n");
    CHECK(told("  - {id: carer, title: Carer, levels: [low]}\n", "") == "role removed carer\n");
}

TEST_CASE("marks are a change of their own, and not for one that came or went") {
    CHECK(told("levels: [mid, high]}\n", "levels: [low, high]}\n") ==
          "mark re-marked lead added low; removed mid\n");
    CHECK(told("{id: mid, title: Mid Practice}",
               "{id: middle, title: Mid Practice, "
               "aliases: [mid]}") ==
          "level renamed mid>middle the other id is a name of it\n"
          "level amended mid>middle aliases: added mid\n");
}

TEST_CASE("what a role asks is compared competence by competence") {
    CHECK(told("{id: track, essential: false}, infuse, {id: lead, needs: zero-to-six/4}",
               "track, {id: lead, needs: zero-to-six/5}, talk") ==
          "role amended nurse asks also 'talk'\n"
          "role amended nurse needs of 'lead': zero-to-six/4 -> zero-to-six/5\n"
          "role amended nurse 'track': desirable -> essential\n"
          "role amended nurse asks no more 'infuse'\n");
}

TEST_CASE("an order of levels that changed is told") {
    const hcf::Framework from = tests::framework_of(
        "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
        "levels: [{id: a, title: A}, {id: b, title: B}]\n---\n"
        "hcf: competences/1\ncompetences: [{id: x, title: X, kind: core, levels: [a]}]\n");
    const hcf::Framework to = tests::framework_of(
        "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
        "levels: [{id: b, title: B}, {id: n, title: N}, {id: a, title: A}]\n---\n"
        "hcf: competences/1\ncompetences: [{id: x, title: X, kind: core, levels: [a]}]\n");
    CHECK(told(from, to) ==
          "level added n\nlevel amended b place among the levels that stay: 2 -> 1\n"
          "level amended a place among the levels that stay: 1 -> 2\n");
}

TEST_CASE("who is asked the same, and is as ready, is not affected") {
    const hcf::Framework retitled = changed_framework("Talk clearly", "Speak clearly");
    CHECK_FALSE(effect(retitled, std::string(kLow) + "ratings: {talk: met}\n"));
    const hcf::Framework renamed =
        changed_framework("{id: talk, title", "{id: speak, same_as: [tiny/talk], title");
    CHECK_FALSE(effect(renamed, std::string(kLow) + "ratings: {talk: met}\n"));
}

TEST_CASE("who is asked something else is affected") {
    const hcf::Framework without = changed_framework(
        "  - {id: talk, title: Talk clearly, kind: core, levels: [low, mid]}\n", "");
    const auto person = effect(without, std::string(kLow) + "ratings: {talk: met}\n");
    REQUIRE(person);
    CHECK(person->before == hcf::Ratio{1, 2});
    CHECK(person->after == hcf::Ratio{0, 1});
    CHECK(person->newly_required.empty());
    CHECK(tests::ids_of(tests::tiny(), person->no_longer_required) == "talk");
    CHECK(tests::ids_of(tests::tiny(), person->lost) == "talk");
}

TEST_CASE("a role that is gone has no figure after") {
    const hcf::Framework without =
        changed_framework("  - {id: carer, title: Carer, levels: [low]}\n", "");
    const auto person =
        effect(without, "hcf: assessment/1\nperson: {id: P, role: carer}\nratings: {talk: met}\n");
    REQUIRE(person);
    CHECK(person->obstacle == hcf::Obstacle::role_gone);
    CHECK(person->before == hcf::Ratio{1, 2});
    CHECK_FALSE(person->after);
}

TEST_CASE("another need of the same competence affects a person") {
    const auto person = effect(changed_framework("zero-to-six/4", "zero-to-six/5"),
                               "hcf: assessment/1\nperson: {id: P, role: nurse}\nscale: "
                               "zero-to-six\nratings: {lead: 4}\n");
    REQUIRE(person);
    CHECK(person->before == hcf::Ratio{1, 4});
    CHECK(person->after == hcf::Ratio{0, 1});
    CHECK(tests::ids_of(tests::tiny(), person->asked_differently) == "lead");
}
