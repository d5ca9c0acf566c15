// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/migration.h"

#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace {

namespace tests = hcf::tests;

/// A later version of the tiny framework: `talk` is renamed and titled anew, `lead` is gone, `mid`
/// is renamed, and `hands` means something else now.
const hcf::Framework& next() {
    static const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\nframework: {id: tiny, title: Tiny framework, version: '2'}\n"
        "levels: [{id: low, title: Low Practice}, {id: middle, title: Mid Practice}, "
        "{id: high, title: High Practice}]\n---\nhcf: competences/1\ncompetences:\n"
        "  - {id: wash, title: 'Wash: hands', kind: core, levels: [low, middle, high]}\n"
        "  - {id: speak, title: Speak clearly, kind: core, levels: [low], same_as: [tiny/talk]}\n"
        "  - {id: guard, title: Guard a service, kind: core, levels: [high]}\n"
        "  - {id: glove, title: Wear gloves, kind: role, aliases: [hands]}\n"
        "  - {id: infuse, title: Infuse at home, kind: role}\n"
        "  - {id: track, title: Track from afar, kind: role}\n---\nhcf: roles/1\nroles:\n"
        "  - {id: carer, title: Carer, levels: [middle, low]}\n"
        "  - {id: adult-nurse, title: Nurse - Adult, levels: [middle, high]}\n");
    return framework;
}

struct Planned {
    std::string text;      ///< with the fixes made, and the notes put in
    std::string problems;  ///< one a line
    hcf::Migration plan;
};

Planned planned(std::string_view text, hcf::DocumentKind kind = hcf::DocumentKind::assessment,
                hcf::Notes notes = hcf::Notes::comments) {
    const tests::Parsed parsed(text);
    REQUIRE(parsed.is_whole);
    const hcf::FrameworkMove move = {tests::tiny(), next(),
                                     hcf::find_counterparts(tests::tiny(), next())};
    Planned result;
    result.plan = hcf::plan_migration(parsed.tree, kind, move, notes);
    result.text = parsed.text;
    struct Change {
        std::uint32_t begin, end;
        std::string text;
    };
    std::vector<Change> changes;
    for (const auto& note : result.plan.notes)
        changes.push_back({note.at, note.at, note.text + result.plan.line_break});
    for (const auto& fix : result.plan.fixes)
        changes.push_back({fix.begin, fix.end, fix.replacement});
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return a.begin < b.begin; });
    for (std::size_t i = changes.size(); i-- != 0;)
        result.text.replace(changes[i].begin, changes[i].end - changes[i].begin, changes[i].text);
    for (const auto& problem : result.plan.problems) result.problems += problem.message + "\n";
    return result;
}

std::string moved(std::string_view text) { return planned(text).text; }

}  // namespace

TEST_CASE("an id becomes the new id, a title the new title, in its quotes") {
    CHECK(moved("ratings: {talk: met}") == "ratings: {speak: met}");
    CHECK(moved("ratings: {Talk clearly: met}") == "ratings: {Speak clearly: met}");
    CHECK(moved("ratings: {'talk': met}") == "ratings: {'speak': met}");
    CHECK(moved("{\"ratings\": {\"TALK\": \"met\"}}") == "{\"ratings\": {\"speak\": \"met\"}}");
    CHECK(moved("ratings: {Wash hands: met}") == "ratings: {\"Wash: hands\": met}");
    CHECK(moved("person: {role: nurse, level: mid}\nratings: {wash: {level: MID}}") ==
          "person: {role: adult-nurse, level: middle}\nratings: {wash: {level: middle}}");
}

TEST_CASE("what still means the same stays as it is written") {
    for (const char* text :
         {"ratings: {WASH: met}", "person: {role: nurse - adult, level: mid practice}",
          "ratings: {x-talk: met, x-lead: {mid: 1}}", "person: {name: talk, level: low}",
          "ratings: {speak: met}", "ratings: {nobody knows: met}"}) {
        CHECK(moved(text) == text);
        CHECK(planned(text).problems.empty());
    }
}

TEST_CASE("the framework's line is brought up to date, and says when nothing is to be done") {
    CHECK(moved("framework: tiny 1") == "framework: tiny 2");
    CHECK(moved("framework: \"tiny   1\"") == "framework: \"tiny 2\"");
    CHECK(moved("framework: tiny") == "framework: tiny");
    CHECK(moved("framework: tiny 2\nratings: {talk: met}") ==
          "framework: tiny 2\nratings: {talk: met}");
    CHECK(planned("framework: tiny 3\nratings: {talk: met}").problems ==
          "it was made against another framework than tiny 1\n");
}

