// SPDX-License-Identifier: Apache-2.0
// Overlays: what they add, what they may not do, and where two of them disagree (spec 2).
#include "hcf/load/build_framework.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// An overlay of that id; its rest begins on line 3.
std::string overlay_of(std::string_view id, std::string_view rest) {
    return "hcf: overlay/1\noverlay: {id: " + std::string(id) + "}\n" + std::string(rest);
}

/// What is told of the tiny framework with one overlay.
std::string overlay_told(std::string_view rest) {
    return tests::framework_told(tests::kTinyText, {overlay_of("one", rest)});
}

hcf::Framework overlaid(std::string_view rest) {
    return tests::framework_of(tests::kTinyText, {overlay_of("one", rest)});
}

/// What is told of the tiny framework with two overlays.
std::string two_told(std::string_view first, std::string_view second) {
    return tests::framework_told(tests::kTinyText,
                                 {overlay_of("one", first), overlay_of("two", second)});
}

/// A framework that says of its own what overlays may say again.
constexpr std::string_view kRefreshed =
    "hcf: levels/1\n"
    "framework: {id: f, title: F, version: '1'}\n"
    "levels: [{id: low, title: Low}, {id: mid, title: Mid}, {id: high, title: High}]\n"
    "---\n"
    "hcf: competences/1\n"
    "competences:\n"
    "  - {id: wash, title: Wash, kind: core, levels: [low], refresh: P1Y, assess_at: mid}\n"
    "  - {id: infuse, title: Infuse, kind: role}\n"
    "---\n"
    "hcf: roles/1\n"
    "roles:\n"
    "  - {id: nurse, title: Nurse, levels: [low],\n"
    "     competences: [{id: infuse, needs: zero-to-six/3, essential: false}]}\n";

std::string refreshed_told(std::string_view first, std::string_view second) {
    return tests::framework_told(kRefreshed, {overlay_of("one", first), overlay_of("two", second)});
}

std::string conflict_told(std::string_view first, std::string_view second,
                          std::string_view message) {
    const auto line = [&](std::string_view here, std::string_view there) {
        return std::string(here) + ": error: " + std::string(message) +
               " [overlay-conflict]\n  note: " + std::string(there) + ": the other one\n";
    };
    return line(first, second) + line(second, first);
}

}  // namespace

TEST_CASE("what an overlay adds comes last, and what it amends keeps its place") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {overlay_of("one",
                    "competences:\n"
                    "  - {id: zap, title: Zap, kind: role}\n"
                    "  - {id: lead, refresh: P1Y}\n"
                    "  - {id: aim, title: Aim, kind: core, levels: [low]}\n"
                    "roles: [{id: zapper, title: Zapper, levels: [low]}]\n"
                    "scales: [{id: zaps, values: [{id: zip, counts_as: met}]}]\n"),
         overlay_of("two",
                    "competences: [{id: bend, title: Bend, kind: role}]\n"
                    "roles: [{id: bender, title: Bender, levels: [mid]}]\n")});
    std::string competences;
    for (const hcf::Competence& competence : framework.competences) {
        competences += competence.id + "@" + competence.from + " ";
    }
    CHECK(competences ==
          "wash@fw/a.yaml talk@fw/a.yaml lead@fw/a.yaml guard@fw/a.yaml infuse@fw/a.yaml "
          "track@fw/a.yaml zap@1.yaml aim@1.yaml bend@2.yaml ");
    std::string roles;
    for (const hcf::Role& role : framework.roles) roles += role.id + " ";
    CHECK(roles == "carer nurse zapper bender ");
    CHECK(framework.scales.back().id == "zaps");
    CHECK(framework.scales.back().from == "1.yaml");
    CHECK(tests::ids_of(framework, framework.levels.at(0).core) == "wash talk aim");
    CHECK(tests::ids_of(framework, framework.levels.at(0).roles) == "carer zapper");
}

