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

void FrameworkBuilder::declare_roles() {
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    for (const FrameworkPart& part : parts_) {
        for (const RoleDoc& doc : part.doc.roles) {
            if (!doc.id) continue;
            const auto [place, is_new] = by_id.try_emplace(
                doc.id->value.text, static_cast<std::uint32_t>(framework_.roles.size()));
            const std::uint32_t index = place->second;
            if (is_new) {
                new_role(part, doc);
            } else if (part.overlay == kFrameworkItself) {
                diags_.add({&framework_rules::kDuplicateName,
                            fmt::format("the role '{}' is defined twice", doc.id->value.text),
                            doc.id->span,
                            {{role_origins_[index].id.span, "first defined here"}},
                            {}});
                continue;
            }
            add_role_names(part, doc, index);
            role_entries_.push_back({&part, &doc, index});
        }
    }
}

void FrameworkBuilder::add_role_names(const FrameworkPart& part, const RoleDoc& doc,
                                      std::uint32_t index) {
    Role& role = framework_.roles[index];
    if (doc.title && role.title.empty()) {
        role.title = text_of(doc.title);
        role_origins_[index].title = Said{part.overlay, doc.title->span};
        role_names_.add(role.title, index, {part.overlay, doc.title->span}, diags_);
    }
    for (const auto& alias : doc.aliases) {
        role.aliases.emplace_back(alias.value.text);
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
    role_names_.add(doc.id->value.text, index, {part.overlay, doc.id->span}, diags_);
    const MappingSpec& spec = RoleDoc::mapping();
    for (const std::string_view needed : {"title", "levels"}) {
        if (was_seen(spec, doc.seen_keys, needed)) continue;
        diags_.add(format_rules::kMissingKey, doc.at,
                   fmt::format("missing key '{}' in role", needed),
                   part.overlay == kFrameworkItself
                       ? ""
                       : "a role that the framework does not have needs a title and levels");
    }
    if (was_seen(spec, doc.seen_keys, "levels") && doc.levels.empty()) {
        diags_.add(framework_rules::kRoleWithoutLevel, doc.id->span,
                   fmt::format("the role '{}' stands at no level of practice", doc.id->value.text));
    }
}

void FrameworkBuilder::merge_role(const FrameworkPart& part, const RoleDoc& doc,
                                  std::uint32_t index) {
    Role& role = framework_.roles[index];
    RoleOrigin& origin = role_origins_[index];
    const std::string of = fmt::format(" of the role '{}'", role.id);
    const auto text = [&](const Given<FreeText>& field, std::string& target,
                          std::optional<Said>& where, std::string_view what) {
        if (!field) return;
        const bool equal = target == field->value.text;
        if (settle(where, {part.overlay, field->span}, equal, false,
                   fmt::format("the {}{}", what, of))) {
            target = field->value.text;
        }
    };
    text(doc.title, role.title, origin.title, "title");
    text(doc.printed_as, role.printed_as, origin.printed_as, "printed title");
    text(doc.summary, role.summary, origin.summary, "summary");
    text(doc.family, role.family, origin.family, "family");
    text(doc.source, role.source, origin.source, "source");
    if (!doc.levels.empty()) {
        std::vector<LevelId> levels = resolve_levels(doc.levels);
        if (settle(origin.levels, {part.overlay, doc.levels.front().span}, levels == role.levels,
                   false, "the levels" + of)) {
            role.levels = std::move(levels);
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
        const bool essential = !entry.essential || entry.essential->value;
        role.competences.push_back({*competence, needs, essential, part.file});
        RoleCompetenceOrigin origin;
        origin.said = {part.overlay, entry.id->span};
        if (entry.needs) origin.needs = Said{part.overlay, entry.needs->span};
        if (entry.essential) origin.essential = Said{part.overlay, entry.essential->span};
        origins.push_back(origin);
    }
}

void FrameworkBuilder::merge_role_competence(const FrameworkPart& part,
                                             const RoleCompetenceDoc& doc, Role& role,
                                             RoleCompetence& existing, RoleCompetenceOrigin& origin,
                                             std::optional<Needs> needs) {
    const std::string of =
        fmt::format(" '{}' in the role '{}'", framework_.at(existing.competence).id, role.id);
    const bool stays_essential = doc.essential && !doc.essential->value && existing.essential;
    if (stays_essential && origin.said.overlay == kFrameworkItself) {
        softens(doc.essential->span, "an overlay may not make desirable what is essential:" + of,
                origin.said.span);
    } else if (doc.essential && origin.essential && doc.essential->value != existing.essential &&
               origin.essential->overlay != kFrameworkItself) {
        conflict(origin.essential->span, doc.essential->span,
                 "two overlays disagree on whether this is essential:" + of);
    } else if (!stays_essential && (!doc.essential || doc.essential->value)) {
        existing.essential = true;
    }
    if (!needs) return;
    const bool is_higher = existing.needs && existing.needs->scale == needs->scale &&
                           existing.needs->value < needs->value;
    if (settle(origin.needs, {part.overlay, doc.needs->span}, existing.needs == needs, is_higher,
               "what is needed of" + of)) {
        existing.needs = needs;
    }
}

void FrameworkBuilder::check_role(std::uint32_t index) {
    const Role& role = framework_.roles[index];
    for (std::size_t i = 0; i < role.competences.size(); ++i) {
        const RoleCompetence& own = role.competences[i];
        if (own.essential) continue;
        for (const LevelId level : role.levels) {
            if (!framework_.at(level).core_set.contains(own.competence)) continue;
            const RoleCompetenceOrigin& origin = role_origins_[index].competences[i];
            diags_.add(framework_rules::kEssentialCore,
                       origin.essential ? origin.essential->span : origin.said.span,
                       fmt::format("the level '{}' asks '{}' of everybody", framework_.at(level).id,
                                   framework_.at(own.competence).id),
                       "leave 'essential' out");
            break;
        }
    }
}

}  // namespace hcf
