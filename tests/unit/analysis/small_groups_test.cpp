// SPDX-License-Identifier: Apache-2.0
// What is withheld of sums that were made by hand; that nothing of it can be worked out is proved
// by tests/oracle/summary_hidden.py.
#include "hcf/analysis/small_groups.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace tests = hcf::tests;

using hcf::GroupBy;
using hcf::GroupCounts;
using hcf::Summary;
using hcf::SummarySums;

namespace {

/// So many carers at a workplace, who each meet one of two and lack the other; the first is ready.
void add(const std::string& organisation, const std::string& team, std::int64_t people,
         SummarySums& sums) {
    const GroupCounts counts = {people, 2 * people, 2 * people, people + 1, 0, people - 1, 1, 1};
    SummarySums more;
    more.people = people;
    more.workplaces[{organisation, team}] = counts;
    std::vector<hcf::CompetenceCounts> competences(tests::tiny().competences.size());
    competences[tests::competence_of(tests::tiny(), "wash").index] = {people, people, 0, 0, 0};
    competences[tests::competence_of(tests::tiny(), "talk").index] = {people, 1, 0, people - 1, 0};
    more.posts[{tests::level_of(tests::tiny(), "low"), tests::role_of(tests::tiny(), "carer")}] = {
        counts, competences};
    hcf::add_sums(more, sums);
}

/// "a ? b ? c 8" of the groups of a kind: a question mark for people who are withheld.
std::string people_of(const Summary& summary, GroupBy by) {
    std::string text;
    for (const hcf::SummaryGroup& group : summary.groups) {
        if (group.by != by) continue;
        text += std::string(text.empty() ? "" : " ") + group.key.value_or("-") + " " +
                (group.figures[0] ? std::to_string(*group.figures[0]) : "?");
    }
    return text;
}

}  // namespace

TEST_CASE("a small group is withheld whole, and the smallest of the others with it") {
    SummarySums sums;
    add("a", "", 3, sums);
    add("b", "", 9, sums);
    add("c", "", 8, sums);
    add("d", "", 8, sums);
    const Summary summary = hcf::suppress_small(tests::tiny(), sums, 5);
    CHECK(summary.people == 20 + 8);
    CHECK(people_of(summary, GroupBy::organisation) == "a ? b 9 c ? d 8");
    for (const auto& figure : summary.groups[0].figures) CHECK_FALSE(figure);
    CHECK(summary.suppressed_below == 5);
}

TEST_CASE("two of one person each would be told by their sum, so that a third is withheld") {
    SummarySums sums;
    add("a", "", 1, sums);
    add("b", "", 1, sums);
    add("c", "", 7, sums);
    add("d", "", 9, sums);
    CHECK(people_of(hcf::suppress_small(tests::tiny(), sums, 5), GroupBy::organisation) ==
          "a ? b ? c ? d 9");
}

TEST_CASE("a team is hidden within its own organisation, whose sum is shown") {
    SummarySums sums;
    add("a", "x", 2, sums);
    add("a", "y", 20, sums);
    add("a", "z", 30, sums);
    add("b", "x", 6, sums);
    add("b", "y", 7, sums);
    const Summary summary = hcf::suppress_small(tests::tiny(), sums, 5);
    CHECK(people_of(summary, GroupBy::organisation) == "a 52 b 13");
    CHECK(people_of(summary, GroupBy::team) == "a/x ? a/y ? a/z 30 b/x 6 b/y 7");
}

TEST_CASE("where there are few in all, nothing is told; of nobody, that there is nobody") {
    SummarySums sums;
    CHECK(hcf::suppress_small(tests::tiny(), sums, 5).people == 0);
    add("a", "", 4, sums);
    const Summary summary = hcf::suppress_small(tests::tiny(), sums, 5);
    CHECK_FALSE(summary.people);
    for (const hcf::SummaryCompetence& competence : summary.competences) {
        for (const auto& figure : competence.figures) CHECK_FALSE(figure);
    }
    CHECK(hcf::suppress_small(tests::tiny(), sums, 4).people == 4);
}

TEST_CASE("counts of competences that are small, or that nearly all have, are withheld") {
    SummarySums sums;
    add("a", "", 40, sums);
    const Summary summary = hcf::suppress_small(tests::tiny(), sums, 5);
    REQUIRE(summary.competences.size() == 2);
    const auto& talk = summary.competences[1].figures;
    CHECK(talk[0] == 40);
    CHECK_FALSE(talk[1]);  // 1 is met
    CHECK_FALSE(talk[3]);  // 39 of 40 are a gap
}

TEST_CASE("a competence that is asked of some of those withheld is withheld whole") {
    const hcf::Framework& framework = tests::tiny();
    SummarySums sums;
    const auto add_level = [&](std::string_view id, std::int64_t people) {
        const hcf::LevelId level = tests::level_of(framework, id);
        const auto& core = framework.at(level).core;
        const std::int64_t asked = people * static_cast<std::int64_t>(core.size());
        const GroupCounts counts = {people, asked, asked, asked, 0, 0, people, people};
        std::vector<hcf::CompetenceCounts> competences(framework.competences.size());
        for (const hcf::CompetenceId competence : core)
            competences[competence.index] = {people, people, 0, 0, 0};
        hcf::add_sums({people, {{{"a", ""}, counts}}, {{{level, {}}, {counts, competences}}}},
                      sums);
    };
    add_level("low", 7);
    add_level("high", 3);
    const Summary summary = hcf::suppress_small(framework, sums, 5);
    CHECK(people_of(summary, GroupBy::level) == "low ? high ?");
    const auto is_core = [&](std::string_view level, hcf::CompetenceId competence) {
        return framework.at(tests::level_of(framework, level)).core_set.contains(competence);
    };
    for (const hcf::SummaryCompetence& row : summary.competences) {
        if (is_core("low", row.competence) != is_core("high", row.competence))
            CHECK_FALSE(row.figures[0]);
    }
}
