// SPDX-License-Identifier: Apache-2.0
// Any two roles side by side, worked out in the page; without a script, the page of each role holds
// it against all others.
#include "hcf/site/page_data.h"
#include "hcf/site/pieces.h"

namespace hcf {

SitePage compare_page(const SiteContext& site) {
    const Framework& framework = site.framework;
    SitePage page{std::string(kComparePage), "Compare roles", kComparePage, {}};
    Markup& out = page.main;
    out.raw(
        "<h1>Compare roles</h1>\n"
        "<p class=\"lead\">What carries over from a role to another, both ways, and what is "
        "new. It is about what is asked, not about people.</p>\n"
        "<div id=\"compare\" hidden>\n<div class=\"choose\">\n"
        "<p><label for=\"from\">One role</label> <select id=\"from\"></select></p>\n"
        "<p><button type=\"button\" id=\"swap\">Swap</button></p>\n"
        "<p><label for=\"to\">Another role</label> <select id=\"to\"></select></p>\n</div>\n"
        "<p id=\"answer\" role=\"status\"></p>\n<div id=\"comparison\"></div>\n</div>\n"
        "<noscript><p>To choose two roles needs a script, and there is none here. The page of "
        "each role holds it against all others, the nearest first:</p></noscript>\n"
        "<h2>Each role against all others</h2>\n");
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        const Level& level = framework.levels[i];
        if (level.roles.empty()) continue;
        out.element("<h3>", level.title, "</h3>\n<ul class=\"roles\">\n");
        for (const RoleId role : level.roles) {
            out.raw("<li>").link(page_of(framework, role) + "#ways", framework.at(role).title);
            out.raw("</li>\n");
        }
        out.raw("</ul>\n");
    }
    page.data = embeddable(comparison_page_data(site));
    page.script = "compare.js";
    return page;
}

}  // namespace hcf
