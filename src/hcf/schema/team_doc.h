// SPDX-License-Identifier: Apache-2.0
// A team as it stands in its file (spec 2, "team/1"): who belongs to it, and what is expected of
// it. Texts view the document's tree.
#pragma once

#include "hcf/schema/assessment_doc.h"
#include "hcf/schema/numbers.h"

#include <vector>

namespace hcf {

struct TeamInfoDoc {
    SourceSpan at;
    Given<IdText> id;
    Given<FreeText> name;
    Given<FreeText> organisation;
    static constexpr std::string_view kWording = "a mapping (id, name, organisation)";
    static const MappingSpec& mapping();
};

/// A member: a path to their assessment, or the assessment itself without its `hcf`.
struct MemberDoc : AssessmentDoc {
    Given<TextOf<TextKind::reference>> reference;  ///< nothing: the assessment is here
    static constexpr std::string_view kWording = "a path, or an assessment (person, ratings, ...)";
    static constexpr const TypeSpec* kShort = &Leaf<TextOf<TextKind::reference>>::kSpec;
    static const MappingSpec& mapping();
    bool read_short(Reader& reader, yaml::NodeRef node);
};

/// How many are to hold one competence.
struct ExpectedDoc {
    SourceSpan at;
    Located<std::string_view> name;  ///< the competence, as written
    Given<CountOrAll> holders;
    static constexpr std::string_view kWording = "a whole number or 'all'";
    static constexpr TextKind kKeys = TextKind::competence;
    static constexpr const TypeSpec* kShort = &Leaf<CountOrAll>::kSpec;
    bool read_short(Reader& reader, yaml::NodeRef node);
};

struct ExpectationsDoc {
    SourceSpan at;
    Given<Count> holders;
    std::optional<Entries<ExpectedDoc>> competences;
    static constexpr std::string_view kWording = "a mapping (holders, competences)";
    static const MappingSpec& mapping();
};

struct TeamDoc {
    SourceSpan at;
    Given<KindText> hcf;
    std::optional<TeamInfoDoc> team;
    std::vector<MemberDoc> members;
    std::optional<ExpectationsDoc> expect;
    static constexpr std::string_view kWording = "a team";
    static const MappingSpec& mapping();
};

/// Reads a document whose head says that it is a team.
[[nodiscard]] TeamDoc decode_team(const yaml::Tree& tree, Diagnostics& diags);

}  // namespace hcf
