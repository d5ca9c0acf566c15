// SPDX-License-Identifier: Apache-2.0
// Competences: the framework's own, what overlays add and amend, and which supersedes which.
#include "hcf/diag/format_rules.h"
#include "hcf/load/framework_builder.h"
#include "hcf/rules/framework_rules.h"
#include "hcf/rules/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// Without where it was seen, which is a fact of its own.
Nos nos_of(const NosDoc& doc) {
    return {text_of(doc.code), doc.status ? doc.status->value : NosStatus::unverified, {}};
}

bool same_code(const std::optional<Nos>& a, const Nos& b) {
    return a && a->code == b.code && a->status == b.status;
}

}  // namespace

std::optional<std::vector<LevelId>> FrameworkBuilder::resolve_levels(
    const std::vector<Located<LevelName>>& names) {
    std::vector<LevelId> levels;
    bool is_good = true;
    for (const auto& name : names) {
        const auto level = resolve_level(framework_, name.value.text, name.span, diags_);
        if (!level) {
            is_good = false;
        } else if (std::find(levels.begin(), levels.end(), *level) != levels.end()) {
            diags_.add(framework_rules::kRepeatedItem, name.span,
                       fmt::format("the level '{}' stands twice", framework_.at(*level).id));
            is_good = false;
        } else {
            levels.push_back(*level);
        }
    }
    return is_good ? std::optional(std::move(levels)) : std::nullopt;
}

void FrameworkBuilder::declare_competences() {
    declare(
        &FrameworkDoc::competences, "competence", competence_entries_,
        [this](const FrameworkPart& part, const CompetenceDoc& doc) { new_competence(part, doc); },
        [this](const FrameworkPart& part, const CompetenceDoc& doc, std::uint32_t index) {
            add_competence_names(part, doc, index);
        });
}

void FrameworkBuilder::add_competence_names(const FrameworkPart& part, const CompetenceDoc& doc,
                                            std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    if (doc.title && competence.title.empty()) {
        competence.title = text_of(doc.title);
        competence_names_.add(competence.title, index, {part.overlay, doc.title->span}, diags_);
    }
    for (const auto& alias : doc.aliases) {
        add_alias(competence, part, alias.value.text);
        competence_names_.add(alias.value.text, index, {part.overlay, alias.span}, diags_);
    }
}

void FrameworkBuilder::read_competences() {
    for (const auto& entry : competence_entries_)
        merge_competence(*entry.part, *entry.doc, entry.index);
    for (const auto& entry : competence_entries_)
        resolve_supersedes(*entry.part, *entry.doc, entry.index);
    for (std::uint32_t i = 0; i < framework_.competences.size(); ++i) check_competence(i);
}

/// Empty where the card has no id (reported).
std::string FrameworkBuilder::owner_of(const FrameworkPart& part) const {
    if (part.overlay == kFrameworkItself) return framework_.info.id;
    return part.doc.overlay ? text_of(part.doc.overlay->id) : std::string();
}

void FrameworkBuilder::new_competence(const FrameworkPart& part, const CompetenceDoc& doc) {
    const auto index = static_cast<std::uint32_t>(framework_.competences.size());
    Competence competence;
    competence.id = text_of(doc.id);
    competence.from = part.file;
    competence.owner = owner_of(part);
    CompetenceOrigin origin;
    origin.id = {part.overlay, doc.id->span};
    framework_.competences.push_back(std::move(competence));
    competence_origins_.push_back(std::move(origin));
    check_new(part, {"competence",
                     *doc.id,
                     doc.at,
                     CompetenceDoc::mapping(),
                     doc.seen_keys,
                     {"title", "kind"},
                     framework_.competence_names,
                     name_rules::kUnknownCompetence,
                     "a competence that the framework does not have needs a title and a kind"});
    competence_names_.add(doc.id->value.text, index, {part.overlay, doc.id->span}, diags_);
}