TEST_CASE("refresh and assess_at replace the framework's, and remember who said so") {
    const hcf::Framework framework = tests::framework_of(
        kRefreshed, {overlay_of("one", "competences:\n  - {id: wash, refresh: P3M}\n"),
                     overlay_of("two", "competences:\n  - {id: wash, assess_at: high}\n")});
    const hcf::Competence& wash = framework.competences.at(0);
    CHECK(wash.refresh == hcf::Period{0, 3, 0});
    CHECK(hcf::said_in(wash, hcf::Fact::refresh) == "1.yaml");
    CHECK(wash.assess_at == tests::level_of(framework, "high"));
    CHECK(hcf::said_in(wash, hcf::Fact::assess_at) == "2.yaml");
    CHECK(wash.from == "fw/a.yaml");
}

TEST_CASE("every fact that an overlay adds or amends remembers its file, and no other does") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {overlay_of("one",
                    "competences:\n"
                    "  - {id: lead, theme: t, printed_as: LEAD, description: d, source: p,\n"
                    "     aliases: [guide], same_as: [a/b], supersedes: [talk],\n"
                    "     nos: {code: C, status: confirmed}, levels: [low, mid, high]}\n"
                    "  - {id: zap, title: Zap, kind: role}\n"
                    "roles:\n"
                    "  - {id: carer, family: f, competences: [{id: track, essential: false}]}\n"
                    "aliases: {levels: {ground: low}, roles: {aide: carer}}\n"),
         overlay_of("two",
                    "competences:\n"
                    "  - {id: lead, theme: t, nos: {code: C, status: confirmed, seen: s},\n"
                    "     same_as: [a/b, c/d], aliases: [guide]}\n"
                    "  - {id: zap, theme: z}\n"
                    "roles:\n"
                    "  - {id: carer, summary: s, competences: [{id: track, needs: zero-to-six/4,\n"
                    "     essential: false}]}\n"
                    "  - {id: nurse, competences: [track]}\n")});
    const auto amendments = [](const hcf::Provenance& amended) {
        std::string text;
        for (const auto& [fact, item, file] : amended.all())
            text += std::string(to_string(fact)) + " " + std::to_string(item) + " " + file + "\n";
        return text;
    };
    const auto lead = tests::competence_of(framework, "lead");
    const auto index_of = [&](std::string_view id) {
        return std::to_string(tests::competence_of(framework, id).index);
    };
    CHECK(amendments(framework.at(lead).amended) ==
          "aliases 0 1.yaml\nprinted_as 0 1.yaml\ntheme 0 1.yaml\ndescription 0 1.yaml\n"
          "source 0 1.yaml\nnos 0 1.yaml\nsame_as 0 1.yaml\nlevels 0 1.yaml\n"
          "nos.seen 0 2.yaml\nsame_as 1 2.yaml\nsupersedes " +
              index_of("talk") + " 1.yaml\n");
    CHECK(amendments(framework.at(tests::competence_of(framework, "zap")).amended) ==
          "theme 0 2.yaml\n");
    CHECK(framework.at(tests::competence_of(framework, "zap")).from == "1.yaml");
    const hcf::Role& carer = framework.at(tests::role_of(framework, "carer"));
    CHECK(amendments(carer.amended) ==
          "aliases 0 1.yaml\nfamily 0 1.yaml\nsummary 0 2.yaml\n"
          "needs " +
              index_of("track") + " 2.yaml\n");
    const hcf::Role& nurse = framework.at(tests::role_of(framework, "nurse"));
    CHECK(amendments(nurse.amended) == "essential " + index_of("track") + " 2.yaml\n");
    CHECK(amendments(framework.levels.at(0).amended) == "aliases 1 1.yaml\n");
    CHECK(amendments(framework.levels.at(1).amended).empty());
}

TEST_CASE("lists of an overlay add to the framework's, each thing once") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {overlay_of("one",
                    "competences:\n"
                    "  - {id: lead, same_as: [a/b, c/d], supersedes: [talk]}\n"
                    "roles:\n"
                    "  - {id: carer, competences: [infuse], aliases: [helper]}\n"),
         overlay_of("two",
                    "competences:\n"
                    "  - {id: lead, same_as: [c/d, e/f], supersedes: [wash, talk]}\n"
                    "roles:\n"
                    "  - {id: carer, competences: [{id: track, essential: false}]}\n")});
    const hcf::Competence& lead = framework.at(tests::competence_of(framework, "lead"));
    CHECK(lead.same_as == std::vector<std::string>{"a/b", "c/d", "e/f"});
    CHECK(tests::ids_of(framework, lead.supersedes) == "talk wash");
    const hcf::Role& carer = framework.at(tests::role_of(framework, "helper"));
    REQUIRE(carer.competences.size() == 2);
    CHECK(framework.at(carer.competences[0].competence).id == "infuse");
    CHECK(carer.competences[0].essential);
    CHECK(carer.competences[0].from == "1.yaml");
    CHECK(framework.at(carer.competences[1].competence).id == "track");
    CHECK_FALSE(carer.competences[1].essential);
    CHECK(carer.from == "fw/a.yaml");
}

