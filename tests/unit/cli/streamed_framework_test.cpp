// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/streamed_framework.h"

#include "support/memory_environment.h"
#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;
using Outcome = hcf::LoadedDocument::Outcome;

/// "LINE DOCUMENT MESSAGE" of each finding, a line each.
std::string brief(const std::vector<hcf::Finding>& findings) {
    std::string text;
    for (const hcf::Finding& finding : findings) {
        CHECK(finding.file == "in");
        text += fmt::format("{} {} {}\n", finding.begin.line, finding.document, finding.message);
    }
    return text;
}

/// What is judged of a stream.
std::string judged(const std::string& stream, bool is_whole = true) {
    const tests::MemoryFiles files;
    hcf::cli::StreamedFramework streamed(files, {}, "in");
    const hcf::LoadContext context = {&tests::shipped(), tests::day("2026-11-22"), true};
    hcf::DocumentLoader loader(context);
    hcf::DocumentStream documents;
    documents.open(tests::read_text(stream));
    for (;;) {
        const auto next = documents.next();
        REQUIRE(next);
        if (!*next) break;
        hcf::LoadedDocument loaded = loader.load("in", **next);
        if (loaded.outcome == Outcome::broken) streamed.note_broken(**next);
        if (loaded.outcome != Outcome::framework) continue;
        streamed.keep(**next, loaded);
        CHECK(streamed.any());
        CHECK(loaded.findings.empty());
    }
    return brief(streamed.judge(is_whole));
}

constexpr std::string_view kOverlay =
    "hcf: overlay/1\noverlay: {id: o}\ncompetences: [{id: hand-hygiene, assess_at: top, x: 1}]\n";
constexpr std::string_view kAssessment = "hcf: assessment/1\n";

}  // namespace

TEST_CASE("an overlay of a stream is judged on its own lines, wherever it stands") {
    const std::string fault = "unknown key 'x' in competence\n";
    const auto both = [&](int line, int document) {
        return fmt::format("{0} {1} unknown level 'top'\n{0} {1} {2}", line, document, fault);
    };
    const std::string overlay(kOverlay);
    const std::string other(kAssessment);
    CHECK(judged(overlay) == both(3, 1));
    CHECK(judged(other + "---\n" + overlay) == both(5, 2));
    CHECK(judged("\n\n" + other + "...\n...\n\n" + overlay + "---\n" + other) == both(9, 2));
    std::string many;
    for (int i = 0; i < 40'000; ++i) many += other + "---\n";
    CHECK(judged(many + overlay) == both(80'003, 40'001));
    // Longer than what is read at once.
    const std::string comment = "# " + std::string(200'000, 'c') + "\n";
    CHECK(judged(other + "---\n" + comment + overlay) == both(6, 2));
}

TEST_CASE("a stream that was not read to its end is not judged as a whole") {
    CHECK(judged(std::string(kOverlay), false) == "3 1 unknown key 'x' in competence\n");
}

TEST_CASE("a broken document that may be of a framework stops the judgement, another does not") {
    const std::string overlay(kOverlay);
    const std::string decoded = "3 1 unknown key 'x' in competence\n";
    CHECK(judged(overlay + "---\nhcf: roles/1\nroles: \"\n") == decoded);
    CHECK(judged(overlay + "---\nhcf: level/1\nlevels: []\n") == decoded);
    CHECK(judged(overlay + "---\nhcf: assessment/1\nperson: \"\n") != decoded);
}

TEST_CASE("framework documents of a stream are kept up to a limit, and what is over it is told") {
    const tests::MemoryFiles files;
    hcf::cli::StreamedFramework streamed(files, {}, "in");
    const std::string text(hcf::kMaxDocumentBytes, '#');
    hcf::LoadedDocument loaded;
    loaded.outcome = Outcome::framework;
    loaded.head.kind = hcf::DocumentKind::overlay;
    for (std::uint32_t number = 1; number <= 9; ++number) {
        CHECK(loaded.findings.empty());
        streamed.keep({text, number, number, false}, loaded);
    }
    REQUIRE(loaded.findings.size() == 1);
    CHECK(loaded.findings.front().document == 9);
    CHECK(loaded.findings.front().message ==
          "the framework documents of standard input are larger than 64 MiB together");
    CHECK(streamed.judge(true).empty());
}
