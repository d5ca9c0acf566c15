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

template <class T>
std::optional<Said> said(const Given<T>& field, int overlay) {
    if (!field) return std::nullopt;
    return Said{overlay, field->span};
}

bool same_nos(const std::optional<Nos>& a, const NosDoc& b) {
    return a && a->code == text_of(b.code) && b.status && a->status == b.status->value;
}

Nos nos_of(const NosDoc& doc) {
    return {text_of(doc.code), doc.status ? doc.status->value : NosStatus::unverified,
            text_of(doc.seen)};
}

}  // namespace

std::vector<LevelId> FrameworkBuilder::resolve_levels(
    const std::vector<Located<LevelName>>& names) {
    std::vector<LevelId> levels;
    for (const auto& name : names) {
        const auto level = resolve_level(framework_, name.value.text, name.span, diags_);
        if (!level) continue;
        if (std::find(levels.begin(), levels.end(), *level) != levels.end()) {
            diags_.add(framework_rules::kRepeatedItem, name.span,
                       fmt::format("the level '{}' stands twice", framework_.at(*level).id));
            continue;
        }
        levels.push_back(*level);
    }
    return levels;
}

void FrameworkBuilder::declare_competences() {
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    for (const FrameworkPart& part : parts_) {
        for (const CompetenceDoc& doc : part.doc.competences) {
            if (!doc.id) continue;
            const auto [place, is_new] = by_id.try_emplace(
                doc.id->value.text, static_cast<std::uint32_t>(framework_.competences.size()));
            const std::uint32_t index = place->second;
            if (is_new) {
                new_competence(part, doc);
            } else if (part.overlay == kFrameworkItself) {
                diags_.add({&framework_rules::kDuplicateName,
                            fmt::format("the competence '{}' is defined twice", doc.id->value.text),
                            doc.id->span,
                            {{competence_origins_[index].id.span, "first defined here"}},
                            {}});
                continue;
            }
            add_competence_names(part, doc, index);
            competence_entries_.push_back({&part, &doc, index});
        }
    }
}

void FrameworkBuilder::add_competence_names(const FrameworkPart& part, const CompetenceDoc& doc,
                                            std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    if (doc.title && competence.title.empty()) {
        competence.title = text_of(doc.title);
        competence_origins_[index].title = Said{part.overlay, doc.title->span};
        competence_names_.add(competence.title, index, {part.overlay, doc.title->span}, diags_);
    }
    for (const auto& alias : doc.aliases) {
        competence.aliases.emplace_back(alias.value.text);
        competence_names_.add(alias.value.text, index, {part.overlay, alias.span}, diags_);
    }
}

void FrameworkBuilder::read_competences() {
    for (const auto& entry : competence_entries_)
        merge_competence(*entry.part, *entry.doc, entry.index);
    for (const auto& entry : competence_entries_) resolve_supersedes(*entry.doc, entry.index);
    for (std::uint32_t i = 0; i < framework_.competences.size(); ++i) check_competence(i);
}

void FrameworkBuilder::new_competence(const FrameworkPart& part, const CompetenceDoc& doc) {
    const auto index = static_cast<std::uint32_t>(framework_.competences.size());
    Competence competence;
    competence.id = text_of(doc.id);
    competence.from = part.file;
    CompetenceOrigin origin;
    origin.id = {part.overlay, doc.id->span};
    framework_.competences.push_back(std::move(competence));
    competence_origins_.push_back(std::move(origin));
    competence_names_.add(doc.id->value.text, index, {part.overlay, doc.id->span}, diags_);
    const MappingSpec& spec = CompetenceDoc::mapping();
    for (const std::string_view needed : {"title", "kind"}) {
        if (was_seen(spec, doc.seen_keys, needed)) continue;
        diags_.add(format_rules::kMissingKey, doc.at,
                   fmt::format("missing key '{}' in competence", needed),
                   part.overlay == kFrameworkItself
                       ? ""
                       : "a competence that the framework does not have needs a title and a kind");
    }
}

