// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/build_framework.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/diag/format_rules.h"
#include "hcf/load/framework_builder.h"
#include "hcf/rules/framework_rules.h"
#include "hcf/rules/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {

void NameRegister::add(std::string_view name, std::uint32_t index, Said said, Diagnostics& diags) {
    if (!table_.add(name, index)) {
        first_.try_emplace(case_fold(name), said);
        return;
    }
    const Said& first = first_.at(case_fold(name));
    const std::string message = fmt::format("the name {} is another {}'s", in_quotes(name), what_);
    if (first.overlay == kFrameworkItself || first.overlay == said.overlay) {
        diags.add({&framework_rules::kDuplicateName,
                   message,
                   said.span,
                   {{first.span, "first used here"}},
                   {}});
        return;
    }
    diags.add({&framework_rules::kOverlayConflict,
               message,
               first.span,
               {{said.span, "the other one"}},
               {}});
    diags.add({&framework_rules::kOverlayConflict,
               message,
               said.span,
               {{first.span, "the other one"}},
               {}});
}

FrameworkBuilder::FrameworkBuilder(std::span<const FrameworkPart> parts, Diagnostics& diags)
    : parts_(parts),
      diags_(diags),
      level_names_(framework_.level_names, "level"),
      competence_names_(framework_.competence_names, "competence"),
      role_names_(framework_.role_names, "role") {}

void FrameworkBuilder::softens(SourceSpan span, std::string message,
                               std::optional<SourceSpan> first) {
    std::vector<Related> related;
    if (first) related.push_back({*first, "the framework says so here"});
    diags_.add(
        {&framework_rules::kOverlaySoftens, std::move(message), span, std::move(related), {}});
}

void FrameworkBuilder::conflict(SourceSpan first, SourceSpan second, const std::string& message) {
    diags_.add(
        {&framework_rules::kOverlayConflict, message, first, {{second, "the other one"}}, {}});
    diags_.add(
        {&framework_rules::kOverlayConflict, message, second, {{first, "the other one"}}, {}});
}

void FrameworkBuilder::defined_twice(std::string_view what, std::string_view id, SourceSpan first,
                                     SourceSpan second) {
    diags_.add({&framework_rules::kDuplicateName,
                fmt::format("the {} '{}' is defined twice", what, id),
                second,
                {{first, "first defined here"}},
                {}});
}

bool FrameworkBuilder::settle(FactOrigin& origin, Said now, bool equal, bool may_replace_framework,
                              std::string_view what) {
    if (now.overlay == kFrameworkItself) {
        origin.framework = now.span;
        return true;
    }
    if (origin.overlay) {
        if (!equal) {
            conflict(*origin.overlay, now.span,
                     fmt::format("two overlays give different values for {}", what));
        }
        return false;
    }
    origin.overlay = now.span;
    if (origin.framework && !equal && !may_replace_framework) {
        softens(now.span, fmt::format("an overlay may not change {}", what), origin.framework);
    }
    return !equal || !origin.framework;  // also where it may not, for the next one to compare with
}

void FrameworkBuilder::check_new(const FrameworkPart& part, const NewThing& thing) {
    const auto is_missing = [&](std::string_view key) {
        return !was_seen(thing.spec, thing.seen_keys, key);
    };
    const bool is_overlay = part.overlay != kFrameworkItself;
    if (is_overlay && is_missing(thing.needed[0]) && is_missing(thing.needed[1])) {
        const std::vector<std::string_view> known = thing.names.all();
        if (const std::string near = did_you_mean(thing.id.value.text, known); !near.empty()) {
            diags_.add(thing.unknown, thing.id.span,
                       fmt::format("unknown {} '{}'", thing.what, thing.id.value.text), near);
            return;
        }
    }
    for (const std::string_view key : thing.needed) {
        if (!is_missing(key)) continue;
        diags_.add(format_rules::kMissingKey, thing.at,
                   fmt::format("missing key '{}' in {}", key, thing.what),
                   std::string(is_overlay ? thing.new_help : std::string_view()));
    }
}

