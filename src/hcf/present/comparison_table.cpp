// SPDX-License-Identifier: Apache-2.0
// One role or level among all others, and all of them with one another, for readers. Those that no
// comparison tells apart are told together.
#include "hcf/base/count.h"
#include "hcf/present/comparison_words.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

constexpr std::size_t kRowsAPage = 500;

/// "+2", "0", "-1".
std::string signed_text(std::int64_t step) {
    return step > 0 ? fmt::format("+{}", step) : fmt::format("{}", step);
}

Table make_pairs_table(const Comparable& any) {
    Table table;
    table.columns = {{any.role ? "Role" : "Level", Align::left, true},
                     {"Step", Align::right},
                     {"Similar", Align::right},
                     {"Carried", Align::right},
                     {"New", Align::right},
                     {"Back", Align::right},
                     {"New back", Align::right}};
    return table;
}

/// What is new counts, and a plus behind it says that some of the carried is asked for more.
std::string new_text(std::size_t added, std::size_t needs_more) {
    return needs_more == 0 ? fmt::format("{}", added) : fmt::format("{} (+{})", added, needs_more);
}

std::vector<Cell> pair_row(const std::string& name, const Comparable& from, const Comparable& to) {
    const std::size_t common = from.set.size_of_common(to.set);
    const std::size_t added = to.set.size() - common;
    const std::size_t left = from.set.size() - common;
    const auto tone = [](std::size_t count) { return count == 0 ? Tone::good : Tone::plain; };
    return {{name},
            {signed_text(std::int64_t{to.level.index} - std::int64_t{from.level.index})},
            {similarity(from.set, to.set)},
            {transferability(from.set, to.set)},
            {new_text(added, asked_for_more(from, to).size()), tone(added)},
            {transferability(to.set, from.set)},
            {new_text(left, asked_for_more(to, from).size()), tone(left)}};
}

constexpr std::string_view kLegend =
    "Similar: of what either asks, how much both ask. Carried and new: from here to there. Back "
    "and new back: from there to here. What is desirable is in no count.";
constexpr std::string_view kNeedsLegend =
    "A number in brackets behind what is new: so many of the carried are asked for a value that "
    "the other role does not assure, and carried is not yet enough.";

/// "Nurse Educator", "Nurse Educator and 6 more".
std::string folded_name(const Framework& framework, const Comparable& first, std::size_t count) {
    std::string name = name_of(framework, first);
    if (count > 1) name += fmt::format(" and {} more", count - 1);
    return name;
}

std::string all_names(const Framework& framework, std::span<const Comparable> all,
                      const std::vector<std::size_t>& members) {
    std::vector<std::string> names;
    names.reserve(members.size());
    for (const std::size_t member : members) names.push_back(name_of(framework, all[member]));
    return join(names, "; ");
}

/// What the figures of many leave unsaid.
List cautions_of(const Framework& framework, std::span<const Comparable> all) {
    List list;
    const auto core_only =
        std::count_if(all.begin(), all.end(), [](const Comparable& one) { return one.core_only; });
    if (core_only == static_cast<std::ptrdiff_t>(all.size()) && core_only != 0) {
        list.items.push_back({std::string(kCoreOnly)});
    } else if (core_only != 0) {
        list.items.push_back({fmt::format(
            "{} of {} {} core competences only: there the figures say nothing of "
            "registration, qualification or role-specific skill.",
            core_only, count_of(all.size(), "role", "roles"), core_only == 1 ? "asks" : "ask")});
    }
    std::set<LevelId> levels;
    for (const Comparable& one : all) levels.insert(one.level);
    add_same_core(framework, levels, {}, list);
    return list;
}

void add_ranked(const Framework& framework, const Comparable& from,
                std::span<const Comparable> ranked, const std::vector<std::size_t>& members,
                std::size_t number, Document& document) {
    const Comparable& to = ranked[members.front()];
    const Comparison there = compare(from, to);
    const Comparison back = compare(to, from);
    document.push_back(
        Heading{2, fmt::format("{}. {}", number, folded_name(framework, to, members.size()))});
    if (members.size() > 1) document.push_back(Paragraph{all_names(framework, ranked, members)});
    Facts facts;
    if (to.role) {
        facts.rows.push_back(
            {"Level of practice",
             {fmt::format("{} ({})", framework.at(to.level).title, step_text(there.step))}});
    } else {
        facts.rows.push_back({"Step", {step_text(there.step)}});
    }
    facts.rows.push_back({"There", {result_text(there), tone_of(there)}});
    facts.rows.push_back({"Back", {result_text(back), tone_of(back)}});
    add_level_caution(framework, there, facts);
    document.push_back(std::move(facts));
    const auto add = [&](std::string_view heading, List list) {
        if (list.items.empty()) return;
        document.push_back(Heading{3, std::string(heading)});
        document.push_back(std::move(list));
    };
    add("New there", titles_list(framework, there.added, Tone::warn));
    add("Carried there, but asked for more", needs_list(framework, there));
    add("New on the way back", titles_list(framework, back.added, Tone::warn));
    add("Carried back, but asked for more", needs_list(framework, back));
}