TEST_CASE("what the framework leaves open, an overlay may fill in") {
    const hcf::Framework framework = overlaid(
        "competences:\n"
        "  - {id: wash, theme: safety, nos: {code: X1, status: confirmed}, description: d,\n"
        "     source: s, printed_as: p, aliases: [scrub]}\n"
        "roles:\n"
        "  - {id: nurse, summary: s, family: f, source: o, printed_as: p,\n"
        "     competences: [{id: infuse, needs: zero-to-six/3}]}\n");
    const hcf::Competence& wash = framework.competences.at(0);
    CHECK(wash.theme == "safety");
    CHECK(wash.nos->code == "X1");
    CHECK(wash.description == "d");
    CHECK(wash.source == "s");
    CHECK(wash.printed_as == "p");
    CHECK(wash.aliases == std::vector<std::string>{"hands", "scrub"});
    const hcf::Role& nurse = framework.at(tests::role_of(framework, "nurse"));
    CHECK(nurse.summary == "s");
    CHECK(nurse.family == "f");
    CHECK(nurse.source == "o");
    CHECK(nurse.printed_as == "p");
    const hcf::RoleCompetence* infuse =
        hcf::find_in_role(nurse, tests::competence_of(framework, "infuse"));
    REQUIRE(infuse != nullptr);
    REQUIRE(infuse->needs);
    CHECK(infuse->needs->value == 3);
}

TEST_CASE("aliases of an overlay may be used by its own references, and before they stand") {
    const hcf::Framework framework = overlaid(
        "competences:\n"
        "  - {id: zap, title: Zap, kind: role, assess_at: top, supersedes: [speak]}\n"
        "roles:\n"
        "  - {id: zapper, title: Zapper, levels: [top], competences: [zz]}\n"
        "aliases:\n"
        "  levels: {top: high}\n"
        "  roles: {z: zapper, rn: Nurse - Adult}\n"
        "  competences: {speak: talk, zz: zap}\n");
    CHECK(framework.find_level("TOP") == tests::level_of(framework, "high"));
    CHECK(framework.find_role("rn") == tests::role_of(framework, "nurse"));
    CHECK(framework.find_role("z") == tests::role_of(framework, "zapper"));
    const auto zap = tests::competence_of(framework, "zap");
    CHECK(framework.find_competence("zz") == zap);
    CHECK(tests::ids_of(framework, framework.at(zap).supersedes) == "talk");
    CHECK(framework.at(tests::level_of(framework, "high")).aliases ==
          std::vector<std::string>{"top"});
}

TEST_CASE("an alias of something that is not there is told") {
    CHECK(overlay_told("aliases:\n  levels: {top: hihg}\n  roles: {x: y}\n") ==
          "1.yaml:4:17: error: unknown level 'hihg' [unknown-level]\n"
          "  help: did you mean 'high'?\n"
          "1.yaml:5:14: error: unknown role 'y' [unknown-role]\n");
}

TEST_CASE("an alias that is another's name is told; both overlays are where two disagree") {
    CHECK(overlay_told("aliases:\n  levels: {Bottom: mid}\n") ==
          "1.yaml:4:12: error: the name 'Bottom' is another level's [duplicate-name]\n"
          "  note: fw/a.yaml:4:46: first used here\n");
    CHECK(two_told("aliases: {roles: {rn: nurse}}\n", "aliases: {roles: {RN: carer}}\n") ==
          "1.yaml:3:19: error: the name 'RN' is another role's [overlay-conflict]\n"
          "  note: 2.yaml:3:19: the other one\n"
          "2.yaml:3:19: error: the name 'RN' is another role's [overlay-conflict]\n"
          "  note: 1.yaml:3:19: the other one\n");
}

