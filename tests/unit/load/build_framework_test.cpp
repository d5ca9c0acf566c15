// SPDX-License-Identifier: Apache-2.0
// The rules about a framework without overlays, and what is built where none is broken.
#include "hcf/load/build_framework.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// A framework of three levels with these competences (from line 5) and roles (behind two more
/// lines).
std::string with_lists(std::string_view competences, std::string_view roles = {}) {
    std::string text =
        "hcf: levels/1\n"
        "framework: {id: f, title: F, version: '1'}\n"
        "levels: [{id: low, title: Low}, {id: mid, title: Mid}, {id: high, title: High}]\n"
        "---\n"
        "hcf: competences/1\n"
        "competences:\n";
    text += competences;
    if (!roles.empty()) text.append("---\nhcf: roles/1\nroles:\n").append(roles);
    return text;
}

/// Three core competences, lines 7 to 9; the roles begin on line 13.
constexpr std::string_view kCores =
    "  - {id: wash, title: Wash hands, kind: core, levels: [low, mid, high]}\n"
    "  - {id: talk, title: Talk, kind: core, levels: [low]}\n"
    "  - {id: infuse, title: Infuse, kind: role}\n";

std::string competences_told(std::string_view competences) {
    return tests::framework_told(with_lists(competences));
}

std::string roles_told(std::string_view roles) {
    return tests::framework_told(with_lists(kCores, roles));
}

}  // namespace

TEST_CASE("a framework keeps every field of its documents") {
    const hcf::Framework framework = tests::framework_of(
        "hcf: levels/1\n"
        "framework: {id: f, title: F, version: '1.10', status: draft, date: 2024-11-27,\n"
        "  source: S}\n"
        "levels:\n"
        "  - {id: low, title: Low, printed_as: LOW, aliases: [l], source: p1,\n"
        "     descriptor: {knowledge: k, practice: p, decisions: d, accountability: a,\n"
        "       leadership: le, development: de}}\n"
        "  - {id: high, title: High}\n"
        "---\n"
        "hcf: competences/1\n"
        "competences:\n"
        "  - {id: wash, title: Wash, printed_as: WASH, aliases: [w], kind: core,\n"
        "     levels: [high, low], theme: t, nos: {code: C1, status: unverified, seen: s},\n"
        "     refresh: P1Y, assess_at: high, same_as: [o/wash], supersedes: [rinse],\n"
        "     description: d, source: p2}\n"
        "  - {id: rinse, title: Rinse, kind: role}\n"
        "---\n"
        "hcf: roles/1\n"
        "roles:\n"
        "  - {id: nurse, title: Nurse, printed_as: NURSE, aliases: [n], levels: [high, low],\n"
        "     competences: [{id: rinse, needs: novice-to-expert/expert, essential: false}],\n"
        "     summary: s, family: f, source: p3}\n");
    CHECK(framework.info.id == "f");
    CHECK(framework.info.title == "F");
    CHECK(framework.info.version == "1.10");
    CHECK(framework.info.status == "draft");
    CHECK(framework.info.date == "2024-11-27");
    CHECK(framework.info.source == "S");
    const hcf::Level& level = framework.levels.at(0);
    CHECK(level.title == "Low");
    CHECK(level.printed_as == "LOW");
    CHECK(level.aliases == std::vector<std::string>{"l"});
    CHECK(level.source == "p1");
    CHECK(level.from == "fw/a.yaml");
    CHECK(level.descriptor == decltype(level.descriptor){"k", "p", "d", "a", "le", "de"});
    CHECK(tests::ids_of(framework, level.core) == "wash");
    CHECK(tests::ids_of(framework, level.roles) == "nurse");
    const hcf::Competence& wash = framework.competences.at(0);
    CHECK(wash.title == "Wash");
    CHECK(wash.printed_as == "WASH");
    CHECK(wash.aliases == std::vector<std::string>{"w"});
    CHECK(tests::ids_of(framework, wash.levels) == "low high");
    CHECK(wash.theme == "t");
    REQUIRE(wash.nos);
    CHECK(wash.nos->code == "C1");
    CHECK(wash.nos->status == hcf::NosStatus::unverified);
    CHECK(wash.nos->seen == "s");
    CHECK(wash.refresh == hcf::Period{1, 0, 0});
    CHECK(hcf::said_in(wash, hcf::Fact::refresh) == "fw/a.yaml");
    CHECK(wash.assess_at == tests::level_of(framework, "high"));
    CHECK(hcf::said_in(wash, hcf::Fact::assess_at) == "fw/a.yaml");
    CHECK(wash.amended.all().empty());
    CHECK(wash.same_as == std::vector<std::string>{"o/wash"});
    CHECK(tests::ids_of(framework, wash.supersedes) == "rinse");
    CHECK(wash.description == "d");
    CHECK(wash.source == "p2");
    CHECK(tests::ids_of(framework, framework.competences.at(1).superseded_by) == "wash");
    const hcf::Role& nurse = framework.roles.at(0);
    CHECK(nurse.title == "Nurse");
    CHECK(nurse.printed_as == "NURSE");
    CHECK(nurse.aliases == std::vector<std::string>{"n"});
    CHECK(tests::ids_of(framework, nurse.levels) == "high low");
    CHECK(nurse.summary == "s");
    CHECK(nurse.family == "f");
    CHECK(nurse.source == "p3");
    REQUIRE(nurse.competences.size() == 1);
    CHECK_FALSE(nurse.competences[0].essential);
    REQUIRE(nurse.competences[0].needs);
    CHECK(framework.at(nurse.competences[0].needs->scale).id == "novice-to-expert");
    CHECK(nurse.competences[0].needs->value == 4);
    CHECK(nurse.competences[0].from == "fw/a.yaml");
}

