// SPDX-License-Identifier: Apache-2.0
// The table of spec 3, row by row, and which row comes first where two would apply.
#include "hcf/model/status.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using hcf::Basis;
using hcf::Doubt;
using hcf::Status;

/// The tiny framework; a met of wash lasts a year.
const hcf::Framework& refreshed() {
    static const hcf::Framework kFramework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\noverlay: {id: o}\ncompetences: [{id: wash, refresh: P1Y}]\n"});
    return kFramework;
}

/// How a rating is judged, and against what.
struct JudgeCase {
    std::string_view competence = "talk";
    std::string_view rating = "met";    ///< its YAML
    std::string_view scale = "status";  ///< of the document
    std::string_view as_of = "2026-11-22";
    Basis accept = Basis::self;
    bool in_context = false;
    std::string_view asked_at = "mid";  ///< empty: not asked
    std::string_view needs = {};        ///< SCALE/VALUE
};

struct Judged {
    Status status;
    Doubt doubt;
};

std::optional<hcf::Needs> needs_of(const hcf::Framework& framework, std::string_view text) {
    if (text.empty()) return std::nullopt;
    const std::size_t slash = text.find('/');
    const auto scale = framework.find_scale(text.substr(0, slash));
    REQUIRE(scale);
    const auto value = hcf::find_value(framework.at(*scale), text.substr(slash + 1));
    REQUIRE(value);
    return hcf::Needs{*scale, *value};
}

/// The judgement of somebody at level mid.
Judged judged(const JudgeCase& given) {
    const hcf::Framework& framework = refreshed();
    const hcf::Assessment assessment = tests::assessment_of(
        framework,
        "hcf: assessment/1\nperson: {id: a, level: mid}\nscale: " + std::string(given.scale) +
            "\nratings: {" + std::string(given.competence) + ": " + std::string(given.rating) +
            "}\n",
        "2099-01-01");
    const auto competence = tests::competence_of(framework, given.competence);
    const hcf::Rating* rating = assessment.find(competence);
    REQUIRE(rating != nullptr);
    const hcf::JudgeOptions options = {tests::day(given.as_of), given.accept, given.in_context};
    std::optional<hcf::LevelId> asked_at;
    if (!given.asked_at.empty()) asked_at = tests::level_of(framework, given.asked_at);
    const auto needs = needs_of(framework, given.needs);
    const Doubt doubt =
        rating->value ? hcf::doubt_of(framework, competence, *rating, asked_at, needs, options)
                      : Doubt::none;
    return {hcf::judge(framework, competence, rating, asked_at, needs, options), doubt};
}

Status status_of(const JudgeCase& given) { return judged(given).status; }

}  // namespace

TEST_CASE("without a rating, or with one that is only planned, nothing is assessed") {
    const hcf::Framework& framework = refreshed();
    CHECK(hcf::judge(framework, tests::competence_of(framework, "talk"), nullptr, std::nullopt,
                     std::nullopt,
                     {tests::day("2026-11-22"), Basis::assessor, true}) == Status::not_assessed);
    CHECK(status_of({.rating = "{plan: {action: Learn}}"}) == Status::not_assessed);
    CHECK(
        status_of({.competence = "wash", .rating = "{plan: {action: a}, assessed: 2000-01-01}"}) ==
        Status::not_assessed);
}

TEST_CASE("a value counts as what its scale says") {
    CHECK(status_of({.rating = "met"}) == Status::met);
    CHECK(status_of({.rating = "partial"}) == Status::partial);
    CHECK(status_of({.rating = "not-met"}) == Status::not_met);
    const auto on_six = [](std::string_view value) {
        return status_of({.rating = value, .scale = "zero-to-six"});
    };
    CHECK(on_six("0") == Status::not_met);
    CHECK(on_six("1") == Status::partial);
    CHECK(on_six("2") == Status::partial);
    CHECK(on_six("3") == Status::met);
    CHECK(on_six("6") == Status::met);
    CHECK(status_of({.rating = "advanced-beginner", .scale = "novice-to-expert"}) ==
          Status::partial);
    CHECK(status_of({.rating = "not-yet-competent", .scale = "competent"}) == Status::not_met);
}

TEST_CASE("not applicable is said so, on every scale") {
    for (const std::string_view scale :
         {"status", "competent", "zero-to-six", "novice-to-expert"}) {
        CHECK(status_of({.rating = "{value: not-applicable, note: n}", .scale = scale}) ==
              Status::not_applicable);
    }
}

