// SPDX-License-Identifier: Apache-2.0
// An assessment as it stands in its file: typed and positioned, its references not yet resolved,
// possibly wrong (spec 2, "assessment/1"). Texts view the document's tree.
#pragma once

#include "hcf/schema/reader.h"

#include <vector>

namespace hcf {

struct PlanDoc {
    SourceSpan at;
    std::uint64_t seen_keys = 0;
    Given<FreeText> action;
    Given<Date> due;
    Given<FreeText> supervisor;
    Given<Date> review;
    static constexpr std::string_view kWording = "a plan (action, due, supervisor, review)";
    static const MappingSpec& mapping();
};

struct EvidenceDoc {
    SourceSpan at;
    std::uint64_t seen_keys = 0;
    bool is_short = false;
    Given<EvidenceType> type;
    Given<FreeText> title;
    Given<Date> date;
    Given<FreeText> ref;
    static constexpr std::string_view kWording = "a title, or a mapping (type, title, date, ref)";
    static constexpr const TypeSpec* kShort = &Leaf<FreeText>::kSpec;
    static const MappingSpec& mapping();
    bool read_short(Reader& reader, yaml::NodeRef node);
};

struct RatingDoc {
    SourceSpan at;
    Located<std::string_view> name;  ///< the competence, as written
    Given<ValueText> value;
    Given<Date> assessed;
    Given<FreeText> assessor;
    Given<Basis> basis;
    Given<LevelName> level;
    Given<Date> valid_until;
    std::vector<EvidenceDoc> evidence;
    Given<FreeText> note;
    std::optional<PlanDoc> plan;
    std::uint64_t seen_keys = 0;    ///< the keys that were written, readable or not
    std::uint64_t faulty_keys = 0;  ///< those that could not be read, or not wholly
    static constexpr std::string_view kWording =
        "a value, or a mapping (value, assessed, basis, ...)";
    static constexpr TextKind kKeys = TextKind::competence;
    static constexpr const TypeSpec* kShort = &Leaf<ValueText>::kSpec;
    static const MappingSpec& mapping();
    bool read_short(Reader& reader, yaml::NodeRef node);
};

struct OverlapDoc {
    SourceSpan at;
    Given<LevelName> level;
    std::vector<Located<CompetenceName>> competences;
    static constexpr std::string_view kWording = "a mapping (level, competences)";
    static const MappingSpec& mapping();
};

struct PersonDoc {
    SourceSpan at;
    std::uint64_t seen_keys = 0;
    std::uint64_t faulty_keys = 0;
    Given<FreeText> id;
    Given<FreeText> name;
    Given<FreeText> organisation;
    Given<FreeText> team;
    Given<RoleName> role;
    Given<LevelName> level;
    std::vector<OverlapDoc> overlaps;
    static constexpr std::string_view kWording = "a mapping (id, name, role, level, ...)";
    static const MappingSpec& mapping();
};

struct SupervisionDoc {
    SourceSpan at;
    std::uint64_t faulty_keys = 0;
    Given<FreeText> supervisor;
    Given<SupervisionMode> mode;
    Given<Date> until;
    static constexpr std::string_view kWording = "a mapping (supervisor, mode, until)";
    static const MappingSpec& mapping();
};

struct AssessmentDoc {
    SourceSpan at;
    std::uint64_t seen_keys = 0;
    std::uint64_t faulty_keys = 0;
    Given<KindText> hcf;
    Given<FreeText> framework;
    std::optional<PersonDoc> person;
    Given<ScaleName> scale;
    Given<Date> assessed;
    Given<FreeText> assessor;
    Given<Basis> basis;
    std::optional<SupervisionDoc> supervision;
    std::optional<Entries<RatingDoc>> ratings;
    static constexpr std::string_view kWording = "an assessment";
    static const MappingSpec& mapping();
};

/// Reads a document whose head says that it is an assessment.
[[nodiscard]] AssessmentDoc decode_assessment(const yaml::Tree& tree, Diagnostics& diags);

}  // namespace hcf
