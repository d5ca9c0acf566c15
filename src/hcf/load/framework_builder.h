// SPDX-License-Identifier: Apache-2.0
// The state that build_framework's phases share, private to load/: the model so far, and where
// every fact of it was said.
#pragma once

#include "hcf/load/build_framework.h"

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

/// Where a competence's facts come from; empty: nobody said it yet.
struct CompetenceOrigin {
    Said id;
    std::optional<Said> title, printed_as, kind, levels, theme, nos, description, source, refresh,
        assess_at;
    std::vector<SourceSpan> supersedes;  ///< beside Competence::supersedes
};

struct RoleCompetenceOrigin {
    Said said;
    std::optional<Said> needs;
    std::optional<Said> essential;  ///< only where it was written out
};

struct RoleOrigin {
    Said id;
    std::optional<Said> title, printed_as, levels, summary, family, source;
    std::vector<RoleCompetenceOrigin> competences;  ///< beside Role::competences
};

struct ScaleOrigin {
    Said id;
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

/// An entry of a document, and the competence or role that it is about.
template <class Doc>
struct Declared {
    const FrameworkPart* part;
    const Doc* doc;
    std::uint32_t index;
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
    // build_competences.cpp
    void new_competence(const FrameworkPart& part, const CompetenceDoc& doc);
    void add_competence_names(const FrameworkPart& part, const CompetenceDoc& doc,
                              std::uint32_t index);
    void merge_competence(const FrameworkPart& part, const CompetenceDoc& doc, std::uint32_t index);
    void merge_marks(const FrameworkPart& part, const CompetenceDoc& doc, std::uint32_t index);
    void resolve_supersedes(const CompetenceDoc& doc, std::uint32_t index);
    void check_competence(std::uint32_t index);
    void link_supersession();
    [[nodiscard]] std::vector<CompetenceId> all_superseding(CompetenceId id) const;
    [[nodiscard]] std::vector<LevelId> resolve_levels(const std::vector<Located<LevelName>>& names);

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

    /// Settles a fact that is said again: gives true where the new value is to be taken. Says so
    /// where the framework would be changed (unless it may be replaced), or where two overlays
    /// disagree.
    [[nodiscard]] bool settle(std::optional<Said>& existing, Said now, bool equal,
                              bool may_replace_framework, std::string_view what);

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

/// A field's text as the model keeps it; empty where there is none.
template <TextKind Kind>
[[nodiscard]] std::string text_of(const Given<TextOf<Kind>>& field) {
    return field ? std::string(field->value.text) : std::string();
}

}  // namespace hcf
