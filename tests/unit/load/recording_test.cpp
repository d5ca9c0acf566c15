// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/recording.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

hcf::RatingRecord record_of(std::string_view competence, std::string value) {
    hcf::RatingRecord record;
    record.competence = tests::competence_of(tests::tiny(), competence);
    record.value = std::move(value);
    record.assessed = tests::day("2026-11-22");
    return record;
}

/// The ratings after the record is put in, below the line `ratings:`; "refused" where they cannot.
std::string recorded(std::string_view text, const hcf::RatingRecord& record) {
    const std::string head = "hcf: assessment/1\nperson: {id: a, level: low}\n";
    const tests::Parsed before(head + std::string(text));
    const auto edits = hcf::plan_recording(before.tree, tests::tiny(), record);
    if (!edits) return "refused";
    std::string after;
    std::size_t copied = 0;
    for (const hcf::TextEdit& edit : *edits) {
        REQUIRE(edit.begin >= copied);
        after += before.text.substr(copied, edit.begin - copied) + edit.text;
        copied = edit.end;
    }
    after += before.text.substr(copied);
    const tests::Parsed now(after);
    REQUIRE(now.is_whole);
    CHECK(hcf::differs_only_in(before.tree, now.tree, tests::tiny(), record.competence));
    return after.substr(head.size());
}

}  // namespace

TEST_CASE("a short rating becomes one in braces, and what stands behind it stays") {
    CHECK(recorded("ratings:\n  wash: met  # why\n  talk: met\n", record_of("wash", "partial")) ==
          "ratings:\n  wash: {value: partial, assessed: 2026-11-22}  # why\n  talk: met\n");
}

TEST_CASE("what would make a long line stands below its key") {
    hcf::RatingRecord record = record_of("wash", "met");
    record.note = std::string(90, 'n');
    CHECK(recorded("ratings:\n  wash: met  # why\n", record) ==
          "ratings:\n  wash:  # why\n    value: met\n    assessed: 2026-11-22\n    note: " +
              record.note + "\n");
}

TEST_CASE("keys that spoke of the old value go, and a new key stands in its place") {
    hcf::RatingRecord record = record_of("wash", "met");
    record.basis = hcf::Basis::assessor;
    CHECK(
        recorded("ratings:\n  wash:\n    value: partial\n    x-a: b\n    note: n\n    level: low\n",
                 record) ==
        "ratings:\n  wash:\n    value: met\n    assessed: 2026-11-22\n"
        "    basis: assessor\n    x-a: b\n");
}

TEST_CASE("a first rating, a last one, and one in brackets") {
    const std::string entry = "wash: {value: met, assessed: 2026-11-22}";
    CHECK(recorded("ratings: {}  # none\n", record_of("wash", "met")) ==
          "ratings:  # none\n  " + entry + "\n");
    CHECK(recorded("ratings:\n    talk: met", record_of("wash", "met")) ==
          "ratings:\n    talk: met\n    " + entry);
    CHECK(recorded("ratings: { talk: met }\n", record_of("wash", "met")) ==
          "ratings: { talk: met, " + entry + " }\n");
    CHECK(recorded("ratings: {\n  talk: met  # c\n  }\n", record_of("wash", "met")) ==
          "ratings: {\n  talk: met,  # c\n  " + entry + "\n  }\n");
}

TEST_CASE("brackets over lines lose whole lines and keep their commas right") {
    CHECK(recorded("ratings:\n  wash: {\n    value: met,  # a\n    note: n,  # b\n    level: low\n"
                   "    }\n",
                   record_of("wash", "met")) ==
          "ratings:\n  wash: {\n    value: met,  # a\n    assessed: 2026-11-22\n    }\n");
    CHECK(recorded("ratings:\n  wash: {assessed: 2026-11-22,\n    value: met,\n    note: n}\n",
                   record_of("wash", "met")) ==
          "ratings:\n  wash: {assessed: 2026-11-22,\n    value: met\n    }\n");
}

TEST_CASE("evidence is added to a list of any style") {
    hcf::RatingRecord record = record_of("wash", "met");
    record.evidence = {{hcf::EvidenceType::log, "a: b"}, {std::nullopt, "no"}};
    const std::string head = "ratings:\n  wash:\n    value: met\n    assessed: 2026-11-22\n";
    CHECK(recorded(head + "    evidence:\n    - A\n", record) ==
          head + "    evidence:\n    - A\n    - {type: log, title: \"a: b\"}\n    - \"no\"\n");
    CHECK(recorded(head + "    evidence: [A]  # c\n", record) ==
          head + "    evidence: [A, {type: log, title: \"a: b\"}, \"no\"]  # c\n");
    CHECK(recorded(head + "    evidence: []  # c\n", record) ==
          head + "    evidence: [{type: log, title: \"a: b\"}, \"no\"]  # c\n");
}

TEST_CASE("a layout that cannot be changed alone is refused") {
    CHECK(recorded("ratings:\n  ? wash\n  : value: met\n", record_of("talk", "met")) == "refused");
}

TEST_CASE("another change is seen") {
    const auto differs = [](std::string_view before, std::string_view after) {
        const std::string head = "hcf: assessment/1\nperson: {id: a, level: low}\nratings:\n";
        const tests::Parsed a(head + std::string(before));
        const tests::Parsed b(head + std::string(after));
        return hcf::differs_only_in(a.tree, b.tree, tests::tiny(),
                                    tests::competence_of(tests::tiny(), "wash"));
    };
    CHECK(differs("  wash: met\n  talk: met\n", "  wash: partial\n  talk: met\n"));
    CHECK_FALSE(differs("  wash: met\n  talk: met\n", "  wash: met\n  talk: partial\n"));
    CHECK_FALSE(differs("  wash: met\n  talk: met\n", "  wash: met\n  talk: 'met'\n"));
    CHECK_FALSE(differs("  wash: met\n  talk: met\n", "  wash: met\n"));
    CHECK_FALSE(differs("  talk: met\n", "  wash: met\n  talk: met\n"));
    CHECK_FALSE(differs("  wash: {value: met, x-a: b}\n", "  wash: {value: met, x-a: c}\n"));
}
