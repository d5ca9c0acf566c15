// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/pieces.h"

#include "hcf/base/count.h"
#include "hcf/base/text.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_person.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace hcf {

std::string words_of(std::string_view id) {
    std::string text(id);
    if (!is_kebab_case(id)) return text;
    std::replace(text.begin(), text.end(), '-', ' ');
    if (text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

void add_by_theme(const Framework& framework, const std::vector<CompetenceId>& competences,
                  Markup& out) {
    const std::vector<ThemeGroup> groups = by_theme(framework, competences);
    if (groups.size() == 1) return add_list(framework, competences, out);
    out.raw("<div class=\"themes\">\n");
    for (const ThemeGroup& group : groups) {
        out.raw("<section>").element("<h3>", group.title, "</h3>\n");
        add_list(framework, group.competences, out);
        out.raw("</section>\n");
    }
    out.raw("</div>\n");
}

void FactsMarkup::add(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    Markup value;
    add(label, value.lines(text));
}

void FactsMarkup::add(std::string_view label, const Markup& value) {
    if (value.is_empty()) return;
    rows_.element("<div><dt>", label, "</dt><dd>").add(value).raw("</dd></div>\n");
}

void FactsMarkup::add(std::string_view label, const std::vector<std::string>& texts) {
    Markup value;
    for (const std::string& text : texts) {
        if (!value.is_empty()) value.raw(", ");
        value.text(text);
    }
    add(label, value);
}

void FactsMarkup::end(Markup& out) const {
    if (!rows_.is_empty()) out.raw("<dl>\n").add(rows_).raw("</dl>\n");
}

void add_descriptor(const Level& level, Markup& out) {
    FactsMarkup facts;
    for (std::size_t i = 0; i < level.descriptor.size(); ++i)
        facts.add(words_of(Words<Facet>::kList[i]), level.descriptor[i]);
    facts.end(out);
}

void add_command(std::string_view command, Markup& out) {
    out.raw("<pre class=\"command\"><code>").text(command).raw("</code></pre>\n");
}

void add_cautions(const Framework& framework, LevelId level, bool alone, Markup& out) {
    Markup items;
    if (alone) items.element("<li>", kCoreOnly, "</li>\n");
    for (const LevelId other : same_core_as(framework, level)) {
        items.element("<li>", same_core_text(framework, make_level_pair(level, other)), "</li>\n");
    }
    if (items.is_empty()) return;
    out.raw(
           "<aside class=\"bear\" aria-labelledby=\"bear\">\n<h2 id=\"bear\">To bear in mind</h2>\n"
           "<ul>\n")
        .add(items)
        .raw("</ul>\n</aside>\n");
}

std::string competences_text(std::size_t count) {
    return count_of(count, "competence", "competences");
}

std::string step_words(std::int64_t step) {
    if (step == 0) return "the same level";
    return fmt::format("{} {}",
                       count_of(static_cast<std::size_t>(std::abs(step)), "level", "levels"),
                       step > 0 ? "up" : "down");
}

void open_table(std::string_view name, Markup& out) {
    out.raw("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"")
        .text(name)
        .raw("\">\n<table>\n");
}

void close_table(Markup& out) { out.raw("</tbody>\n</table>\n</div>\n"); }

}  // namespace hcf
