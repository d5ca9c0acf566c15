// SPDX-License-Identifier: Apache-2.0
// Which level of practice asks which competence, and which roles ask more.
#include "hcf/base/count.h"
#include "hcf/site/pieces.h"

#include <algorithm>

namespace hcf {
namespace {

std::vector<CompetenceId> of_kind(const Framework& framework, CompetenceKind kind) {
    std::vector<CompetenceId> result;
    for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
        if (framework.competences[i].kind == kind) result.push_back({i});
    }
    return result;
}

void add_row(const Framework& framework, CompetenceId id, Markup& out) {
    out.raw("<tr><th scope=\"row\">");
    add_link(framework, id, out);
    out.raw("</th>");
    for (const Level& level : framework.levels) {
        out.raw(level.core_set.contains(id)
                    ? Literal("<td class=\"mark\"><span class=\"good\">asked</span></td>")
                    : Literal("<td class=\"mark\"><span class=\"muted\">–</span></td>"));
    }
    out.raw("</tr>\n");
}

void add_matrix(const Framework& framework, Markup& out) {
    open_table("Core competences by level of practice", out);
    out.raw(
        "<caption>Core competences by level of practice</caption>\n"
        "<thead><tr><th scope=\"col\">Competence</th>");
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        out.raw("<th scope=\"col\">");
        add_link(framework, LevelId{i}, out);
        out.raw("</th>");
    }
    out.raw("</tr></thead>\n");
    for (const ThemeGroup& group : by_theme(framework, of_kind(framework, CompetenceKind::core))) {
        out.raw("<tbody>\n<tr class=\"theme\"><th scope=\"rowgroup\" colspan=\"")
            .number(framework.levels.size() + 1)
            .raw("\">")
            .text(group.title)
            .raw("</th></tr>\n");
        for (const CompetenceId id : group.competences) add_row(framework, id, out);
        out.raw("</tbody>\n");
    }
    out.raw("<tbody>\n<tr class=\"total\"><th scope=\"row\">Together</th>");
    for (const Level& level : framework.levels)
        out.raw("<td class=\"mark\">").number(level.core.size()).raw("</td>");
    out.raw("</tr>\n");
    close_table(out);
}

std::size_t roles_that_ask(const Framework& framework, CompetenceId id) {
    return static_cast<std::size_t>(
        std::count_if(framework.roles.begin(), framework.roles.end(),
                      [&](const Role& role) { return find_in_role(role, id) != nullptr; }));
}

void add_role_specific(const Framework& framework, Markup& out) {
    const std::vector<CompetenceId> own = of_kind(framework, CompetenceKind::role);
    if (own.empty()) return;
    out.raw("<h2>Asked by roles, not by levels</h2>\n");
    open_table("Asked by roles, not by levels", out);
    out.raw(
        "<thead><tr><th scope=\"col\">Competence</th><th scope=\"col\" class=\"number\">Roles"
        "</th></tr></thead>\n<tbody>\n");
    for (const CompetenceId id : own) {
        out.raw("<tr><th scope=\"row\">");
        add_link(framework, id, out);
        out.raw("</th><td class=\"number\">").number(roles_that_ask(framework, id));
        out.raw("</td></tr>\n");
    }
    close_table(out);
}

}  // namespace

SitePage matrix_page(const SiteContext& site) {
    SitePage page{std::string(kMatrixPage), "Matrix", kMatrixPage, {}};
    page.main.raw(
        "<h1>Matrix</h1>\n<p class=\"lead\">Which competence is asked at which level of "
        "practice. A higher level does not simply include a lower one.</p>\n");
    add_matrix(site.framework, page.main);
    add_role_specific(site.framework, page.main);
    return page;
}

}  // namespace hcf
