// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/format.h"

#include "hcf/base/text.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

TEST_CASE("the formats stand in the order of the documentation") {
    std::vector<std::string_view> names;
    for (const hcf::Format* format : hcf::all_formats()) names.push_back(format->name);
    CHECK(names == std::vector<std::string_view>{"text", "csv", "markdown", "json", "jsonl", "html",
                                                 "dot", "ics"});
}

TEST_CASE("every format has a name, an extension and a summary of its own") {
    std::set<std::string_view> seen;
    for (const hcf::Format* format : hcf::all_formats()) {
        CHECK(hcf::is_kebab_case(format->name));
        CHECK(format->extension.substr(0, 1) == ".");
        CHECK_FALSE(format->summary.empty());
        CHECK(seen.insert(format->name).second);
        CHECK(seen.insert(format->extension).second);
        CHECK(seen.insert(format->summary).second);
    }
}

TEST_CASE("a format is found by its name or its extension, whose case does not count") {
    for (const hcf::Format* format : hcf::all_formats()) {
        CHECK(hcf::find_format(format->name) == format);
        CHECK(hcf::find_format_by_extension(format->extension) == format);
    }
    CHECK(hcf::find_format_by_extension(".CSV") == &hcf::kCsv);
    CHECK(hcf::find_format("JSON") == nullptr);
    CHECK(hcf::find_format("") == nullptr);
    CHECK(hcf::find_format_by_extension("csv") == nullptr);
    CHECK(hcf::find_format_by_extension(".pdf") == nullptr);
}

TEST_CASE("a report of nothing is an empty document of each format") {
    hcf::ReportHead head;
    head.envelope["schema"] = "hcf.test/1";
    head.list = "results";
    head.columns = {"person_id", "name"};
    const auto written = [&head](const hcf::Format& format) {
        return hcf::write_report(format, head, {}, {}, {});
    };
    CHECK(written(hcf::kText) == "");
    CHECK(written(hcf::kCsv) == "person_id,name\r\n");
    CHECK(written(hcf::kMarkdown) == "");
    CHECK(written(hcf::kJson) == "{\"schema\":\"hcf.test/1\",\n\"results\":[]}\n");
    CHECK(written(hcf::kJsonl) == "");
}
