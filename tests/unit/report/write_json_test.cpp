// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/format.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace {

using hcf::Json;

hcf::ReportHead gap_head() {
    hcf::ReportHead head;
    head.envelope = {{"schema", "hcf.gap/1"}, {"hcf", "0.1.0"}, {"overlays", Json::array()}};
    head.list = "results";
    return head;
}

hcf::ReportPart one_part(Json element) {
    hcf::ReportPart part;
    part.elements.push_back(std::move(element));
    return part;
}

/// A report of several parts, one after the other.
std::string json_of(const hcf::Format& format, const hcf::ReportHead& head,
                    const std::vector<hcf::ReportPart>& parts, const hcf::ReportTail& tail = {}) {
    std::string out;
    hcf::WriteState state;
    format.begin(out, head, {}, state);
    for (const hcf::ReportPart& part : parts) format.part(out, head, part, {}, state);
    format.end(out, head, tail, {}, state);
    return out;
}

const Json kZoeJson = {
    {"name", "Zoë 日本 \u202E"}, {"note", "a\n\"b\"\x1B[31m"}, {"readiness", nullptr}};

}  // namespace

TEST_CASE("JSON has one element of its list per line") {
    hcf::ReportTail tail;
    tail.fields = {{"skipped", Json::array({1, 2})}, {"count", 2}};
    const std::string out =
        json_of(hcf::kJson, gap_head(), {one_part(kZoeJson), {}, one_part({{"a", 1}})}, tail);
    CHECK(
        out ==
        "{\"schema\":\"hcf.gap/1\",\"hcf\":\"0.1.0\",\"overlays\":[],\n"
        "\"results\":[\n"
        "{\"name\":\"Zoë 日本 \u202E\",\"note\":\"a\\n\\\"b\\\"\\u001b[31m\",\"readiness\":null},\n"
        "{\"a\":1}\n"
        "],\n"
        "\"skipped\":[1,2],\n"
        "\"count\":2}\n");
}

TEST_CASE("an empty list is [], with or without fields behind it") {
    hcf::ReportTail tail;
    tail.fields["skipped"] = Json::array();
    const std::string opening =
        "{\"schema\":\"hcf.gap/1\",\"hcf\":\"0.1.0\",\"overlays\":[],\n\"results\":[]";
    CHECK(json_of(hcf::kJson, gap_head(), {}) == opening + "}\n");
    CHECK(json_of(hcf::kJson, gap_head(), {{}}, tail) == opening + ",\n\"skipped\":[]}\n");
}

TEST_CASE("JSON without a list, an envelope or a tail is still one document") {
    hcf::ReportHead nothing;
    hcf::ReportHead list;
    list.list = "pairs";
    hcf::ReportTail tail;
    tail.fields = {{"a", 1}, {"b", 2}};
    CHECK(json_of(hcf::kJson, nothing, {}) == "{}\n");
    CHECK(json_of(hcf::kJson, nothing, {}, tail) == "{\"a\":1,\n\"b\":2}\n");
    CHECK(json_of(hcf::kJson, list, {}) == "{\"pairs\":[]}\n");
    CHECK(json_of(hcf::kJson, list, {one_part(1)}, tail) ==
          "{\"pairs\":[\n1\n],\n\"a\":1,\n\"b\":2}\n");
}

TEST_CASE("JSON parses back to what was written") {
    hcf::ReportTail tail;
    tail.fields["skipped"] = Json::array({kZoeJson});
    Json expected = gap_head().envelope;
    expected["results"] = Json::array({kZoeJson, kZoeJson});
    expected["skipped"] = Json::array({kZoeJson});
    CHECK(Json::parse(json_of(hcf::kJson, gap_head(), {one_part(kZoeJson), one_part(kZoeJson)},
                              tail)) == expected);
}

TEST_CASE("JSON Lines is one element per line, its schema first") {
    const std::string out =
        json_of(hcf::kJsonl, gap_head(), {one_part(kZoeJson), {}, one_part(Json::object())});
    CHECK(out ==
          "{\"schema\":\"hcf.gap/1\",\"name\":\"Zoë 日本 "
          "\u202E\",\"note\":\"a\\n\\\"b\\\"\\u001b[31m\","
          "\"readiness\":null}\n"
          "{\"schema\":\"hcf.gap/1\"}\n");
    std::istringstream lines(out);
    std::string line;
    REQUIRE(std::getline(lines, line));
    Json expected = {{"schema", "hcf.gap/1"}};
    expected.update(kZoeJson);
    CHECK(Json::parse(line) == expected);
}

TEST_CASE("JSON Lines leaves out what is not of its list") {
    hcf::ReportTail tail;
    tail.fields["skipped"] = Json::array({kZoeJson});
    CHECK(json_of(hcf::kJsonl, gap_head(), {{}}, tail) == "");
}

TEST_CASE("bytes of a file name that are no UTF-8 become U+FFFD") {
    const std::string out = json_of(hcf::kJsonl, gap_head(), {one_part({{"file", "a\xFF.yaml"}})});
    CHECK(out == "{\"schema\":\"hcf.gap/1\",\"file\":\"a\uFFFD.yaml\"}\n");
}
