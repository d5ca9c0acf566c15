// SPDX-License-Identifier: Apache-2.0
// The documents of a framework, and the overlays on it, as they stand in their files (spec 2, "a
// framework" and "overlay/1"). An overlay's entries are of the same shape as the framework's.
#pragma once

#include "hcf/schema/reader.h"

#include <vector>

namespace hcf {

struct FrameworkInfoDoc {
    SourceSpan at;
    Given<IdText> id;
    Given<FreeText> title;
    Given<FreeText> version;
    Given<FreeText> status;
    Given<Date> date;
    Given<FreeText> source;
    static constexpr std::string_view kWording = "a mapping (id, title, version, ...)";
    static const MappingSpec& mapping();
};

struct DescriptorDoc {
    SourceSpan at;
    Given<FreeText> knowledge;
    Given<FreeText> practice;
    Given<FreeText> decisions;
    Given<FreeText> accountability;
    Given<FreeText> leadership;
    Given<FreeText> development;
    static constexpr std::string_view kWording = "a mapping (knowledge, practice, decisions, ...)";
    static const MappingSpec& mapping();
};

struct LevelDoc {
    SourceSpan at;
    Given<IdText> id;
    Given<FreeText> title;
    Given<FreeText> printed_as;
    std::vector<Located<FreeText>> aliases;
    std::optional<DescriptorDoc> descriptor;
    Given<FreeText> source;
    static constexpr std::string_view kWording = "a level of practice (id, title, ...)";
    static const MappingSpec& mapping();
};

struct NosDoc {
    SourceSpan at;
    Given<FreeText> code;
    Given<NosStatus> status;
    Given<FreeText> seen;
    static constexpr std::string_view kWording = "a mapping (code, status, seen)";
    static const MappingSpec& mapping();
};

struct CompetenceDoc {
    SourceSpan at;
    std::uint64_t seen_keys = 0;
    Given<IdText> id;
    Given<FreeText> title;
    Given<FreeText> printed_as;
    std::vector<Located<FreeText>> aliases;
    Given<CompetenceKind> kind;
    std::optional<std::vector<Located<LevelName>>> levels;
    Given<FreeText> theme;
    std::optional<NosDoc> nos;
    Given<Period> refresh;
    Given<LevelName> assess_at;
    std::vector<Located<CrosswalkText>> same_as;
    std::vector<Located<CompetenceName>> supersedes;
    Given<FreeText> description;
    Given<FreeText> source;
    static constexpr std::string_view kWording = "a competence (id, title, kind, ...)";
    static const MappingSpec& mapping();
};

struct RoleCompetenceDoc {
    SourceSpan at;
    Given<CompetenceName> id;
    Given<NeedsText> needs;
    Given<bool> essential;
    static constexpr std::string_view kWording =
        "a competence, or a mapping (id, needs, essential)";
    static constexpr const TypeSpec* kShort = &Leaf<CompetenceName>::kSpec;
    static const MappingSpec& mapping();
    bool read_short(Reader& reader, yaml::NodeRef node);
};

struct RoleDoc {
    SourceSpan at;
    std::uint64_t seen_keys = 0;
    Given<IdText> id;
    Given<FreeText> title;
    Given<FreeText> printed_as;
    std::vector<Located<FreeText>> aliases;
    std::optional<std::vector<Located<LevelName>>> levels;
    std::vector<RoleCompetenceDoc> competences;
    Given<FreeText> summary;
    Given<FreeText> family;
    Given<FreeText> source;
    static constexpr std::string_view kWording = "a role (id, title, levels, ...)";
    static const MappingSpec& mapping();
};

struct ScaleValueDoc {
    SourceSpan at;
    Given<ValueText> id;
    Given<FreeText> title;
    Given<CountsAs> counts_as;
    Given<bool> may_assess;
    static constexpr std::string_view kWording = "a value (id, title, counts_as, ...)";
    static const MappingSpec& mapping();
};

struct ScaleDoc {
    SourceSpan at;
    Given<IdText> id;
    Given<FreeText> title;
    std::vector<ScaleValueDoc> values;
    Given<FreeText> source;
    static constexpr std::string_view kWording = "a scale (id, values)";
    static const MappingSpec& mapping();
};

struct OverlayInfoDoc {
    SourceSpan at;
    Given<IdText> id;
    Given<FreeText> version;
    Given<FreeText> title;
    static constexpr std::string_view kWording = "a mapping (id, version, title)";
    static const MappingSpec& mapping();
};

/// One alias: a word, and the id that it means.
template <TextKind Kind>
struct AliasDoc {
    SourceSpan at;
    Located<std::string_view> name;
    Given<TextOf<Kind>> id;
    static constexpr std::string_view kWording = "an id";
    static constexpr const TypeSpec* kShort = &Leaf<TextOf<Kind>>::kSpec;
    bool read_short(Reader& reader, yaml::NodeRef node) {
        const auto text = Leaf<TextOf<Kind>>::read(reader, node);
        if (text) id = Located<TextOf<Kind>>{*text, node.span()};
        return text.has_value();
    }
};

struct AliasesDoc {
    SourceSpan at;
    std::optional<Entries<AliasDoc<TextKind::level>>> levels;
    std::optional<Entries<AliasDoc<TextKind::role>>> roles;
    std::optional<Entries<AliasDoc<TextKind::competence>>> competences;
    static constexpr std::string_view kWording = "a mapping (levels, roles, competences)";
    static const MappingSpec& mapping();
};

/// Any document of a framework, or an overlay on one; what its kind does not have stays empty.
struct FrameworkDoc {
    SourceSpan at;
    DocumentKind kind = DocumentKind::levels;
    Given<KindText> hcf;
    std::optional<FrameworkInfoDoc> framework;
    std::optional<OverlayInfoDoc> overlay;
    std::vector<LevelDoc> levels;
    std::vector<CompetenceDoc> competences;
    std::vector<RoleDoc> roles;
    std::vector<ScaleDoc> scales;
    std::optional<AliasesDoc> aliases;
    /// The table of a kind of framework document; Requires: kind is one of levels, competences,
    /// roles, scales, overlay.
    static const MappingSpec& mapping(DocumentKind kind);
};

/// True for the kinds of which a framework is made, overlays included.
[[nodiscard]] bool is_framework_kind(DocumentKind kind);

/// Reads a document whose head says that it is of that kind; Requires: is_framework_kind(kind).
[[nodiscard]] FrameworkDoc decode_framework(const yaml::Tree& tree, DocumentKind kind,
                                            Diagnostics& diags);

}  // namespace hcf