void FrameworkBuilder::merge_competence(const FrameworkPart& part, const CompetenceDoc& doc,
                                        std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    CompetenceOrigin& origin = competence_origins_[index];
    const std::string of = fmt::format(" of the competence '{}'", competence.id);
    const auto text = [&](const Given<FreeText>& field, std::string& target,
                          std::optional<Said>& where, std::string_view what) {
        if (!field) return;
        const bool equal = target == field->value.text;
        if (settle(where, *said(field, part.overlay), equal, false,
                   fmt::format("the {}{}", what, of))) {
            target = field->value.text;
        }
    };
    text(doc.title, competence.title, origin.title, "title");
    text(doc.printed_as, competence.printed_as, origin.printed_as, "printed title");
    text(doc.theme, competence.theme, origin.theme, "theme");
    text(doc.description, competence.description, origin.description, "description");
    text(doc.source, competence.source, origin.source, "source");
    if (doc.kind && settle(origin.kind, *said(doc.kind, part.overlay),
                           competence.kind == doc.kind->value, false, "the kind" + of)) {
        competence.kind = doc.kind->value;
    }
    if (doc.nos && settle(origin.nos, {part.overlay, doc.nos->at},
                          same_nos(competence.nos, *doc.nos), false, "the NOS code" + of)) {
        competence.nos = nos_of(*doc.nos);
    }
    if (doc.refresh && settle(origin.refresh, *said(doc.refresh, part.overlay),
                              competence.refresh == doc.refresh->value, true, "the refresh" + of)) {
        competence.refresh = doc.refresh->value;
        competence.refresh_from = part.file;
    }
    if (doc.assess_at) {
        const auto level =
            resolve_level(framework_, doc.assess_at->value.text, doc.assess_at->span, diags_);
        if (level && settle(origin.assess_at, *said(doc.assess_at, part.overlay),
                            competence.assess_at == level, true, "assess_at" + of)) {
            competence.assess_at = level;
            competence.assess_at_from = part.file;
        }
    }
    for (const auto& link : doc.same_as) {
        const auto known =
            std::find(competence.same_as.begin(), competence.same_as.end(), link.value.text);
        if (known == competence.same_as.end()) competence.same_as.emplace_back(link.value.text);
    }
    merge_marks(part, doc, index);
}

void FrameworkBuilder::merge_marks(const FrameworkPart& part, const CompetenceDoc& doc,
                                   std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    std::optional<Said>& where = competence_origins_[index].levels;
    if (doc.levels.empty()) return;
    std::vector<LevelId> levels = resolve_levels(doc.levels);
    std::sort(levels.begin(), levels.end());
    const Said now = {part.overlay, doc.levels.front().span};
    if (!std::includes(levels.begin(), levels.end(), competence.levels.begin(),
                       competence.levels.end())) {
        if (where && where->overlay != kFrameworkItself) {
            conflict(where->span, now.span,
                     fmt::format("two overlays give different levels for the competence '{}'",
                                 competence.id));
        } else {
            softens(now.span,
                    fmt::format("an overlay may not remove a mark of the competence '{}'",
                                competence.id),
                    where ? std::optional(where->span) : std::nullopt);
        }
        return;
    }
    const bool has_more = levels.size() > competence.levels.size();
    if (where && where->overlay != kFrameworkItself && has_more) {
        conflict(where->span, now.span,
                 fmt::format("two overlays give different levels for the competence '{}'",
                             competence.id));
        return;
    }
    if (has_more || !where) where = now;
    competence.levels = std::move(levels);
}

void FrameworkBuilder::resolve_supersedes(const CompetenceDoc& doc, std::uint32_t index) {
    Competence& competence = framework_.competences[index];
    for (const auto& name : doc.supersedes) {
        const auto target = resolve_competence(framework_, name.value.text, name.span, diags_);
        if (!target || std::find(competence.supersedes.begin(), competence.supersedes.end(),
                                 *target) != competence.supersedes.end()) {
            continue;
        }
        competence.supersedes.push_back(*target);
        competence_origins_[index].supersedes.push_back(name.span);
    }
}

void FrameworkBuilder::check_competence(std::uint32_t index) {
    const Competence& competence = framework_.competences[index];
    const CompetenceOrigin& origin = competence_origins_[index];
    if (!origin.kind) return;
    if (competence.kind == CompetenceKind::core && !origin.levels) {
        diags_.add(framework_rules::kCoreWithoutLevels, origin.id.span,
                   fmt::format("no level asks the core competence '{}'", competence.id),
                   "give it levels, or kind: role");
    }
    if (competence.kind == CompetenceKind::role && origin.levels) {
        diags_.add(
            framework_rules::kLevelsOfRoleKind, origin.levels->span,
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

void FrameworkBuilder::link_supersession() {
    auto& competences = framework_.competences;
    for (std::uint32_t i = 0; i < competences.size(); ++i) {
        for (const CompetenceId below : competences[i].supersedes)
            competences[below.index].superseded_by.push_back({i});
    }
    std::vector<std::vector<CompetenceId>> closed(competences.size());
    for (std::uint32_t i = 0; i < competences.size(); ++i) {
        if (competences[i].superseded_by.empty()) continue;
        closed[i] = all_superseding({i});
        const auto itself = std::find(closed[i].begin(), closed[i].end(), CompetenceId{i});
        if (itself == closed[i].end() || competence_origins_[i].supersedes.empty()) continue;
        diags_.add(framework_rules::kSupersedesCycle, competence_origins_[i].supersedes.front(),
                   fmt::format("the competence '{}' supersedes itself", competences[i].id));
    }
    for (std::uint32_t i = 0; i < competences.size(); ++i)
        competences[i].superseded_by = std::move(closed[i]);
}

}  // namespace hcf
