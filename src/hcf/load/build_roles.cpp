// SPDX-License-Identifier: Apache-2.0
// Roles: the framework's own, and what overlays add to them.
#include "hcf/base/suggest.h"
#include "hcf/diag/format_rules.h"
#include "hcf/load/framework_builder.h"
#include "hcf/rules/framework_rules.h"
#include "hcf/rules/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// Without a word on it, what a role names is essential.
bool is_essential(const RoleCompetenceDoc& doc) { return !doc.essential || doc.essential->value; }

SourceSpan essential_span(const RoleCompetenceDoc& doc) {
    return doc.essential ? doc.essential->span : doc.id->span;
}

}  // namespace

void FrameworkBuilder::declare_roles() {
    declare(
        &FrameworkDoc::roles, "role", role_entries_,
        [this](const FrameworkPart& part, const RoleDoc& doc) { new_role(part, doc); },
        [this](const FrameworkPart& part, const RoleDoc& doc, std::uint32_t index) {
            add_role_names(part, doc, index);
        });
}

void FrameworkBuilder::add_role_names(const FrameworkPart& part, const RoleDoc& doc,
                                      std::uint32_t index) {
    Role& role = framework_.roles[index];
    if (doc.title && role.title.empty()) {
        role.title = text_of(doc.title);
        role_names_.add(role.title, index, {part.overlay, doc.title->span}, diags_);
    }
    for (const auto& alias : doc.aliases) {
        add_alias(role, part, alias.value.text);
        role_names_.add(alias.value.text, index, {part.overlay, alias.span}, diags_);
    }
}

void FrameworkBuilder::read_roles() {
    for (const auto& entry : role_entries_) merge_role(*entry.part, *entry.doc, entry.index);
}

void FrameworkBuilder::new_role(const FrameworkPart& part, const RoleDoc& doc) {
    const auto index = static_cast<std::uint32_t>(framework_.roles.size());
    Role role;
    role.id = text_of(doc.id);
    role.from = part.file;
    RoleOrigin origin;
    origin.id = {part.overlay, doc.id->span};
    framework_.roles.push_back(std::move(role));
    role_origins_.push_back(std::move(origin));
    check_new(part, {"role",
                     *doc.id,
                     doc.at,
                     RoleDoc::mapping(),
                     doc.seen_keys,
                     {"title", "levels"},
                     framework_.role_names,
                     name_rules::kUnknownRole,
                     "a role that the framework does not have needs a title and levels"});
    role_names_.add(doc.id->value.text, index, {part.overlay, doc.id->span}, diags_);
    if (doc.levels && doc.levels->empty()) {
        diags_.add(framework_rules::kRoleWithoutLevel, doc.id->span,
                   fmt::format("the role '{}' stands at no level of practice", doc.id->value.text));
    }
}

void FrameworkBuilder::merge_role(const FrameworkPart& part, const RoleDoc& doc,
                                  std::uint32_t index) {
    Role& role = framework_.roles[index];
    RoleOrigin& origin = role_origins_[index];
    const std::string of = fmt::format(" of the role '{}'", role.id);
    const auto text = [&](const Given<FreeText>& field, std::string& target, FactOrigin& where,
                          Fact fact, std::string_view what) {
        if (!field) return;
        const bool equal = target == field->value.text;
        if (settle(where, {part.overlay, field->span}, equal, false,
                   fmt::format("the {}{}", what, of))) {
            target = field->value.text;
            note(role, part, fact);
        }
    };
    text(doc.title, role.title, origin.title, Fact::title, "title");
    text(doc.printed_as, role.printed_as, origin.printed_as, Fact::printed_as, "printed title");
    text(doc.summary, role.summary, origin.summary, Fact::summary, "summary");
    text(doc.family, role.family, origin.family, Fact::family, "family");
    text(doc.source, role.source, origin.source, Fact::source, "source");
    if (doc.levels && !doc.levels->empty()) {
        auto levels = resolve_levels(*doc.levels);
        if (levels && settle(origin.levels, {part.overlay, doc.levels->front().span},
                             *levels == role.levels, false, "the levels" + of)) {
            role.levels = std::move(*levels);
        }
    }
    add_role_competences(part, doc, index);
}