void FrameworkBuilder::read_cards() {
    std::optional<SourceSpan> card;
    std::vector<Said> overlay_ids;
    for (const FrameworkPart& part : parts_) {
        if (part.doc.framework) {
            const FrameworkInfoDoc& doc = *part.doc.framework;
            if (card) {
                diags_.add({&framework_rules::kDuplicateCard,
                            "a second framework card",
                            doc.at,
                            {{*card, "the first"}},
                            {}});
                continue;
            }
            card = doc.at;
            framework_.info = {text_of(doc.id),
                               text_of(doc.title),
                               text_of(doc.version),
                               text_of(doc.status),
                               doc.date ? to_string(doc.date->value) : std::string(),
                               text_of(doc.source)};
        }
        if (part.doc.overlay && part.doc.overlay->id) {
            const OverlayInfoDoc& doc = *part.doc.overlay;
            for (std::size_t i = 0; i < framework_.overlays.size(); ++i) {
                if (framework_.overlays[i].id != doc.id->value.text) continue;
                diags_.add({&framework_rules::kDuplicateCard,
                            fmt::format("two overlays have the id '{}'", doc.id->value.text),
                            doc.id->span,
                            {{overlay_ids[i].span, "the first"}},
                            {}});
            }
            overlay_ids.push_back({part.overlay, doc.id->span});
            framework_.overlays.push_back(
                {text_of(doc.id), text_of(doc.version), text_of(doc.title), part.file});
        }
    }
    if (!card && !parts_.empty()) {
        diags_.add(framework_rules::kFrameworkIncomplete, parts_.front().doc.at,
                   "no document of the framework has a 'framework' mapping",
                   "add id, title and version to one of them");
    }
}

void FrameworkBuilder::read_levels() {
    for (const FrameworkPart& part : parts_) {
        for (const LevelDoc& doc : part.doc.levels) {
            if (!doc.id) continue;
            const auto index = static_cast<std::uint32_t>(framework_.levels.size());
            Level level;
            level.id = text_of(doc.id);
            level.title = text_of(doc.title);
            level.printed_as = text_of(doc.printed_as);
            level.source = text_of(doc.source);
            level.from = part.file;
            if (doc.descriptor) {
                const DescriptorDoc& facets = *doc.descriptor;
                level.descriptor = {text_of(facets.knowledge),  text_of(facets.practice),
                                    text_of(facets.decisions),  text_of(facets.accountability),
                                    text_of(facets.leadership), text_of(facets.development)};
            }
            level_names_.add(level.id, index, {part.overlay, doc.id->span}, diags_);
            if (doc.title)
                level_names_.add(level.title, index, {part.overlay, doc.title->span}, diags_);
            for (const auto& alias : doc.aliases) {
                level.aliases.emplace_back(alias.value.text);
                level_names_.add(alias.value.text, index, {part.overlay, alias.span}, diags_);
            }
            framework_.levels.push_back(std::move(level));
        }
    }
}

namespace {

bool same_scale(const Scale& a, const Scale& b) {
    return a.title == b.title &&
           std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                      [](const ScaleValue& x, const ScaleValue& y) {
                          return x.id == y.id && x.title == y.title && x.counts_as == y.counts_as &&
                                 x.may_assess == y.may_assess;
                      });
}

void read_values(const ScaleDoc& doc, Scale& scale, Diagnostics& diags) {
    for (const ScaleValueDoc& value : doc.values) {
        if (!value.id || !value.counts_as) continue;
        const std::string_view id = value.id->value.text;
        if (id == kNotApplicable) {
            diags.add(framework_rules::kReservedValue, value.id->span,
                      "'not-applicable' is reserved in every scale");
        }
        if (find_value(scale, id)) {
            diags.add(framework_rules::kRepeatedItem, value.id->span,
                      fmt::format("the value '{}' stands twice in the scale '{}'", id, scale.id));
            continue;
        }
        ScaleValue known;
        known.id = id;
        known.title = text_of(value.title);
        known.counts_as = value.counts_as->value;
        if (value.may_assess) known.may_assess = value.may_assess->value;
        scale.values.push_back(std::move(known));
    }
}

}  // namespace