TEST_CASE("two overlays may give the same alias, which then stands once") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText, {overlay_of("one", "aliases: {roles: {rn: nurse}}\n"),
                           overlay_of("two", "aliases: {roles: {rn: nurse}}\n")});
    std::string aliases;
    for (const std::string& alias : framework.at(tests::role_of(framework, "rn")).aliases) {
        aliases += alias + " ";
    }
    CHECK(aliases == "rn ");
}

TEST_CASE("a new competence or role of an overlay is as complete as the framework's") {
    CHECK(overlay_told("competences:\n  - {id: zap, refresh: P1Y}\nroles:\n  - {id: zapper}\n") ==
          "1.yaml:4:6: error: missing key 'title' in competence [missing-key]\n"
          "  help: a competence that the framework does not have needs a title and a kind\n"
          "1.yaml:4:6: error: missing key 'kind' in competence [missing-key]\n"
          "  help: a competence that the framework does not have needs a title and a kind\n"
          "1.yaml:6:6: error: missing key 'title' in role [missing-key]\n"
          "  help: a role that the framework does not have needs a title and levels\n"
          "1.yaml:6:6: error: missing key 'levels' in role [missing-key]\n"
          "  help: a role that the framework does not have needs a title and levels\n");
}

TEST_CASE("overlay-softens: an overlay changes no title, kind or role's levels") {
    CHECK(overlay_told("competences:\n"
                       "  - {id: wash, title: Rinse, kind: role}\n"
                       "roles:\n"
                       "  - {id: nurse, title: Sister, levels: [low]}\n") ==
          "1.yaml:4:23: error: an overlay may not change the title of the competence 'wash' "
          "[overlay-softens]\n"
          "  note: fw/a.yaml:10:23: the framework says so here\n"
          "1.yaml:4:36: error: an overlay may not change the kind of the competence 'wash' "
          "[overlay-softens]\n"
          "  note: fw/a.yaml:10:41: the framework says so here\n"
          "1.yaml:6:24: error: an overlay may not change the title of the role 'nurse' "
          "[overlay-softens]\n"
          "  note: fw/a.yaml:21:12: the framework says so here\n"
          "1.yaml:6:41: error: an overlay may not change the levels of the role 'nurse' "
          "[overlay-softens]\n"
          "  note: fw/a.yaml:22:14: the framework says so here\n");
    CHECK(overlay_told("competences: [{id: wash, title: Wash hands, kind: core}]\n"
                       "roles: [{id: nurse, title: Nurse - Adult, levels: [mid, high]}]\n") == "");
}

TEST_CASE("overlay-softens: an overlay removes no mark, and may add some") {
    CHECK(overlay_told("competences: [{id: wash, levels: [low, high]}]\n") ==
          "1.yaml:3:35: error: an overlay may not remove a mark of the competence 'wash' "
          "[overlay-softens]\n"
          "  note: fw/a.yaml:10:56: the framework says so here\n");
    const hcf::Framework framework =
        overlaid("competences: [{id: talk, levels: [high, low, mid]}]\n");
    CHECK(tests::ids_of(framework, framework.competences.at(1).levels) == "low mid high");
    CHECK(tests::ids_of(framework, framework.levels.at(2).core) == "wash talk lead guard");
    CHECK(overlay_told("competences: [{id: talk, levels: [low, mid]}]\n") == "");
}

TEST_CASE("a mark of a level that is not known is told once, not as a mark removed") {
    CHECK(overlay_told("competences: [{id: wash, levels: [low, mdi, high]}]\n") ==
          "1.yaml:3:40: error: unknown level 'mdi' [unknown-level]\n"
          "  help: did you mean 'mid'?\n");
}

TEST_CASE("overlay-softens: an overlay changes no scale of the framework") {
    CHECK(overlay_told("scales: [{id: status, values: [{id: met, counts_as: met}]}]\n") ==
          "1.yaml:3:15: error: an overlay may not change the scale 'status' [overlay-softens]\n"
          "  note: framework/scales.yaml:11:9: the framework says so here\n");
    CHECK(overlay_told("scales:\n"
                       "  - {id: competent, title: Competent or not yet, values:\n"
                       "     [{id: not-yet-competent, title: Not yet competent,\n"
                       "       counts_as: not-met},\n"
                       "      {id: competent, title: Competent, counts_as: met}]}\n") == "");
}

