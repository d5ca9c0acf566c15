// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/site.h"

#include "hcf/site/manifest.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::SiteFile;

std::string text_of(const std::vector<SiteFile>& files, std::string_view name) {
    for (const SiteFile& file : files) {
        if (file.name == name) return file.text;
    }
    FAIL_CHECK("no such file: ", name);
    return {};
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr std::string_view kHostile =
    "hcf: overlay/1\n"
    "overlay: {id: evil, version: '1', title: '</title><script>alert(1)</script>'}\n"
    "competences:\n"
    "  - {id: bad, title: '<script>alert(2)</script>', kind: role, theme: '\"><b>',\n"
    "     description: '</script><!-- &'}\n"
    "roles:\n"
    "  - {id: worse, title: '\" onmouseover=\"alert(3)', levels: [low], competences: [bad],\n"
    "     family: '<i>', summary: '</dl><img src=x>', aliases: ['<svg onload=alert(4)>']}\n";

}  // namespace

TEST_CASE("a site has a page for each level, competence and role, in byte order of names") {
    const std::vector<SiteFile> files = hcf::make_site(tests::tiny(), {});
    for (const char* name :
         {"index.html", "matrix.html", "career-map.html", "compare.html", "a-z.html", "search.html",
          "level-low.html", "level-high.html", "competence-wash.html", "competence-track.html",
          "role-carer.html", "role-nurse.html", "for-staff.html", "for-commissioners.html",
          "for-employers.html", "for-educators.html", "for-supervisors.html", "for-the-public.html",
          "hcf-site.json"})
        CHECK(!text_of(files, name).empty());
    CHECK(std::is_sorted(files.begin(), files.end(),
                         [](const SiteFile& a, const SiteFile& b) { return a.name < b.name; }));
}

TEST_CASE("the same framework gives the same bytes, and a day only where one is given") {
    const auto once = hcf::make_site(tests::shipped(), {});
    const auto again = hcf::make_site(tests::shipped(), {});
    REQUIRE(once.size() == again.size());
    for (std::size_t i = 0; i < once.size(); ++i) CHECK(once[i].text == again[i].text);
    CHECK(!holds(text_of(once, "index.html"), ", as of "));
    const auto dated = hcf::make_site(tests::shipped(), {tests::day("2026-11-22")});
    CHECK(holds(text_of(dated, "index.html"), "as of 2026-11-22"));
}

TEST_CASE("whatever an overlay says is text, in pages and in their data") {
    const hcf::Framework framework = tests::framework_of(tests::kTinyText, {kHostile});
    for (const SiteFile& file : hcf::make_site(framework, {})) {
        for (const std::string_view markup : {"<script>alert", "<b>", "<i>", "<img", "<svg", "<!--",
                                              "</dl><img", "</title><script"}) {
            INFO(file.name, " holds ", markup);
            // The manifest is JSON, which nobody reads as markup.
            if (file.name != hcf::kManifestFile && file.name.find("form") != 0)
                CHECK(!holds(file.text, markup));
        }
    }
    const auto files = hcf::make_site(framework, {});
    CHECK(holds(text_of(files, "role-worse.html"), "&quot; onmouseover=&quot;alert(3)</h1>"));
    CHECK(holds(text_of(files, "search.html"), "\\u003cscript\\u003ealert(2)"));
}

TEST_CASE("a role's page says what is new on the way to the others") {
    const std::string page = text_of(hcf::make_site(tests::tiny(), {}), "role-carer.html");
    CHECK(holds(page, "<td class=\"short\">1 level up</td>"));
    // Of what a nurse is asked at mid (wash, talk, lead, infuse), a carer brings wash and talk.
    CHECK(holds(page, "2 of 4"));
    CHECK(holds(page, "<a href=\"competence-lead.html\">Lead others</a>"));
    CHECK(holds(page, "Core competences only"));
    CHECK(!holds(text_of(hcf::make_site(tests::tiny(), {}), "role-nurse.html"),
                 "Core competences only"));
}

TEST_CASE("the matrix asks what the framework asks") {
    const std::string page = text_of(hcf::make_site(tests::tiny(), {}), "matrix.html");
    CHECK(holds(page,
                "Guard a service</a></th><td class=\"mark\"><span class=\"muted\">–</span></td>"
                "<td class=\"mark\"><span class=\"muted\">–</span></td>"
                "<td class=\"mark\"><span class=\"good\">asked</span></td></tr>"));
    CHECK(holds(page, "Infuse at home</a></th><td class=\"number\">1</td>"));
}

TEST_CASE("a manifest names the files and their digests, and nothing else is one") {
    const auto files = hcf::make_site(tests::tiny(), {});
    const auto manifest = hcf::read_manifest(text_of(files, hcf::kManifestFile));
    REQUIRE(manifest.has_value());
    CHECK(manifest->size() == files.size() - 1);
    CHECK(manifest->at("index.html") == hcf::sha256_of(text_of(files, "index.html")));
    for (const char* other :
         {"", "{", "[]", "{}", "{\"schema\": \"hcf.gap/1\", \"files\": []}",
          "{\"schema\": \"hcf.site/1\"}", "{\"schema\": \"hcf.site/1\", \"files\": [1]}",
          "{\"schema\": \"hcf.site/1\", \"files\": [{\"name\": \"../a\", \"sha256\": \"\"}]}",
          "\xff"})
        CHECK(!hcf::read_manifest(other).has_value());
}
