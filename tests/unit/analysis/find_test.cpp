// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/find.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

hcf::FoundPerson found(std::string_view person, std::string_view rating,
                       std::optional<std::string_view> level = std::nullopt) {
    const hcf::Framework& framework = tests::tiny();
    const hcf::Assessment assessment = tests::assessment_of(
        framework, "hcf: assessment/1\nperson: {id: a, " + std::string(person) + "}\nratings: {" +
                       std::string(rating) + "}\n");
    std::optional<hcf::LevelId> asked;
    if (level) asked = framework.find_level(*level);
    return hcf::find_in(framework, assessment,
                        hcf::make_question(tests::competence_of(framework, "talk"), asked,
                                           {tests::day("2026-11-22")}, hcf::Period{0, 0, 10}));
}

}  // namespace

TEST_CASE("who is met holds it, and what runs out by the last day is marked") {
    const auto holder = found("level: low", "talk: {value: met, valid_until: 2026-12-02}");
    CHECK(holder.place == hcf::FindPlace::holder);
    CHECK(holder.runs_out);
    CHECK(holder.is_asked);
    CHECK_FALSE(found("level: low", "talk: {value: met, valid_until: 2026-12-03}").runs_out);
    CHECK_FALSE(found("level: low", "talk: met").runs_out);
}

TEST_CASE("a level that is asked is one at which it was shown") {
    CHECK(found("level: high", "talk: {value: met, level: low}").place == hcf::FindPlace::holder);
    const auto below = found("level: high", "talk: {value: met, level: low}", "high");
    CHECK(below.place == hcf::FindPlace::near);
    CHECK(below.doubt == hcf::Doubt::shown_below);
    CHECK(found("level: high", "talk: {value: met, level: low}", "low").place ==
          hcf::FindPlace::holder);
    CHECK(found("level: low", "talk: met", "high").place == hcf::FindPlace::near);
}

TEST_CASE("near is who is partial, or planned; nobody else") {
    CHECK(found("level: low", "talk: partial").place == hcf::FindPlace::near);
    CHECK(found("level: low", "talk: not-met").place == hcf::FindPlace::other);
    CHECK(found("level: low", "talk: {plan: {action: b, due: 2026-11-22, supervisor: s}}").place ==
          hcf::FindPlace::near);
    CHECK(found("level: low", "talk: {plan: {action: b, due: 2026-11-21, supervisor: s}}").place ==
          hcf::FindPlace::other);
    CHECK(found("level: low", "talk: {plan: {action: b, due: 2026-11-22}}").place ==
          hcf::FindPlace::other);
    CHECK(found("level: low", "talk: {value: not-applicable, note: n}").place ==
          hcf::FindPlace::other);
}

TEST_CASE("what is said not to apply is not near, accepted or not") {
    hcf::FindCounts counts;
    const auto doubted =
        found("level: high", "talk: {value: not-applicable, note: n, level: low}", "high");
    CHECK(doubted.status == hcf::Status::unconfirmed);
    CHECK(doubted.place == hcf::FindPlace::other);
    counts.add(doubted);
    CHECK(counts.not_applicable == 1);
    CHECK(counts.near == 0);
}

TEST_CASE("the nearest stand first") {
    const auto partial = found("level: low", "talk: partial");
    const auto planned = found(
        "level: low", "talk: {value: partial, plan: {action: b, due: 2027-01-01, supervisor: s}}");
    const auto sooner = found(
        "level: low", "talk: {value: partial, plan: {action: b, due: 2026-12-01, supervisor: s}}");
    const auto expired = found("level: low", "talk: {value: met, valid_until: 2026-11-01}");
    const auto older = found("level: low", "talk: {value: met, valid_until: 2026-10-01}");
    const auto doubtful = found("level: high", "talk: {value: met, level: low}", "high");
    CHECK(hcf::is_nearer(doubtful, expired));
    CHECK(hcf::is_nearer(expired, older));
    CHECK(hcf::is_nearer(older, sooner));
    CHECK(hcf::is_nearer(sooner, planned));
    CHECK(hcf::is_nearer(planned, partial));
    CHECK_FALSE(hcf::is_nearer(partial, planned));
    CHECK_FALSE(hcf::is_nearer(partial, partial));
}
