// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/people.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

std::string person_file(std::string_view id, std::string_view rest = {}) {
    return "hcf: assessment/1\nperson: {id: " + std::string(id) + ", level: low}\nratings: {}\n" +
           std::string(rest);
}

/// What reading people came to.
struct ReadPeople {
    hcf::cli::PeopleResult result;
    std::string ids;  ///< of those who were read, in their order
};

ReadPeople read_from(tests::MemoryEnvironment& memory, std::vector<std::string> paths,
                     hcf::cli::PeopleOptions options = {}, std::size_t most = 1000,
                     bool quiet = false) {
    hcf::cli::Environment environment = memory.environment();
    hcf::cli::Settings settings;
    settings.as_of = tests::day("2026-11-22");
    settings.quiet = quiet;
    options.paths = std::move(paths);
    ReadPeople people;
    std::size_t count = 0;
    people.result = hcf::cli::read_people(environment, settings, options, tests::tiny(),
                                          hcf::expand_paths(memory.files, options.paths),
                                          [&](const hcf::Assessment& assessment) {
                                              people.ids += assessment.person.id + " ";
                                              return ++count < most;
                                          });
    return people;
}

}  // namespace

TEST_CASE("everybody is read in input order, and nothing is said of it") {
    tests::MemoryEnvironment memory;
    memory.files.add("p/b.yaml", person_file("b") + "---\n" + person_file("b2"));
    memory.files.add("p/a.yaml", person_file("a"));
    memory.files.add("z.yaml", person_file("z"));
    memory.standard_input = person_file("s");
    const ReadPeople people = read_from(memory, {"z.yaml", "p", "-"});
    CHECK(people.ids == "z a b b2 s ");
    CHECK(people.result.read == 5);
    CHECK(people.result.exit_code == 0);
    CHECK(people.result.skipped.empty());
    CHECK(memory.err.text.empty());
    CHECK(memory.out.text.empty());
}

TEST_CASE("a file with errors costs just its own report, and the exit code says so") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", person_file("a"));
    memory.files.add("b.yaml", person_file("b", "more: 1\nmost: 2\n"));
    memory.files.add("c.yaml", person_file("c"));
    const ReadPeople people = read_from(memory, {"a.yaml", "b.yaml", "c.yaml"});
    CHECK(people.ids == "a c ");
    CHECK(people.result.read == 2);
    CHECK(people.result.exit_code == 2);
    REQUIRE(people.result.skipped.size() == 1);
    CHECK(people.result.skipped[0].file == "b.yaml");
    CHECK(people.result.skipped[0].document == 1U);
    CHECK(people.result.skipped[0].errors == 2);
    CHECK(memory.err.text ==
          "b.yaml:4:1: error: unknown key 'more' in assessment [unknown-key]\n"
          "   4 | more: 1\n"
          "     | ^^^^\n"
          "     = help: keys of your own begin with 'x-'\n"
          "b.yaml:5:1: error: unknown key 'most' in assessment [unknown-key]\n"
          "   5 | most: 2\n"
          "     | ^^^^\n"
          "     = help: keys of your own begin with 'x-'\n"
          "hcf: 2 of 3 assessments read, 1 left out for errors\n");
}

TEST_CASE("one bad document spoils no other of its file") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", person_file("a") + "---\n[\n---\n" + person_file("c"));
    const ReadPeople people = read_from(memory, {"a.yaml"});
    CHECK(people.ids == "a c ");
    REQUIRE(people.result.skipped.size() == 1);
    CHECK(people.result.skipped[0].document == 2U);
}

