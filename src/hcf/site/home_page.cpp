// SPDX-License-Identifier: Apache-2.0
// The first page: what the framework is, its levels of practice, and where to go from here.
#include "hcf/base/count.h"
#include "hcf/site/pieces.h"

namespace hcf {
namespace {

void add_card(const Framework& framework, Markup& out) {
    FactsMarkup facts;
    facts.add("Version", framework.info.version);
    facts.add("Status", framework.info.status);
    facts.add("Date", framework.info.date);
    facts.add("Source", framework.info.source);
    for (const OverlayInfo& overlay : framework.overlays) {
        Markup value;
        value.text(overlay.title.empty() ? overlay.id : overlay.title)
            .raw(" (")
            .text(overlay.id)
            .raw(" ")
            .text(overlay.version)
            .raw(")");
        facts.add("Overlay", value);
    }
    facts.end(out);
}

void add_levels(const Framework& framework, Markup& out) {
    out.element("<h2 id=\"levels\">",
                count_of(framework.levels.size(), "level of practice", "levels of practice"),
                "</h2>\n");
    out.raw("<ol class=\"cards\">\n");
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        const Level& level = framework.levels[i];
        out.raw("<li><h3>");
        add_link(framework, LevelId{i}, out);
        out.raw("</h3>\n<p>").text(level.descriptor.front()).raw("</p>\n<p class=\"muted\">");
        out.text(count_of(level.core.size(), "core competence", "core competences")).raw(", ");
        out.text(count_of(level.roles.size(), "indicative role", "indicative roles"))
            .raw("</p></li>\n");
    }
    out.raw("</ol>\n");
}

void add_ways(const SiteContext& site, Markup& out) {
    out.raw(
        "<h2 id=\"ways\">Find your way</h2>\n<ul class=\"ways\">\n"
        "<li><a href=\"matrix.html\">The matrix</a>: which level asks which competence.</li>\n"
        "<li><a href=\"career-map.html\">The career map</a>: the roles at each level, and what "
        "is new from one level to the next.</li>\n"
        "<li><a href=\"compare.html\">Compare two roles</a>: what carries over, and what is "
        "new.</li>\n"
        "<li><a href=\"a-z.html\">A to Z</a> and <a href=\"search.html\">search</a>: every "
        "level, competence and role, by any of its names.</li>\n");
    if (site.has_form) {
        out.raw(
            "<li><a href=\"form.html\">Assess yourself</a>: rate each competence, and see what "
            "is missing. Nothing leaves your device.</li>\n");
    }
    out.raw("</ul>\n");
}

void add_audiences(Markup& out) {
    out.raw("<h2 id=\"audiences\">For whom it is</h2>\n<ul class=\"cards three\">\n");
    for (const AudienceEntry& entry : audience_entries()) {
        out.raw("<li><h3>").link(entry.file, entry.title).raw("</h3>\n");
        out.element("<p>", entry.summary, "</p></li>\n");
    }
    out.raw("</ul>\n");
}

}  // namespace

SitePage home_page(const SiteContext& site) {
    const Framework& framework = site.framework;
    SitePage page{std::string(kHomePage), framework.info.title, kHomePage, {}};
    Markup& out = page.main;
    out.element("<h1>", framework.info.title, "</h1>\n");
    out.raw(
           "<p class=\"lead\">It says what is asked of people at each level of practice and in "
           "each "
           "role: ")
        .text(count_of(framework.levels.size(), "level", "levels"))
        .raw(", ")
        .text(competences_text(framework.competences.size()))
        .raw(" and ")
        .text(count_of(framework.roles.size(), "role", "roles"))
        .raw(".</p>\n");
    add_card(framework, out);
    add_levels(framework, out);
    add_ways(site, out);
    add_audiences(out);
    return page;
}

}  // namespace hcf