TEST_CASE("overlay-softens: what is essential stays so, and what is needed is not lowered") {
    CHECK(overlay_told("roles:\n"
                       "  - id: nurse\n"
                       "    competences:\n"
                       "      - {id: infuse, essential: false}\n"
                       "      - {id: lead, needs: zero-to-six/3}\n") ==
          "1.yaml:6:33: error: an overlay may not make desirable what is essential: 'infuse' in "
          "the role 'nurse' [overlay-softens]\n"
          "  note: fw/a.yaml:23:50: the framework says so here\n"
          "1.yaml:7:27: error: an overlay may not change what is needed of 'lead' in the role "
          "'nurse' [overlay-softens]\n"
          "  note: fw/a.yaml:23:76: the framework says so here\n");
}

TEST_CASE("an overlay may ask more: a higher value, and what was desirable") {
    const hcf::Framework framework = overlaid(
        "roles:\n"
        "  - id: nurse\n"
        "    competences: [{id: lead, needs: zero-to-six/5}, {id: track, essential: true}]\n");
    const hcf::Role& nurse = framework.at(tests::role_of(framework, "nurse"));
    const auto* lead = hcf::find_in_role(nurse, tests::competence_of(framework, "lead"));
    const auto* track = hcf::find_in_role(nurse, tests::competence_of(framework, "track"));
    REQUIRE(lead != nullptr);
    REQUIRE(track != nullptr);
    CHECK(lead->needs->value == 5);
    CHECK(track->essential);
}

TEST_CASE("essential-core holds of what overlays add, too") {
    CHECK(overlay_told("roles: [{id: carer, competences: [{id: wash, essential: false}]}]\n") ==
          "1.yaml:3:57: error: the level 'low' asks 'wash' of everybody [essential-core]\n"
          "  help: leave 'essential' out\n");
    CHECK(overlay_told("competences: [{id: zap, title: Zap, kind: core, levels: [low]}]\n"
                       "roles: [{id: carer, competences: [{id: zap, essential: false}]}]\n") ==
          "1.yaml:4:56: error: the level 'low' asks 'zap' of everybody [essential-core]\n"
          "  help: leave 'essential' out\n");
}

TEST_CASE("supersedes-cycle is found over the overlays") {
    const std::string told = two_told("competences: [{id: lead, supersedes: [talk]}]\n",
                                      "competences: [{id: talk, supersedes: [lead]}]\n");
    CHECK(told.find("[supersedes-cycle]") != std::string::npos);
}

TEST_CASE("overlay-conflict: two overlays that refresh differently, at both places") {
    CHECK(two_told("competences: [{id: wash, refresh: P1Y}]\n",
                   "competences: [{id: wash, refresh: P2Y}]\n") ==
          conflict_told("1.yaml:3:35", "2.yaml:3:35",
                        "two overlays give different values for the refresh of the competence "
                        "'wash'"));
    CHECK(two_told("competences: [{id: wash, assess_at: mid}]\n",
                   "competences: [{id: wash, assess_at: high}]\n") ==
          conflict_told("1.yaml:3:37", "2.yaml:3:37",
                        "two overlays give different values for assess_at of the competence "
                        "'wash'"));
    CHECK(two_told("competences: [{id: wash, refresh: P1Y}]\n",
                   "competences: [{id: wash, refresh: P1Y}]\n") == "");
}

TEST_CASE("overlay-conflict: also where one of them says what the framework says") {
    constexpr std::string_view kSame = "competences: [{id: wash, refresh: P1Y, assess_at: mid}]\n";
    constexpr std::string_view kOther = "competences: [{id: wash, refresh: P2Y, assess_at: mid}]\n";
    const std::string expected = conflict_told(
        "1.yaml:3:35", "2.yaml:3:35",
        "two overlays give different values for the refresh of the competence 'wash'");
    CHECK(refreshed_told(kOther, kSame) == expected);
    CHECK(refreshed_told(kSame, kOther) == expected);
}

