// SPDX-License-Identifier: Apache-2.0
// The way from a role to a role for readers: steps that a person can follow, what has not been
// proved, and what to bear in mind (spec 3).
#include "hcf/base/count.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_pathway.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hcf {
namespace {

using LevelPair = std::pair<LevelId, LevelId>;

std::string title_of(const Framework& framework, const RoleAtLevel& role) {
    return role_at_level(framework, role.role, role.level);
}

List titles(const Framework& framework, const std::vector<CompetenceId>& competences) {
    List list;
    for (const CompetenceId id : competences) list.items.push_back({framework.at(id).title});
    return list;
}

void add_facts(const Framework& framework, const PathwayQuestion& question, const Pathway& pathway,
               Document& document) {
    Facts facts;
    if (question.person != nullptr) {
        facts = person_facts(framework, question.person->person);
    } else {
        const std::size_t held = essential_set(framework, *question.from).size();
        facts.rows.push_back({"From", {title_of(framework, *question.from)}});
        facts.rows.push_back({"Held there", {count_of(held, "competence", "competences")}});
    }
    std::vector<std::string> via;
    for (const RoleAtLevel& role : question.via) via.push_back(title_of(framework, role));
    if (!via.empty()) facts.rows.push_back({"By way of", {join(via, "; ")}});
    facts.rows.push_back({"To", {title_of(framework, question.to), Tone::strong}});
    if (pathway.at_goal)
        facts.rows.push_back(
            {"Met of that",
             {fmt::format("{} of {}", pathway.at_goal->met, pathway.at_goal->required)}});
    if (question.max_new)
        facts.rows.push_back({"Allowed", {fmt::format("{} new in a step", *question.max_new)}});
    facts.rows.push_back(
        {"Result", {pathway_result(pathway), pathway.is_reachable ? Tone::good : Tone::bad}});
    document.push_back(std::move(facts));
}

/// The start is a role, or a person as they are.
void add_picture(const Framework& framework, const PathwayQuestion& question,
                 const Pathway& pathway, Document& document) {
    std::vector<std::string> steps;
    for (const PathwayStep& step : pathway.steps) steps.push_back(title_of(framework, step.role));
    const std::string start = question.person != nullptr ? person_heading(question.person->person)
                                                         : title_of(framework, *question.from);
    document.push_back(pathway_steps(start, steps, pathway));
}

/// "Lead others (zero-to-six/4)": what this role asks of those that are held by id.
List raised_list(const Framework& framework, const PathwayStep& step) {
    const RequirementSet requirements =
        requirements_of_role(framework, step.role.role, step.role.level);
    List list;
    for (const CompetenceId id : step.raised) {
        const Needs& needs = *find_requirement(requirements, id)->needs;
        const Scale& scale = framework.at(needs.scale);
        list.items.push_back({fmt::format("{} ({}/{})", framework.at(id).title, scale.id,
                                          scale.values[needs.value].id)});
    }
    return list;
}

void add_steps(const Framework& framework, const Pathway& pathway, Document& document) {
    std::size_t number = 0;
    for (const PathwayStep& step : pathway.steps) {
        document.push_back(
            Heading{2, fmt::format("{}. {}: {} new", ++number, title_of(framework, step.role),
                                   step.added.size())});
        if (step.added.empty())
            document.push_back(
                Paragraph{"Nothing new: all that it asks is held already.", Tone::plain});
        else
            document.push_back(titles(framework, step.added));
        if (step.raised.empty()) continue;
        document.push_back(Paragraph{
            "Not counted as new, and asked here at a higher value than before:", Tone::plain});
        document.push_back(raised_list(framework, step));
    }
}

void add_block(const Framework& framework, const PathwayQuestion& question, const Pathway& pathway,
               Document& document) {
    if (pathway.is_reachable) return;
    document.push_back(Heading{2, "What blocks it"});
    document.push_back(Paragraph{
        fmt::format("Without the limit of {}, the best path has more than that first in the step "
                    "to {}, which has {} new:",
                    *question.max_new, title_of(framework, *pathway.blocked_at),
                    pathway.blocked_by.size()),
        Tone::plain});
    document.push_back(titles(framework, pathway.blocked_by));
    document.push_back(
        Paragraph{fmt::format("The smallest limit that leaves a path is {}.", pathway.largest_step),
                  Tone::plain});
}

/// What of the answer is proved, where not all of it is.
std::string proof_text(const Pathway& pathway) {
    if (pathway.is_proved) return {};
    if (!pathway.is_reachable)
        return "Proved: no path keeps to the limit. Not proved, because the search met its own "
               "limit: that the best path without it is blocked by just these.";
    if (!pathway.has_fewest_steps)
        return "Proved: no path has a smaller largest step. Not proved, because the search met its "
               "limit: that no such path takes fewer steps.";
    return "Proved: no path has a smaller largest step, and no such path takes fewer steps. Not "
           "proved, because the search met its limit: that none of those has fewer competences in "
           "all.";
}

/// The levels that the path stands at, of which two ask the same core set: each such pair once.
std::vector<LevelPair> same_core_levels(const Framework& framework, const PathwayQuestion& question,
                                        const Pathway& pathway) {
    std::vector<LevelId> levels = {question.person != nullptr ? question.person->person.level
                                                              : question.from->level};
    std::vector<LevelPair> pairs;
    for (const PathwayStep& step : pathway.steps) {
        const LevelId level = step.role.level;
        if (std::find(levels.begin(), levels.end(), level) != levels.end()) continue;
        for (const LevelId before : levels) {
            const std::vector<LevelId> same = same_core_as(framework, before);
            if (std::find(same.begin(), same.end(), level) != same.end())
                pairs.emplace_back(std::min(before, level), std::max(before, level));
        }
        levels.push_back(level);
    }
    return pairs;
}

void add_cautions(const Framework& framework, const Pathway& pathway,
                  const std::vector<LevelPair>& same_core, Document& document) {
    List list;
    if (const std::string proof = proof_text(pathway); !proof.empty())
        list.items.push_back({proof});
    if (pathway.at_goal)
        add_weakly_met(weakly_met(*pathway.at_goal, "met that the goal asks"), list);
    if (pathway.core_only) list.items.push_back({std::string(kCoreOnly)});
    for (const LevelPair& pair : same_core)
        list.items.push_back({same_core_caution(framework, pair)});
    if (pathway.steps.size() > 1)
        list.items.push_back({std::string(
            "Each step counts on it that what was new in the steps before has been met.")});
    if (list.items.empty()) return;
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

std::string pathway_title(const Framework& framework, const PathwayQuestion& question) {
    if (question.person != nullptr) {
        return fmt::format("From {} to {}", person_heading(question.person->person),
                           framework.at(question.to.role).title);
    }
    const RoleAtLevel& from = *question.from;
    if (from.role == question.to.role && from.level != question.to.level) {
        return fmt::format("From {} to {}", role_at_level(framework, from.role, from.level),
                           framework.at(question.to.level).title);
    }
    return fmt::format("From {} to {}", framework.at(from.role).title,
                       framework.at(question.to.role).title);
}

std::string pathway_result(const Pathway& pathway) {
    if (!pathway.is_reachable)
        return fmt::format("cannot be reached: every path has a step with {} new or more",
                           pathway.largest_step);
    if (pathway.steps.empty()) return "no step: it starts there";
    std::string text = count_of(pathway.steps.size(), "step", "steps");
    if (pathway.total_new == 0) return text + ", nothing new";
    text += ", " + count_of(pathway.total_new, "new competence", "new competences");
    if (pathway.steps.size() == 1) return text;
    return text + fmt::format(", at most {} in a step", pathway.largest_step);
}

Document pathway_document(const Framework& framework, const PathwayQuestion& question,
                          const Pathway& pathway) {
    Document document;
    document.push_back(Heading{1, pathway_title(framework, question)});
    add_facts(framework, question, pathway, document);
    add_picture(framework, question, pathway, document);
    add_steps(framework, pathway, document);
    add_block(framework, question, pathway, document);
    const std::vector<LevelPair> same_core = same_core_levels(framework, question, pathway);
    add_cautions(framework, pathway, same_core, document);
    for (const LevelPair& pair : same_core) add_difference(framework, pair, document);
    return document;
}

}  // namespace hcf
