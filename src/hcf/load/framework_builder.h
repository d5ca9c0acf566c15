// SPDX-License-Identifier: Apache-2.0
// The state that build_framework's phases share, private to load/: the model so far, and where
// every fact of it was said.
#pragma once

#include "hcf/load/build_framework.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hcf {

/// Who said something, and where.
struct Said {
    int overlay = kFrameworkItself;
    SourceSpan span = {};
};

/// Who said a fact: the framework itself, and the first of the overlays. What overlays say is
/// compared with each other, whatever the framework says, so that their order does not matter.
struct FactOrigin {
    std::optional<SourceSpan> framework, overlay;

    [[nodiscard]] std::optional<SourceSpan> first() const {
        return framework ? framework : overlay;
    }
};

/// Where a competence's facts come from.
struct CompetenceOrigin {
    Said id;
    FactOrigin title, printed_as, kind, levels, theme, nos, nos_seen, description, source, refresh,
        assess_at;
    bool has_unreadable_levels = false;  ///< reported; they are not missing, too
    std::vector<SourceSpan> supersedes;  ///< beside Competence::supersedes
};

struct RoleCompetenceOrigin {
    Said said;
    FactOrigin needs;
    FactOrigin essential;  ///< always said: without a word on it, it is
};

struct RoleOrigin {
    Said id;
    FactOrigin title, printed_as, levels, summary, family, source;
    std::vector<RoleCompetenceOrigin> competences;  ///< beside Role::competences
};

struct ScaleOrigin {
    Said id;
    FactOrigin values;
};

/// A name table that remembers where each name was written.
class NameRegister {
public:
    NameRegister(NameTable& table, std::string_view what) : table_(table), what_(what) {}

    /// Adds a name; one that is another's already is reported, at both places where overlays
    /// disagree.
    void add(std::string_view name, std::uint32_t index, Said said, Diagnostics& diags);

private:
    NameTable& table_;
    std::string_view what_;
    std::unordered_map<std::string, Said> first_;
};

/// Adds what is not there yet; gives false where it is.
inline bool add_once(std::vector<std::string>& list, std::string_view text) {
    if (std::find(list.begin(), list.end(), text) != list.end()) return false;
    list.emplace_back(text);
    return true;
}

/// An entry of a document, and the competence or role that it is about.
template <class Doc>
struct Declared {
    const FrameworkPart* part;
    const Doc* doc;
    std::uint32_t index;
};

/// What is checked of a thing whose id is new.
struct NewThing {
    std::string_view what;  ///< "competence"
    const Located<IdText>& id;
    SourceSpan at;
    const MappingSpec& spec;
    std::uint64_t seen_keys;
    std::array<std::string_view, 2> needed;
    const NameTable& names;     ///< those before it
    const RuleInfo& unknown;    ///< the rule where an overlay misspells an id
    std::string_view new_help;  ///< what a new one needs
};

class FrameworkBuilder {
public:
    FrameworkBuilder(std::span<const FrameworkPart> parts, Diagnostics& diags);

    // In this order: every name is known before the first reference is looked up.
    void read_cards();
    void read_levels();
    void read_scales();
    void declare_competences();
    void declare_roles();
    void read_aliases();
    void read_competences();
    void read_roles();
    void link();  ///< core sets, supersession, order of role competences

    [[nodiscard]] Framework take() { return std::move(framework_); }

private:
    template <class Doc, class New, class AddNames>
    void declare(std::vector<Doc> FrameworkDoc::*list, std::string_view what,
                 std::vector<Declared<Doc>>& entries, New new_one, AddNames add_names);
    void check_new(const FrameworkPart& part, const NewThing& thing);

    // build_competences.cpp
    [[nodiscard]] std::string owner_of(const FrameworkPart& part) const;
    void new_competence(const FrameworkPart& part, const CompetenceDoc& doc);
    void add_competence_names(const FrameworkPart& part, const CompetenceDoc& doc,
                              std::uint32_t index);
    void merge_competence(const FrameworkPart& part, const CompetenceDoc& doc, std::uint32_t index);
    void merge_marks(const FrameworkPart& part, const CompetenceDoc& doc, std::uint32_t index);
    void merge_nos(const FrameworkPart& part, const NosDoc& doc, std::uint32_t index);
    void resolve_supersedes(const FrameworkPart& part, const CompetenceDoc& doc,
                            std::uint32_t index);
    void check_competence(std::uint32_t index);
    void link_supersession();
    [[nodiscard]] std::vector<CompetenceId> all_superseding(CompetenceId id) const;
    void tell_supersedes_cycle(std::uint32_t index,
                               const std::vector<std::vector<CompetenceId>>& superseding,
                               std::vector<bool>& is_told);

