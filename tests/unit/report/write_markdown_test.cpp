// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/format.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using hcf::Cell;

std::string markdown_of(hcf::Document document, const hcf::WriteOptions& options = {}) {
    hcf::ReportPart part;
    part.document = std::move(document);
    return hcf::write_report(hcf::kMarkdown, {}, part, {}, options);
}

std::string markdown_paragraph(std::string text) {
    return markdown_of({hcf::Paragraph{std::move(text)}});
}

std::string markdown_cell(std::string text) {
    const std::string out = markdown_of({hcf::Table{"", {{"a"}}, {{Cell{std::move(text)}}}}});
    const std::string header = "| a |\n| --- |\n";
    REQUIRE(out.substr(0, header.size()) == header);
    return out.substr(header.size());
}

}  // namespace

TEST_CASE("Markdown sets every block as GitHub reads it") {
    hcf::ReportHead head;
    hcf::ReportPart part;
    hcf::ReportTail tail;
    head.opening = {hcf::Heading{1, "Zoë Brown"}};
    part.document = {
        hcf::Paragraph{"Two are missing.", hcf::Tone::bad},
        hcf::Facts{{{"Readiness", Cell{hcf::Ratio{17, 20}, hcf::Tone::warn}}, {"Team", Cell{}}}},
        hcf::Paragraph{""},
        hcf::Heading{2, "Missing"},
        hcf::Table{"By level",
                   {{"competence", hcf::Align::left, true}, {"count", hcf::Align::right}},
                   {{Cell{"日本"}, Cell{std::int64_t{3}}}, {Cell{}, Cell{}}}},
        hcf::List{{Cell{"Plan it"}, Cell{}, Cell{std::int64_t{7}}}},
    };
    tail.closing = {hcf::Heading{9, "End"}};
    CHECK(hcf::write_report(hcf::kMarkdown, head, part, tail, {}) ==
          "# Zoë Brown\n"
          "\n"
          "Two are missing.\n"
          "\n"
          "* **Readiness**: 85 %\n"
          "* **Team**:\n"
          "\n"
          "## Missing\n"
          "\n"
          "**By level**\n"
          "\n"
          "| competence | count |\n"
          "| --- | ---: |\n"
          "| 日本 | 3 |\n"
          "| | |\n"
          "\n"
          "- Plan it\n"
          "-\n"
          "- 7\n"
          "\n"
          "###### End\n");
}

TEST_CASE("Markdown in data is text") {
    CHECK(markdown_paragraph("<script>alert(1)</script>") == "\\<script>alert(1)\\</script>\n");
    CHECK(markdown_paragraph("[x](http://y)") == "\\[x\\](http\\://y)\n");
    CHECK(markdown_paragraph("![x](y)") == "!\\[x\\](y)\n");
    CHECK(markdown_paragraph("**b** _i_ ~~s~~ `c` $m$") ==
          "\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\`c\\` \\$m\\$\n");
    CHECK(markdown_paragraph("a \\* b \\") == "a \\\\\\* b \\\\\n");
    CHECK(markdown_paragraph("&lt; &#35; &#x3c; &; a&b &#; &") ==
          "\\&lt; \\&#35; \\&#x3c; &; a&b &#; &\n");
    CHECK(markdown_paragraph("see www.nhs.uk, WWW.x and https://nhs.uk") ==
          "see www\\.nhs.uk, WWW\\.x and https\\://nhs.uk\n");
}

TEST_CASE("what is no markup is left readable") {
    for (const std::string text :
         {"work_product, snake_case_2", "a - b + c = d", "R&D", "C# (!)", "ratio 1:2", "1.5 mg",
          "-5", "2026-10-01", "O'Neill {x} \"y\" a@b.cd", "x > y", "1.x"}) {
        CHECK(markdown_paragraph(text) == text + "\n");
        CHECK(markdown_cell(text) == "| " + text + " |\n");
    }
}

TEST_CASE("the start of a line makes no block") {
    CHECK(markdown_paragraph("# h") == "\\# h\n");
    CHECK(markdown_paragraph("1. x") == "1\\. x\n");
    CHECK(markdown_paragraph("23) x") == "23\\) x\n");
    CHECK(markdown_paragraph("1.") == "1\\.\n");
    CHECK(markdown_paragraph("- x") == "\\- x\n");
    CHECK(markdown_paragraph("+ x") == "\\+ x\n");
    CHECK(markdown_paragraph("---") == "\\---\n");
    CHECK(markdown_paragraph("> x") == "\\> x\n");
    CHECK(markdown_paragraph("    code") == "code\n");
    CHECK(markdown_of({hcf::List{{Cell{"- x"}, Cell{"[ ] y"}}}}) == "- \\- x\n- \\[ \\] y\n");
    CHECK(markdown_cell("- x") == "| - x |\n");
    CHECK(markdown_of({hcf::Heading{2, "x # ##"}}) == "## x \\# \\##\n");
}

TEST_CASE("a table cell stays one cell") {
    CHECK(markdown_cell("| a |") == "| \\| a \\| |\n");
    CHECK(markdown_cell("\\|") == "| \\\\\\| |\n");
    CHECK(markdown_cell("a\\") == "| a\\\\ |\n");
    CHECK(markdown_cell("a\nb\r\n\rc\n") == "| a<br>b<br><br>c |\n");
    CHECK(markdown_cell("\n \r\n") == "| |\n");
}

TEST_CASE("line breaks are kept, but for headings and labels") {
    CHECK(markdown_paragraph("a\n# b") == "a<br>\\# b\n");
    CHECK(markdown_of({hcf::Heading{1, "a\nb"}}) == "# a b\n");
    CHECK(markdown_of({hcf::Facts{{{"a\nb", Cell{"c\nd"}}}}}) == "* **a b**: c<br>d\n");
}

TEST_CASE("invisible characters are shown in Markdown too") {
    CHECK(markdown_paragraph("a\u202Eb\x1B[31m\tc") == "a\\\\u{202e}b\\\\u{1b}\\[31m\\\\tc\n");
    CHECK(markdown_paragraph("Zoe\u0308 日本") == "Zoe\u0308 日本\n");
}

TEST_CASE("lists that follow one another are one list without gaps, over parts too") {
    hcf::ReportHead head;
    hcf::ReportTail tail;
    std::string out;
    hcf::WriteState state;
    for (const char* item : {"one", "two"}) {
        hcf::ReportPart part;
        part.document = {hcf::List{{Cell{item}}}};
        hcf::kMarkdown.part(out, head, part, {}, state);
    }
    tail.closing = {hcf::Paragraph{"End."}};
    hcf::kMarkdown.end(out, head, tail, {}, state);
    CHECK(out == "- one\n- two\n\nEnd.\n");
}