TEST_CASE("a met holds until its last day, that day included") {
    const auto on = [](std::string_view as_of) {
        return status_of({.rating = "{value: met, valid_until: 2026-11-22}", .as_of = as_of});
    };
    CHECK(on("2026-11-21") == Status::met);
    CHECK(on("2026-11-22") == Status::met);
    CHECK(on("2026-11-23") == Status::expired);
}

TEST_CASE("a met of what is refreshed holds until the period is over, that day included") {
    const auto on = [](std::string_view as_of) {
        return status_of(
            {.competence = "wash", .rating = "{value: met, assessed: 2025-11-22}", .as_of = as_of});
    };
    CHECK(on("2025-11-22") == Status::met);
    CHECK(on("2026-11-22") == Status::met);
    CHECK(on("2026-11-23") == Status::expired);
}

TEST_CASE("of the two last days the earlier counts") {
    CHECK(status_of({.competence = "wash",
                     .rating = "{value: met, assessed: 2025-12-01, valid_until: 2026-06-01}"}) ==
          Status::expired);
    CHECK(status_of({.competence = "wash",
                     .rating = "{value: met, assessed: 2025-11-01, valid_until: 2030-01-01}"}) ==
          Status::expired);
    CHECK(status_of({.competence = "wash",
                     .rating = "{value: met, assessed: 2025-12-01, valid_until: 2030-01-01}"}) ==
          Status::met);
}

TEST_CASE("the last day is the earlier of the two, where they are known") {
    const hcf::Framework& framework = refreshed();
    const hcf::Competence& wash = framework.at(tests::competence_of(framework, "wash"));
    const hcf::Competence& talk = framework.at(tests::competence_of(framework, "talk"));
    hcf::Rating rating;
    CHECK_FALSE(hcf::last_valid_day(wash, rating));
    rating.assessed = tests::day("2024-02-29");
    CHECK(hcf::last_valid_day(wash, rating) == tests::day("2025-02-28"));
    CHECK_FALSE(hcf::last_valid_day(talk, rating));
    rating.valid_until = tests::day("2025-01-01");
    CHECK(hcf::last_valid_day(wash, rating) == tests::day("2025-01-01"));
    CHECK(hcf::last_valid_day(talk, rating) == tests::day("2025-01-01"));
    rating.assessed.reset();
    CHECK(hcf::last_valid_day(wash, rating) == tests::day("2025-01-01"));
}

TEST_CASE("only a met expires") {
    CHECK(status_of({.rating = "{value: partial, valid_until: 2020-01-01}"}) == Status::partial);
    CHECK(status_of({.rating = "{value: not-met, valid_until: 2020-01-01}"}) == Status::not_met);
    CHECK(status_of({.rating = "{value: not-applicable, note: n, valid_until: 2020-01-01}"}) ==
          Status::not_applicable);
}

TEST_CASE("a basis that is weaker than what is accepted leaves a met unconfirmed") {
    const auto with = [](std::string_view basis, Basis accept) {
        const std::string rating = "{value: met, basis: " + std::string(basis) + "}";
        return status_of({.rating = rating, .accept = accept});
    };
    CHECK(with("self", Basis::self) == Status::met);
    CHECK(with("self", Basis::supervisor) == Status::unconfirmed);
    CHECK(with("self", Basis::assessor) == Status::unconfirmed);
    CHECK(with("supervisor", Basis::supervisor) == Status::met);
    CHECK(with("supervisor", Basis::assessor) == Status::unconfirmed);
    CHECK(with("assessor", Basis::assessor) == Status::met);
    // None counts as self.
    CHECK(status_of({.rating = "met"}) == Status::met);
    CHECK(status_of({.rating = "met", .accept = Basis::supervisor}) == Status::unconfirmed);
}

TEST_CASE("not applicable is unconfirmed on a basis that is too weak, too") {
    CHECK(status_of({.rating = "{value: not-applicable, note: n, basis: self}",
                     .accept = Basis::supervisor}) == Status::unconfirmed);
    CHECK(status_of({.rating = "{value: not-applicable, note: n, basis: supervisor}",
                     .accept = Basis::supervisor}) == Status::not_applicable);
}

TEST_CASE("a basis does not make a partial or a not-met anything else") {
    CHECK(status_of({.rating = "{value: partial, basis: self}", .accept = Basis::assessor}) ==
          Status::partial);
    CHECK(status_of({.rating = "not-met", .accept = Basis::assessor}) == Status::not_met);
}