TEST_CASE("overlay-conflict: new things that two overlays define differently") {
    CHECK(two_told("competences: [{id: zap, title: Zap, kind: role}]\n",
                   "competences: [{id: zap, title: Zip, kind: role}]\n") ==
          conflict_told("1.yaml:3:32", "2.yaml:3:32",
                        "two overlays give different values for the title of the competence "
                        "'zap'"));
    CHECK(two_told("roles: [{id: z, title: Z, levels: [low]}]\n",
                   "roles: [{id: z, title: Z, levels: [mid]}]\n") ==
          conflict_told("1.yaml:3:36", "2.yaml:3:36",
                        "two overlays give different values for the levels of the role 'z'"));
    CHECK(two_told("scales: [{id: z, values: [{id: a, counts_as: met}]}]\n",
                   "scales: [{id: z, values: [{id: a, counts_as: partial}]}]\n") ==
          conflict_told("1.yaml:3:15", "2.yaml:3:15",
                        "two overlays give different values for the scale 'z'"));
    CHECK(two_told("competences: [{id: zap, title: Zap, kind: role}]\n"
                   "roles: [{id: z, title: Z, levels: [low]}]\n"
                   "scales: [{id: z, values: [{id: a, counts_as: met}]}]\n",
                   "competences: [{id: zap, title: Zap, kind: role}]\n"
                   "roles: [{id: z, title: Z, levels: [low]}]\n"
                   "scales: [{id: z, values: [{id: a, counts_as: met}]}]\n") == "");
}

TEST_CASE("overlay-conflict: every fact that two overlays may give, at both places, either way") {
    const auto check = [](const std::string& first, const std::string& second) {
        CAPTURE(first);
        CAPTURE(second);
        for (const bool is_turned : {false, true}) {
            const std::string told = is_turned ? two_told(second, first) : two_told(first, second);
            CHECK(std::count(told.begin(), told.end(), '\n') == 4);
            CHECK(told.rfind("1.yaml:", 0) == 0);
            CHECK(told.find("\n2.yaml:") != std::string::npos);
            CHECK(told.find("[overlay-conflict]") != told.rfind("[overlay-conflict]"));
        }
        CHECK(two_told(first, first) == "");
        CHECK(two_told(second, second) == "");
    };
    const auto of_new_competence = [&](const std::string& first, const std::string& second) {
        const std::string start = "competences: [{id: zap, title: Zap, kind: role, ";
        check(start + first + "}]\n", start + second + "}]\n");
    };
    const auto of_competence = [&](const std::string& first, const std::string& second) {
        of_new_competence(first, second);
        check("competences: [{id: infuse, " + first + "}]\n",
              "competences: [{id: infuse, " + second + "}]\n");
    };
    of_competence("theme: a", "theme: b");
    of_competence("printed_as: a", "printed_as: b");
    of_competence("description: a", "description: b");
    of_competence("source: a", "source: b");
    of_competence("refresh: P1Y", "refresh: P6M");
    of_competence("assess_at: mid", "assess_at: high");
    of_competence("nos: {code: a}", "nos: {code: b}");
    of_competence("nos: {code: a}", "nos: {code: a, status: confirmed}");
    of_competence("nos: {code: a, seen: s}", "nos: {code: a, seen: t}");
    of_competence("nos: {code: a, seen: s}", "nos: {code: b, seen: t}");
    check("competences: [{id: zap, title: Zap, kind: role}]\n",
          "competences: [{id: zap, title: Zip, kind: role}]\n");
    check("competences: [{id: zap, title: Zap, kind: role}]\n",
          "competences: [{id: zap, title: Zap, kind: core, levels: [low]}]\n");
    check("competences: [{id: zap, title: Zap, kind: core, levels: [mid]}]\n",
          "competences: [{id: zap, title: Zap, kind: core, levels: [low]}]\n");

    const auto of_role = [&](const std::string& first, const std::string& second) {
        const std::string start = "roles: [{id: z, title: Z, levels: [low], ";
        check(start + first + "}]\n", start + second + "}]\n");
        check("roles: [{id: carer, " + first + "}]\n", "roles: [{id: carer, " + second + "}]\n");
    };
    of_role("summary: a", "summary: b");
    of_role("family: a", "family: b");
    of_role("printed_as: a", "printed_as: b");
    of_role("source: a", "source: b");
    of_role("competences: [{id: infuse, needs: zero-to-six/3}]",
            "competences: [{id: infuse, needs: zero-to-six/4}]");
    of_role("competences: [{id: infuse, needs: zero-to-six/3}]",
            "competences: [{id: infuse, needs: status/met}]");
    of_role("competences: [infuse]", "competences: [{id: infuse, essential: false}]");
    check("roles: [{id: z, title: Z, levels: [low]}]\n",
          "roles: [{id: z, title: Y, levels: [low]}]\n");
    check("roles: [{id: z, title: Z, levels: [low, mid]}]\n",
          "roles: [{id: z, title: Z, levels: [mid, low]}]\n");

    const auto of_scale = [&](const std::string& first, const std::string& second) {
        check("scales: [{id: z, " + first + "}]\n", "scales: [{id: z, " + second + "}]\n");
    };
    of_scale("title: a, values: [{id: a, counts_as: met}]",
             "title: b, values: [{id: a, counts_as: met}]");
    of_scale("values: [{id: a, counts_as: met}]", "values: [{id: b, counts_as: met}]");
    of_scale("values: [{id: a, counts_as: met}]", "values: [{id: a, counts_as: partial}]");
    of_scale("values: [{id: a, counts_as: met}]",
             "values: [{id: a, counts_as: met, may_assess: true}]");
    of_scale("values: [{id: a, counts_as: met}]", "values: [{id: a, title: A, counts_as: met}]");
    of_scale("values: [{id: a, counts_as: partial}, {id: b, counts_as: met}]",
             "values: [{id: b, counts_as: met}, {id: a, counts_as: partial}]");

    check("aliases: {roles: {x: nurse}}\n", "aliases: {roles: {x: carer}}\n");
    check("aliases: {levels: {x: low}}\n", "aliases: {levels: {X: mid}}\n");
    check("aliases: {competences: {x: wash}}\n", "aliases: {competences: {x: talk}}\n");
    check("competences: [{id: wash, aliases: [x]}]\n", "competences: [{id: talk, aliases: [x]}]\n");
}

