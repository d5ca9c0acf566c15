// SPDX-License-Identifier: Apache-2.0
// What holds of any two overlays on one framework.
#include "hcf/load/load_framework.h"

#include "support/random_case.h"
#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using tests::Random;

/// A framework that says itself some of what overlays may say again.
constexpr std::string_view kAmendable =
    "hcf: levels/1\n"
    "framework: {id: f, title: F, version: '1'}\n"
    "levels: [{id: low, title: Low}, {id: mid, title: Mid}, {id: high, title: High}]\n"
    "---\n"
    "hcf: competences/1\n"
    "competences:\n"
    "  - {id: wash, title: Wash, kind: core, levels: [low, mid], refresh: P1Y, assess_at: mid}\n"
    "  - {id: talk, title: Talk, kind: core, levels: [high]}\n"
    "  - {id: infuse, title: Infuse, kind: role, theme: care}\n"
    "  - {id: track, title: Track, kind: role}\n"
    "---\n"
    "hcf: roles/1\n"
    "roles:\n"
    "  - {id: nurse, title: Nurse, levels: [mid],\n"
    "     competences: [{id: infuse, needs: zero-to-six/3}, {id: track, essential: false}]}\n"
    "  - {id: carer, title: Carer, levels: [low]}\n";

std::string random_competence_change(Random& random) {
    const std::vector<std::string> ids = {"wash", "talk", "infuse", "track"};
    const std::string& id = random.pick(ids);
    std::string text = "  - {id: " + id;
    if (random.chance(40)) text += fmt::format(", refresh: P{}Y", 1 + random.below(2));
    if (random.chance(40)) text += random.chance(50) ? ", assess_at: mid" : ", assess_at: high";
    if (random.chance(20)) text += random.chance(50) ? ", theme: care" : ", theme: safety";
    if (random.chance(10)) text += random.chance(50) ? ", description: a" : ", description: b";
    if (random.chance(20)) {
        const std::vector<std::string> codes = {
            "{code: A}", "{code: A, seen: s}", "{code: A, seen: t}", "{code: A, status: confirmed}",
            "{code: B, seen: s}"};
        text += ", nos: " + random.pick(codes);
    }
    if (random.chance(20) && id == "talk") {
        text += random.chance(50) ? ", levels: [high]" : ", levels: [high, mid]";
    }
    if (random.chance(20) && id != "track") text += ", supersedes: [track]";
    return text + "}\n";
}

std::string random_role_change(Random& random) {
    const std::vector<std::string> ids = {"nurse", "carer"};
    const std::vector<std::string> entries = {"infuse",
                                              "track",
                                              "{id: infuse, needs: zero-to-six/3}",
                                              "{id: infuse, needs: zero-to-six/4}",
                                              "{id: infuse, needs: zero-to-six/5}",
                                              "{id: track, essential: true}",
                                              "{id: track, essential: false}",
                                              "{id: track, needs: met}",
                                              "{id: infuse, essential: true}"};
    const std::string& id = random.pick(ids);
    std::string more;
    if (random.chance(15)) more = random.chance(50) ? " family: a," : " family: b,";
    return fmt::format("  - {{id: {},{} competences: [{}]}}\n", id, more, random.pick(entries));
}

std::string random_overlay(Random& random, std::string_view id) {
    std::string text = fmt::format("hcf: overlay/1\noverlay: {{id: {}}}\n", id);
    if (random.chance(80)) text += "competences:\n" + random_competence_change(random);
    if (random.chance(60)) text += "roles:\n" + random_role_change(random);
    if (random.chance(20)) {
        text +=
            fmt::format("aliases: {{roles: {{rn: {}}}}}\n", random.chance(50) ? "nurse" : "carer");
    }
    return text;
}

struct LoadedPair {
    hcf::LoadedFramework loaded;
    bool has_conflict = false;
    bool has_other_error = false;
};

LoadedPair load_pair(std::string_view first, std::string_view second) {
    tests::MemoryFiles files;
    files.add("fw/a.yaml", kAmendable);
    files.add("1.yaml", first);
    files.add("2.yaml", second);
    LoadedPair pair;
    pair.loaded = hcf::load_framework(files, {"fw", {"1.yaml", "2.yaml"}});
    for (const hcf::Finding& finding : pair.loaded.findings) {
        const bool is_conflict = finding.rule->id == "overlay-conflict";
        (is_conflict ? pair.has_conflict : pair.has_other_error) = true;
    }
    return pair;
}

