// SPDX-License-Identifier: Apache-2.0
// Our JSON is YAML, and reads back as the very values that it was written from.
#include "hcf/base/text.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_findings.h"
#include "hcf/present/present_framework.h"
#include "hcf/present/present_gap.h"
#include "hcf/report/format.h"

#include "support/random_case.h"
#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::Json;
using tests::Random;

/// A tree as JSON again: plain words are what they mean, quoted ones are text.
Json as_json(hcf::yaml::NodeRef node) {
    if (node.is_mapping()) {
        Json object = Json::object();
        hcf::yaml::for_each_pair(node, [&](hcf::yaml::NodeRef key, hcf::yaml::NodeRef value) {
            object[std::string(key.text())] = as_json(value);
        });
        return object;
    }
    if (node.is_sequence()) {
        Json array = Json::array();
        hcf::yaml::for_each_item(node,
                                 [&](hcf::yaml::NodeRef item) { array.push_back(as_json(item)); });
        return array;
    }
    if (node.is_null()) return nullptr;
    const std::string text(node.text());
    if (node.style() != hcf::yaml::Style::plain) return text;
    return Json::parse(text);
}

/// What a JSON text is when it is read as YAML.
Json read_back(const std::string& text) {
    const tests::Parsed parsed(text);
    CHECK(parsed.told() == "");
    REQUIRE(parsed.is_whole);
    return as_json(parsed.root());
}

/// Text that is hard to write down: quotes, breaks, escapes, other planes, words of YAML.
std::string hard_text(Random& random) {
    static const std::vector<std::string> kPieces = {"\"",
                                                     "\\",
                                                     "\n",
                                                     "\t",
                                                     "\r",
                                                     "\b",
                                                     "\f",
                                                     "\x01",
                                                     "\x1F",
                                                     "/",
                                                     "null",
                                                     "~",
                                                     "true",
                                                     "1",
                                                     "-",
                                                     ": ",
                                                     "#",
                                                     "'",
                                                     "{",
                                                     "}",
                                                     "[",
                                                     "]",
                                                     ",",
                                                     "&",
                                                     "*",
                                                     "!",
                                                     "|",
                                                     ">",
                                                     "%",
                                                     "@",
                                                     "`",
                                                     "\u00E9",
                                                     "\u0085",
                                                     "\u2028",
                                                     "\u202E",
                                                     "\uFEFF",
                                                     "\u65E5\u672C",
                                                     "\U0001F600",
                                                     "a",
                                                     "b c",
                                                     "<<",
                                                     "0x1F",
                                                     "---",
                                                     "...",
                                                     "\\u0041",
                                                     "\uFFFD"};
    std::string text;
    const std::size_t count = 1 + random.below(8);
    for (std::size_t i = 0; i < count; ++i) text += random.pick(kPieces);
    return text;
}

constexpr std::uint32_t kJsonSeeds = 60;

}  // namespace

TEST_CASE("the JSON of gap reads back into the same values") {
    for (std::uint32_t seed = 1; seed <= kJsonSeeds; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const tests::RandomFramework description(random, {});
        const tests::RandomPerson person(random, description);
        const hcf::Framework framework = description.build();
        hcf::Assessment assessment = tests::assessment_of(framework, person.text(), "2099-01-01");
        assessment.file = hard_text(random);
        assessment.person.name = hard_text(random);
        assessment.person.organisation = hard_text(random);
        for (hcf::Rating& rating : assessment.ratings) {
            rating.assessor = hard_text(random);
            for (hcf::Evidence& evidence : rating.evidence) evidence.title = hard_text(random);
            if (rating.plan) rating.plan->action = hard_text(random);
        }
        const hcf::GapAnalysis analysis = hcf::analyse_gap(
            framework, assessment,
            {hcf::TargetKind::own, assessment.person.role, assessment.person.level},
            {tests::random_day(), hcf::Basis::self, false});
        hcf::GapView view;
        view.evidence_lists = true;
        hcf::ReportHead head;
        head.envelope = hcf::make_envelope("hcf.gap/1", framework, tests::random_day());
        head.list = "results";
        hcf::ReportPart part;
        part.elements = {hcf::gap_json(framework, analysis, view),
                         hcf::gap_json(framework, analysis, {})};
        hcf::ReportTail tail;
        tail.fields["skipped"] = Json::array();
        const std::string text = hcf::write_report(hcf::kJson, head, part, tail, {});
        Json expected = head.envelope;
        expected["results"] = part.elements;
        expected["skipped"] = Json::array();
        CHECK(read_back(text) == expected);
        CHECK(Json::parse(text) == expected);
    }
}