void FrameworkBuilder::merge_competence(const FrameworkPart& part, const CompetenceDoc& doc,
                                        std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    CompetenceOrigin& origin = competence_origins_[index];
    const std::string of = fmt::format(" of the competence '{}'", competence.id);
    const auto text = [&](const Given<FreeText>& field, std::string& target, FactOrigin& where,
                          Fact fact, std::string_view what) {
        if (!field) return;
        const bool equal = target == field->value.text;
        if (settle(where, {part.overlay, field->span}, equal, false,
                   fmt::format("the {}{}", what, of))) {
            target = field->value.text;
            note(competence, part, fact);
        }
    };
    text(doc.title, competence.title, origin.title, Fact::title, "title");
    text(doc.printed_as, competence.printed_as, origin.printed_as, Fact::printed_as,
         "printed title");
    text(doc.theme, competence.theme, origin.theme, Fact::theme, "theme");
    text(doc.description, competence.description, origin.description, Fact::description,
         "description");
    text(doc.source, competence.source, origin.source, Fact::source, "source");
    if (doc.kind &&
        settle(origin.kind, {part.overlay, doc.kind->span}, competence.kind == doc.kind->value,
               false, "the kind" + of) &&
        !(origin.kind.framework && origin.kind.overlay)) {
        competence.kind = doc.kind->value;  // a changed one would be judged by its levels, too
        note(competence, part, Fact::kind);
    }
    if (doc.nos) merge_nos(part, *doc.nos, index);
    if (doc.refresh && settle(origin.refresh, {part.overlay, doc.refresh->span},
                              competence.refresh == doc.refresh->value, true, "the refresh" + of)) {
        competence.refresh = doc.refresh->value;
        note(competence, part, Fact::refresh);
    }
    if (doc.assess_at) {
        const auto level =
            resolve_level(framework_, doc.assess_at->value.text, doc.assess_at->span, diags_);
        if (level && settle(origin.assess_at, {part.overlay, doc.assess_at->span},
                            competence.assess_at == level, true, "assess_at" + of)) {
            competence.assess_at = level;
            note(competence, part, Fact::assess_at);
        }
    }
    for (const auto& link : doc.same_as) {
        if (!add_once(competence.same_as, link.value.text)) continue;
        note(competence, part, Fact::same_as,
             static_cast<std::uint32_t>(competence.same_as.size() - 1));
    }
    merge_marks(part, doc, index);
}

void FrameworkBuilder::merge_nos(const FrameworkPart& part, const NosDoc& doc,
                                 std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    CompetenceOrigin& origin = competence_origins_[index];
    const Nos said = nos_of(doc);
    const bool is_first = !origin.nos.first();
    const bool is_equal = same_code(competence.nos, said);
    if (settle(origin.nos, {part.overlay, doc.at}, is_equal, false,
               fmt::format("the NOS code of the competence '{}'", competence.id))) {
        competence.nos = said;
        note(competence, part, Fact::nos);
    }
    if (!doc.seen || (!is_first && !is_equal)) return;  // of another code: told above
    if (settle(origin.nos_seen, {part.overlay, doc.seen->span},
               competence.nos->seen == doc.seen->value.text, false,
               fmt::format("where the NOS code of the competence '{}' was seen", competence.id))) {
        competence.nos->seen = doc.seen->value.text;
        note(competence, part, Fact::nos_seen);
    }
}

void FrameworkBuilder::merge_marks(const FrameworkPart& part, const CompetenceDoc& doc,
                                   std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    CompetenceOrigin& from = competence_origins_[index];
    const bool is_written = was_seen(CompetenceDoc::mapping(), doc.seen_keys, "levels");
    auto levels = doc.levels ? resolve_levels(*doc.levels) : std::nullopt;
    if (!levels) {
        from.has_unreadable_levels = from.has_unreadable_levels || is_written;
        return;
    }
    if (levels->empty()) return;
    // Of another kind than the competence is: told above, and its marks go with it.
    if (doc.kind && doc.kind->value != competence.kind) return;
    std::sort(levels->begin(), levels->end());
    FactOrigin& origin = from.levels;
    const Said now = {part.overlay, doc.levels->front().span};
    const bool removes = !std::includes(levels->begin(), levels->end(), competence.levels.begin(),
                                        competence.levels.end());
    if (part.overlay == kFrameworkItself) {
        origin.framework = now.span;
    } else if (origin.overlay) {
        if (*levels != competence.levels) {
            conflict(*origin.overlay, now.span,
                     fmt::format("two overlays give different levels for the competence '{}'",
                                 competence.id));
        }
        return;
    } else {
        origin.overlay = now.span;
        if (removes) {
            softens(now.span,
                    fmt::format("an overlay may not remove a mark of the competence '{}'",
                                competence.id),
                    origin.framework);
        }
    }
    for (const LevelId level : *levels) {
        const auto& known = competence.levels;
        if (std::find(known.begin(), known.end(), level) == known.end())
            note(competence, part, Fact::mark, level.index);
    }
    competence.levels = std::move(*levels);
}

