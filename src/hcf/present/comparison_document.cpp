// SPDX-License-Identifier: Apache-2.0
// Two roles or levels for readers: what carries over, what is new by title, and what the figures
// leave unsaid (spec 3, "compare-roles").
#include "hcf/present/comparison_words.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_descriptor.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

void add_titles(const Framework& framework, const std::string& heading,
                const std::vector<CompetenceId>& competences, Document& document,
                Tone tone = Tone::plain) {
    if (competences.empty()) return;
    document.push_back(Heading{2, heading});
    document.push_back(titles_list(framework, competences, tone));
}

/// What the role calls desirable: it is in no set, and so nowhere else.
std::vector<CompetenceId> desirable_in(const Framework& framework, const Comparable& comparable) {
    std::vector<CompetenceId> result;
    if (!comparable.role) return result;
    for (const RoleCompetence& own : framework.at(*comparable.role).competences) {
        if (!own.essential && !comparable.set.contains(own.competence))
            result.push_back(own.competence);
    }
    return result;
}

/// One of two that asks core competences alone, where the other asks more.
std::string half_core_text(const Framework& framework, const Comparable& comparable) {
    return fmt::format(
        "{} asks core competences only here: that says nothing of its registration, qualification "
        "or role-specific skill.",
        name_of(framework, comparable));
}

void add_direction(const Framework& framework, const Comparison& comparison, Document& document) {
    const Comparable& from = *comparison.from;
    const Comparable& to = *comparison.to;
    document.push_back(
        Heading{2, fmt::format("From {} to {}", name_of(framework, from), name_of(framework, to))});
    Facts facts;
    facts.rows.push_back({"Step", {step_text(comparison.step)}});
    facts.rows.push_back({"Result", {result_text(comparison), tone_of(comparison)}});
    if (!comparison.needs_more.empty()) {
        facts.rows.push_back(
            {"But",
             {fmt::format("of the carried, {} asked for a value that {} does not assure",
                          comparison.needs_more.size() == 1
                              ? "1 is"
                              : fmt::format("{} are", comparison.needs_more.size()),
                          name_of(framework, from)),
              Tone::warn}});
    }
    add_level_caution(framework, comparison, facts);
    document.push_back(std::move(facts));
    document.push_back(needs_list(framework, comparison));
}

void add_itself(const Framework& framework, const Comparable& one, Document& document) {
    document.push_back(Heading{1, fmt::format("{} compared with itself", name_of(framework, one))});
    document.push_back(Paragraph{
        one.set.size() == 0 ? std::string("It asks nothing.")
                            : fmt::format("Everything that it asks is carried over: {} of {}.",
                                          one.set.size(), one.set.size()),
        Tone::good});
    add_titles(framework, "Asked", one.set.members(), document);
}

void add_desirable(const Framework& framework, const Comparable& one, Document& document) {
    add_titles(framework, fmt::format("Desirable in {}, and in no count", name_of(framework, one)),
               desirable_in(framework, one), document);
}

void add_both(const Framework& framework, const Comparison& there, const Comparison& back,
              Document& document) {
    const std::string a = name_of(framework, *there.from);
    const std::string b = name_of(framework, *there.to);
    document.push_back(Heading{1, fmt::format("{} and {}", a, b)});
    Facts facts;
    facts.rows.push_back({a, {asks_text(framework, *there.from)}});
    facts.rows.push_back({b, {asks_text(framework, *there.to)}});
    const std::size_t either = there.carried.size() + there.added.size() + there.left.size();
    facts.rows.push_back(
        {"Similarity",
         {fmt::format("{} of {} that either asks, both ask: {}", there.carried.size(), either,
                      percent_text(there.similarity))}});
    document.push_back(std::move(facts));
    add_direction(framework, there, document);
    add_direction(framework, back, document);
    add_titles(framework, fmt::format("New from {} to {}", a, b), there.added, document,
               Tone::warn);
    add_titles(framework, fmt::format("New from {} to {}", b, a), back.added, document, Tone::warn);
    add_titles(framework, "Carried over, both ways", there.carried, document);
    add_desirable(framework, *there.from, document);
    add_desirable(framework, *there.to, document);
}

}  // namespace

Document pair_document(const Framework& framework, const Comparable& a, const Comparable& b) {
    Document document;
    List cautions;
    if (is_same(a, b)) {
        add_itself(framework, a, document);
        add_desirable(framework, a, document);
        if (a.core_only) cautions.items.push_back({std::string(kCoreOnly)});
        add_cautions(std::move(cautions), document);
        return document;
    }
    const Comparison there = compare(a, b);
    add_both(framework, there, compare(b, a), document);
    if (there.core_only) {
        cautions.items.push_back({std::string(kCoreOnly)});
    } else {
        for (const Comparable* one : {&a, &b}) {
            if (one->core_only) cautions.items.push_back({half_core_text(framework, *one)});
        }
    }
    const bool is_described = !facets_that_change(framework, a.level, b.level).empty();
    add_same_core(framework, {a.level, b.level},
                  is_described ? "How the two differ stands at the end." : "", cautions);
    add_cautions(std::move(cautions), document);
    add_difference(framework, {a.level, b.level}, document);
    return document;
}

}  // namespace hcf
