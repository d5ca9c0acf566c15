// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/framework_pages.h"

#include "hcf/present/framework_data.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <utility>

namespace hcf {
namespace {

std::string with_file(std::string_view text, const std::string& file) {
    return fmt::format("{} (from {})", text, file);
}

/// The facts of one thing. Where everything is from the thing's own file, none says so but `From`.
template <class Thing>
class Sheet {
public:
    explicit Sheet(const Thing& thing) : thing_(thing) {}

    /// A text, or nothing where it is empty.
    void add(const std::string& label, const std::string& text) {
        if (!text.empty()) facts_.rows.push_back({label, {text}});
    }
    void add(const std::string& label, const std::string& text, Fact fact) {
        if (!text.empty()) add(label, told(text, fact, 0));
    }

    /// The text, and the file that says the fact where it is not the thing's own.
    [[nodiscard]] std::string told(const std::string& text, Fact fact, std::uint32_t item) const {
        const std::string* file = thing_.amended.find(fact, item);
        return file != nullptr ? with_file(text, *file) : text;
    }

    /// A list; `item_of` gives the number of an element for its provenance, and its text.
    template <class Items, class ItemOf>
    void add_list(const std::string& label, const Items& list, Fact fact, ItemOf item_of) {
        std::vector<std::string> texts;
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            const std::pair<std::uint32_t, std::string> item = item_of(i);
            texts.push_back(told(item.second, fact, item.first));
        }
        add(label, join(texts, ", "));
    }

    /// A list of texts, told apart by their positions.
    void add_list(const std::string& label, const std::vector<std::string>& list, Fact fact) {
        add_list(label, list, fact, [&](std::uint32_t i) { return std::pair(i, list[i]); });
    }

    /// A list of ids, told apart by their indices.
    template <class Id>
    void add_ids(const std::string& label, const Framework& framework, const std::vector<Id>& list,
                 Fact fact) {
        add_list(label, list, fact, [&](std::uint32_t i) {
            return std::pair(list[i].index, framework.at(list[i]).id);
        });
    }

    [[nodiscard]] Facts take() { return std::move(facts_); }

private:
    const Thing& thing_;
    Facts facts_;
};

List core_list(const Framework& framework, LevelId level) {
    List list;
    for (const CompetenceId id : framework.at(level).core) {
        const Competence& competence = framework.at(id);
        list.items.push_back({listed_from(framework, competence.title,
                                          said_in(competence, Fact::mark, level.index))});
    }
    return list;
}

/// The file that makes a role ask for a competence, and those that say more on it.
std::string files_of(const Role& role, const RoleCompetence& own) {
    std::string text = own.from;
    for (const Fact fact : {Fact::needs, Fact::essential}) {
        if (const std::string* file = role.amended.find(fact, own.competence.index))
            text += fmt::format("; {} from {}", to_string(fact), *file);
    }
    return text;
}

}  // namespace

std::string listed_from(const Framework& framework, const std::string& text,
                        const std::string& file) {
    return is_of_overlay(framework, file) ? with_file(text, file) : text;
}

void add_level_page(const Framework& framework, LevelId id, Document& document) {
    const Level& level = framework.at(id);
    document.push_back(Heading{1, level.title});
    Sheet sheet(level);
    sheet.add("Id", level.id);
    sheet.add_list("Also called", level.aliases, Fact::alias);
    sheet.add("Printed as", level.printed_as);
    sheet.add("From", level.from);
    sheet.add("Source", level.source);
    document.push_back(sheet.take());
    Sheet descriptor(level);
    for (std::size_t i = 0; i < level.descriptor.size(); ++i) {
        std::string label(Words<Facet>::kList[i]);
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
        descriptor.add(label, level.descriptor[i]);
    }
    if (Facts facts = descriptor.take(); !facts.rows.empty()) {
        document.push_back(Heading{2, "Descriptor"});
        document.push_back(std::move(facts));
    }
    if (!level.core.empty()) {
        document.push_back(Heading{2, fmt::format("Core competences ({})", level.core.size())});
        document.push_back(core_list(framework, id));
    }
    if (level.roles.empty()) return;
    List roles;
    for (const RoleId role : level.roles) {
        const Role& at = framework.at(role);
        roles.items.push_back({listed_from(framework, at.title, at.from)});
    }
    document.push_back(Heading{2, fmt::format("Indicative roles ({})", level.roles.size())});
    document.push_back(std::move(roles));
}