void FrameworkBuilder::read_scales() {
    for (const FrameworkPart& part : parts_) {
        for (const ScaleDoc& doc : part.doc.scales) {
            if (!doc.id) continue;
            Scale scale;
            scale.id = text_of(doc.id);
            scale.title = text_of(doc.title);
            scale.from = part.file;
            read_values(doc, scale, diags_);
            const auto existing = framework_.find_scale(scale.id);
            if (!existing) {
                ScaleOrigin origin = {{part.overlay, doc.id->span}, {}};
                (void)settle(origin.values, origin.id, false, false, "");
                scale_origins_.push_back(origin);
                framework_.scales.push_back(std::move(scale));
                continue;
            }
            ScaleOrigin& origin = scale_origins_[existing->index];
            if (part.overlay == origin.id.overlay) {
                defined_twice("scale", scale.id, origin.id.span, doc.id->span);
            } else {
                (void)settle(origin.values, {part.overlay, doc.id->span},
                             same_scale(scale, framework_.at(*existing)), false,
                             fmt::format("the scale '{}'", scale.id));
            }
        }
    }
}

void FrameworkBuilder::read_aliases() {
    const auto add = [&](const auto& entries, auto resolve, NameRegister& names, auto& owners,
                         const FrameworkPart& part) {
        if (!entries) return;
        for (const auto& entry : entries->items) {
            if (!entry.id) continue;
            const auto target = resolve(framework_, entry.id->value.text, entry.id->span, diags_);
            if (!target) continue;
            names.add(entry.name.value, target->index, {part.overlay, entry.name.span}, diags_);
            add_alias(owners[target->index], part, entry.name.value);
        }
    };
    for (const FrameworkPart& part : parts_) {
        if (!part.doc.aliases) continue;
        const AliasesDoc& doc = *part.doc.aliases;
        add(doc.levels, resolve_level, level_names_, framework_.levels, part);
        add(doc.roles, resolve_role, role_names_, framework_.roles, part);
        add(doc.competences, resolve_competence, competence_names_, framework_.competences, part);
    }
}

void FrameworkBuilder::link() {
    for (std::uint32_t i = 0; i < framework_.competences.size(); ++i) {
        for (const LevelId level : framework_.competences[i].levels) {
            framework_.levels[level.index].core.push_back({i});
            framework_.levels[level.index].core_set.insert({i});
        }
    }
    for (std::uint32_t i = 0; i < framework_.roles.size(); ++i) {
        for (const LevelId level : framework_.roles[i].levels)
            framework_.levels[level.index].roles.push_back({i});
        check_role(i);
    }
    for (Role& role : framework_.roles) {
        std::sort(role.competences.begin(), role.competences.end(),
                  [](const RoleCompetence& a, const RoleCompetence& b) {
                      return a.competence < b.competence;
                  });
    }
    link_supersession();
}

std::optional<Framework> build_framework(std::span<const FrameworkPart> parts, Diagnostics& diags) {
    FrameworkBuilder builder(parts, diags);
    builder.read_cards();
    builder.read_levels();
    builder.read_scales();
    builder.declare_competences();
    builder.declare_roles();
    builder.read_aliases();
    builder.read_competences();
    builder.read_roles();
    builder.link();
    Framework framework = builder.take();
    if (!parts.empty() && !diags.has_errors()) {
        const SourceSpan at = parts.front().doc.at;
        if (framework.levels.empty())
            diags.add(framework_rules::kFrameworkIncomplete, at,
                      "the framework has no level of practice");
        if (framework.competences.empty())
            diags.add(framework_rules::kFrameworkIncomplete, at, "the framework has no competence");
    }
    if (parts.empty() || diags.has_errors()) return std::nullopt;
    return framework;
}

}  // namespace hcf