TEST_CASE("a role's competences stand in framework order, however it lists them") {
    const hcf::Framework& framework = tests::tiny();
    std::vector<hcf::CompetenceId> ids;
    for (const hcf::RoleCompetence& own :
         framework.at(tests::role_of(framework, "nurse")).competences) {
        ids.push_back(own.competence);
    }
    CHECK(tests::ids_of(framework, ids) == "lead infuse track");
}

TEST_CASE("framework-incomplete: a framework has a card, a level and a competence") {
    CHECK(tests::framework_told("x-note: 1\nhcf: levels/1\nlevels: [{id: a, title: A}]\n") ==
          "fw/a.yaml:1:1: error: no document of the framework has a 'framework' mapping "
          "[framework-incomplete]\n"
          "  help: add id, title and version to one of them\n");
    CHECK(tests::framework_told("hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
                                "levels: []\n") ==
          "fw/a.yaml:1:1: error: the framework has no level of practice "
          "[framework-incomplete]\n"
          "fw/a.yaml:1:1: error: the framework has no competence [framework-incomplete]\n");
}

TEST_CASE("duplicate-card: one document carries the card") {
    CHECK(tests::framework_told(
              "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
              "levels: [{id: low, title: Low}]\n---\nhcf: competences/1\n"
              "framework: {id: f, title: F, version: '1'}\n"
              "competences: [{id: wash, title: Wash, kind: core, levels: [low]}]\n") ==
          "fw/a.yaml:6:1: error: a second framework card [duplicate-card]\n"
          "  note: fw/a.yaml:2:1: the first\n");
}

TEST_CASE("duplicate-name: no id, alias or title equals another's of its kind in any case") {
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core, levels: [low]}\n"
                           "  - {id: rinse, title: WASH, kind: role}\n"
                           "  - {id: dry, title: Dry, kind: role, aliases: [Rinse, w, w]}\n"
                           "  - {id: w, title: Wipe, kind: role}\n") ==
          "fw/a.yaml:8:24: error: the name 'WASH' is another competence's [duplicate-name]\n"
          "  note: fw/a.yaml:7:10: first used here\n"
          "fw/a.yaml:9:49: error: the name 'Rinse' is another competence's [duplicate-name]\n"
          "  note: fw/a.yaml:8:10: first used here\n"
          "fw/a.yaml:10:10: error: the name 'w' is another competence's [duplicate-name]\n"
          "  note: fw/a.yaml:9:56: first used here\n");
    CHECK(tests::framework_told(
              "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
              "levels:\n  - {id: low, title: Low}\n  - {id: mid, title: Mid, aliases: [LOW]}\n"
              "  - {id: low, title: Lower}\n"
              "---\nhcf: competences/1\n"
              "competences: [{id: wash, title: Wash, kind: core, levels: [low]}]\n") ==
          "fw/a.yaml:5:37: error: the name 'LOW' is another level's [duplicate-name]\n"
          "  note: fw/a.yaml:4:10: first used here\n"
          "fw/a.yaml:6:10: error: the name 'low' is another level's [duplicate-name]\n"
          "  note: fw/a.yaml:4:10: first used here\n");
    CHECK(roles_told("  - {id: nurse, title: Nurse, levels: [low]}\n"
                     "  - {id: rn, title: nurse, levels: [low]}\n") ==
          "fw/a.yaml:14:21: error: the name 'nurse' is another role's [duplicate-name]\n"
          "  note: fw/a.yaml:13:10: first used here\n");
}