void add_competence_page(const Framework& framework, CompetenceId id, Document& document) {
    const Competence& competence = framework.at(id);
    document.push_back(Heading{1, competence.title});
    Sheet sheet(competence);
    sheet.add("Id", competence.id);
    sheet.add_list("Also called", competence.aliases, Fact::alias);
    sheet.add("Printed as", competence.printed_as, Fact::printed_as);
    sheet.add("Kind", std::string(to_string(competence.kind)), Fact::kind);
    sheet.add_ids("Asked at", framework, competence.levels, Fact::mark);
    sheet.add("Theme", competence.theme, Fact::theme);
    if (competence.nos) {
        const Nos& nos = *competence.nos;
        sheet.add("NOS", fmt::format("{} ({})", nos.code, to_string(nos.status)), Fact::nos);
        sheet.add("Seen", nos.seen, Fact::nos_seen);
    }
    if (competence.refresh) sheet.add("Refresh", to_string(*competence.refresh), Fact::refresh);
    if (competence.assess_at)
        sheet.add("Assess at", framework.at(*competence.assess_at).id, Fact::assess_at);
    sheet.add_ids("Supersedes", framework, competence.supersedes, Fact::supersedes);
    sheet.add_list("Same as", competence.same_as, Fact::same_as);
    sheet.add("Description", competence.description, Fact::description);
    sheet.add("Source", competence.source, Fact::source);
    sheet.add("From", competence.from);
    document.push_back(sheet.take());
    List roles;
    for (const Role& role : framework.roles) {
        const RoleCompetence* own = find_in_role(role, id);
        if (own == nullptr) continue;
        const std::string needs = needs_id(framework, own->needs);
        roles.items.push_back(
            {with_file(fmt::format("{}{}{}", role.title, needs.empty() ? "" : ", needs " + needs,
                                   own->essential ? "" : ", desirable"),
                       files_of(role, *own))});
    }
    if (roles.items.empty()) return;
    document.push_back(Heading{2, "Asked by role"});
    document.push_back(std::move(roles));
}

void add_role_page(const Framework& framework, RoleId id, Document& document) {
    const Role& role = framework.at(id);
    document.push_back(Heading{1, role.title});
    Sheet sheet(role);
    sheet.add("Id", role.id);
    sheet.add_list("Also called", role.aliases, Fact::alias);
    sheet.add("Printed as", role.printed_as, Fact::printed_as);
    sheet.add("Levels", join_ids(framework, role.levels, ", "));
    sheet.add("Family", role.family, Fact::family);
    sheet.add("Summary", role.summary, Fact::summary);
    sheet.add("Source", role.source, Fact::source);
    sheet.add("From", role.from);
    document.push_back(sheet.take());
    if (!role.competences.empty()) {
        Table table;
        table.columns = {{"Own competence", Align::left, true},
                         {"Needs"},
                         {"Essential"},
                         {"From", Align::left, true}};
        for (const RoleCompetence& own : role.competences) {
            table.rows.push_back({{framework.at(own.competence).title},
                                  {needs_id(framework, own.needs)},
                                  {std::string(own.essential ? "yes" : "no")},
                                  {files_of(role, own)}});
        }
        document.push_back(Heading{2, "Role-specific"});
        document.push_back(std::move(table));
    }
    for (const LevelId level : role.levels) {
        if (framework.at(level).core.empty()) continue;
        document.push_back(
            Heading{2, fmt::format("Core competences at {} ({})", framework.at(level).title,
                                   framework.at(level).core.size())});
        document.push_back(core_list(framework, level));
    }
}

}  // namespace hcf
