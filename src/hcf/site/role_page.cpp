// SPDX-License-Identifier: Apache-2.0
// A role: what it asks, and how near the others are.
#include "hcf/base/count.h"
#include "hcf/present/framework_data.h"
#include "hcf/present/values.h"
#include "hcf/site/pieces.h"

#include <fmt/format.h>

#include <map>

namespace hcf {
namespace {

void add_facts(const Framework& framework, const Role& role, Markup& out) {
    FactsMarkup facts;
    facts.add("Summary", role.summary);
    Markup value;
    add_links(framework, role.levels, value);
    facts.add(role.levels.size() == 1 ? "Level" : "Levels", value);
    facts.add("Family", words_of(role.family));
    facts.add("Id", role.id);
    facts.add("Also called", role.aliases);
    facts.add("Printed as", role.printed_as);
    facts.add("Source", role.source);
    facts.end(out);
}

void add_own(const Framework& framework, const Role& role, Markup& out) {
    if (role.competences.empty()) return;
    out.element("<h2 id=\"own\">", fmt::format("Asked by the role ({})", role.competences.size()),
                "</h2>\n");
    open_table("Asked by the role", out);
    out.raw(
        "<thead><tr><th scope=\"col\">Competence</th><th scope=\"col\">Needs</th>"
        "<th scope=\"col\">Essential</th></tr></thead>\n<tbody>\n");
    for (const RoleCompetence& own : role.competences) {
        out.raw("<tr><th scope=\"row\">");
        add_link(framework, own.competence, out);
        out.raw("</th><td>").text(own.needs ? needs_id(framework, own.needs) : "–");
        out.raw("</td><td>").raw(own.essential ? Literal("yes") : Literal("no, desirable"));
        out.raw("</td></tr>\n");
    }
    close_table(out);
}

void add_core(const Framework& framework, const Role& role, Markup& out) {
    for (const LevelId id : role.levels) {
        const Level& level = framework.at(id);
        if (level.core.empty()) continue;
        out.raw("<h2>Asked at ");
        add_link(framework, id, out);
        out.raw(" (").number(level.core.size()).raw(")</h2>\n");
        add_by_theme(framework, level.core, out);
    }
}

/// Roles that no comparison with this one tells apart, in the order of the ranking.
using AlikeRoles = std::vector<const Comparable*>;

std::vector<AlikeRoles> ranked(const SiteContext& site, const Comparable& from) {
    std::vector<AlikeRoles> groups;
    std::map<std::string_view, std::size_t> known;  // looked up only: no order comes from it
    for (const std::size_t i : rank_by_similarity(from, site.roles)) {
        const Comparable& other = site.roles[i];
        if (other.role == from.role) continue;
        const auto [place, is_new] = known.emplace(other.key, groups.size());
        if (is_new) groups.emplace_back();
        groups[place->second].push_back(&other);
    }
    return groups;
}

void add_roles(const Framework& framework, const AlikeRoles& roles, Markup& out) {
    bool is_first = true;
    for (const Comparable* role : roles) {
        if (!is_first) out.raw(", ");
        add_link(framework, *role->role, out);
        is_first = false;
    }
}

void add_new(const Framework& framework, const Comparison& comparison, Markup& out) {
    if (comparison.added.empty() && comparison.step != 0) {
        out.raw("<span class=\"warn\">nothing; the level is another one</span>");
    } else if (comparison.added.empty()) {
        out.raw("<span class=\"good\">nothing</span>");
    } else {
        out.raw("<details><summary>").number(comparison.added.size()).raw("</summary>\n");
        add_list(framework, comparison.added, out);
        out.raw("</details>");
    }
    if (!comparison.needs_more.empty()) {
        out.element("<p class=\"warn\">",
                    fmt::format("of the carried, {} asked for a value that this role does not "
                                "assure",
                                comparison.needs_more.size()),
                    "</p>");
    }
}

void add_row(const Framework& framework, const Comparable& from, const AlikeRoles& roles,
             Markup& out) {
    const Comparison there = compare(from, *roles.front());
    out.raw("<tr><th scope=\"row\">");
    add_roles(framework, roles, out);
    out.raw("</th><td class=\"short\">")
        .text(step_words(there.step))
        .raw("</td><td class=\"number\">");
    out.text(fmt::format("{} of {}", there.carried.size(), there.to->set.size()));
    out.raw("</td><td>");
    add_new(framework, there, out);
    out.raw("</td><td class=\"number\">").number(there.left.size());
    out.raw("</td><td class=\"number\">").text(percent_text(there.similarity));
    out.raw("</td></tr>\n");
}

void add_others(const SiteContext& site, RoleId id, Markup& out) {
    const Comparable& from = site.roles[id.index];
    const std::vector<AlikeRoles> groups = ranked(site, from);
    if (groups.empty()) return;
    out.raw(
           "<h2 id=\"ways\">The other roles, the nearest first</h2>\n"
           "<p>From here, at ")
        .text(site.framework.at(from.level).title)
        .raw(". Roles that ask the same stand together. ")
        .link(fmt::format("{}?from={}", kComparePage, site.framework.at(id).id),
              "Compare with any role")
        .raw(".</p>\n");
    open_table("The other roles, the nearest first", out);
    out.raw(
        "<thead><tr><th scope=\"col\">To</th><th scope=\"col\">Step</th>"
        "<th scope=\"col\" class=\"number\">Carried over</th><th scope=\"col\">New</th>"
        "<th scope=\"col\" class=\"number\">Left behind</th>"
        "<th scope=\"col\" class=\"number\">Similarity</th></tr></thead>\n<tbody>\n");
    for (const AlikeRoles& roles : groups) add_row(site.framework, from, roles, out);
    close_table(out);
}

}  // namespace

SitePage role_page(const SiteContext& site, RoleId id) {
    const Framework& framework = site.framework;
    const Role& role = framework.at(id);
    SitePage page{page_of(framework, id), role.title, kCareerMapPage, {}};
    Markup& out = page.main;
    out.raw("<p class=\"kind\">Role</p>\n").element("<h1>", role.title, "</h1>\n");
    add_facts(framework, role, out);
    add_own(framework, role, out);
    add_core(framework, role, out);
    add_others(site, id, out);
    add_cautions(framework, role.levels.front(), site.roles[id.index].core_only, out);
    out.raw(
        "<h2 id=\"hcf\">On the command line</h2>\n<p>What somebody lacks for this role, and a "
        "file to begin with:</p>\n");
    add_command(fmt::format("hcf gap person.yaml --role {}", role.id), out);
    add_command(fmt::format("hcf new assessment --role {} -o me.yaml", role.id), out);
    return page;
}

}  // namespace hcf
