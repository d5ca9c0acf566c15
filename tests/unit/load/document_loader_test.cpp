// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/document_loader.h"

#include "hcf/diag/reading_rules.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using Outcome = hcf::LoadedDocument::Outcome;

hcf::LoadedDocument loaded_from(std::string_view text, bool mask_values = true) {
    return tests::load_document(tests::tiny(), text, tests::day("2026-11-22"), mask_values);
}

}  // namespace

TEST_CASE("an assessment without a fault is built") {
    const auto loaded = loaded_from(
        "hcf: assessment/1\nassessed: 2026-10-01\nperson: {name: A, id: EHC-1, level: low}\n"
        "ratings: {wash: met}\n");
    CHECK(loaded.outcome == Outcome::assessment);
    CHECK(loaded.findings.empty());
    CHECK(loaded.errors == 0);
    REQUIRE(loaded.assessment);
    CHECK(loaded.assessment->file == "a.yaml");
    CHECK(loaded.assessment->document == 1);
    CHECK(loaded.assessment->person.id == "EHC-1");
    CHECK(loaded.assessed == tests::day("2026-10-01"));
    CHECK(loaded.person_at == hcf::Position{3, 23});
    CHECK(loaded.head_at == hcf::Position{1, 6});
    CHECK(loaded.head.kind == hcf::DocumentKind::assessment);
}

TEST_CASE("an assessment with errors has findings, and is not built") {
    const auto loaded = loaded_from(
        "hcf: assessment/1\nperson: {id: EHC-1, level: lowest}\nratings: {was: met}\nmore: 1\n");
    CHECK(loaded.outcome == Outcome::assessment);
    CHECK_FALSE(loaded.assessment);
    CHECK(loaded.errors == 3);
    CHECK(tests::told(loaded.findings) ==
          "a.yaml:2:28: error: unknown level 'lowest' [unknown-level]\n"
          "a.yaml:3:11: error: unknown competence 'was' [unknown-competence]\n"
          "  help: did you mean 'wash'?\n"
          "a.yaml:4:1: error: unknown key 'more' in assessment [unknown-key]\n"
          "  help: keys of your own begin with 'x-'\n");
    CHECK(loaded.person_at == hcf::Position{2, 14});
}

TEST_CASE("lines are those of the file, for every document in it") {
    const hcf::LoadContext context = {&tests::tiny(), tests::day("2026-11-22"), true};
    hcf::DocumentLoader loader(context);
    const auto first = loader.load("b.yaml", {"hcf: assessment/1\nmore: 1\n", 1, 1, false});
    const auto second = loader.load("b.yaml", {"---\nhcf: assessment/1\nmore: 1\n", 3, 2, false});
    CHECK(tests::rules_of(first.findings) == "missing-key missing-key unknown-key");
    REQUIRE(second.findings.size() == 3);
    CHECK(second.findings[0].begin == hcf::Position{4, 1});
    CHECK(second.findings[2].begin == hcf::Position{5, 1});
    CHECK(second.findings[0].document == 2);
    CHECK(second.head_at == hcf::Position{4, 6});
    // A good one behind a bad one is as if it stood alone.
    const auto third = loader.load(
        "b.yaml",
        {"---\nhcf: assessment/1\nperson: {id: a, level: low}\nratings: {}\n", 6, 3, false});
    CHECK(third.findings.empty());
    REQUIRE(third.assessment);
    CHECK(third.assessment->document == 3);
}

TEST_CASE("a document of a framework is decoded for what is wrong in it") {
    const auto good = loaded_from("hcf: roles/1\nroles: [{id: nurse}]\n");
    CHECK(good.outcome == Outcome::framework);
    CHECK(good.findings.empty());
    const auto bad = loaded_from("hcf: overlay/1\noverlay: {id: A}\n");
    CHECK(bad.outcome == Outcome::framework);
    CHECK(bad.errors == 1);
    CHECK(tests::rules_of(bad.findings) == "malformed-id");
}

TEST_CASE("kinds that are not read here are left to the caller") {
    for (const std::string_view kind : {"team", "service", "catalogue"}) {
        const auto loaded = loaded_from("hcf: " + std::string(kind) + "/1\nwhat: ever\n");
        CHECK(loaded.outcome == Outcome::other_kind);
        CHECK(hcf::to_string(loaded.head.kind) == kind);
        CHECK(loaded.findings.empty());
    }
}

