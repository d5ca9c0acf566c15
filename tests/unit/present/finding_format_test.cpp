// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/finding_format.h"

#include "hcf/diag/format_rules.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

/// The fingerprint of what a text has to say first.
std::string mark_of(std::string_view text, hcf::PrivateValues values = hcf::PrivateValues::masked,
                    std::string_view name = {}) {
    const hcf::tests::Parsed parsed(text);
    const std::size_t at = text.find("here");
    const hcf::SourceSpan span = {parsed.tree.source, static_cast<std::uint32_t>(at),
                                  static_cast<std::uint32_t>(at + 4)};
    std::vector<hcf::ByteRange> masked;
    if (!name.empty()) {
        const auto begin = static_cast<std::uint32_t>(text.find(name));
        masked.push_back({begin, begin + static_cast<std::uint32_t>(name.size())});
    }
    return hcf::fingerprint(
        hcf::resolve({&hcf::format_rules::kUnknownKey, "m", span}, parsed.sources, masked, values));
}

}  // namespace

TEST_CASE("every format has a name and a summary of its own") {
    std::set<std::string_view> names;
    for (const hcf::FindingFormat* format : hcf::all_finding_formats()) {
        CHECK(names.insert(format->name).second);
        CHECK_FALSE(format->summary.empty());
        CHECK(hcf::find_finding_format(format->name) == format);
    }
    CHECK(hcf::find_finding_format("text") == nullptr);
    CHECK(hcf::find_finding_format_by_extension("") == nullptr);
    CHECK(hcf::find_finding_format_by_extension(".sarif") == hcf::find_finding_format("sarif"));
}

TEST_CASE("a fingerprint stays when lines move, blanks change, or private values differ") {
    const std::string mark = mark_of("a: {name: Ann, here: x}");
    CHECK(mark.size() == 16);
    CHECK(mark_of("# more\n\na:   {name:\tAnn, here: x}\n") == mark);
    CHECK(mark_of("a: {name: Ann, here: y}") != mark);
    const std::string masked =
        mark_of("a: {name: Ann, here: x}", hcf::PrivateValues::masked, "Ann");
    CHECK(masked != mark);
    CHECK(mark_of("a: {name: Annabel, here: x}", hcf::PrivateValues::masked, "Annabel") == masked);
    CHECK(mark_of("a: {name: Ann, here: x}", hcf::PrivateValues::shown, "Ann") == masked);
}

TEST_CASE("the same in one file is counted, and anew in the next") {
    hcf::FindingWriteState state;
    hcf::Finding finding;
    finding.rule = &hcf::format_rules::kUnknownKey;
    finding.file = "a.yaml";
    CHECK(hcf::count_occurrence(finding, state) == 1);
    CHECK(hcf::count_occurrence(finding, state) == 2);
    finding.line_hash = 7;
    CHECK(hcf::count_occurrence(finding, state) == 1);
    finding.file = "b.yaml";
    CHECK(hcf::count_occurrence(finding, state) == 1);
}

TEST_CASE("a path loses what stands for here, and nothing else") {
    CHECK(hcf::plain_path("./a.yaml") == "a.yaml");
    CHECK(hcf::plain_path("././a.yaml") == "a.yaml");
    CHECK(hcf::plain_path("../a.yaml") == "../a.yaml");
    CHECK(hcf::plain_path("./") == "./");
}