    /// The levels of the names; nothing where one of them is wrong (reported).
    [[nodiscard]] std::optional<std::vector<LevelId>> resolve_levels(
        const std::vector<Located<LevelName>>& names);

    // build_roles.cpp
    void new_role(const FrameworkPart& part, const RoleDoc& doc);
    void add_role_names(const FrameworkPart& part, const RoleDoc& doc, std::uint32_t index);
    void merge_role(const FrameworkPart& part, const RoleDoc& doc, std::uint32_t index);
    void add_role_competences(const FrameworkPart& part, const RoleDoc& doc, std::uint32_t index);
    void merge_role_competence(const FrameworkPart& part, const RoleCompetenceDoc& doc, Role& role,
                               RoleCompetence& existing, RoleCompetenceOrigin& origin,
                               std::optional<Needs> needs);
    void check_role(std::uint32_t index);
    [[nodiscard]] std::optional<Needs> resolve_needs(const Located<NeedsText>& text);

    /// Settles a fact that is said, maybe again: gives true where the new value is to be taken.
    /// Reports where the framework would be changed (unless it may be replaced), or where two
    /// overlays disagree; `equal` compares with the value so far.
    [[nodiscard]] bool settle(FactOrigin& origin, Said now, bool equal, bool may_replace_framework,
                              std::string_view what);

    /// Remembers which file says a fact, where it is not the thing's own.
    template <class Thing>
    static void note(Thing& thing, const FrameworkPart& part, Fact fact, std::uint32_t item = 0) {
        if (part.file != thing.from) thing.amended.add(fact, item, part.file);
    }

    /// Adds an alias that the thing does not have yet.
    template <class Thing>
    static void add_alias(Thing& thing, const FrameworkPart& part, std::string_view alias) {
        if (!add_once(thing.aliases, alias)) return;
        note(thing, part, Fact::alias, static_cast<std::uint32_t>(thing.aliases.size() - 1));
    }

    /// Reports the second entry for one thing in one document (or in the framework itself).
    void defined_twice(std::string_view what, std::string_view id, SourceSpan first,
                       SourceSpan second);

    void softens(SourceSpan span, std::string message, std::optional<SourceSpan> first);
    void conflict(SourceSpan first, SourceSpan second, const std::string& message);

    std::span<const FrameworkPart> parts_;
    Diagnostics& diags_;
    Framework framework_;
    NameRegister level_names_;
    NameRegister competence_names_;
    NameRegister role_names_;
    std::vector<Declared<CompetenceDoc>> competence_entries_;
    std::vector<Declared<RoleDoc>> role_entries_;
    std::vector<CompetenceOrigin> competence_origins_;
    std::vector<RoleOrigin> role_origins_;
    std::vector<ScaleOrigin> scale_origins_;
};

/// Reads every entry of one kind: a new id makes a new thing, a known one amends it, and one
/// document speaks of a thing once.
template <class Doc, class New, class AddNames>
void FrameworkBuilder::declare(std::vector<Doc> FrameworkDoc::*list, std::string_view what,
                               std::vector<Declared<Doc>>& entries, New new_one,
                               AddNames add_names) {
    struct Known {
        std::uint32_t index;
        Said last;
    };
    std::unordered_map<std::string_view, Known> known;
    for (const FrameworkPart& part : parts_) {
        for (const Doc& doc : part.doc.*list) {
            if (!doc.id) continue;
            const Said now = {part.overlay, doc.id->span};
            const auto [place, is_new] = known.try_emplace(
                doc.id->value.text, Known{static_cast<std::uint32_t>(known.size()), now});
            if (is_new) {
                new_one(part, doc);
            } else if (place->second.last.overlay == part.overlay) {
                defined_twice(what, doc.id->value.text, place->second.last.span, now.span);
                continue;
            }
            place->second.last = now;
            add_names(part, doc, place->second.index);
            entries.push_back({&part, &doc, place->second.index});
        }
    }
}

/// A field's text as the model keeps it; empty where there is none.
template <TextKind Kind>
[[nodiscard]] std::string text_of(const Given<TextOf<Kind>>& field) {
    return field ? std::string(field->value.text) : std::string();
}

}  // namespace hcf
