// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/framework_doc.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using hcf::DocumentKind;
using hcf::FrameworkDoc;
using hcf::tests::Parsed;

/// A document of a framework that has been decoded, with what was told of it.
struct DecodedFramework {
    DecodedFramework(DocumentKind kind, std::string_view text) : parsed(text) {
        REQUIRE(parsed.is_whole);
        doc = hcf::decode_framework(parsed.tree, kind, parsed.diags);
        told = parsed.told();
    }

    Parsed parsed;
    FrameworkDoc doc;
    std::string told;
};

std::string framework_doc_told(DocumentKind kind, std::string_view text) {
    return DecodedFramework(kind, text).told;
}

}  // namespace

TEST_CASE("framework kinds are those of which a framework is made, overlays included") {
    CHECK(hcf::is_framework_kind(DocumentKind::levels));
    CHECK(hcf::is_framework_kind(DocumentKind::competences));
    CHECK(hcf::is_framework_kind(DocumentKind::roles));
    CHECK(hcf::is_framework_kind(DocumentKind::scales));
    CHECK(hcf::is_framework_kind(DocumentKind::overlay));
    CHECK_FALSE(hcf::is_framework_kind(DocumentKind::assessment));
    CHECK_FALSE(hcf::is_framework_kind(DocumentKind::team));
    CHECK_FALSE(hcf::is_framework_kind(DocumentKind::service));
    CHECK_FALSE(hcf::is_framework_kind(DocumentKind::catalogue));
}

TEST_CASE("levels are decoded with the framework's card and their descriptors") {
    const DecodedFramework read(
        DocumentKind::levels,
        "hcf: levels/1\n"
        "framework: {id: f, title: F, version: '1.10', status: draft, date: 2024-11-27, source: "
        "S}\n"
        "levels:\n"
        "  - id: low\n"
        "    title: Low Practice\n"
        "    printed_as: LOW\n"
        "    aliases: [l, bottom]\n"
        "    source: page 1\n"
        "    descriptor: {knowledge: k, practice: p, decisions: d, accountability: a,\n"
        "      leadership: le, development: de}\n");
    CHECK(read.told == "");
    CHECK(read.doc.kind == DocumentKind::levels);
    REQUIRE(read.doc.framework);
    CHECK(read.doc.framework->id->value.text == "f");
    CHECK(read.doc.framework->title->value.text == "F");
    CHECK(read.doc.framework->version->value.text == "1.10");
    CHECK(read.doc.framework->status->value.text == "draft");
    CHECK(read.doc.framework->date->value == *hcf::make_date(2024, 11, 27));
    CHECK(read.doc.framework->source->value.text == "S");
    REQUIRE(read.doc.levels.size() == 1);
    const hcf::LevelDoc& level = read.doc.levels[0];
    CHECK(level.id->value.text == "low");
    CHECK(level.title->value.text == "Low Practice");
    CHECK(level.printed_as->value.text == "LOW");
    CHECK(level.aliases.size() == 2);
    CHECK(level.source->value.text == "page 1");
    REQUIRE(level.descriptor);
    CHECK(level.descriptor->knowledge->value.text == "k");
    CHECK(level.descriptor->practice->value.text == "p");
    CHECK(level.descriptor->decisions->value.text == "d");
    CHECK(level.descriptor->accountability->value.text == "a");
    CHECK(level.descriptor->leadership->value.text == "le");
    CHECK(level.descriptor->development->value.text == "de");
}

TEST_CASE("competences are decoded with all that spec 2 gives them") {
    const DecodedFramework read(DocumentKind::competences,
                                "hcf: competences/1\n"
                                "competences:\n"
                                "  - id: wash\n"
                                "    title: Wash hands\n"
                                "    printed_as: wash Hands\n"
                                "    aliases: [hands]\n"
                                "    kind: core\n"
                                "    levels: [low, high]\n"
                                "    theme: safety\n"
                                "    nos: {code: SFH1, status: confirmed, seen: there}\n"
                                "    refresh: P1Y\n"
                                "    assess_at: high\n"
                                "    same_as: [other/wash, third/hands]\n"
                                "    supersedes: [rinse]\n"
                                "    description: With soap\n"
                                "    source: page 2\n");
    CHECK(read.told == "");
    REQUIRE(read.doc.competences.size() == 1);
    const hcf::CompetenceDoc& competence = read.doc.competences[0];
    CHECK(competence.id->value.text == "wash");
    CHECK(competence.title->value.text == "Wash hands");
    CHECK(competence.printed_as->value.text == "wash Hands");
    CHECK(competence.aliases.at(0).value.text == "hands");
    CHECK(competence.kind->value == hcf::CompetenceKind::core);
    CHECK(competence.levels->at(1).value.text == "high");
    CHECK(competence.theme->value.text == "safety");
    REQUIRE(competence.nos);
    CHECK(competence.nos->code->value.text == "SFH1");
    CHECK(competence.nos->status->value == hcf::NosStatus::confirmed);
    CHECK(competence.nos->seen->value.text == "there");
    CHECK(competence.refresh->value == hcf::Period{1, 0, 0});
    CHECK(competence.assess_at->value.text == "high");
    CHECK(competence.same_as.at(1).value.text == "third/hands");
    CHECK(competence.supersedes.at(0).value.text == "rinse");
    CHECK(competence.description->value.text == "With soap");
    CHECK(competence.source->value.text == "page 2");
    for (const hcf::KeySpec& key : hcf::CompetenceDoc::mapping().keys) {
        CHECK(hcf::was_seen(hcf::CompetenceDoc::mapping(), competence.seen_keys, key.name));
    }
}