bool any_needs(std::span<const Comparable> all) {
    return std::any_of(all.begin(), all.end(),
                       [](const Comparable& one) { return !one.needs.empty(); });
}

}  // namespace

Document ranking_document(const Framework& framework, const Comparable& from,
                          std::span<const Comparable> ranked) {
    Document document;
    document.push_back(Heading{1, name_of(framework, from)});
    Facts facts;
    facts.rows.push_back({"Asks", {asks_text(framework, from)}});
    facts.rows.push_back({"Compared with", {count_of(ranked.size(), "other", "others")}});
    document.push_back(std::move(facts));
    const auto groups = group_alike(ranked);
    if (!groups.empty()) {
        document.push_back(
            Heading{2, fmt::format("The most similar {} first", from.role ? "roles" : "levels")});
        Table table = make_pairs_table(from);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Comparable& to = ranked[groups[i].front()];
            table.rows.push_back(
                pair_row(fmt::format("{}. {}", i + 1, folded_name(framework, to, groups[i].size())),
                         from, to));
        }
        document.push_back(std::move(table));
        document.push_back(Paragraph{std::string(kLegend), Tone::muted});
        if (!from.needs.empty() || any_needs(ranked))
            document.push_back(Paragraph{std::string(kNeedsLegend), Tone::muted});
    }
    for (std::size_t i = 0; i < groups.size(); ++i)
        add_ranked(framework, from, ranked, groups[i], i + 1, document);
    std::vector<Comparable> all(ranked.begin(), ranked.end());
    all.push_back(from);
    add_cautions(cautions_of(framework, all), document);
    return document;
}

AllPairs::AllPairs(const Framework& framework, std::span<const Comparable> all)
    : framework_(framework), all_(all), groups_(group_alike(all)) {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        names_.push_back(
            fmt::format("{}. {}", i + 1, folded_name(framework, first_of(i), groups_[i].size())));
    }
}

Document AllPairs::opening() const {
    Document document;
    if (all_.empty()) {
        document.push_back(Paragraph{"There is nothing to compare."});
        return document;
    }
    const bool are_roles = all_.front().role.has_value();
    document.push_back(
        Heading{1, are_roles ? "Every role with every other" : "Every level with every other"});
    if (are_roles) {
        document.push_back(Paragraph{
            "Roles that stand at the same level of practice and ask the same are told together."});
    }
    Table table;
    table.columns = {{"No.", Align::right},
                     {are_roles ? "Roles" : "Level", Align::left, true},
                     {"Asks", Align::right}};
    if (are_roles) table.columns.insert(table.columns.end() - 1, Column{"Level"});
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const Comparable& first = first_of(i);
        std::vector<Cell> row = {{as_count(i + 1)},
                                 {all_names(framework_, all_, groups_[i])},
                                 {as_count(first.set.size())}};
        if (are_roles) row.insert(row.end() - 1, Cell{framework_.at(first.level).id});
        table.rows.push_back(std::move(row));
    }
    if (are_roles) {
        std::vector<Comparable> firsts;
        for (std::size_t i = 0; i < groups_.size(); ++i) firsts.push_back(first_of(i));
        document.push_back(role_map(framework_, firsts, names_));
    }
    document.push_back(std::move(table));
    document.push_back(Paragraph{std::string(kLegend), Tone::muted});
    if (any_needs(all_)) document.push_back(Paragraph{std::string(kNeedsLegend), Tone::muted});
    return document;
}

std::size_t AllPairs::rows_of(std::size_t group) const {
    return groups_.size() - group - 1 + (has_own_row(group) ? 1 : 0);
}

std::size_t AllPairs::pages_of(std::size_t group) const {
    return (rows_of(group) + kRowsAPage - 1) / kRowsAPage;
}

Document AllPairs::page(std::size_t group, std::size_t page) const {
    Document document;
    if (page == 0) document.push_back(Heading{2, names_[group]});
    const Comparable& from = first_of(group);
    Table table = make_pairs_table(from);
    const std::size_t end = std::min(rows_of(group), (page + 1) * kRowsAPage);
    for (std::size_t row = page * kRowsAPage; row < end; ++row) {
        // The roles of a group among themselves come first, then the groups behind it.
        const std::size_t other = has_own_row(group) ? group + row : group + row + 1;
        table.rows.push_back(
            pair_row(other == group ? "with one another" : names_[other], from, first_of(other)));
    }
    document.push_back(std::move(table));
    return document;
}

Document AllPairs::closing() const {
    Document document;
    add_cautions(cautions_of(framework_, all_), document);
    if (all_.size() < 2) return document;
    document.push_back(Paragraph{
        all_.front().role
            ? "'hcf compare-roles ROLE' and 'hcf compare-roles ROLE ROLE' name what is new."
            : "'hcf compare-roles --levels LEVEL LEVEL' names what is new."});
    return document;
}

}  // namespace hcf