std::optional<Needs> FrameworkBuilder::resolve_needs(const Located<NeedsText>& text) {
    const std::string_view written = text.value.text;
    const std::size_t slash = written.find('/');
    if (slash != std::string_view::npos) {
        const auto scale = resolve_scale(framework_, written.substr(0, slash), text.span, diags_);
        if (!scale) return std::nullopt;
        const std::string_view wanted = written.substr(slash + 1);
        if (const auto value = find_value(framework_.at(*scale), wanted))
            return Needs{*scale, *value};
        std::vector<std::string_view> known;
        for (const ScaleValue& value : framework_.at(*scale).values) known.push_back(value.id);
        diags_.add(
            name_rules::kUnknownValue, text.span,
            fmt::format("'{}' is no value of the scale '{}'", wanted, framework_.at(*scale).id),
            did_you_mean(wanted, known));
        return std::nullopt;
    }
    std::optional<Needs> found;
    std::string scales;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < framework_.scales.size(); ++i) {
        const auto value = find_value(framework_.scales[i], written);
        if (!value) continue;
        found = Needs{{i}, *value};
        scales +=
            fmt::format("{}'{}/{}'", count++ == 0 ? "" : " or ", framework_.scales[i].id, written);
    }
    if (count == 1) return found;
    if (count == 0) {
        diags_.add(name_rules::kUnknownValue, text.span,
                   fmt::format("'{}' is no value of any loaded scale", written));
    } else {
        diags_.add(framework_rules::kAmbiguousNeeds, text.span,
                   fmt::format("several scales have the value '{}'", written),
                   fmt::format("write {}", scales));
    }
    return std::nullopt;
}

void FrameworkBuilder::add_role_competences(const FrameworkPart& part, const RoleDoc& doc,
                                            std::uint32_t index) {
    Role& role = framework_.roles[index];
    auto& origins = role_origins_[index].competences;
    const std::size_t before = role.competences.size();
    for (const RoleCompetenceDoc& entry : doc.competences) {
        if (!entry.id) continue;
        const auto competence =
            resolve_competence(framework_, entry.id->value.text, entry.id->span, diags_);
        if (!competence) continue;
        const std::optional<Needs> needs = entry.needs ? resolve_needs(*entry.needs) : std::nullopt;
        const auto place = std::find_if(
            role.competences.begin(), role.competences.end(),
            [&](const RoleCompetence& known) { return known.competence == *competence; });
        const auto position = static_cast<std::size_t>(place - role.competences.begin());
        if (place != role.competences.end()) {
            if (position >= before) {
                diags_.add(framework_rules::kRepeatedItem, entry.id->span,
                           fmt::format("the role names the competence '{}' twice",
                                       framework_.at(*competence).id));
            } else {
                merge_role_competence(part, entry, role, *place, origins[position], needs);
            }
            continue;
        }
        role.competences.push_back({*competence, needs, is_essential(entry), part.file});
        RoleCompetenceOrigin origin;
        origin.said = {part.overlay, entry.id->span};
        if (entry.needs)
            (void)settle(origin.needs, {part.overlay, entry.needs->span}, false, false, "");
        (void)settle(origin.essential, {part.overlay, essential_span(entry)}, false, false, "");
        origins.push_back(origin);
    }
}

void FrameworkBuilder::merge_role_competence(const FrameworkPart& part,
                                             const RoleCompetenceDoc& doc, Role& role,
                                             RoleCompetence& existing, RoleCompetenceOrigin& origin,
                                             std::optional<Needs> needs) {
    const std::string of =
        fmt::format(" '{}' in the role '{}'", framework_.at(existing.competence).id, role.id);
    const bool wanted = is_essential(doc);
    const SourceSpan span = essential_span(doc);
    if (origin.essential.overlay) {
        if (wanted != existing.essential) {
            conflict(*origin.essential.overlay, span,
                     "two overlays disagree on whether this is essential:" + of);
        }
    } else {
        origin.essential.overlay = span;
        if (!wanted && existing.essential) {
            softens(span, "an overlay may not make desirable what is essential:" + of,
                    origin.said.span);
        }
        if (wanted != existing.essential && part.file != existing.from)
            role.amended.add(Fact::essential, existing.competence.index, part.file);
        existing.essential = wanted;
    }
    if (!needs) return;
    const bool is_higher = existing.needs && existing.needs->scale == needs->scale &&
                           existing.needs->value < needs->value;
    if (settle(origin.needs, {part.overlay, doc.needs->span}, existing.needs == needs, is_higher,
               "what is needed of" + of)) {
        existing.needs = needs;
        if (part.file != existing.from)
            role.amended.add(Fact::needs, existing.competence.index, part.file);
    }
}

void FrameworkBuilder::check_role(std::uint32_t index) {
    const Role& role = framework_.roles[index];
    for (std::size_t i = 0; i < role.competences.size(); ++i) {
        const RoleCompetence& own = role.competences[i];
        const auto asking = std::find_if(
            role.levels.begin(), role.levels.end(),
            [&](LevelId level) { return framework_.at(level).core_set.contains(own.competence); });
        if (own.essential || asking == role.levels.end()) continue;
        const FactOrigin& essential = role_origins_[index].competences[i].essential;
        diags_.add(framework_rules::kEssentialCore,
                   essential.overlay ? *essential.overlay : *essential.framework,
                   fmt::format("the level '{}' asks '{}' of everybody", framework_.at(*asking).id,
                               framework_.at(own.competence).id),
                   "leave 'essential' out");
    }
}

}  // namespace hcf
