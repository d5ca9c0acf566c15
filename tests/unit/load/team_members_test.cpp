// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/team_members.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

constexpr std::string_view kSomebody =
    "hcf: assessment/1\nperson: {id: a, level: low}\nratings: {}\n";

tests::MemoryFiles some_files() {
    tests::MemoryFiles files;
    for (const char* name : {"t/a.yaml", "t/p/b.yaml", "t/p/c.yaml", "d.yaml"})
        files.add(name, kSomebody);
    files.add("t/service.yaml", "hcf: service/1\nservice: {id: s}\nposts: []\n");
    return files;
}

/// The files of these members of the team in "t/team.yaml" (named ones with a star), and below them
/// what is told.
std::string found(std::string_view members, bool allow_outside = false) {
    const tests::MemoryFiles files = some_files();
    tests::Parsed parsed("hcf: team/1\nteam: {id: t}\nmembers: [" + std::string(members) + "]\n");
    const hcf::TeamDoc team = decode_team(parsed.tree, parsed.diags);
    const hcf::MemberSearch search = {&files, allow_outside, true};
    std::string result;
    for (const auto& files_of_member :
         hcf::find_members(team, "t/team.yaml", search, parsed.diags)) {
        for (const hcf::InputFile& file : files_of_member)
            result += (result.empty() ? "" : " ") + file.path + (file.is_named ? "*" : "");
    }
    return result + "\n" + parsed.told();
}

std::string rules_of(std::string_view members) {
    const std::string text = found(members);
    std::string rules;
    for (std::size_t at = text.find(" ["); at != std::string::npos; at = text.find(" [", at + 1))
        rules += text.substr(at + 1, text.find(']', at) - at);
    return rules;
}

}  // namespace

TEST_CASE("members are paths, globs and directories, relative to the team file") {
    CHECK(found("a.yaml, p/b.yaml") == "t/a.yaml* t/p/b.yaml*\n");
    CHECK(found("p") == "t/p/b.yaml t/p/c.yaml\n");
    CHECK(found("p/*.yaml, a.yaml") == "t/p/b.yaml t/p/c.yaml t/a.yaml*\n");
    CHECK(found("{person: {id: a, level: low}, ratings: {}}") == "\n");
}

TEST_CASE("a member that is reached twice stands where it was first") {
    CHECK(found("p/c.yaml, p") ==
          "t/p/c.yaml* t/p/b.yaml\n"
          "3:21: warning: 1 of its files is listed already; it counts once [repeated-member]\n"
          "  note: 3:11: first listed here\n");
}

TEST_CASE("a path that leaves the team's directory needs to be allowed") {
    for (const std::string_view path : {"../d.yaml", "p/../../d.yaml", "/d.yaml", "../*.yaml"})
        CHECK(rules_of(path) == "[member-outside-tree]");
    CHECK(rules_of("p/../a.yaml").empty());
    CHECK(rules_of("p/..").empty());
    CHECK(found("../d.yaml", true) == "t/../d.yaml*\n");
}

TEST_CASE("what is not there, leads nowhere or is no assessment is told where it is named") {
    CHECK(rules_of("z.yaml") == "[missing-member]");
    CHECK(rules_of("z/*.yaml") == "[empty-member-pattern]");
    CHECK(rules_of("service.yaml") == "[member-not-assessment]");
    CHECK(rules_of("a.yaml, z.yaml, service.yaml") == "[missing-member][member-not-assessment]");
}

TEST_CASE("the members of a team come behind all files of a run, each once") {
    const tests::MemoryFiles files = some_files();
    hcf::InputFiles inputs;
    inputs.files = {{"t/team.yaml", true}, {"-", true}, {"t/p/c.yaml", true}};
    hcf::append_members(files, inputs, {{"t/p/b.yaml", false}, {"t/./p/c.yaml", false}});
    REQUIRE(inputs.files.size() == 4);
    CHECK(inputs.files[2].path == "t/p/c.yaml");
    CHECK(inputs.files[3].path == "t/p/b.yaml");
}
