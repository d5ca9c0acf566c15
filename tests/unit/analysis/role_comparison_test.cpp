// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/role_comparison.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::Comparable;
using hcf::Comparison;
using hcf::Ratio;

/// The tiny framework with roles that differ by little: in what they ask, at which value, and what
/// is desirable.
const hcf::Framework& little() {
    static const hcf::Framework kFramework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\n"
         "overlay: {id: o}\n"
         "roles:\n"
         "  - {id: plain, title: Plain, levels: [mid], competences: [infuse]}\n"
         "  - {id: twin, title: Twin, levels: [mid],\n"
         "     competences: [infuse, {id: track, essential: false}]}\n"
         "  - {id: five, title: Five, levels: [mid],\n"
         "     competences: [infuse, {id: lead, needs: zero-to-six/5}]}\n"
         "  - {id: other, title: Other, levels: [mid],\n"
         "     competences: [infuse, {id: lead, needs: novice-to-expert/expert}]}\n"
         "  - {id: low-one, title: Low one, levels: [low], competences: [infuse]}\n"});
    return kFramework;
}

Comparable role(std::string_view name, std::string_view level = {}) {
    const hcf::RoleId id = tests::role_of(little(), name);
    hcf::RoleAtLevel at = hcf::at_own_level(little(), id);
    if (!level.empty()) at.level = tests::level_of(little(), level);
    return hcf::make_comparable(little(), at);
}

/// "carried: wash talk; new: lead; left: ; more: ".
std::string told(const Comparison& comparison) {
    const auto ids = [](const std::vector<hcf::CompetenceId>& list) {
        return tests::ids_of(little(), list);
    };
    return "carried: " + ids(comparison.carried) + "; new: " + ids(comparison.added) +
           "; left: " + ids(comparison.left) + "; more: " + ids(comparison.needs_more);
}

TEST_CASE("what carries over, what is new and what is left, in framework order") {
    const Comparable carer = role("carer");
    const Comparable nurse = role("nurse");
    const Comparison there = hcf::compare(carer, nurse);
    CHECK(told(there) == "carried: wash talk; new: lead infuse; left: ; more: ");
    CHECK(there.step == 1);
    CHECK(there.transferability == Ratio{2, 4});
    CHECK(there.similarity == Ratio{1, 2});
    CHECK_FALSE(there.core_only);
    const Comparison back = hcf::compare(nurse, carer);
    CHECK(told(back) == "carried: wash talk; new: ; left: lead infuse; more: ");
    CHECK(back.step == -1);
    CHECK(back.transferability == Ratio{1, 1});
}

TEST_CASE("a higher level does not include a lower one") {
    const Comparison there = hcf::compare(role("nurse", "high"), role("carer"));
    CHECK(told(there) == "carried: wash; new: talk; left: lead guard infuse; more: ");
    CHECK(there.step == -2);
}

TEST_CASE("what is carried is not enough where a value is asked that the other does not assure") {
    CHECK(told(hcf::compare(role("plain"), role("nurse"))) ==
          "carried: wash talk lead infuse; new: ; left: ; more: lead");
    CHECK(told(hcf::compare(role("nurse"), role("plain"))) ==
          "carried: wash talk lead infuse; new: ; left: ; more: ");
    CHECK(tests::ids_of(little(), hcf::asked_for_more(role("nurse"), role("five"))) == "lead");
    CHECK(tests::ids_of(little(), hcf::asked_for_more(role("five"), role("nurse"))).empty());
    CHECK(tests::ids_of(little(), hcf::asked_for_more(role("five"), role("five"))).empty());
    // Scales say nothing of one another, whichever value stands on either.
    CHECK(tests::ids_of(little(), hcf::asked_for_more(role("five"), role("other"))) == "lead");
    CHECK(tests::ids_of(little(), hcf::asked_for_more(role("other"), role("nurse"))) == "lead");
    // What is new there is not carried, whatever its value.
    CHECK(tests::ids_of(little(), hcf::asked_for_more(role("carer"), role("nurse"))).empty());
}