TEST_CASE("in context, what was shown below the level asked is unconfirmed") {
    const auto shown = [](std::string_view level, bool in_context, std::string_view asked_at) {
        const std::string rating = "{value: met, level: " + std::string(level) + "}";
        return status_of({.rating = rating, .in_context = in_context, .asked_at = asked_at});
    };
    CHECK(shown("low", true, "mid") == Status::unconfirmed);
    CHECK(shown("mid", true, "mid") == Status::met);
    CHECK(shown("high", true, "mid") == Status::met);
    CHECK(shown("mid", true, "high") == Status::unconfirmed);
    CHECK(shown("low", false, "high") == Status::met);
    // What is not asked is asked at no level.
    CHECK(shown("low", true, "") == Status::met);
    // Without a level of its own a rating was shown at the person's.
    CHECK(status_of({.rating = "met", .in_context = true, .asked_at = "mid"}) == Status::met);
    CHECK(status_of({.rating = "met", .in_context = true, .asked_at = "high"}) ==
          Status::unconfirmed);
    CHECK(status_of({.rating = "{value: not-applicable, note: n, level: low}",
                     .in_context = true}) == Status::unconfirmed);
}

TEST_CASE("what is refreshed and has neither a date nor a last day is unconfirmed") {
    CHECK(status_of({.competence = "wash", .rating = "met"}) == Status::unconfirmed);
    CHECK(status_of({.competence = "wash", .rating = "{value: met, valid_until: 2027-01-01}"}) ==
          Status::met);
    CHECK(status_of({.competence = "wash", .rating = "{value: met, assessed: 2026-11-01}"}) ==
          Status::met);
    CHECK(status_of({.competence = "talk", .rating = "met"}) == Status::met);
    CHECK(status_of({.competence = "wash", .rating = "{value: not-applicable, note: n}"}) ==
          Status::unconfirmed);
    CHECK(status_of({.competence = "wash", .rating = "partial"}) == Status::partial);
}

TEST_CASE("a met below what is needed on its own scale is partial") {
    const auto with = [](std::string_view value) {
        return status_of({.rating = value, .scale = "zero-to-six", .needs = "zero-to-six/4"});
    };
    CHECK(with("0") == Status::not_met);
    CHECK(with("2") == Status::partial);
    CHECK(with("3") == Status::partial);
    CHECK(with("4") == Status::met);
    CHECK(with("6") == Status::met);
}

TEST_CASE("a met on another scale than what is needed is unconfirmed") {
    CHECK(status_of({.rating = "met", .needs = "zero-to-six/4"}) == Status::unconfirmed);
    CHECK(status_of({.rating = "expert", .scale = "novice-to-expert", .needs = "zero-to-six/0"}) ==
          Status::unconfirmed);
    CHECK(status_of({.rating = "partial", .needs = "zero-to-six/4"}) == Status::partial);
    CHECK(status_of({.rating = "not-met", .needs = "zero-to-six/4"}) == Status::not_met);
}

TEST_CASE("below needs comes before expired, and expired before unconfirmed") {
    CHECK(status_of({.rating = "{value: 3, valid_until: 2020-01-01}",
                     .scale = "zero-to-six",
                     .accept = Basis::assessor,
                     .needs = "zero-to-six/4"}) == Status::partial);
    CHECK(status_of({.rating = "{value: met, valid_until: 2020-01-01, level: low}",
                     .accept = Basis::assessor,
                     .in_context = true,
                     .needs = "zero-to-six/4"}) == Status::expired);
    CHECK(status_of({.competence = "wash",
                     .rating = "{value: met, assessed: 2020-01-01}",
                     .accept = Basis::assessor}) == Status::expired);
}

TEST_CASE("why something is unconfirmed is told by the first reason that holds") {
    const auto doubt = [](const JudgeCase& given) { return judged(given).doubt; };
    CHECK(doubt({.rating = "met"}) == Doubt::none);
    CHECK(doubt({.rating = "met", .accept = Basis::supervisor}) == Doubt::weaker_basis);
    CHECK(doubt({.rating = "{value: met, level: low}", .in_context = true}) == Doubt::shown_below);
    CHECK(doubt({.competence = "wash", .rating = "met"}) == Doubt::undated);
    CHECK(doubt({.rating = "met", .needs = "zero-to-six/4"}) == Doubt::other_scale);
    CHECK(doubt({.competence = "wash",
                 .rating = "{value: met, level: low}",
                 .accept = Basis::supervisor,
                 .in_context = true,
                 .needs = "zero-to-six/4"}) == Doubt::weaker_basis);
    CHECK(doubt({.competence = "wash",
                 .rating = "{value: met, level: low}",
                 .in_context = true,
                 .needs = "zero-to-six/4"}) == Doubt::shown_below);
    CHECK(doubt({.competence = "wash", .rating = "met", .needs = "zero-to-six/4"}) ==
          Doubt::undated);
}
