// SPDX-License-Identifier: Apache-2.0
// Search over an index that stands in the page; without a script there is the page from A to Z.
#include "hcf/site/page_data.h"

namespace hcf {

SitePage search_page(const SiteContext& site) {
    SitePage page{std::string(kSearchPage), "Search", kSearchPage, {}};
    page.main.raw(
        "<h1>Search</h1>\n"
        "<noscript><p>Search needs a script, and there is none here. Everything stands in "
        "<a href=\"a-z.html\">A to Z</a>.</p></noscript>\n"
        "<div id=\"search\" hidden>\n"
        "<p><label for=\"query\">Level, competence or role</label>\n"
        "<input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" "
        "aria-describedby=\"hint\"></p>\n"
        "<p id=\"hint\" class=\"muted\">By any name, by words of it, or by what a level's "
        "descriptor "
        "says.</p>\n"
        "<p id=\"count\" role=\"status\"></p>\n"
        "<ol id=\"results\" class=\"results\"></ol>\n</div>\n");
    page.data = embeddable(search_page_data(site));
    page.script = "search.js";
    return page;
}

}  // namespace hcf