TEST_CASE("duplicate-name: the same id twice is told once, and not amended") {
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core, levels: [low]}\n"
                           "  - {id: wash, title: Rinse, kind: role, refresh: P1Y}\n") ==
          "fw/a.yaml:8:10: error: the competence 'wash' is defined twice [duplicate-name]\n"
          "  note: fw/a.yaml:7:10: first defined here\n");
    CHECK(roles_told("  - {id: nurse, title: Nurse, levels: [low]}\n"
                     "  - {id: nurse, competences: [infuse]}\n") ==
          "fw/a.yaml:14:10: error: the role 'nurse' is defined twice [duplicate-name]\n"
          "  note: fw/a.yaml:13:10: first defined here\n");
    CHECK(tests::framework_told(with_lists(kCores) +
                                "---\nhcf: scales/1\nscales:\n"
                                "  - {id: s, values: [{id: a, counts_as: met}]}\n"
                                "  - {id: s, values: [{id: b, counts_as: met}]}\n") ==
          "fw/a.yaml:14:10: error: the scale 's' is defined twice [duplicate-name]\n"
          "  note: fw/a.yaml:13:10: first defined here\n");
}

TEST_CASE("names of different kinds may be equal, and a thing's own names are its own") {
    CHECK(tests::framework_told(with_lists(
              "  - {id: low, title: Low, kind: core, levels: [low], aliases: [LOW, low]}\n",
              "  - {id: low, title: low, levels: [low]}\n")) == "");
}

TEST_CASE("a new competence needs a title and a kind, a new role a title and levels") {
    CHECK(competences_told("  - {id: wash, levels: [low]}\n  - {kind: role, id: dry}\n") ==
          "fw/a.yaml:7:6: error: missing key 'title' in competence [missing-key]\n"
          "fw/a.yaml:7:6: error: missing key 'kind' in competence [missing-key]\n"
          "fw/a.yaml:8:6: error: missing key 'title' in competence [missing-key]\n");
    CHECK(roles_told("  - {id: nurse}\n") ==
          "fw/a.yaml:13:6: error: missing key 'title' in role [missing-key]\n"
          "fw/a.yaml:13:6: error: missing key 'levels' in role [missing-key]\n");
}

TEST_CASE("core-without-levels: a core competence is asked by some level") {
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core}\n"
                           "  - {id: dry, title: Dry, kind: core, levels: []}\n") ==
          "fw/a.yaml:7:10: error: no level asks the core competence 'wash' "
          "[core-without-levels]\n"
          "  help: give it levels, or kind: role\n"
          "fw/a.yaml:8:10: error: no level asks the core competence 'dry' "
          "[core-without-levels]\n"
          "  help: give it levels, or kind: role\n");
}

TEST_CASE("levels that cannot be read are told once") {
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core, levels: low}\n") ==
          "fw/a.yaml:7:49: error: expected a list, found a text [wrong-type]\n");
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core, levels: [lo]}\n") ==
          "fw/a.yaml:7:50: error: unknown level 'lo' [unknown-level]\n"
          "  help: did you mean 'low'?\n");
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core, levels: }\n") ==
          "fw/a.yaml:7:41: error: 'levels' has no value [empty-value]\n"
          "  help: leave the key out\n");
    CHECK(roles_told("  - {id: nurse, title: Nurse, levels: low}\n") ==
          "fw/a.yaml:13:39: error: expected a list, found a text [wrong-type]\n");
}

TEST_CASE("levels-of-role-kind: only core competences have levels") {
    CHECK(competences_told("  - {id: infuse, title: Infuse, kind: role, levels: [low]}\n"
                           "  - {id: wash, title: Wash, kind: core, levels: [low]}\n") ==
          "fw/a.yaml:7:54: error: the competence 'infuse' is of kind role, and has levels "
          "[levels-of-role-kind]\n"
          "  help: let roles ask it, or make it core\n");
}