TEST_CASE("each line of the JSON Lines of gap reads back as a document of its own") {
    Random random(4711);
    const tests::RandomFramework description(random, {});
    const hcf::Framework framework = description.build();
    hcf::ReportHead head;
    head.envelope = hcf::make_envelope("hcf.gap/1", framework, tests::random_day());
    head.list = "results";
    hcf::ReportPart part;
    for (int i = 0; i < 50; ++i) {
        hcf::Assessment assessment = tests::assessment_of(
            framework, tests::RandomPerson(random, description).text(), "2099-01-01");
        assessment.person.name = hard_text(random);
        part.elements.push_back(hcf::gap_json(
            framework,
            hcf::analyse_gap(
                framework, assessment,
                {hcf::TargetKind::own, assessment.person.role, assessment.person.level},
                {tests::random_day(), hcf::Basis::self, false}),
            {}));
    }
    const std::string text = hcf::write_report(hcf::kJsonl, head, part, {}, {});
    std::size_t lines = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        REQUIRE(end != std::string_view::npos);
        const Json line = read_back(std::string(rest.substr(0, end)));
        CHECK(line.at("schema") == "hcf.gap/1");
        REQUIRE(lines < part.elements.size());
        CHECK(line.at("person") == part.elements[lines].at("person"));
        CHECK(line.at("competences") == part.elements[lines].at("competences"));
        rest.remove_prefix(end + 1);
        ++lines;
    }
    CHECK(lines == part.elements.size());
}

TEST_CASE("the JSON of show reads back into the same values") {
    for (const hcf::FrameworkView view :
         {hcf::FrameworkView::overview, hcf::FrameworkView::levels, hcf::FrameworkView::matrix}) {
        const hcf::FrameworkReport report =
            hcf::present_framework(tests::shipped(), view, {}, tests::random_day());
        const std::string text =
            hcf::write_report(hcf::kJson, report.head, report.part, report.tail, {});
        CHECK(read_back(text) == Json::parse(text));
    }
}

TEST_CASE("the JSON of validate reads back into the same values") {
    Random random(99);
    hcf::ReportHead head = hcf::findings_head(
        hcf::make_envelope("hcf.validate/1", tests::shipped(), tests::random_day()));
    hcf::ReportPart part;
    for (int i = 0; i < 100; ++i) {
        const std::string text = fmt::format("hcf: assessment/1\n{}: 1\n", i);
        for (hcf::Finding finding :
             tests::load_document(tests::shipped(), text, tests::random_day()).findings) {
            finding.file = hard_text(random);
            finding.message = hard_text(random);
            finding.help = hard_text(random);
            for (const Json& element : hcf::finding_part(finding).elements) {
                part.elements.push_back(element);
            }
        }
    }
    REQUIRE(part.elements.size() >= 100);
    const std::string text = hcf::write_report(hcf::kJson, head, part, hcf::findings_tail({}), {});
    CHECK(read_back(text) == Json::parse(text));
    CHECK(Json::parse(text).at("findings") == Json(part.elements));
}

TEST_CASE("what YAML does not print is escaped in our JSON, so that it reads back, too") {
    for (const std::string_view text :
         {"\x7F", "\u0080", "\u009F", "\uFFFE", "\uFFFF", "a\u0084b"}) {
        const std::string shown = hcf::escape_invisible(text);
        CAPTURE(shown);
        hcf::ReportHead head;
        head.envelope = {{"text", std::string(text)}};
        head.list = "list";
        const std::string json = hcf::write_report(hcf::kJson, head, {}, {}, {});
        CHECK(Json::parse(json).at("text") == std::string(text));
        CHECK(tests::Parsed(json).told() == "");
    }
}