TEST_CASE("where a NOS code was seen may be added to it, in either order") {
    for (const bool is_turned : {false, true}) {
        std::vector<std::string> overlays = {
            overlay_of("one", "competences: [{id: infuse, nos: {code: a}}]\n"),
            overlay_of("two", "competences: [{id: infuse, nos: {code: a, seen: s}}]\n")};
        if (is_turned) std::swap(overlays[0], overlays[1]);
        const hcf::Framework framework =
            tests::framework_of(tests::kTinyText, {overlays[0], overlays[1]});
        const auto& nos = framework.at(tests::competence_of(framework, "infuse")).nos;
        REQUIRE(nos.has_value());
        CHECK(nos->code == "a");
        CHECK(nos->seen == "s");
    }
}

TEST_CASE("overlay-conflict: one name for two new things") {
    CHECK(two_told("competences: [{id: zap, title: Zap it, kind: role}]\n",
                   "competences: [{id: zip, title: ZAP IT, kind: role}]\n") ==
          conflict_told("1.yaml:3:32", "2.yaml:3:32", "the name 'ZAP IT' is another competence's"));
}

TEST_CASE("overlay-conflict: marks that two overlays add differently, in either order") {
    constexpr std::string_view kMore =
        "competences: [{id: zap, title: Zap, kind: core, levels: [low, mid]}]\n";
    constexpr std::string_view kLess =
        "competences: [{id: zap, title: Zap, kind: core, levels: [low]}]\n";
    const std::string expected =
        conflict_told("1.yaml:3:58", "2.yaml:3:58",
                      "two overlays give different levels for the competence 'zap'");
    CHECK(two_told(kMore, kLess) == expected);
    CHECK(two_told(kLess, kMore) == expected);
    const std::string amended =
        conflict_told("1.yaml:3:36", "2.yaml:3:36",
                      "two overlays give different levels for the competence 'guard'");
    CHECK(two_told("competences: [{id: guard, levels: [high, mid]}]\n",
                   "competences: [{id: guard, levels: [high, low]}]\n") == amended);
    CHECK(two_told("competences: [{id: guard, levels: [high, mid]}]\n",
                   "competences: [{id: guard, levels: [high]}]\n") == amended);
    CHECK(two_told("competences: [{id: guard, levels: [high]}]\n",
                   "competences: [{id: guard, levels: [high, mid]}]\n") == amended);
    CHECK(two_told("competences: [{id: guard, levels: [high, mid]}]\n",
                   "competences: [{id: guard, levels: [mid, high]}]\n") == "");
}

