// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/catalogues.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// The catalogues behind the paths, and what was said.
struct Read {
    std::optional<hcf::cli::CatalogueResult> result;
    std::string said;
};

Read read_from(tests::MemoryEnvironment& memory, const std::vector<std::string>& paths) {
    hcf::cli::Environment environment = memory.environment();
    hcf::cli::Settings settings;
    settings.as_of = tests::day("2026-11-22");
    Read read;
    read.result = read_catalogues(environment, settings, tests::tiny(), paths);
    read.said = memory.err.text;
    return read;
}

std::string catalogue(const std::string& provider, const std::string& courses) {
    return "hcf: catalogue/1\nprovider: " + provider + "\ncourses:\n" + courses;
}

}  // namespace

TEST_CASE("courses are numbered through, and what comes first is found in its own catalogue") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml",
                     catalogue("A", "  - {id: one, develops: [wash, talk], hours: 1.5}\n"));
    memory.files.add("b.yaml", catalogue("B",
                                         "  - {id: one, develops: [wash], levels: [high, low]}\n"
                                         "  - {id: two, title: Second, develops: [talk], "
                                         "after: [one, one], cost: 20.00}\n"));
    const Read read = read_from(memory, {"a.yaml", "b.yaml"});
    REQUIRE(read.result);
    CHECK(read.said.empty());
    CHECK(read.result->exit_code == 0);
    const hcf::CourseList courses = list_courses(read.result->catalogues);
    REQUIRE(courses.size() == 3);
    CHECK(full_id(*courses[1]) == "B/one");
    CHECK(courses[2]->position == 2);
    CHECK(courses[2]->after == std::vector<std::uint32_t>{1});
    CHECK(courses[2]->cost->digits == 2000);
    CHECK_FALSE(courses[2]->hours);
    CHECK(title_of(*courses[0]) == "one");
    CHECK(title_of(*courses[2]) == "Second");
    CHECK(courses[1]->levels.front() < courses[1]->levels.back());
    CHECK(is_for_level(*courses[0], hcf::LevelId{1}));
    CHECK(find_courses(courses, "one") == std::vector<std::uint32_t>{0, 1});
    CHECK(find_courses(courses, "B/one") == std::vector<std::uint32_t>{1});
    CHECK(find_courses(courses, "B/nine").empty());
}

TEST_CASE("a catalogue with errors is told, left out, and ends the run with 2") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", catalogue("A", "  - {id: one, develops: [wish]}\n"));
    memory.files.add("b.yaml", catalogue("B", "  - {id: one, develops: [wash]}\n"));
    const Read read = read_from(memory, {"a.yaml", "b.yaml"});
    REQUIRE(read.result);
    CHECK(read.result->exit_code == 2);
    CHECK(read.result->left_out == 1);
    CHECK(read.said.find("a.yaml:4:26: error: unknown competence 'wish'") == 0);
    CHECK(read.said.find("hcf: 1 of 2 catalogues used, 1 left out for errors") !=
          std::string::npos);
    REQUIRE(read.result->catalogues.size() == 1);
    CHECK(read.result->catalogues[0].courses[0].position == 0);
}

TEST_CASE("one provider has a course once") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", catalogue("A", "  - {id: one, develops: [wash]}\n"));
    memory.files.add("b.yaml", catalogue("A", "  - {id: one, develops: [talk]}\n"));
    const Read read = read_from(memory, {"a.yaml", "b.yaml"});
    REQUIRE(read.result);
    CHECK(read.result->catalogues.size() == 1);
    CHECK(read.result->exit_code == 2);
    CHECK(read.said.find("b.yaml:4:10: error: a catalogue before has the course 'one' of the same "
                         "provider [duplicate-id]") == 0);
}

TEST_CASE("in a directory other kinds are passed over, named outright they are errors") {
    tests::MemoryEnvironment memory;
    const std::string person = "hcf: assessment/1\nperson: {id: a, level: low}\nratings: {}\n";
    memory.files.add("d/a.yaml", person);
    memory.files.add("d/broken.yaml", "hcf: assessment/1\nperson: {id: 'a\n");
    memory.files.add("d/c.yaml", catalogue("C", "  - {id: one, develops: [wash]}\n"));
    const Read walked = read_from(memory, {"d"});
    REQUIRE(walked.result);
    CHECK(walked.result->exit_code == 0);
    CHECK(walked.said == "hcf: passed over 2 documents of other kinds beside the catalogues\n");
    memory.clear();
    const Read named = read_from(memory, {"d/a.yaml"});
    CHECK_FALSE(named.result);
    CHECK(named.said.find("d/a.yaml:1:6: error: expected a catalogue, found 'assessment'") == 0);
    memory.clear();
    memory.files.add("e/a.yaml", person);
    const Read none = read_from(memory, {"e"});
    CHECK_FALSE(none.result);
    CHECK(none.said.find("hcf: error: no catalogue found") != std::string::npos);
}
