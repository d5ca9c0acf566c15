// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/comparison_words.h"

#include "hcf/base/count.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace hcf {
namespace {

std::string value_text(const Framework& framework, const Needs& needs) {
    const Scale& scale = framework.at(needs.scale);
    return fmt::format("{}/{}", scale.id, scale.values[needs.value].id);
}

/// "Set up an infusion: grade/expert is needed there, grade/working here".
std::string needs_text(const Framework& framework, const Comparison& comparison,
                       CompetenceId competence) {
    const Requirement* there = find_requirement(comparison.to->needs, competence);
    const Requirement* here = find_requirement(comparison.from->needs, competence);
    return fmt::format("{}: {} is needed there, {} here", framework.at(competence).title,
                       value_text(framework, *there->needs),
                       here == nullptr ? "no value" : value_text(framework, *here->needs));
}

}  // namespace

std::string name_of(const Framework& framework, const Comparable& comparable) {
    if (!comparable.role) return framework.at(comparable.level).title;
    const Role& role = framework.at(*comparable.role);
    return comparable.level == role.levels.front()
               ? role.title
               : role_at_level(framework, *comparable.role, comparable.level);
}

std::string step_text(std::int64_t step) {
    if (step == 0) return "the same level of practice";
    return fmt::format("{} {}",
                       count_of(static_cast<std::size_t>(std::abs(step)), "level", "levels"),
                       step > 0 ? "up" : "down");
}

std::string result_text(const Comparison& comparison) {
    std::string text =
        comparison.to->set.size() == 0
            ? std::string("nothing is asked there")
            : fmt::format("{} of {} carried over: {}", comparison.carried.size(),
                          comparison.to->set.size(), percent_text(comparison.transferability));
    text += comparison.added.empty() ? "; nothing new"
                                     : fmt::format("; {} new", comparison.added.size());
    if (!comparison.left.empty()) text += fmt::format(", {} left behind", comparison.left.size());
    return text;
}

Tone tone_of(const Comparison& comparison) {
    if (!comparison.added.empty()) return Tone::warn;
    return comparison.needs_more.empty() ? Tone::good : Tone::warn;
}

std::string asks_text(const Framework& framework, const Comparable& comparable) {
    const std::string count = count_of(comparable.set.size(), "competence", "competences");
    return comparable.role ? fmt::format("{} at {}", count, framework.at(comparable.level).title)
                           : count;
}

List titles_list(const Framework& framework, const std::vector<CompetenceId>& competences,
                 Tone tone) {
    List list;
    for (const CompetenceId id : competences) list.items.push_back({framework.at(id).title, tone});
    return list;
}

List needs_list(const Framework& framework, const Comparison& comparison) {
    List list;
    for (const CompetenceId id : comparison.needs_more)
        list.items.push_back({needs_text(framework, comparison, id), Tone::warn});
    return list;
}

void add_level_caution(const Framework& framework, const Comparison& comparison, Facts& facts) {
    const LevelId from = comparison.from->level;
    const LevelId to = comparison.to->level;
    const std::vector<LevelId> same = same_core_as(framework, from);
    if (std::find(same.begin(), same.end(), to) == same.end()) return;
    facts.rows.push_back(
        {"Levels",
         {std::string("both ask the same core competences, and a whole core set is not the level"),
          Tone::warn}});
}

void add_same_core(const Framework& framework, const std::set<LevelId>& levels,
                   std::string_view where, List& list) {
    for (const LevelId level : levels) {
        for (const LevelId other : same_core_as(framework, level)) {
            if (other < level || !levels.contains(other)) continue;
            list.items.push_back({fmt::format(
                "{} {}", same_core_text(framework, {level, other}),
                where.empty() ? fmt::format("'hcf compare-roles --levels {} {}' shows how the "
                                            "two differ.",
                                            framework.at(level).id, framework.at(other).id)
                              : std::string(where))});
        }
    }
}

void add_cautions(List list, Document& document) {
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace hcf
