// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/series_note.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

hcf::SeriesNote note_of(std::string_view text) {
    const std::string document =
        "hcf: assessment/1\nperson: {id: p, level: low}\n" + std::string(text) + "\n";
    const hcf::LoadContext context = {
        &tests::tiny(), tests::day("2026-11-22"), true, false, {}, true};
    hcf::DocumentLoader loader(context);
    return loader.load("a.yaml", {document, 1, 1, false}).series;
}

}  // namespace

TEST_CASE("an assessment is of its latest day") {
    CHECK_FALSE(note_of("ratings: {wash: met}").assessed.has_value());
    CHECK(note_of("assessed: 2026-01-01\nratings: {}").assessed == tests::day("2026-01-01"));
    CHECK(note_of("assessed: 2026-01-01\nratings: {wash: {value: met, assessed: 2026-02-02}}")
              .assessed == tests::day("2026-02-02"));
    CHECK(note_of("assessed: 2026-01-01\nratings: {wash: {value: met, assessed: 2025-02-02}}")
              .assessed == tests::day("2026-01-01"));
    // An entry with a plan alone is no rating.
    CHECK(note_of("assessed: 2026-01-01\n"
                  "ratings: {wash: {assessed: 2026-02-02, plan: {action: A}}}")
              .assessed == tests::day("2026-01-01"));
}

TEST_CASE("the framework is the one that the document names") {
    const hcf::SeriesNote note = note_of("framework: tiny 0.9\nratings: {}");
    CHECK(note.framework_id == "tiny");
    CHECK(note.framework_version == "0.9");
    CHECK(note.framework_at.line == 3);
    CHECK(note.framework_at.column == 12);
    CHECK(note_of("ratings: {}").framework_id.empty());
}
