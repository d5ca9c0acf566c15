// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/development_plan.h"

#include "hcf/analysis/joint_plan.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::CompetenceId;
using hcf::Course;
using hcf::CoverMeasure;
using hcf::Learner;

/// Courses of one provider, by position, which develop these competences of the tiny framework.
struct Shop {
    hcf::Catalogue& catalogue() { return catalogues.front(); }

    Course& add(const std::string& id, std::vector<std::uint32_t> develops,
                std::vector<std::uint32_t> after = {}) {
        Course course;
        course.id = id;
        course.provider = "A";
        for (const std::uint32_t index : develops) course.develops.push_back({index});
        course.after = std::move(after);
        course.position = static_cast<std::uint32_t>(catalogue().courses.size());
        catalogue().courses.push_back(course);
        return catalogue().courses.back();
    }

    [[nodiscard]] hcf::CourseOffer offer() const { return {tests::tiny(), catalogues}; }

    std::vector<hcf::Catalogue> catalogues = std::vector<hcf::Catalogue>(1);
};

Learner somebody(std::vector<std::uint32_t> needs) {
    Learner learner;
    learner.level = hcf::LevelId{1};
    for (const std::uint32_t index : needs)
        learner.needs.push_back({CompetenceId{index}, hcf::Status::not_met, std::nullopt});
    return learner;
}

std::string ids_of(const hcf::DevelopmentPlan& plan) {
    std::string text;
    for (const hcf::PlannedCourse& planned : plan.courses)
        text += (text.empty() ? "" : " ") + planned.course->id;
    return text;
}

std::string ids_of(const hcf::JointPlan& plan) {
    std::string text;
    for (const hcf::Session& session : plan.sessions)
        text += (text.empty() ? "" : " ") + session.course->id;
    return text;
}

}  // namespace

TEST_CASE("what comes first is bought, and stands first") {
    Shop shop;
    shop.add("second", {0}, {1});
    shop.add("first", {});
    shop.catalogue().courses[1].develops = {CompetenceId{3}};
    const hcf::DevelopmentPlan plan = plan_development(somebody({0}), shop.offer(), {});
    CHECK(ids_of(plan) == "first second");
    CHECK(plan.courses[0].closes.empty());
    CHECK(plan.total.courses == 2);
    CHECK(plan.total.without_cost == 2);
    CHECK(plan.proof.proved_optimal);
}

TEST_CASE("a completed course comes before others, and is not bought for what it develops") {
    Shop shop;
    shop.add("first", {0});
    shop.add("second", {1}, {0});
    Learner learner = somebody({0, 1});
    learner.completed = {{0, std::nullopt}};
    const hcf::DevelopmentPlan plan = plan_development(learner, shop.offer(), {});
    CHECK(ids_of(plan) == "second");
    REQUIRE(plan.taken_already.size() == 1);
    CHECK(plan.taken_already[0].courses[0]->id == "first");
    CHECK(plan.uncovered == std::vector<CompetenceId>{{0}});
}

TEST_CASE("what has run out since a course is learnt again") {
    Shop shop;
    shop.add("update", {0});
    Learner learner = somebody({0});
    learner.needs[0].ran_out = tests::day("2026-06-30");
    learner.completed = {{0, tests::day("2026-06-30")}};
    CHECK(ids_of(plan_development(learner, shop.offer(), {})) == "update");
    learner.completed = {{0, tests::day("2026-07-01")}};
    CHECK(ids_of(plan_development(learner, shop.offer(), {})).empty());
}

TEST_CASE(
    "amounts beyond what can be added exactly are kept within limits, and not called proved") {
    Shop shop;
    for (int i = 0; i < 200; ++i) {
        Course& course = shop.add("c" + std::to_string(i), {0});
        course.cost =
            hcf::parse_decimal(i % 2 == 0 ? "999999999999.999999" : "999999999999.999998");
    }
    hcf::TrainingAim aim{CoverMeasure::cost, std::nullopt, std::nullopt};
    const hcf::DevelopmentPlan plan = plan_development(somebody({0}), shop.offer(), aim);
    CHECK(plan.courses.size() == 1);
    CHECK_FALSE(plan.proof.proved_optimal);
    aim.max_cost = hcf::parse_decimal("999999999999.999997");
    CHECK(plan_development(somebody({0}), shop.offer(), aim).courses.empty());
}

TEST_CASE("a session is counted once, and whoever needs it comes") {
    Shop shop;
    shop.add("pair", {0, 1}).cost = hcf::parse_decimal("30");
    shop.add("zero", {0}).cost = hcf::parse_decimal("20");
    shop.add("one", {1}).cost = hcf::parse_decimal("20");
    const std::vector<Learner> learners = {somebody({0}), somebody({1}), somebody({})};
    const hcf::JointPlan plan =
        plan_jointly(learners, shop.offer(), {CoverMeasure::cost, std::nullopt, std::nullopt}, 5);
    CHECK(ids_of(plan) == "pair");
    CHECK(plan.total.cost.shortest() == "30");
    CHECK(plan.places.cost.shortest() == "60");
    CHECK(plan.sessions[0].attendances.size() == 2);
    CHECK(plan.people == 2);
    CHECK(plan.closed == 2);
    CHECK(plan.reach[0].course->id == "pair");
    CHECK(plan.reach[0].people == 2);
    // Alone, each would have taken the cheaper one.
    CHECK(ids_of(plan_development(learners[0], shop.offer(),
                                  {CoverMeasure::cost, std::nullopt, std::nullopt})) == "zero");
}

TEST_CASE("who has completed what comes first, comes without it; the others are not let in so") {
    Shop shop;
    shop.add("first", {2});
    shop.add("second", {0}, {0});
    Learner done = somebody({0});
    done.completed = {{0, std::nullopt}};
    const std::vector<Learner> both = {done, somebody({0})};
    CHECK(ids_of(plan_jointly(both, shop.offer(), {}, 5)) == "first second");
    CHECK(plan_jointly(both, shop.offer(), {}, 5).sessions[0].attendances.size() == 1);
    const std::vector<Learner> alone = {done};
    CHECK(ids_of(plan_jointly(alone, shop.offer(), {}, 5)) == "second");
}
