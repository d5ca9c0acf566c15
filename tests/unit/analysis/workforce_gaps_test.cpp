// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/workforce_gaps.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using hcf::AskedAt;
using hcf::GapCount;
using hcf::WorkforceGaps;

AskedAt asked(std::string_view competence, std::string_view level) {
    return {tests::competence_of(tests::tiny(), competence), tests::level_of(tests::tiny(), level)};
}

void add(WorkforceGaps& gaps, std::string_view person, std::string_view ratings,
         const std::optional<hcf::Target>& target = {}) {
    hcf::JudgeOptions options;
    options.as_of = tests::day("2026-11-22");
    gaps.add(
        tests::tiny(),
        tests::assessment_of(tests::tiny(), "hcf: assessment/1\nperson: " + std::string(person) +
                                                "\nratings: " + std::string(ratings) + "\n"),
        target, options);
}

/// "3 of 4" of a cell, "-" of one that is not there.
std::string count_at(const WorkforceGaps& gaps, const AskedAt& place) {
    const auto found = gaps.cells.find(place);
    if (found == gaps.cells.end()) return "-";
    return std::to_string(found->second.lacking) + " of " + std::to_string(found->second.asked);
}

/// Gaps in one competence: so many people, of whom it is asked of so many, who lack it.
WorkforceGaps gaps_of(std::int64_t people, std::int64_t of_whom, std::int64_t lacking) {
    WorkforceGaps gaps;
    gaps.people = people;
    gaps.cells[asked("wash", "low")] = {of_whom, lacking};
    gaps.by_family[{asked("wash", "low").competence, "nursing"}] = lacking;
    return gaps;
}

std::string shown(const WorkforceGaps& gaps, std::int64_t below) {
    const hcf::ShownGaps result = hcf::show_gaps(gaps, below);
    CHECK(result.suppressed_below == below);
    CHECK_FALSE(result.by_family);
    const auto& figure = result.lacking.at(asked("wash", "low"));
    return figure ? std::to_string(*figure) : "hidden";
}

TEST_CASE("a gap counts at the level at which it is asked, a plan and what is n/a do not") {
    WorkforceGaps gaps;
    add(gaps, "{id: A, role: Carer}", "{wash: met, talk: partial}");
    add(gaps, "{id: B, role: Carer, overlaps: [{level: mid, competences: [talk]}]}", "{}");
    add(gaps, "{id: C, role: Carer}",
        "{wash: {value: not-applicable, note: N}, talk: {plan: {action: A, due: 2027-01-01, "
        "supervisor: S}}}");
    CHECK(gaps.people == 3);
    CHECK(count_at(gaps, asked("wash", "low")) == "1 of 2");
    CHECK(count_at(gaps, asked("talk", "low")) == "1 of 2");
    CHECK(count_at(gaps, asked("talk", "mid")) == "1 of 1");
    CHECK(count_at(gaps, asked("lead", "mid")) == "-");
    CHECK(gaps.by_family.empty());
}

TEST_CASE("against a target everybody is held against that") {
    WorkforceGaps gaps;
    const hcf::Target high = {hcf::TargetKind::level, std::nullopt,
                              tests::level_of(tests::tiny(), "high")};
    add(gaps, "{id: A, role: Carer}", "{wash: met}", high);
    add(gaps, "{id: B, level: mid}", "{guard: met}", high);
    CHECK(count_at(gaps, asked("guard", "high")) == "1 of 2");
    CHECK(count_at(gaps, asked("wash", "high")) == "1 of 2");
    CHECK(count_at(gaps, asked("wash", "low")) == "-");
}

TEST_CASE("what is desirable is not lacked") {
    WorkforceGaps gaps;
    add(gaps, "{id: A, role: Nurse - Adult, level: mid}", "{}");
    CHECK(count_at(gaps, asked("infuse", "mid")) == "1 of 1");
    CHECK(count_at(gaps, asked("track", "mid")) == "-");
}

TEST_CASE("a number is hidden by which fewer people could be told") {
    CHECK(shown(gaps_of(20, 20, 5), 5) == "5");
    CHECK(shown(gaps_of(20, 20, 4), 5) == "hidden");
    CHECK(shown(gaps_of(20, 20, 1), 5) == "hidden");
    CHECK(shown(gaps_of(20, 20, 0), 5) == "0");
    CHECK(shown(gaps_of(20, 20, 20), 5) == "20");
    CHECK(shown(gaps_of(20, 20, 15), 5) == "15");
    CHECK(shown(gaps_of(20, 20, 16), 5) == "hidden");  // four have no gap
    CHECK(shown(gaps_of(20, 18, 14), 5) == "hidden");  // four of those asked have none
    CHECK(shown(gaps_of(20, 17, 17), 5) == "hidden");  // of three it is not asked
    CHECK(shown(gaps_of(20, 4, 0), 5) == "hidden");    // only four are asked
    CHECK(shown(gaps_of(20, 4, 4), 5) == "hidden");
    CHECK(shown(gaps_of(4, 4, 0), 5) == "hidden");
    CHECK(shown(gaps_of(4, 0, 0), 5) == "hidden");
    CHECK(shown(gaps_of(20, 20, 1), 1) == "1");
    CHECK(shown(gaps_of(2, 2, 0), 2) == "hidden");  // else a blank would be 1
    CHECK(shown(gaps_of(2, 2, 2), 2) == "hidden");
    CHECK(shown(gaps_of(20, 2, 0), 2) == "hidden");
    CHECK(shown(gaps_of(3, 3, 0), 2) == "0");
    CHECK_FALSE(hcf::show_gaps(gaps_of(4, 4, 0), 5).people);
    CHECK(hcf::show_gaps(gaps_of(5, 5, 0), 5).people == 5);
    const hcf::ShownGaps all = hcf::show_gaps(gaps_of(4, 4, 1), {});
    CHECK(all.people == 4);
    CHECK(all.lacking.at(asked("wash", "low")) == 1);
    CHECK(all.by_family->size() == 1);
}

}  // namespace