TEST_CASE("files that cannot be read are skipped as files, and the others are read") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", person_file("a"));
    memory.files.add_unreadable("b.yaml");
    memory.files.add("c.yaml", "");
    const ReadPeople people = read_from(memory, {"gone.yaml", "b.yaml", "c.yaml", "a.yaml"});
    CHECK(people.ids == "a ");
    CHECK(people.result.exit_code == 2);
    const auto list = hcf::cli::skipped_json(people.result.skipped);
    CHECK(list.dump() == R"([{"file":"gone.yaml","document":null,"errors":1},)"
                         R"({"file":"b.yaml","document":null,"errors":1},)"
                         R"({"file":"c.yaml","document":null,"errors":1}])");
    CHECK(memory.err.text ==
          "gone.yaml:1:1: error: no such file or directory [unreadable-file]\n"
          "b.yaml:1:1: error: cannot be opened: permission denied [unreadable-file]\n"
          "c.yaml:1:1: error: the file holds nothing [empty-document]\n"
          "hcf: 1 of 4 assessments read, 3 left out for errors\n");
}

TEST_CASE("in a walk, other kinds and other people's files are passed over and counted") {
    tests::MemoryEnvironment memory;
    memory.files.add("p/a.yaml", person_file("a"));
    memory.files.add("p/b.yaml", "hcf: team/1\nteam: {}\n");
    memory.files.add("p/c.yaml", "version: 3\n");
    memory.files.add("p/d.yaml", "hcf: levels/1\nlevels: 3\n");
    const ReadPeople people = read_from(memory, {"p"});
    CHECK(people.ids == "a ");
    CHECK(people.result.passed_over == 3);
    CHECK(people.result.exit_code == 0);
    CHECK(memory.err.text == "hcf: passed over 3 documents of other kinds\n");
    memory.clear();
    (void)read_from(memory, {"p"}, {}, 1000, true);
    CHECK(memory.err.text.empty());
}

TEST_CASE("named outright, other kinds and other people's files are errors") {
    tests::MemoryEnvironment memory;
    memory.files.add("b.yaml", "hcf: service/1\nservice: {}\n");
    memory.files.add("c.yaml", "# mine\nversion: 3\n");
    memory.files.add("d.yaml", "x: 1\nhcf: levels/1\nlevels: 3\n");
    const ReadPeople people = read_from(memory, {"b.yaml", "c.yaml", "d.yaml"});
    CHECK(people.result.exit_code == 2);
    CHECK(people.result.skipped.size() == 3);
    CHECK(memory.err.text ==
          "b.yaml:1:6: error: expected an assessment, found 'service' [unread-kind]\n"
          "c.yaml:2:1: error: the document does not say what it is [missing-kind]\n"
          "     = help: begin it with the line 'hcf: assessment/1'\n"
          "d.yaml:2:6: error: expected an assessment, found 'levels' [unread-kind]\n"
          "hcf: 0 of 3 assessments read, 3 left out for errors\n");
}

TEST_CASE("the same person in two documents is read once, the first, and told at the end") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", person_file("EHC-1") + "---\n" + person_file("EHC-2"));
    memory.files.add("b.yaml", person_file("EHC-1"));
    memory.files.add("c.yaml", person_file("EHC-3", "more: 1\n"));
    memory.standard_input = person_file("EHC-2");
    hcf::cli::PeopleOptions options;
    options.stdin_filename = "piped";
    const ReadPeople people = read_from(memory, {"a.yaml", "b.yaml", "-", "c.yaml"}, options);
    CHECK(people.ids == "EHC-1 EHC-2 ");
    CHECK(people.result.exit_code == 2);
    CHECK(people.result.skipped.size() == 3);
    CHECK(memory.err.text ==
          "c.yaml:4:1: error: unknown key 'more' in assessment [unknown-key]\n"
          "   4 | more: 1\n"
          "     | ^^^^\n"
          "     = help: keys of your own begin with 'x-'\n"
          "b.yaml:2:14: error: this person has an assessment already; this one is left out "
          "[same-person-twice]\n"
          "     = note: a.yaml:2:14: the first one is here\n"
          "piped:2:14: error: this person has an assessment already; this one is left out "
          "[same-person-twice]\n"
          "     = note: a.yaml:6:14: the first one is here\n"
          "hcf: 2 of 5 assessments read, 3 left out for errors\n");
}