TEST_CASE("overlay-conflict: what two overlays need of one competence of a role") {
    CHECK(two_told("roles: [{id: carer, competences: [{id: infuse, needs: zero-to-six/4}]}]\n",
                   "roles: [{id: carer, competences: [{id: infuse, needs: zero-to-six/5}]}]\n") ==
          conflict_told("1.yaml:3:55", "2.yaml:3:55",
                        "two overlays give different values for what is needed of 'infuse' in the "
                        "role 'carer'"));
    CHECK(two_told("roles: [{id: carer, competences: [{id: infuse, essential: false}]}]\n",
                   "roles: [{id: carer, competences: [{id: infuse, essential: true}]}]\n") ==
          conflict_told("1.yaml:3:59", "2.yaml:3:59",
                        "two overlays disagree on whether this is essential: 'infuse' in the role "
                        "'carer'"));
    CHECK(two_told("roles: [{id: carer, competences: [{id: infuse, essential: true}]}]\n",
                   "roles: [{id: carer, competences: [{id: infuse, essential: false}]}]\n") ==
          conflict_told("1.yaml:3:59", "2.yaml:3:59",
                        "two overlays disagree on whether this is essential: 'infuse' in the role "
                        "'carer'"));
    CHECK(two_told("roles: [{id: carer, competences: [infuse]}]\n",
                   "roles: [{id: carer, competences: [infuse]}]\n") == "");
}

TEST_CASE("overlay-conflict on needs does not hang on the order of the overlays") {
    constexpr std::string_view kSame =
        "roles: [{id: nurse, competences: [{id: infuse, needs: zero-to-six/3,"
        " essential: false}]}]\n";
    constexpr std::string_view kHigher =
        "roles: [{id: nurse, competences: [{id: infuse, needs: zero-to-six/4,"
        " essential: false}]}]\n";
    const std::string expected = conflict_told(
        "1.yaml:3:55", "2.yaml:3:55",
        "two overlays give different values for what is needed of 'infuse' in the role 'nurse'");
    CHECK(refreshed_told(kHigher, kSame) == expected);
    CHECK(refreshed_told(kSame, kHigher) == expected);
}

TEST_CASE("duplicate-card: no two overlays have one id") {
    CHECK(tests::framework_told(tests::kTinyText, {overlay_of("one", ""), overlay_of("one", "")}) ==
          "2.yaml:2:15: error: two overlays have the id 'one' [duplicate-card]\n"
          "  note: 1.yaml:2:15: the first\n");
}

TEST_CASE("one overlay that defines a new competence twice is told") {
    // "No id, alias or title may equal another's of the same kind" (spec 2), nor say two things.
    const std::string told = overlay_told(
        "competences:\n"
        "  - {id: zap, title: Zap, kind: role}\n"
        "  - {id: zap, title: Zip, kind: role}\n");
    CHECK(told != "");
    CHECK(told.find("two overlays") == std::string::npos);
}

TEST_CASE("a value that an overlay needs may be of a scale that it brings") {
    const hcf::Framework framework = overlaid(
        "roles: [{id: carer, competences: [{id: infuse, needs: silver}]}]\n"
        "scales: [{id: medals, values: [{id: bronze, counts_as: partial},\n"
        "  {id: silver, counts_as: met}]}]\n");
    const hcf::Role& carer = framework.at(tests::role_of(framework, "carer"));
    REQUIRE(carer.competences.size() == 1);
    REQUIRE(carer.competences[0].needs);
    CHECK(framework.at(carer.competences[0].needs->scale).id == "medals");
    CHECK(carer.competences[0].needs->value == 1);
}

TEST_CASE("a competence of an overlay may be asked by a role of another") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {overlay_of("one", "roles: [{id: carer, competences: [zap]}]\n"),
         overlay_of("two", "competences: [{id: zap, title: Zap, kind: role}]\n")});
    CHECK(framework.at(tests::role_of(framework, "carer")).competences.size() == 1);
}