TEST_CASE("role-without-level: a role stands at some level") {
    CHECK(roles_told("  - {id: nurse, title: Nurse, levels: []}\n") ==
          "fw/a.yaml:13:10: error: the role 'nurse' stands at no level of practice "
          "[role-without-level]\n");
    CHECK(roles_told("  - {id: nurse, title: Nurse, levels: [lo]}\n") ==
          "fw/a.yaml:13:40: error: unknown level 'lo' [unknown-level]\n"
          "  help: did you mean 'low'?\n");
}

TEST_CASE("repeated-item: a list names each thing once, under whatever names") {
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core, levels: [low, mid, LOW]}\n") ==
          "fw/a.yaml:7:60: error: the level 'low' stands twice [repeated-item]\n");
    CHECK(roles_told("  - {id: nurse, title: Nurse, levels: [high, high],\n"
                     "     competences: [infuse, {id: Infuse, needs: met}]}\n") ==
          "fw/a.yaml:13:46: error: the level 'high' stands twice [repeated-item]\n"
          "fw/a.yaml:14:33: error: the role names the competence 'infuse' twice "
          "[repeated-item]\n");
    CHECK(tests::framework_told(
              with_lists(kCores) +
              "---\nhcf: scales/1\nscales:\n"
              "  - {id: s, values: [{id: 1, counts_as: met}, {id: '1', counts_as: met}]}\n") ==
          "fw/a.yaml:13:52: error: the value '1' stands twice in the scale 's' "
          "[repeated-item]\n");
}

TEST_CASE("reserved-value: no scale defines not-applicable") {
    CHECK(tests::framework_told(with_lists(kCores) +
                                "---\nhcf: scales/1\nscales:\n"
                                "  - {id: s, values: [{id: not-applicable, counts_as: met}]}\n") ==
          "fw/a.yaml:13:27: error: 'not-applicable' is reserved in every scale "
          "[reserved-value]\n");
}

TEST_CASE("supersedes-cycle: nothing supersedes itself, over any number of steps") {
    CHECK(competences_told("  - {id: wash, title: Wash, kind: core, levels: [low],\n"
                           "     supersedes: [wash]}\n") ==
          "fw/a.yaml:8:19: error: the competence 'wash' supersedes itself [supersedes-cycle]\n");
    // One cause, one report (spec 4): a circle is one, however many it leads through.
    const std::string told = competences_told(
        "  - {id: wash, title: Wash, kind: core, levels: [low],\n"
        "     supersedes: [talk, dry]}\n"
        "  - {id: dry, title: Dry, kind: role, supersedes: [wipe]}\n"
        "  - {id: wipe, title: Wipe, kind: role, supersedes: [wash]}\n"
        "  - {id: talk, title: Talk, kind: role}\n");
    CHECK(told ==
          "fw/a.yaml:8:25: error: the competence 'wash' supersedes itself [supersedes-cycle]\n");
}

TEST_CASE("supersession is closed over several steps, in framework order, without doubles") {
    const hcf::Framework framework = tests::framework_of(
        with_lists("  - {id: a, title: A, kind: core, levels: [low], supersedes: [d]}\n"
                   "  - {id: b, title: B, kind: role, supersedes: [a, c]}\n"
                   "  - {id: c, title: C, kind: role, supersedes: [d, d]}\n"
                   "  - {id: d, title: D, kind: role}\n"));
    const auto above = [&](const char* id) {
        return tests::ids_of(framework,
                             framework.at(tests::competence_of(framework, id)).superseded_by);
    };
    CHECK(above("a") == "b");
    CHECK(above("b") == "");
    CHECK(above("c") == "b");
    CHECK(above("d") == "a b c");
}

TEST_CASE("unknown names in a framework are told where they stand") {
    CHECK(tests::framework_told(
              with_lists("  - {id: wash, title: Wash, kind: core, levels: [low], assess_at: hihg,\n"
                         "     supersedes: [wsh]}\n",
                         "  - {id: nurse, title: Nurse, levels: [hig],\n"
                         "     competences: [was, {id: washing, needs: met}]}\n")) ==
          "fw/a.yaml:7:67: error: unknown level 'hihg' [unknown-level]\n"
          "  help: did you mean 'high'?\n"
          "fw/a.yaml:8:19: error: unknown competence 'wsh' [unknown-competence]\n"
          "  help: did you mean 'wash'?\n"
          "fw/a.yaml:12:40: error: unknown level 'hig' [unknown-level]\n"
          "  help: did you mean 'high'?\n"
          "fw/a.yaml:13:20: error: unknown competence 'was' [unknown-competence]\n"
          "  help: did you mean 'wash'?\n"
          "fw/a.yaml:13:30: error: unknown competence 'washing' [unknown-competence]\n"
          "  help: did you mean 'wash'?\n");
}