TEST_CASE(
    "a mapping without an hcf key is somebody else's, and so is a list that says nothing of it") {
    for (const std::string_view text : {"version: 3\nservices: {}\n", "- a\n", "just text\n"}) {
        const auto loaded = loaded_from(text);
        CHECK(loaded.outcome == Outcome::foreign);
        CHECK(loaded.findings.empty());
        CHECK(loaded.head_at == hcf::Position{1, 1});
    }
}

TEST_CASE("somebody else's file may use anchors and tags; one of hcf's may not") {
    const auto foreign = loaded_from("base: &base {a: 1}\nother: *base\n");
    CHECK(foreign.outcome == Outcome::foreign);
    CHECK(foreign.findings.empty());
    const auto own = loaded_from("hcf: assessment/1\nperson: &me {id: a}\nratings: {}\n");
    CHECK(own.outcome == Outcome::broken);
    CHECK(tests::rules_of(own.findings) == "anchor-or-alias");
}

TEST_CASE("what is no document of hcf is broken, and says why") {
    CHECK(tests::told(loaded_from("- hcf: a\n").findings) ==
          "a.yaml:1:1: error: expected a mapping that begins with 'hcf: KIND/1' "
          "[missing-kind]\n");
    CHECK(tests::told(loaded_from("hcf: asessment/1\n").findings) ==
          "a.yaml:1:6: error: unknown kind of document 'asessment' [unknown-kind]\n"
          "  help: did you mean 'assessment'?\n");
    CHECK(tests::told(loaded_from("hcf: assessment/2\n").findings) ==
          "a.yaml:1:6: error: format version '2' of 'assessment' is not known "
          "[unsupported-version]\n"
          "  help: this hcf reads 'assessment/1'\n");
    for (const std::string_view text : {"- hcf\n", "hcf: asessment/1\n", "hcf: assessment/2\n",
                                        "hcf: [\n", "", "---\n", "a: \"b\n"}) {
        const std::string shown(text);
        CAPTURE(shown);
        const auto loaded = loaded_from(text);
        CHECK(loaded.outcome == Outcome::broken);
        CHECK(loaded.errors >= 1);
        CHECK_FALSE(loaded.assessment);
    }
}

TEST_CASE("a document that is too large says so where it begins") {
    const hcf::LoadContext context = {&tests::tiny(), tests::day("2026-11-22"), true};
    hcf::DocumentLoader loader(context);
    const auto loaded = loader.load("b.yaml", {"", 40, 7, true});
    CHECK(loaded.outcome == Outcome::broken);
    CHECK(loaded.errors == 1);
    CHECK(tests::told(loaded.findings) ==
          "b.yaml:40:1: error: the document is larger than 8 MiB [document-too-large]\n"
          "  help: split it at '---' lines, one person a document\n");
    CHECK(loaded.findings[0].document == 7);
    CHECK_FALSE(loaded.findings[0].has_frame);
}

TEST_CASE("frames hide private values, unless they are to be shown") {
    constexpr std::string_view kText =
        "hcf: assessment/1\nperson: {id: a, name: Alice, levl: low}\nratings: {}\n";
    const auto hidden = loaded_from(kText);
    REQUIRE(hidden.findings.size() == 1);
    CHECK(hidden.findings[0].frame == "person: {id: a, name: *****, levl: low}");
    const auto shown = loaded_from(kText, false);
    CHECK(shown.findings.at(0).frame == "person: {id: a, name: Alice, levl: low}");
}

TEST_CASE("frames of a broken document hide what may be private; those of a framework nothing") {
    const auto broken = loaded_from("hcf: assessment/1\nname: \"Alice\nrole: Nurse\n");
    REQUIRE_FALSE(broken.findings.empty());
    CHECK(broken.findings[0].frame == "name: ******");
    const auto framework = loaded_from("hcf: overlay/1\noverlay: {id: A, title: Ours}\n");
    REQUIRE(framework.findings.size() == 1);
    CHECK(framework.findings[0].frame == "overlay: {id: A, title: Ours}");
}

TEST_CASE("a finding about a file has no frame and stands at its beginning") {
    const hcf::Finding finding = hcf::DocumentLoader::file_finding(
        hcf::reading_rules::kUnreadableFile, "p/a.yaml", "permission denied", "ask for it");
    CHECK(tests::told({&finding, 1}) ==
          "p/a.yaml:1:1: error: permission denied [unreadable-file]\n"
          "  help: ask for it\n");
    CHECK_FALSE(finding.has_frame);
    CHECK(finding.document == 1);
}
