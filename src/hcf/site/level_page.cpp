// SPDX-License-Identifier: Apache-2.0
// A level of practice: its descriptor, what it asks, its roles, and what changes from the one
// below.
#include "hcf/site/pieces.h"

#include <fmt/format.h>

namespace hcf {
namespace {

void add_facts(const Framework& framework, LevelId id, Markup& out) {
    const Level& level = framework.at(id);
    FactsMarkup facts;
    facts.add("Id", level.id);
    facts.add("Also called", level.aliases);
    facts.add("Printed as", level.printed_as);
    Markup value;
    if (id.index > 0) add_link(framework, LevelId{id.index - 1}, value);
    facts.add("The level below", value);
    value = {};
    if (id.index + 1 < framework.levels.size()) add_link(framework, LevelId{id.index + 1}, value);
    facts.add("The level above", value);
    facts.add("Source", level.source);
    facts.end(out);
}

void add_titles(const Framework& framework, std::string_view title,
                const std::vector<CompetenceId>& competences, Markup& out) {
    if (competences.empty()) return;
    out.element("<h3>", fmt::format("{} ({})", title, competences.size()), "</h3>\n");
    add_list(framework, competences, out);
}

void add_facets(const Framework& framework, LevelId below, LevelId id, Markup& out) {
    const std::vector<Facet> facets = facets_that_change(framework, below, id);
    if (facets.empty()) return;
    out.raw("<h3>How the descriptors differ</h3>\n");
    open_table("How the descriptors differ", out);
    out.raw("<thead><tr><th scope=\"col\">Facet</th><th scope=\"col\">")
        .text(framework.at(below).title)
        .raw("</th><th scope=\"col\">")
        .text(framework.at(id).title)
        .raw("</th></tr></thead>\n<tbody>\n");
    for (const Facet facet : facets) {
        const auto i = static_cast<std::size_t>(facet);
        out.element("<tr><th scope=\"row\">", words_of(to_string(facet)), "</th>");
        for (const LevelId level : {below, id}) {
            const std::string& text = framework.at(level).descriptor[i];
            out.raw("<td class=\"text\">").lines(text.empty() ? "–" : text).raw("</td>");
        }
        out.raw("</tr>\n");
    }
    close_table(out);
}

void add_below(const SiteContext& site, LevelId id, Markup& out) {
    if (id.index == 0) return;
    const LevelId below{id.index - 1};
    const Comparison step = compare(site.levels[below.index], site.levels[id.index]);
    out.element("<h2 id=\"below\">", fmt::format("From {}", site.framework.at(below).title),
                "</h2>\n");
    out.element("<p>",
                fmt::format("{} carried over, {} new, {} left behind.", step.carried.size(),
                            step.added.size(), step.left.size()),
                "</p>\n");
    add_titles(site.framework, "New", step.added, out);
    add_titles(site.framework, "Left behind", step.left, out);
    add_facets(site.framework, below, id, out);
}

}  // namespace

SitePage level_page(const SiteContext& site, LevelId id) {
    const Framework& framework = site.framework;
    const Level& level = framework.at(id);
    SitePage page{page_of(framework, id), level.title, kCareerMapPage, {}};
    Markup& out = page.main;
    out.raw("<p class=\"kind\">Level of practice</p>\n").element("<h1>", level.title, "</h1>\n");
    add_facts(framework, id, out);
    Markup descriptor;
    add_descriptor(level, descriptor);
    if (!descriptor.is_empty()) out.raw("<h2 id=\"descriptor\">Descriptor</h2>\n").add(descriptor);
    if (!level.core.empty()) {
        out.element("<h2 id=\"core\">", fmt::format("Core competences ({})", level.core.size()),
                    "</h2>\n");
        add_by_theme(framework, level.core, out);
    }
    if (!level.roles.empty()) {
        out.element("<h2 id=\"roles\">", fmt::format("Indicative roles ({})", level.roles.size()),
                    "</h2>\n");
        add_list(framework, level.roles, out);
    }
    add_below(site, id, out);
    add_cautions(framework, id, true, out);
    out.raw(
        "<h2 id=\"hcf\">On the command line</h2>\n<p>What somebody lacks for this level:</p>\n");
    add_command(fmt::format("hcf gap person.yaml --level {}", level.id), out);
    return page;
}

}  // namespace hcf