TEST_CASE("needs names a value of a scale, or a value that only one loaded scale has") {
    const hcf::Framework framework = tests::framework_of(with_lists(
        kCores,
        "  - {id: r1, title: R1, levels: [low], competences: [{id: infuse, needs: proficient}]}\n"
        "  - {id: r2, title: R2, levels: [low], competences: [{id: infuse, needs: 4}]}\n"
        "  - {id: r3, title: R3, levels: [low],\n"
        "     competences: [{id: infuse, needs: competent/competent}]}\n"));
    const auto needs = [&](const char* role) {
        const auto found = framework.at(tests::role_of(framework, role)).competences.at(0).needs;
        REQUIRE(found);
        const hcf::Scale& scale = framework.at(found->scale);
        return scale.id + "/" + scale.values.at(found->value).id;
    };
    CHECK(needs("r1") == "novice-to-expert/proficient");
    CHECK(needs("r2") == "zero-to-six/4");
    CHECK(needs("r3") == "competent/competent");
}

TEST_CASE("ambiguous-needs, and values and scales that are not there") {
    CHECK(roles_told("  - {id: r1, title: R1, levels: [low],\n"
                     "     competences: [{id: infuse, needs: competent}]}\n"
                     "  - {id: r2, title: R2, levels: [low],\n"
                     "     competences: [{id: infuse, needs: zero-to-six/7}]}\n"
                     "  - {id: r3, title: R3, levels: [low],\n"
                     "     competences: [{id: infuse, needs: zero-to-sx/4}]}\n"
                     "  - {id: r4, title: R4, levels: [low],\n"
                     "     competences: [{id: infuse, needs: splendid}]}\n"
                     "  - {id: r5, title: R5, levels: [low],\n"
                     "     competences: [{id: infuse, needs: novice-to-expert/profcient}]}\n") ==
          "fw/a.yaml:14:40: error: several scales have the value 'competent' "
          "[ambiguous-needs]\n"
          "  help: write 'competent/competent' or 'novice-to-expert/competent'\n"
          "fw/a.yaml:16:40: error: '7' is no value of the scale 'zero-to-six' [unknown-value]\n"
          "fw/a.yaml:18:40: error: unknown scale 'zero-to-sx' [unknown-scale]\n"
          "  help: did you mean 'zero-to-six'?\n"
          "fw/a.yaml:20:40: error: 'splendid' is no value of any loaded scale "
          "[unknown-value]\n"
          "fw/a.yaml:22:40: error: 'profcient' is no value of the scale 'novice-to-expert' "
          "[unknown-value]\n"
          "  help: did you mean 'proficient'?\n");
}

TEST_CASE("essential-core: what a level of the role asks is not desirable") {
    CHECK(roles_told("  - {id: r1, title: R1, levels: [mid, low],\n"
                     "     competences: [{id: talk, essential: false}]}\n"
                     "  - {id: r2, title: R2, levels: [mid],\n"
                     "     competences: [{id: talk, essential: false}]}\n"
                     "  - {id: r3, title: R3, levels: [low],\n"
                     "     competences: [{id: talk, needs: met, essential: true}]}\n") ==
          "fw/a.yaml:14:42: error: the level 'low' asks 'talk' of everybody [essential-core]\n"
          "  help: leave 'essential' out\n");
}

TEST_CASE("a framework with errors is told of all of them, and gives none") {
    const auto loaded = tests::load_texts(
        {{"fw/a.yaml",
          with_lists("  - {id: wash, title: Wash, kind: core}\n  - {id: Dry, kind: role}\n",
                     "  - {id: nurse, levels: []}\n")}});
    CHECK_FALSE(loaded.framework);
    CHECK(tests::rules_of(loaded.findings) ==
          "core-without-levels malformed-id missing-key role-without-level");
}