/// All that the analyses see of a framework.
std::string facts_of(const hcf::Framework& framework) {
    std::string text;
    for (const hcf::Competence& competence : framework.competences) {
        const hcf::Nos nos = competence.nos.value_or(hcf::Nos{});
        text +=
            fmt::format("{} {} {} {} {} {} {} {} {} {}\n", competence.id,
                        tests::ids_of(framework, competence.levels),
                        competence.refresh ? to_string(*competence.refresh) : "-",
                        competence.assess_at ? framework.at(*competence.assess_at).id : "-",
                        competence.theme, competence.description, nos.code, to_string(nos.status),
                        nos.seen, tests::ids_of(framework, competence.superseded_by));
    }
    for (const hcf::Role& role : framework.roles) {
        text += role.id + " " + role.family;
        for (const hcf::RoleCompetence& own : role.competences) {
            text += fmt::format(
                " {}{}{}", framework.at(own.competence).id, own.essential ? "!" : "?",
                own.needs ? fmt::format(">={}/{}", own.needs->scale.index, own.needs->value) : "");
        }
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("whether two overlays agree, and what they come to, does not hang on their order") {
    int loaded_both = 0;
    int conflicts = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::string one = random_overlay(random, "one");
        const std::string two = random_overlay(random, "two");
        CAPTURE(one);
        CAPTURE(two);
        const LoadedPair forth = load_pair(one, two);
        const LoadedPair back = load_pair(two, one);
        CHECK(forth.loaded.framework.has_value() == back.loaded.framework.has_value());
        if (!forth.has_other_error && !back.has_other_error) {
            CHECK(forth.has_conflict == back.has_conflict);
        }
        if (forth.has_conflict) ++conflicts;
        if (!forth.loaded.framework || !back.loaded.framework) continue;
        ++loaded_both;
        CHECK(facts_of(*forth.loaded.framework) == facts_of(*back.loaded.framework));
    }
    // The test looks at something: neither branch is empty.
    CHECK(loaded_both > 50);
    CHECK(conflicts > 10);
}

TEST_CASE("what is amended is from an overlay, and everything else from the framework") {
    int amendments = 0;
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::string one = random_overlay(random, "one");
        const std::string two = random_overlay(random, "two");
        CAPTURE(one);
        CAPTURE(two);
        const LoadedPair pair = load_pair(one, two);
        if (!pair.loaded.framework) continue;
        const hcf::Framework& framework = *pair.loaded.framework;
        const auto check = [&](const hcf::Provenance& amended) {
            for (const hcf::Provenance::Amendment& said : amended.all()) {
                ++amendments;
                CHECK((said.file == "1.yaml" || said.file == "2.yaml"));
                CHECK(amended.find(said.fact, said.item) == &said.file);  // and is amended once
            }
        };
        for (const hcf::Competence& competence : framework.competences) {
            CHECK(competence.from == "fw/a.yaml");
            check(competence.amended);
            const auto is_amended = [&](hcf::Fact fact) {
                return competence.amended.find(fact) != nullptr;
            };
            // The framework gives wash its refresh and assess_at, and no other competence one.
            if (competence.id != "wash") {
                CHECK(is_amended(hcf::Fact::refresh) == competence.refresh.has_value());
                CHECK(is_amended(hcf::Fact::assess_at) == competence.assess_at.has_value());
            }
            CHECK(is_amended(hcf::Fact::nos) == competence.nos.has_value());
        }
        for (const hcf::Role& role : framework.roles) {
            check(role.amended);
            CHECK((role.amended.find(hcf::Fact::family) != nullptr) == !role.family.empty());
        }
    }
    CHECK(amendments > 100);
}

TEST_CASE("an overlay loaded with one that says nothing is the overlay alone") {
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const std::string one = random_overlay(random, "one");
        const LoadedPair with = load_pair(one, "hcf: overlay/1\noverlay: {id: nothing}\n");
        tests::MemoryFiles files;
        files.add("fw/a.yaml", kAmendable);
        files.add("1.yaml", one);
        const auto alone = hcf::load_framework(files, {"fw", {"1.yaml"}});
        CHECK(tests::told(with.loaded.findings) == tests::told(alone.findings));
        REQUIRE(with.loaded.framework.has_value() == alone.framework.has_value());
        if (alone.framework) {
            CHECK(facts_of(*with.loaded.framework) == facts_of(*alone.framework));
        }
    }
}

TEST_CASE("no overlay that loads takes a mark or an essential competence away") {
    tests::MemoryFiles bare_files;
    bare_files.add("fw/a.yaml", kAmendable);
    const auto bare = hcf::load_framework(bare_files, {"fw", {}});
    REQUIRE(bare.framework);
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const LoadedPair pair =
            load_pair(random_overlay(random, "one"), random_overlay(random, "two"));
        if (!pair.loaded.framework) continue;
        const hcf::Framework& framework = *pair.loaded.framework;
        for (std::uint32_t level = 0; level < 3; ++level) {
            for (const hcf::CompetenceId id : bare.framework->levels[level].core) {
                CHECK(framework.levels[level].core_set.contains(id));
            }
        }
        for (std::uint32_t role = 0; role < 2; ++role) {
            for (const hcf::RoleCompetence& own : bare.framework->roles[role].competences) {
                const auto* now = hcf::find_in_role(framework.roles[role], own.competence);
                REQUIRE(now != nullptr);
                CHECK((now->essential || !own.essential));
                if (!own.needs) continue;
                REQUIRE(now->needs);
                CHECK(now->needs->scale == own.needs->scale);
                CHECK(now->needs->value >= own.needs->value);
            }
        }
    }
}
