// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/format.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>

namespace {

using hcf::Cell;

/// The page of one report, from <main> on.
std::string main_of(hcf::Document document) {
    hcf::ReportPart part;
    part.document = std::move(document);
    const std::string page = hcf::write_report(hcf::kHtml, {}, part, {}, {});
    const std::string mark = "<main id=\"report\">\n";
    const std::size_t begin = page.find(mark);
    REQUIRE(begin != std::string::npos);
    return page.substr(begin + mark.size());
}

const std::string kPageEnd = "</main>\n</body>\n</html>\n";

}  // namespace

TEST_CASE("a page says what it is, needs nothing else, and runs nothing") {
    hcf::ReportHead head;
    head.envelope["schema"] = "hcf.compare-roles/1";
    const std::string page = hcf::write_report(hcf::kHtml, head, {}, {}, {});
    CHECK(page.find("<!DOCTYPE html>\n<html lang=\"en-GB\">") == 0);
    CHECK(page.find("<title>hcf compare-roles</title>") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("://") == std::string::npos);
    CHECK(page.find("url(") == std::string::npos);
    CHECK(page.find("@import") == std::string::npos);
}

TEST_CASE("HTML sets every block with its meaning") {
    CHECK(main_of(
              {hcf::Heading{1, "Zoë Brown"}, hcf::Paragraph{"Two are missing.", hcf::Tone::bad},
               hcf::Facts{
                   {{"Readiness", Cell{hcf::Ratio{17, 20}, hcf::Tone::warn}}, {"Team", Cell{}}}},
               hcf::Paragraph{""},
               hcf::Table{
                   "By level",
                   {{"No.", hcf::Align::right}, {"Competence", hcf::Align::left, true}, {"State"}},
                   {{Cell{std::int64_t{3}}, Cell{"日本"}, Cell{"GAP", hcf::Tone::bad}},
                    {Cell{}, Cell{}, Cell{}}}},
               hcf::List{{Cell{"Plan it"}, Cell{std::int64_t{7}}}},
               hcf::Code{"Changed", "+ a <b>\n  c"}}) ==
          "<article>\n<h1>Zoë Brown</h1>\n"
          "<p class=\"bad\">Two are missing.</p>\n"
          "<dl>\n<div><dt>Readiness</dt><dd><span class=\"warn\">85 %</span></dd></div>\n"
          "<div><dt>Team</dt><dd></dd></div>\n</dl>\n"
          "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"By level\"><table>\n"
          "<caption>By level</caption>\n"
          "<thead><tr><th scope=\"col\" class=\"number\">No.</th><th scope=\"col\" class=\"text\">"
          "Competence</th><th scope=\"col\" class=\"short\">State</th></tr></thead>\n<tbody>\n"
          "<tr><td class=\"number\">3</td><th scope=\"row\" class=\"text\">日本</th>"
          "<td class=\"short\"><span class=\"bad\">GAP</span></td></tr>\n"
          "<tr><td class=\"number\"></td><td class=\"text\"></td>"
          "<td class=\"short\"></td></tr>\n"
          "</tbody></table></div>\n"
          "<ul>\n<li>Plan it</li>\n<li>7</li>\n</ul>\n"
          "<figure><figcaption>Changed</figcaption>\n"
          "<pre role=\"group\" tabindex=\"0\" aria-label=\"Changed\">+ a &lt;b&gt;\n  c\n</pre>"
          "</figure>\n</article>\n" +
              kPageEnd);
}

TEST_CASE("data is text in HTML, wherever it stands") {
    const std::string page = main_of({hcf::Heading{2, "<script>alert(1)</script>"},
                                      hcf::Table{"\" onmouseover=\"x", {{"a & b"}}, {{Cell{"'"}}}},
                                      hcf::Paragraph{"evil\xE2\x80\xAEgnp.exe\nnext"}});
    CHECK(page.find("<h2>&lt;script&gt;alert(1)&lt;/script&gt;</h2>") != std::string::npos);
    CHECK(page.find("aria-label=\"&quot; onmouseover=&quot;x\"") != std::string::npos);
    CHECK(page.find("a &amp; b") != std::string::npos);
    CHECK(page.find(">&#39;<") != std::string::npos);
    CHECK(page.find("evil\\u{202e}gnp.exe<br>next") != std::string::npos);
}

TEST_CASE("a table without a caption is named by the heading above it") {
    const std::string page =
        main_of({hcf::Heading{2, "Missing"}, hcf::Table{"", {{"a"}}, {{Cell{"b"}}}}});
    CHECK(page.find("aria-label=\"Missing\"") != std::string::npos);
    CHECK(page.find("<caption>") == std::string::npos);
}

TEST_CASE("a page that begins without a heading gets one, once") {
    hcf::ReportHead head;
    head.envelope["schema"] = "hcf.compare-roles/1";
    hcf::ReportTail tail;
    tail.closing = {hcf::Paragraph{"b"}};
    hcf::ReportPart part;
    part.document = {hcf::Paragraph{"a"}};
    const std::string page = hcf::write_report(hcf::kHtml, head, part, tail, {});
    CHECK(page.find("<article>\n<h1>Compare roles</h1>\n<p>a</p>\n</article>\n"
                    "<section>\n<p>b</p>\n</section>\n") != std::string::npos);
}

TEST_CASE("a date stays in one piece") {
    CHECK(main_of({hcf::Paragraph{"due 2027-01-31; not 2027-1-31"}}) ==
          "<article>\n<h1>Report</h1>\n<p>due <span class=\"date\">2027-01-31</span>; not "
          "2027-1-31</p>\n"
          "</article>\n" +
              kPageEnd);
}

TEST_CASE("a report of which nothing is shown is an empty page") {
    CHECK(main_of({hcf::Paragraph{""}}) == kPageEnd);
}
