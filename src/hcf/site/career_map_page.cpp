// SPDX-License-Identifier: Apache-2.0
// The career map: levels of practice as steps, the roles at each, and what is new from step to
// step.
#include "hcf/base/count.h"
#include "hcf/site/pieces.h"

#include <fmt/format.h>

#include <map>

namespace hcf {
namespace {

/// Roles at a level by family, families in the order of their first role.
std::vector<std::pair<std::string, std::vector<RoleId>>> by_family(const Framework& framework,
                                                                   const Level& level) {
    std::vector<std::pair<std::string, std::vector<RoleId>>> families;
    std::map<std::string, std::size_t> known;
    for (const RoleId id : level.roles) {
        const std::string& family = framework.at(id).family;
        const auto [place, is_new] = known.emplace(family, families.size());
        if (is_new) families.push_back({family, {}});
        families[place->second].second.push_back(id);
    }
    return families;
}

void add_role(const Framework& framework, RoleId id, LevelId level, Markup& out) {
    const Role& role = framework.at(id);
    out.raw("<li>");
    add_link(framework, id, out);
    if (role.levels.size() > 1) {
        out.raw(level == role.levels.front() ? Literal(" <span class=\"muted\">(also at ")
                                             : Literal(" <span class=\"muted\">(its own level: "));
        bool is_first = true;
        for (const LevelId other : role.levels) {
            const bool is_named =
                level == role.levels.front() ? other != level : other == role.levels.front();
            if (!is_named) continue;
            if (!is_first) out.raw(", ");
            add_link(framework, other, out);
            is_first = false;
        }
        out.raw(")</span>");
    }
    out.raw("</li>\n");
}

void add_roles(const Framework& framework, LevelId id, Markup& out) {
    const auto families = by_family(framework, framework.at(id));
    if (families.empty()) out.raw("<p class=\"muted\">No role is named here.</p>\n");
    for (const auto& [family, roles] : families) {
        if (families.size() > 1)
            out.element("<h3>", family.empty() ? std::string("Other roles") : words_of(family),
                        "</h3>\n");
        out.raw("<ul class=\"roles\">\n");
        for (const RoleId role : roles) add_role(framework, role, id, out);
        out.raw("</ul>\n");
    }
}

/// What is new from the level below.
void add_step(const SiteContext& site, LevelId to, Markup& out) {
    const Comparison step = compare(site.levels[to.index - 1], site.levels[to.index]);
    out.raw("<p class=\"step\">From ");
    add_link(site.framework, step.from->level, out);
    out.raw(": ");
    if (step.added.empty()) {
        out.raw("nothing new is asked, and the level is another one: ")
            .link(page_of(site.framework, to) + "#below", "how the two differ");
    } else {
        out.text(fmt::format("{} new", competences_text(step.added.size())));
        if (!step.left.empty()) out.text(fmt::format(", {} left behind", step.left.size()));
        out.raw("; ").link(page_of(site.framework, to) + "#below", "which they are");
    }
    out.raw("</p>\n");
}

}  // namespace

SitePage career_map_page(const SiteContext& site) {
    const Framework& framework = site.framework;
    SitePage page{std::string(kCareerMapPage), "Career map", kCareerMapPage, {}};
    Markup& out = page.main;
    out.raw(
        "<h1>Career map</h1>\n<p class=\"lead\">The roles at each level of practice, the highest "
        "level first. The page of a role says how near the other roles are, and what is new on "
        "the way to each.</p>\n<ol class=\"ladder\" reversed>\n");
    for (std::size_t left = framework.levels.size(); left > 0; --left) {
        const LevelId id{static_cast<std::uint32_t>(left - 1)};
        out.raw("<li>\n<h2>");
        add_link(framework, id, out);
        out.raw("</h2>\n");
        add_roles(framework, id, out);
        if (id.index > 0) add_step(site, id, out);
        out.raw("</li>\n");
    }
    out.raw(
        "</ol>\n<h2 id=\"pathways\">From a role to a role</h2>\n"
        "<p>Where a role is far away, a step in between makes the way easier. This finds the "
        "way whose largest step is smallest:</p>\n");
    if (!framework.roles.empty()) {
        add_command(fmt::format("hcf pathways --from {} --to {}", framework.roles.front().id,
                                framework.roles.back().id),
                    out);
    }
    return page;
}

}  // namespace hcf