void FrameworkBuilder::resolve_supersedes(const FrameworkPart& part, const CompetenceDoc& doc,
                                          std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    for (const auto& name : doc.supersedes) {
        const auto target = resolve_competence(framework_, name.value.text, name.span, diags_);
        if (!target || std::find(competence.supersedes.begin(), competence.supersedes.end(),
                                 *target) != competence.supersedes.end()) {
            continue;
        }
        competence.supersedes.push_back(*target);
        note(competence, part, Fact::supersedes, target->index);
        competence_origins_[index].supersedes.push_back(name.span);
    }
}

void FrameworkBuilder::check_competence(std::uint32_t index) {
    const Competence& competence = framework_.competences[index];
    const CompetenceOrigin& origin = competence_origins_[index];
    if (!origin.kind.first()) return;
    const auto marked = origin.levels.first();
    if (competence.kind == CompetenceKind::core && !marked && !origin.has_unreadable_levels) {
        diags_.add(framework_rules::kCoreWithoutLevels, origin.id.span,
                   fmt::format("no level asks the core competence '{}'", competence.id),
                   "give it levels, or kind: role");
    }
    if (competence.kind == CompetenceKind::role && marked) {
        diags_.add(
            framework_rules::kLevelsOfRoleKind, *marked,
            fmt::format("the competence '{}' is of kind role, and has levels", competence.id),
            "let roles ask it, or make it core");
    }
}

std::vector<CompetenceId> FrameworkBuilder::all_superseding(CompetenceId id) const {
    std::vector<bool> reached(framework_.competences.size());
    std::vector<CompetenceId> open = {id};
    while (!open.empty()) {
        const CompetenceId below = open.back();
        open.pop_back();
        for (const CompetenceId direct : framework_.at(below).superseded_by) {
            if (reached[direct.index]) continue;
            reached[direct.index] = true;
            open.push_back(direct);
        }
    }
    std::vector<CompetenceId> result;
    for (std::uint32_t i = 0; i < reached.size(); ++i) {
        if (reached[i]) result.push_back({i});
    }
    return result;
}

/// Reports a circle once, at the entry of its first competence that leads into it.
void FrameworkBuilder::tell_supersedes_cycle(
    std::uint32_t index, const std::vector<std::vector<CompetenceId>>& superseding,
    std::vector<bool>& is_told) {
    const auto supersedes = [&](CompetenceId above, CompetenceId below) {
        const auto& all = superseding[below.index];
        return std::find(all.begin(), all.end(), above) != all.end();
    };
    const CompetenceId self = {index};
    if (is_told[index] || !supersedes(self, self)) return;
    const Competence& competence = framework_.competences[index];
    for (std::size_t i = 0; i < competence.supersedes.size(); ++i) {
        if (!supersedes(competence.supersedes[i], self)) continue;
        diags_.add(framework_rules::kSupersedesCycle, competence_origins_[index].supersedes[i],
                   fmt::format("the competence '{}' supersedes itself", competence.id));
        break;
    }
    for (const CompetenceId other : superseding[index]) {
        if (supersedes(self, other)) is_told[other.index] = true;
    }
}

void FrameworkBuilder::link_supersession() {
    auto& competences = framework_.competences;
    for (std::uint32_t i = 0; i < competences.size(); ++i) {
        for (const CompetenceId below : competences[i].supersedes)
            competences[below.index].superseded_by.push_back({i});
    }
    std::vector<std::vector<CompetenceId>> superseding(competences.size());
    for (std::uint32_t i = 0; i < competences.size(); ++i) {
        if (!competences[i].superseded_by.empty()) superseding[i] = all_superseding({i});
    }
    std::vector<bool> is_told(competences.size());
    for (std::uint32_t i = 0; i < competences.size(); ++i)
        tell_supersedes_cycle(i, superseding, is_told);
    for (std::uint32_t i = 0; i < competences.size(); ++i)
        competences[i].superseded_by = std::move(superseding[i]);
}

}  // namespace hcf
