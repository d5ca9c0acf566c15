// SPDX-License-Identifier: Apache-2.0
// A competence: what is known of it, and of whom it is asked.
#include "hcf/present/framework_data.h"
#include "hcf/site/pieces.h"

#include <fmt/format.h>

namespace hcf {
namespace {

void add_facts(const Framework& framework, const Competence& competence, Markup& out) {
    FactsMarkup facts;
    facts.add("Description", competence.description);
    facts.add("Id", competence.id);
    facts.add("Also called", competence.aliases);
    facts.add("Printed as", competence.printed_as);
    facts.add("Kind", competence.kind == CompetenceKind::core ? "core: asked by levels of practice"
                                                              : "role-specific: asked by roles");
    facts.add("Theme", words_of(competence.theme));
    if (competence.nos) {
        const Nos& nos = *competence.nos;
        facts.add("Occupational standard",
                  fmt::format("{} ({}{}{})", nos.code, to_string(nos.status),
                              nos.seen.empty() ? "" : "; ", nos.seen));
    }
    if (competence.refresh) {
        facts.add("To be refreshed", fmt::format("a met lasts {}", to_string(*competence.refresh)));
    }
    Markup value;
    if (competence.assess_at) add_link(framework, *competence.assess_at, value);
    facts.add("Assessed by people at", value);
    value = {};
    add_links(framework, competence.supersedes, value);
    facts.add("Supersedes", value);
    value = {};
    add_links(framework, competence.superseded_by, value);
    facts.add("Superseded by", value);
    facts.add("Same as", competence.same_as);
    facts.add("Source", competence.source);
    if (is_of_overlay(framework, competence.from)) facts.add("From", "overlay " + competence.owner);
    facts.end(out);
}

/// Each level that asks it, and what practice means there: a competence is shown in context.
void add_levels(const Framework& framework, const Competence& competence, Markup& out) {
    if (competence.levels.empty()) return;
    const bool is_of_all = competence.levels.size() == framework.levels.size();
    out.element("<h2 id=\"levels\">",
                is_of_all ? std::string("Asked at every level of practice")
                          : fmt::format("Asked at {} of {} levels of practice",
                                        competence.levels.size(), framework.levels.size()),
                "</h2>\n<p>The words are the same at each; what people show of it differs with the "
                "level's descriptor.</p>\n");
    out.raw("<dl class=\"wide\">\n");
    for (const LevelId id : competence.levels) {
        const std::string& practice =
            framework.at(id).descriptor[static_cast<std::size_t>(Facet::practice)];
        out.raw("<div><dt>");
        add_link(framework, id, out);
        out.raw("</dt><dd>").lines(practice.empty() ? "–" : practice).raw("</dd></div>\n");
    }
    out.raw("</dl>\n");
}

void add_own_roles(const Framework& framework, CompetenceId id, Markup& out) {
    Markup items;
    for (std::uint32_t i = 0; i < framework.roles.size(); ++i) {
        const RoleCompetence* own = find_in_role(framework.roles[i], id);
        if (own == nullptr) continue;
        items.raw("<li>");
        add_link(framework, RoleId{i}, items);
        if (own->needs) items.raw(", needs ").text(needs_id(framework, own->needs));
        if (!own->essential) items.raw(", desirable");
        items.raw("</li>\n");
    }
    if (items.is_empty()) return;
    out.raw("<h2 id=\"roles\">Asked by roles</h2>\n<ul>\n").add(items).raw("</ul>\n");
}

/// The roles that stand at the levels that ask it.
void add_roles_by_level(const Framework& framework, const Competence& competence, Markup& out) {
    Markup groups;
    for (const LevelId id : competence.levels) {
        const Level& level = framework.at(id);
        if (level.roles.empty()) continue;
        groups.raw("<section>").element("<h3>", level.title, "</h3>\n");
        add_list(framework, level.roles, groups);
        groups.raw("</section>\n");
    }
    if (groups.is_empty()) return;
    out.raw("<h2 id=\"who\">Roles at these levels</h2>\n<div class=\"themes\">\n")
        .add(groups)
        .raw("</div>\n");
}

}  // namespace

SitePage competence_page(const SiteContext& site, CompetenceId id) {
    const Framework& framework = site.framework;
    const Competence& competence = framework.at(id);
    SitePage page{page_of(framework, id), competence.title, kMatrixPage, {}};
    Markup& out = page.main;
    out.raw("<p class=\"kind\">Competence</p>\n").element("<h1>", competence.title, "</h1>\n");
    add_facts(framework, competence, out);
    add_levels(framework, competence, out);
    add_own_roles(framework, id, out);
    add_roles_by_level(framework, competence, out);
    out.raw(
        "<h2 id=\"hcf\">On the command line</h2>\n<p>Who of a team holds it, and who is "
        "nearest:</p>\n");
    add_command(fmt::format("hcf find team.yaml --competence {}", competence.id), out);
    return page;
}

}  // namespace hcf
