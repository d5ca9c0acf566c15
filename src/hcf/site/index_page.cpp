// SPDX-License-Identifier: Apache-2.0
// Everything by any of its names, from A to Z: search for those without a script.
#include "hcf/base/text.h"
#include "hcf/site/pieces.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>

namespace hcf {
namespace {

struct Entry {
    std::string key;  ///< what it is sorted by: no locale has a say
    std::string name;
    std::string_view kind;
    std::string page;
    std::string title;  ///< of what it names, where it is another name
};

template <class Thing>
void add_names(const Thing& thing, std::string_view kind, const std::string& page,
               std::vector<Entry>& entries) {
    entries.push_back({case_fold(thing.title), thing.title, kind, page, {}});
    for (const std::string& alias : thing.aliases) {
        if (case_fold(alias) != case_fold(thing.title))
            entries.push_back({case_fold(alias), alias, kind, page, thing.title});
    }
}

std::vector<Entry> sorted_entries(const Framework& framework) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i)
        add_names(framework.levels[i], "level", page_of(framework, LevelId{i}), entries);
    for (std::uint32_t i = 0; i < framework.competences.size(); ++i) {
        add_names(framework.competences[i], "competence", page_of(framework, CompetenceId{i}),
                  entries);
    }
    for (std::uint32_t i = 0; i < framework.roles.size(); ++i)
        add_names(framework.roles[i], "role", page_of(framework, RoleId{i}), entries);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.key, a.name, a.page) < std::tie(b.key, b.name, b.page);
    });
    return entries;
}

/// "A" to "Z", else "other": the heading under which a name stands.
std::string letter_of(const Entry& entry) {
    const char first = entry.key.empty() ? ' ' : entry.key.front();
    if (first < 'a' || first > 'z') return "other";
    return std::string(1, static_cast<char>(first - 'a' + 'A'));
}

/// Those under each heading; the names of all other scripts and signs come last, together.
std::vector<std::pair<std::string, std::vector<const Entry*>>> by_letter(
    const std::vector<Entry>& entries) {
    std::vector<std::pair<std::string, std::vector<const Entry*>>> groups;
    std::vector<const Entry*> others;
    for (const Entry& entry : entries) {
        const std::string letter = letter_of(entry);
        if (letter == "other") {
            others.push_back(&entry);
            continue;
        }
        if (groups.empty() || groups.back().first != letter)
            groups.emplace_back(letter, std::vector<const Entry*>());
        groups.back().second.push_back(&entry);
    }
    if (!others.empty()) groups.emplace_back("other", std::move(others));
    return groups;
}

void add_entry(const Entry& entry, Markup& out) {
    out.raw("<li>").link(entry.page, entry.name).raw(" <span class=\"muted\">");
    out.text(entry.kind);
    if (!entry.title.empty()) out.raw(": ").text(entry.title);
    out.raw("</span></li>\n");
}

}  // namespace

SitePage index_page(const SiteContext& site) {
    SitePage page{std::string(kIndexPage), "A to Z", kIndexPage, {}};
    Markup& out = page.main;
    const std::vector<Entry> entries = sorted_entries(site.framework);
    const auto groups = by_letter(entries);
    out.raw(
        "<h1>A to Z</h1>\n<p class=\"lead\">Every level, competence and role, by each of its "
        "names.</p>\n<nav aria-label=\"Letters\"><ul class=\"letters\">\n");
    for (const auto& [letter, group] : groups) {
        out.raw("<li>").link("#letter-" + letter, letter == "other" ? "Other" : letter);
        out.raw("</li>\n");
    }
    out.raw("</ul></nav>\n");
    for (const auto& [letter, group] : groups) {
        out.raw("<h2 id=\"letter-").text(letter).raw("\">");
        out.text(letter == "other" ? "Other" : letter).raw("</h2>\n<ul>\n");
        for (const Entry* entry : group) add_entry(*entry, out);
        out.raw("</ul>\n");
    }
    return page;
}

}  // namespace hcf