TEST_CASE("where nobody is found that is an error, unless it is allowed") {
    tests::MemoryEnvironment memory;
    memory.files.add_folder("p");
    CHECK(read_from(memory, {"p"}).result.exit_code == 2);
    CHECK(memory.err.text ==
          "hcf: error: no assessment found\n"
          "  = help: an assessment is a YAML or JSON document that begins with "
          "'hcf: assessment/1'\n");
    memory.clear();
    hcf::cli::PeopleOptions options;
    options.allow_empty = true;
    CHECK(read_from(memory, {"p"}, options).result.exit_code == 0);
    CHECK(memory.err.text.empty());
    // An error is one nevertheless.
    CHECK(read_from(memory, {"gone"}, options).result.exit_code == 2);
}

TEST_CASE("the caller may stop the reading") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", person_file("a") + "---\n" + person_file("b"));
    memory.files.add("c.yaml", person_file("c"));
    const ReadPeople people = read_from(memory, {"a.yaml", "c.yaml"}, {}, 1);
    CHECK(people.ids == "a ");
    CHECK(people.result.exit_code == 0);
    CHECK(memory.err.text.empty());
}

TEST_CASE("frames on standard error hide values, but on a terminal or where asked") {
    const auto frame_of = [](bool is_terminal, bool show_values) {
        tests::MemoryEnvironment memory;
        memory.err_is_terminal = is_terminal;
        memory.files.add("a.yaml",
                         "hcf: assessment/1\nperson: {id: a, name: Alice, lvel: low}\n"
                         "ratings: {}\n");
        hcf::cli::PeopleOptions options;
        options.show_values = show_values;
        CHECK(read_from(memory, {"a.yaml"}, options).result.exit_code == 2);
        return memory.err.text.find("Alice") == std::string::npos ? "hidden" : "shown";
    };
    CHECK(frame_of(false, false) == std::string("hidden"));
    CHECK(frame_of(true, false) == std::string("shown"));
    CHECK(frame_of(false, true) == std::string("shown"));
}

TEST_CASE("a team stands for its members, each file once, whatever leads to it") {
    tests::MemoryEnvironment memory;
    for (const char* id : {"a", "b", "c"})
        memory.files.add("t/" + std::string(id) + ".yaml", person_file(id));
    memory.files.add("t/team.yaml",
                     "hcf: team/1\nteam: {id: t}\nmembers:\n  - c.yaml\n"
                     "  - {person: {id: x, level: low}, ratings: {}}\n  - '[ab].yaml'\n");
    const ReadPeople people = read_from(memory, {"t/b.yaml", "t/team.yaml", "t/a.yaml"});
    CHECK(people.ids == "b c x a ");
    CHECK(people.result.read == 4);
    CHECK(people.result.exit_code == 0);
    CHECK(memory.err.text.empty());
    memory.standard_input = "hcf: team/1\nteam: {id: s}\nmembers: [t/a.yaml, t/team.yaml]\n";
    const ReadPeople streamed = read_from(memory, {"-"});
    CHECK(streamed.ids == "a ");
    CHECK(streamed.result.skipped.size() == 1);
}

TEST_CASE("the same person in the files of two members is an error") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", person_file("a"));
    memory.files.add("b.yaml", person_file("a"));
    memory.files.add("team.yaml", "hcf: team/1\nteam: {id: t}\nmembers: [a.yaml, b.yaml]\n");
    const ReadPeople people = read_from(memory, {"team.yaml"});
    CHECK(people.ids == "a ");
    CHECK(people.result.exit_code == 2);
    CHECK(memory.err.text.find("b.yaml:2:14: error: this person has an assessment already") !=
          std::string::npos);
}

TEST_CASE("a caller who has enough is given nobody more, of a team neither") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", person_file("a"));
    memory.files.add("b.yaml", person_file("b"));
    memory.files.add("team.yaml", "hcf: team/1\nteam: {id: t}\nmembers: [a.yaml, b.yaml]\n");
    CHECK(read_from(memory, {"team.yaml"}, {}, 1).ids == "a ");
}
