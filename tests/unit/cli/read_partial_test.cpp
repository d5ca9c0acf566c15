// SPDX-License-Identifier: Apache-2.0
// Partials come from elsewhere: each thing that can be wrong in one is told by its key.
#include "hcf/analysis/framework_digest.h"
#include "hcf/cli/summary_partial.h"
#include "hcf/report/format.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace tests = hcf::tests;
namespace cli = hcf::cli;

using hcf::Json;

namespace {

/// A partial of two carers and somebody at a high level.
cli::Partial some_partial() {
    cli::Partial partial;
    partial.terms.framework = hcf::to_hex(hcf::framework_digest(tests::tiny()));
    partial.terms.as_of = tests::day("2026-11-22");
    for (const char* person : {"{id: A, organisation: a, team: n, role: carer}",
                               "{id: B, organisation: a, role: carer}", "{id: C, level: high}"}) {
        const std::string text = "hcf: assessment/1\nperson: " + std::string(person) +
                                 "\nratings: {wash: met, talk: partial}\n";
        hcf::add_person(tests::tiny(), tests::assessment_of(tests::tiny(), text),
                        {tests::day("2026-11-22"), hcf::Basis::self, false}, partial.sums);
    }
    partial.persons = {{1, 2, 0xfffffffffffffffeU}};
    partial.skipped = {{"a.yaml", std::nullopt, 1}, {"a.yaml", 2, 3}};
    return partial;
}

std::string text_of(const cli::Partial& partial) {
    const cli::PartialReport report = cli::partial_report(tests::tiny(), partial);
    return hcf::write_report(*hcf::find_format("json"), report.head, report.part, report.tail, {});
}

std::string told(const std::string& text) {
    auto raw = cli::parse_partial(text);
    if (!raw) return raw.error().message;
    const auto partial = cli::read_partial(tests::tiny(), std::move(*raw));
    return partial ? "fine" : partial.error().message;
}

template <class Change>
std::string told_after(Change change) {
    Json json = Json::parse(text_of(some_partial()));
    change(json);
    return told(json.dump());
}

}  // namespace

TEST_CASE("a partial is read as it was written") {
    const std::string text = text_of(some_partial());
    auto raw = cli::parse_partial(text);
    REQUIRE(raw);
    CHECK(raw->terms.card == "tiny 1");
    const auto partial = cli::read_partial(tests::tiny(), std::move(*raw));
    REQUIRE(partial);
    CHECK(partial->persons == some_partial().persons);
    CHECK(partial->skipped.size() == 2);
    CHECK(text_of(*partial) == text);
}

TEST_CASE("what is no partial is told so") {
    CHECK(told("") == "line 1: this is no JSON");
    CHECK(told("{\n\"a\": 1,\n}") == "line 3: this is no JSON");
    CHECK(told("[]") == "this is no partial");
    CHECK(told("{}") == "expected the schema 'hcf.summary-partial/1', found none");
    CHECK(told("{\"a\": 1, \"a\": 2}") == "the key 'a' stands twice");
    CHECK(told(std::string(10000, '[')) == "it is nested over 8 levels deep");
    CHECK(told_after([](Json& json) { json["schema"] = "hcf.summary-partial/2"; }) ==
          "expected the schema 'hcf.summary-partial/1', found 'hcf.summary-partial/2'");
}