TEST_CASE("everything carries over from one to itself, and both ways mirror one another") {
    const std::vector<Comparable> all = hcf::comparable_roles(little());
    REQUIRE(all.size() == 7);
    for (const Comparable& a : all) {
        const Comparison same = hcf::compare(a, a);
        CHECK(same.carried == a.set.members());
        CHECK(same.added.empty());
        CHECK(same.left.empty());
        CHECK(same.needs_more.empty());
        CHECK(same.step == 0);
        CHECK(same.transferability == Ratio{1, 1});
        for (const Comparable& b : all) {
            const Comparison there = hcf::compare(a, b);
            const Comparison back = hcf::compare(b, a);
            CHECK(there.carried == back.carried);
            CHECK(there.added == back.left);
            CHECK(there.left == back.added);
            CHECK(there.step == -back.step);
            CHECK(there.similarity == back.similarity);
            CHECK(there.core_only == back.core_only);
            CHECK(there.carried.size() + there.added.size() == b.set.size());
            CHECK(there.carried.size() + there.left.size() == a.set.size());
        }
    }
}

TEST_CASE("levels are compared as roles are") {
    const std::vector<Comparable> levels = hcf::comparable_levels(little());
    REQUIRE(levels.size() == 3);
    const Comparison there = hcf::compare(levels[0], levels[2]);
    CHECK(told(there) == "carried: wash; new: lead guard; left: talk; more: ");
    CHECK(there.core_only);
    CHECK(there.step == 2);
    CHECK(there.transferability == Ratio{1, 3});
    CHECK(there.similarity == Ratio{1, 4});
}

TEST_CASE("those that no comparison tells apart are one group") {
    const std::vector<Comparable> all = hcf::comparable_roles(little());
    const auto groups = hcf::group_alike(all);
    // carer, nurse, plain with twin (what is desirable does not count), five, other, low-one.
    const std::vector<std::vector<std::size_t>> expected = {{0}, {1}, {2, 3}, {4}, {5}, {6}};
    CHECK(groups == expected);
    CHECK(hcf::group_alike({}).empty());
}

TEST_CASE("the ranking goes by similarity, then by what carries over, then as given") {
    std::vector<Comparable> others = hcf::comparable_roles(little());
    const Comparable carer = role("carer");
    others.erase(others.begin());
    // nurse, plain, twin, five, other: 2 of 4; low-one: 2 of 3.
    const std::vector<std::size_t> expected = {5, 0, 1, 2, 3, 4};
    CHECK(hcf::rank_by_similarity(carer, others) == expected);
    CHECK(hcf::rank_by_similarity(carer, {}).empty());
    // As similar as the first, the second carries more over: 1 of 2, both ways.
    Comparable one;
    one.set.insert(hcf::CompetenceId{0});
    one.set.insert(hcf::CompetenceId{1});
    Comparable wide = one;
    wide.set.insert(hcf::CompetenceId{2});
    wide.set.insert(hcf::CompetenceId{3});
    Comparable narrow;
    narrow.set.insert(hcf::CompetenceId{0});
    const std::vector<Comparable> two = {wide, narrow};
    const std::vector<std::size_t> narrow_first = {1, 0};
    CHECK(hcf::rank_by_similarity(one, two) == narrow_first);
}

TEST_CASE("facets that change are those that differ, where one is missing too") {
    const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\n"
        "framework: {id: f, title: F, version: '1'}\n"
        "levels:\n"
        "  - {id: a, title: A, descriptor: {knowledge: K, practice: P, decisions: D}}\n"
        "  - {id: b, title: B, descriptor: {knowledge: K, practice: Q, leadership: L}}\n"
        "---\n"
        "hcf: competences/1\n"
        "competences: [{id: c, title: C, kind: core, levels: [a]}]\n"
        "---\n"
        "hcf: roles/1\n"
        "roles: [{id: r, title: R, levels: [a]}]\n");
    const std::vector<hcf::Facet> expected = {hcf::Facet::practice, hcf::Facet::decisions,
                                              hcf::Facet::leadership};
    CHECK(hcf::facets_that_change(framework, hcf::LevelId{0}, hcf::LevelId{1}) == expected);
    CHECK(hcf::facets_that_change(framework, hcf::LevelId{1}, hcf::LevelId{1}).empty());
}

}  // namespace