TEST_CASE("roles are decoded, their competences in both forms") {
    const DecodedFramework read(
        DocumentKind::roles,
        "hcf: roles/1\n"
        "roles:\n"
        "  - id: nurse\n"
        "    title: Nurse\n"
        "    printed_as: NURSE\n"
        "    aliases: [rn]\n"
        "    levels: [high, low]\n"
        "    competences: [wash, {id: infuse, needs: zero-to-six/4, essential: false}]\n"
        "    summary: Cares\n"
        "    family: nursing\n"
        "    source: page 3\n");
    CHECK(read.told == "");
    REQUIRE(read.doc.roles.size() == 1);
    const hcf::RoleDoc& role = read.doc.roles[0];
    CHECK(role.id->value.text == "nurse");
    CHECK(role.title->value.text == "Nurse");
    CHECK(role.printed_as->value.text == "NURSE");
    CHECK(role.aliases.at(0).value.text == "rn");
    CHECK(role.levels->at(0).value.text == "high");
    CHECK(role.summary->value.text == "Cares");
    CHECK(role.family->value.text == "nursing");
    CHECK(role.source->value.text == "page 3");
    REQUIRE(role.competences.size() == 2);
    CHECK(role.competences[0].id->value.text == "wash");
    CHECK_FALSE(role.competences[0].essential);
    CHECK(role.competences[1].id->value.text == "infuse");
    CHECK(role.competences[1].needs->value.text == "zero-to-six/4");
    CHECK(role.competences[1].essential->value == false);
}

TEST_CASE("scales are decoded, their values as text") {
    const DecodedFramework read(
        DocumentKind::scales,
        "hcf: scales/1\n"
        "scales:\n"
        "  - id: marks\n"
        "    title: Marks\n"
        "    source: ours\n"
        "    values:\n"
        "      - {id: 0, title: None, counts_as: not-met, may_assess: false}\n"
        "      - {id: \"1\", counts_as: met, may_assess: true}\n");
    CHECK(read.told == "");
    REQUIRE(read.doc.scales.size() == 1);
    const hcf::ScaleDoc& scale = read.doc.scales[0];
    CHECK(scale.id->value.text == "marks");
    CHECK(scale.title->value.text == "Marks");
    CHECK(scale.source->value.text == "ours");
    REQUIRE(scale.values.size() == 2);
    CHECK(scale.values[0].id->value.text == "0");
    CHECK(scale.values[0].title->value.text == "None");
    CHECK(scale.values[0].counts_as->value == hcf::CountsAs::not_met);
    CHECK(scale.values[0].may_assess->value == false);
    CHECK(scale.values[1].id->value.text == "1");
    CHECK(scale.values[1].may_assess->value == true);
}

TEST_CASE("an overlay is decoded with its card, additions and aliases") {
    const DecodedFramework read(DocumentKind::overlay,
                                "hcf: overlay/1\n"
                                "overlay: {id: o, version: '2', title: Ours}\n"
                                "competences: [{id: infuse, title: Infuse, kind: role}]\n"
                                "roles: [{id: nurse, competences: [infuse]}]\n"
                                "scales: [{id: s, values: [{id: a, counts_as: met}]}]\n"
                                "aliases: {levels: {l: low}, roles: {rn: nurse, x-old: [gone]}, "
                                "competences: {i: infuse}}\n");
    CHECK(read.told == "");
    REQUIRE(read.doc.overlay);
    CHECK(read.doc.overlay->id->value.text == "o");
    CHECK(read.doc.overlay->version->value.text == "2");
    CHECK(read.doc.overlay->title->value.text == "Ours");
    CHECK(read.doc.competences.at(0).kind->value == hcf::CompetenceKind::role);
    CHECK(read.doc.roles.at(0).competences.at(0).id->value.text == "infuse");
    CHECK(read.doc.scales.at(0).id->value.text == "s");
    REQUIRE(read.doc.aliases);
    CHECK(read.doc.aliases->levels->items.at(0).name.value == "l");
    CHECK(read.doc.aliases->levels->items.at(0).id->value.text == "low");
    CHECK(read.doc.aliases->roles->items.size() == 1);
    CHECK(read.doc.aliases->competences->items.at(0).id->value.text == "infuse");
}