TEST_CASE("an entry without a new home is kept, with a note above it") {
    CHECK(moved("ratings:\n  # hers\n  lead: met   # last\n") ==
          "ratings:\n  # hers\n  # 'lead' is not in tiny 2; kept as it was under tiny 1\n"
          "  x-lead: met   # last\n");
    CHECK(moved("ratings:\r\n  lead: met\r\n") ==
          "ratings:\r\n  # 'lead' is not in tiny 2; kept as it was under tiny 1\r\n"
          "  x-lead: met\r\n");
    CHECK(moved("ratings:\n  # hcf: ignore met-without-evidence -- so\n  lead: met\n") ==
          "ratings:\n  # 'lead' is not in tiny 2; kept as it was under tiny 1\n"
          "  # hcf: ignore met-without-evidence -- so\n  x-lead: met\n");
    CHECK(moved("ratings:\r\n  # hcf: ignore met-without-evidence -- so\r\n  lead: met\r\n") ==
          "ratings:\r\n  # 'lead' is not in tiny 2; kept as it was under tiny 1\r\n"
          "  # hcf: ignore met-without-evidence -- so\r\n  x-lead: met\r\n");
    CHECK(moved("ratings: {Lead others: met, x-lead: 1}") ==
          "# 'lead' is not in tiny 2; kept as it was under tiny 1\n"
          "ratings: {x-lead-2: met, x-lead: 1}");
}

TEST_CASE("a note is never put into a text, nor before a marker of the document") {
    CHECK(moved("ratings: {wash: {note: \"a\n  b\"}, lead: met}") ==
          "# 'lead' is not in tiny 2; kept as it was under tiny 1\n"
          "ratings: {wash: {note: \"a\n  b\"}, x-lead: met}");
    CHECK(moved("ratings:\n  wash:\n    note: |\n      a\n      b\n  lead: met\n") ==
          "ratings:\n  wash:\n    note: |\n      a\n      b\n"
          "  # 'lead' is not in tiny 2; kept as it was under tiny 1\n  x-lead: met\n");
    CHECK(moved("--- {ratings: {lead: met}}") == "--- {ratings: {x-lead (not in tiny 2): met}}");
    CHECK(planned("{\"ratings\": {\"lead\": 1}}", hcf::DocumentKind::assessment, hcf::Notes::keys)
              .text == "{\"ratings\": {\"x-lead (not in tiny 2)\": 1}}");
}

TEST_CASE("what only people can decide is a problem") {
    CHECK(planned("person: {overlaps: [{level: low, competences: [lead]}]}").problems ==
          "the competence 'lead' is not in tiny 2\n");
    CHECK(planned("ratings: {hands: met}").problems ==
          "the name of the competence 'wash' means something else in tiny 2, and the file does "
          "not say which framework it was made against\n");
    CHECK(moved("framework: tiny 1\nratings: {hands: met}") ==
          "framework: tiny 2\nratings: {wash: met}");
    CHECK(planned("ratings: {talk: met, speak: partial}").problems ==
          "two entries become 'speak'\n");
    CHECK(planned("person: {role: carer}").problems ==
          "the role 'carer' stood at 'low' of its own, and stands at 'middle' in tiny 2\n");
    CHECK(planned("person: {role: carer, level: low}").problems.empty());
    CHECK(planned("person: {level: \"mid\\\n  \"}").problems ==
          "a name is written over several lines\n");
}

TEST_CASE("teams, services and catalogues are moved, too") {
    CHECK(planned("members: [a.yaml, {person: {level: mid}, ratings: {talk: met}}]\n"
                  "expect: {competences: {talk: all}}",
                  hcf::DocumentKind::team)
              .text ==
          "members: [a.yaml, {person: {level: middle}, ratings: {speak: met}}]\n"
          "expect: {competences: {speak: all}}");
    CHECK(planned("posts: [{role: nurse, accept_roles: [carer], competences: [talk]}]",
                  hcf::DocumentKind::service)
              .text == "posts: [{role: adult-nurse, accept_roles: [carer], competences: [speak]}]");
    CHECK(planned("courses: [{develops: [talk], levels: [mid]}]", hcf::DocumentKind::catalogue)
              .text == "courses: [{develops: [speak], levels: [middle]}]");
}

TEST_CASE("rated competences with a new title are named") {
    const Planned result = planned("ratings: {wash: met, guard: met, talk: met}");
    CHECK(tests::ids_of(next(), result.plan.look_at) == "wash speak");
}
