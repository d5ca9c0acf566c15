// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/progress.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

hcf::Assessment person(std::string_view post, std::string_view ratings, std::string_view id = "p") {
    return tests::assessment_of(
        tests::tiny(), "hcf: assessment/1\nperson: {id: " + std::string(id) + ", " +
                           std::string(post) + "}\nratings: " + std::string(ratings) + "\n");
}

hcf::ProgressSeries series(const hcf::ProgressTarget& target = {}) {
    hcf::JudgeOptions options;
    options.as_of = tests::day("2026-11-22");
    return {tests::tiny(), target, options};
}

/// "talk gained not-met>met; ..." of what changed.
std::string text_of(const std::vector<hcf::CompetenceChange>& changes) {
    std::string text;
    const auto word = [](const std::optional<hcf::Status>& status) {
        return status ? std::string(to_string(*status)) : std::string("-");
    };
    for (const hcf::CompetenceChange& change : changes) {
        text += (text.empty() ? "" : "; ") + tests::tiny().at(change.competence).id + " " +
                std::string(to_string(change.change)) + " " + word(change.before) + ">" +
                word(change.after);
    }
    return text;
}

}  // namespace

TEST_CASE("a change is the first that holds") {
    hcf::ProgressSeries people = series();
    people.add(person("level: low", "{wash: met, talk: met}"), tests::day("2024-01-01"), "");
    people.add(person("level: mid", "{wash: {value: met, valid_until: 2026-01-01}, lead: met}"),
               tests::day("2025-01-01"), "");
    CHECK(text_of(people.progress_of(0).changes) ==
          "wash lapsed met>expired; talk lost met>not-assessed; lead newly-required ->met");
    CHECK(text_of(people.progress_of(0).steps[1].changes) == "wash lapsed met>expired");

    hcf::ProgressSeries back = series();
    back.add(person("level: mid", "{wash: partial, talk: not-met, lead: met}"),
             tests::day("2024-01-01"), "");
    back.add(person("level: low", "{wash: not-met, talk: met}"), tests::day("2025-01-01"), "");
    CHECK(text_of(back.progress_of(0).changes) ==
          "wash changed partial>not-met; talk gained not-met>met; lead no-longer-required met>-");
}

TEST_CASE("assessments stand by day whatever the order in which they were added") {
    hcf::ProgressSeries people = series();
    people.add(person("level: mid", "{lead: met}"), tests::day("2026-01-01"), "1");
    people.add(person("level: low", "{wash: met}", "q"), tests::day("2026-01-01"), "");
    people.add(person("level: low", "{wash: met}"), tests::day("2024-01-01"), "0.9");
    people.add(person("level: low", "{wash: met, talk: met}"), tests::day("2025-01-01"), "");
    REQUIRE(people.size() == 2);
    CHECK(people.count_of(0) == 3);
    CHECK(people.count_of(1) == 1);
    CHECK(people.single(1).assessed == tests::day("2026-01-01"));
    const hcf::Progress progress = people.progress_of(0);
    REQUIRE(progress.points.size() == 4);
    std::string course;
    for (const hcf::ProgressPoint& point : progress.points)
        course += to_string(point.snapshot.as_of) + " " + point.framework_version + " " +
                  std::to_string(point.snapshot.summary.met) + "; ";
    CHECK(course == "2024-01-01 0.9 1; 2025-01-01  2; 2026-01-01 1 1; 2026-11-22 1 1; ");
    CHECK(progress.person.level == tests::level_of(tests::tiny(), "mid"));
    CHECK(progress.is_core_only());
}

TEST_CASE("a role without a level stands where the latest assessment has it, on every day") {
    const hcf::RoleId nurse = tests::role_of(tests::tiny(), "nurse");
    hcf::ProgressSeries people = series({hcf::TargetKind::role, nurse, std::nullopt});
    people.add(person("role: nurse, level: high", "{guard: met}"), tests::day("2025-01-01"), "");
    people.add(person("role: nurse, level: mid", "{talk: met}"), tests::day("2024-01-01"), "");
    const hcf::Progress progress = people.progress_of(0);
    CHECK(progress.target.level == tests::level_of(tests::tiny(), "high"));
    CHECK(text_of(progress.changes) == "guard gained not-assessed>met");
    CHECK_FALSE(progress.is_core_only());

    hcf::ProgressSeries others = series({hcf::TargetKind::role, nurse, std::nullopt});
    others.add(person("role: carer", "{}"), tests::day("2024-01-01"), "");
    others.add(person("level: high", "{}"), tests::day("2025-01-01"), "");
    CHECK(others.progress_of(0).target.level == tests::level_of(tests::tiny(), "mid"));
}
