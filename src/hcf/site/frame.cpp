// SPDX-License-Identifier: Apache-2.0
// What stands around every page. Style and script are in the page itself, allowed by their digests:
// 'self' does not mean the same in every browser where a page is opened from a disk.
#include "hcf/base/base64.h"
#include "hcf/base/digest.h"
#include "hcf/base/version.h"
#include "hcf/present/values.h"
#include "hcf/report/html_style.h"
#include "hcf/site/assets.h"
#include "hcf/site/context.h"

#include <array>
#include <utility>

namespace hcf {
namespace {

/// "'sha256-...'", as a Content-Security-Policy names what an element holds.
std::string source_of(std::string_view text) {
    Sha256 sha;
    sha.add(text);
    const Digest digest = sha.finish();
    std::string bytes;
    for (const unsigned char byte : digest) bytes += static_cast<char>(byte);
    return "'sha256-" + to_base64(bytes) + "'";
}

std::string style_of_site() {
    return std::string(kHtmlStyle) + std::string(site_asset("site.css"));
}

std::string policy(const std::string& style, std::string_view script) {
    std::string text = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src ";
    text += source_of(style);
    if (!script.empty()) text += "; script-src " + source_of(script);
    return text;
}

/// Whole elements are put together here, as a style and a script are no text of a page.
void add_head(const SiteContext& site, const SitePage& page, std::string& out) {
    const std::string style = style_of_site();
    Markup title;
    title.text(page.title);
    if (page.file != kHomePage) title.raw(" · ").text(site.framework.info.title);
    out +=
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    out += policy(style, site_asset(page.script));
    out += "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
    out += title.str();
    out += "</title>\n<style>" + style + "</style>\n</head>\n";
}

void add_item(const SitePage& page, std::string_view file, std::string_view title, Markup& out) {
    out.raw("<li><a href=\"").text(file).raw("\"");
    if (page.file == file)
        out.raw(" aria-current=\"page\"");
    else if (page.active == file)
        out.raw(" aria-current=\"true\"");
    out.element(">", title, "</a></li>\n");
}

void add_navigation(const SiteContext& site, const SitePage& page, Markup& out) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kItems = {{
        {kHomePage, "Overview"},
        {kMatrixPage, "Matrix"},
        {kCareerMapPage, "Career map"},
        {kComparePage, "Compare roles"},
        {kIndexPage, "A to Z"},
        {kSearchPage, "Search"},
    }};
    out.raw("<nav aria-label=\"Site\"><ul>\n");
    for (const auto& [file, title] : kItems) add_item(page, file, title, out);
    if (site.has_form) add_item(page, kFormPage, "Assess yourself", out);
    out.raw("</ul></nav>\n");
}

/// What the shipped framework is, wherever it is shown (README, "Legal").
void add_notice(const Framework& framework, Markup& out) {
    if (framework.info.id != "clinical-homecare") return;
    out.raw(
        "<p>This is the consultation draft by the National Clinical Homecare Association (NCHA) "
        "and Skills for Health, not the edition published in October 2025. Descriptors are "
        "condensed. Neither body endorses these pages.</p>\n");
}

void add_footer(const SiteContext& site, const SitePage& page, Markup& out) {
    const Framework& framework = site.framework;
    out.raw("<footer>\n<nav aria-label=\"For whom\"><ul>\n");
    for (const AudienceEntry& entry : audience_entries())
        add_item(page, entry.file, entry.title, out);
    out.raw("</ul></nav>\n<p>").text(card_of(framework));
    if (!framework.info.status.empty()) out.raw(" (").text(framework.info.status).raw(")");
    if (site.options.as_of) out.raw(", as of ").text(to_string(*site.options.as_of));
    out.raw(". Made by hcf ").text(kVersion).raw(".</p>\n");
    add_notice(framework, out);
    out.raw("</footer>\n");
}

}  // namespace

std::string frame(const SiteContext& site, const SitePage& page) {
    std::string out;
    add_head(site, page, out);
    Markup body;
    body.raw(
            "<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n"
            "<header class=\"site\">\n<p><a href=\"index.html\">")
        .text(site.framework.info.title)
        .raw("</a></p>\n");
    add_navigation(site, page, body);
    body.raw("</header>\n<main id=\"main\" tabindex=\"-1\">\n").add(page.main).raw("</main>\n");
    add_footer(site, page, body);
    out += body.str();
    if (!page.data.empty())
        out += "<script type=\"application/json\" id=\"data\">" + page.data + "</script>\n";
    if (const std::string_view script = site_asset(page.script); !script.empty())
        out.append("<script>").append(script).append("</script>\n");
    out += "</body>\n</html>\n";
    return out;
}

}  // namespace hcf
