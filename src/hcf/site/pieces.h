// SPDX-License-Identifier: Apache-2.0
// Pieces that several pages have: links, lists, facts. Private to site/.
#pragma once

#include "hcf/site/context.h"

#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// "communication-and-information" as "Communication and information"; what is no such id stays.
[[nodiscard]] std::string words_of(std::string_view id);

/// A link to the page of a thing, by its title.
template <class Id>
void add_link(const Framework& framework, Id id, Markup& out) {
    out.link(page_of(framework, id), framework.at(id).title);
}

/// Links, separated by commas.
template <class Id>
void add_links(const Framework& framework, const std::vector<Id>& ids, Markup& out) {
    bool is_first = true;
    for (const Id id : ids) {
        if (!is_first) out.raw(", ");
        add_link(framework, id, out);
        is_first = false;
    }
}

/// Links, one under the other; nothing for none.
template <class Id>
void add_list(const Framework& framework, const std::vector<Id>& ids, Markup& out) {
    if (ids.empty()) return;
    out.raw("<ul>\n");
    for (const Id id : ids) {
        out.raw("<li>");
        add_link(framework, id, out);
        out.raw("</li>\n");
    }
    out.raw("</ul>\n");
}

/// Competences under the headings of their themes, which have rank 3.
void add_by_theme(const Framework& framework, const std::vector<CompetenceId>& competences,
                  Markup& out);

/// Labelled values under one another.
class FactsMarkup {
public:
    /// A text; nothing where it is empty.
    void add(std::string_view label, std::string_view text);
    void add(std::string_view label, const Markup& value);
    /// Texts, separated by commas.
    void add(std::string_view label, const std::vector<std::string>& texts);

    /// The list; nothing where there is no fact.
    void end(Markup& out) const;

private:
    Markup rows_;
};

/// The facets of a level's descriptor, each with its name; nothing where it has none.
void add_descriptor(const Level& level, Markup& out);

/// A command to be typed, on a line of its own.
void add_command(std::string_view command, Markup& out);

/// That a set of core competences says nothing of registration, qualification or role-specific
/// skill, and that a whole core set is not the level (spec 3, "Assurance"). `alone`: nothing but
/// core competences is asked.
void add_cautions(const Framework& framework, LevelId level, bool alone, Markup& out);

/// "14 competences".
[[nodiscard]] std::string competences_text(std::size_t count);

/// "the same level", "2 levels up".
[[nodiscard]] std::string step_words(std::int64_t step);

/// Opens a table that scrolls, and can be reached by keyboard.
void open_table(std::string_view name, Markup& out);
void close_table(Markup& out);

}  // namespace hcf