TEST_CASE("each kind needs its list, and an overlay its card") {
    CHECK(framework_doc_told(DocumentKind::levels, "hcf: levels/1\n") ==
          "1:1: error: missing key 'levels' in levels [missing-key]\n");
    CHECK(framework_doc_told(DocumentKind::competences, "hcf: competences/1\n") ==
          "1:1: error: missing key 'competences' in competences [missing-key]\n");
    CHECK(framework_doc_told(DocumentKind::roles, "hcf: roles/1\n") ==
          "1:1: error: missing key 'roles' in roles [missing-key]\n");
    CHECK(framework_doc_told(DocumentKind::scales, "hcf: scales/1\n") ==
          "1:1: error: missing key 'scales' in scales [missing-key]\n");
    CHECK(framework_doc_told(DocumentKind::overlay, "hcf: overlay/1\n") ==
          "1:1: error: missing key 'overlay' in overlay [missing-key]\n");
}

TEST_CASE("what an overlay may not do, it has no key for") {
    CHECK(framework_doc_told(DocumentKind::overlay,
                             "hcf: overlay/1\noverlay: {id: o}\nlevels: []\nframework: {}\n") ==
          "3:1: error: unknown key 'levels' in overlay [unknown-key]\n"
          "  help: keys of your own begin with 'x-'\n"
          "4:1: error: unknown key 'framework' in overlay [unknown-key]\n"
          "  help: keys of your own begin with 'x-'\n");
}

TEST_CASE("a card names its id, title and version") {
    CHECK(framework_doc_told(DocumentKind::levels,
                             "hcf: levels/1\nframework: {status: draft}\nlevels: []\n") ==
          "2:1: error: missing key 'id' in framework [missing-key]\n"
          "2:1: error: missing key 'title' in framework [missing-key]\n"
          "2:1: error: missing key 'version' in framework [missing-key]\n");
    CHECK(framework_doc_told(DocumentKind::overlay, "hcf: overlay/1\noverlay: {title: a}\n") ==
          "2:1: error: missing key 'id' in overlay [missing-key]\n");
}

TEST_CASE("what is wrong inside a framework's lists is told at its item") {
    CHECK(framework_doc_told(DocumentKind::competences,
                             "hcf: competences/1\n"
                             "competences:\n"
                             "  - {id: A, kind: cor}\n"
                             "  - {nos: {code: x, status: sure}}\n"
                             "  - {id: a, same_as: [a], refresh: yearly}\n") ==
          "3:10: error: 'A' is no id in kebab-case [malformed-id]\n"
          "  help: use lower-case letters and digits in words that are joined by single hyphens\n"
          "3:19: error: 'cor' is none of 'core' or 'role' [unknown-word]\n"
          "  help: did you mean 'core'?\n"
          "4:6: error: missing key 'id' in competence [missing-key]\n"
          "4:29: error: 'sure' is none of 'confirmed' or 'unverified' [unknown-word]\n"
          "5:23: error: 'a' is no link to a competence [malformed-id]\n"
          "  help: write the framework's or overlay's id, a slash and the competence's id\n"
          "5:36: error: 'yearly' is not a period in the form PnYnMnD [malformed-period]\n"
          "  help: write it as PnYnMnD, such as 'P1Y' or 'P18M'\n");
    CHECK(framework_doc_told(DocumentKind::scales,
                             "hcf: scales/1\nscales:\n  - {id: s, values: [{id: a}, b]}\n") ==
          "3:23: error: missing key 'counts_as' in scale value [missing-key]\n"
          "3:31: error: expected a value (id, title, counts_as, ...), found a text [wrong-type]\n");
    CHECK(framework_doc_told(DocumentKind::roles,
                             "hcf: roles/1\nroles:\n  - id: r\n    competences: [{needs: a}]\n") ==
          "4:20: error: missing key 'id' in role competence [missing-key]\n");
    CHECK(framework_doc_told(
              DocumentKind::overlay,
              "hcf: overlay/1\noverlay: {id: o}\naliases: {roles: {a: [b]}, role: {}}\n") ==
          "3:22: error: expected a role, found a list [wrong-type]\n"
          "3:28: error: unknown key 'role' in aliases [unknown-key]\n"
          "  help: did you mean 'roles'?\n");
}