TEST_CASE("a key that is missing, unknown or of another type is told") {
    CHECK(told_after([](Json& json) { json.erase("accept"); }) ==
          "the document: the key 'accept' is missing");
    CHECK(told_after([](Json& json) { json["x"] = 1; }) == "the document: unknown key 'x'");
    CHECK(told_after([](Json& json) { json["accept"] = "anybody"; }) ==
          "accept: expected self, supervisor or assessor");
    CHECK(told_after([](Json& json) { json["as_of"] = "today"; }).substr(0, 6) == "as_of:");
    CHECK(told_after([](Json& json) { json["in_context"] = 1; }) ==
          "in_context: expected true or false");
    CHECK(told_after([](Json& json) { json["people"] = 2.5; }) ==
          "people: expected a whole number from 0 to 1000000000000");
    CHECK(told_after([](Json& json) { json["people"] = -1; }).substr(0, 7) == "people:");
    CHECK(told_after([](Json& json) { json["people"] = 0xffffffffffffffffU; }).substr(0, 7) ==
          "people:");
    CHECK(told_after([](Json& json) { json["posts"] = 3; }) == "posts: expected a list");
    CHECK(told_after([](Json& json) { json["posts"][1] = 3; }) == "posts[1]: expected a mapping");
    CHECK(told_after([](Json& json) { json["posts"][0]["role"] = "baker"; }) ==
          "posts[0]: the framework has no role 'baker'");
    CHECK(told_after([](Json& json) { json["posts"][0]["level"] = "high"; }) ==
          "posts[0]: the role is not of the level");
    CHECK(told_after([](Json& json) { json["workplaces"][0]["people"] = 0; }).substr(0, 21) ==
          "workplaces[0].people:");
    CHECK(told_after([](Json& json) { json["framework"] = nullptr; }).substr(0, 10) ==
          "framework:");
    CHECK(told_after([](Json& json) { json["overlays"] = "none"; }) == "overlays: expected a list");
}

TEST_CASE("figures that no people have are told") {
    const auto group = [](const char* key, int value) {
        return told_after([&](Json& json) { json["workplaces"][0][key] = value; });
    };
    CHECK(group("met", 2) == "workplaces[0]: met, planned and gap do not add up to applicable");
    CHECK(group("required", 1) == "workplaces[0]: more is applicable than is required");
    CHECK(group("ready", 1) ==
          "workplaces[0]: more people are ready than assured, or assured than there are");
    CHECK(told_after([](Json& json) { json["people"] = 4; }) ==
          "workplaces: the groups do not add up to people");
    CHECK(told_after([](Json& json) { json["posts"].erase(0); }) ==
          "posts: they do not add up to the same as workplaces");
    CHECK(told_after([](Json& json) { json["posts"][0]["competences"].erase(0); }) ==
          "posts[0]: the competences do not add up to its figures");
    CHECK(told_after([](Json& json) { json["posts"][0]["competences"][1]["expired"] = 9; }) ==
          "posts[0].competences[1]: more is expired than is not met");
    CHECK(told_after([](Json& json) {
              Json& row = json["posts"][0]["competences"][0];
              row["needed"] = row["met"] = 3;
          }) == "posts[0].competences[0]: it is needed by more than there are people");
}

TEST_CASE("another order, and the same twice, are none that hcf writes") {
    CHECK(told_after([](Json& json) { std::swap(json["workplaces"][0], json["workplaces"][1]); }) ==
          "workplaces[1]: it is out of order");
    CHECK(told_after([](Json& json) { json["workplaces"][1] = json["workplaces"][0]; }) ==
          "workplaces[1]: it is out of order");
    CHECK(told_after([](Json& json) {
              Json& competences = json["posts"][0]["competences"];
              std::swap(competences[0], competences[1]);
          }) == "posts[0].competences[1]: it is out of order");
    CHECK(told_after([](Json& json) { std::swap(json["skipped"][0], json["skipped"][1]); }) ==
          "skipped[1]: it is out of order");
}

TEST_CASE("hashes of persons are as many as people, in order, and whole") {
    const auto persons = [](const char* text) {
        return told_after([&](Json& json) { json["persons"] = text; });
    };
    CHECK(persons("AAAA") == "persons: expected hashes of 64 bits each, in base64");
    CHECK(persons("no") == "persons: expected hashes of 64 bits each, in base64");
    CHECK(persons("AAAAAAAAAAE=") == "persons: there are not as many as people");
    CHECK(persons("AAAAAAAAAAIAAAAAAAAAAQAAAAAAAAAD") == "persons: they are out of order");
    CHECK(told_after([](Json& json) { json["persons"] = 3; }) ==
          "persons: expected a text, or null");
    CHECK(told_after([](Json& json) { json["persons"] = nullptr; }) == "fine");
}
