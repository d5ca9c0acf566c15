// SPDX-License-Identifier: Apache-2.0
// One rating put into an assessment that somebody else wrote (ADR 0018): which bytes change, and
// how to see afterwards that nothing else did.
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/load/collection_edits.h"
#include "hcf/model/framework.h"
#include "hcf/yaml/node.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// A piece of evidence as it was named on the command line.
struct NamedEvidence {
    std::optional<EvidenceType> type;
    std::string title;
};

/// What the file will say of one competence. What is empty is not written, and goes where it was:
/// it spoke of the old value. Evidence is added to what is there; the user's own keys stay.
struct RatingRecord {
    CompetenceId competence;
    std::string value;
    Date assessed;
    std::string assessor;
    std::optional<Basis> basis;
    std::string level;
    std::optional<Date> valid_until;
    std::vector<NamedEvidence> evidence;
    std::string note;
    bool drops_plan = false;
};

/// The edits, sorted, of an assessment without errors. Nothing where the layout does not allow it.
/// An entry that is there keeps its name as it is written.
[[nodiscard]] std::optional<std::vector<TextEdit>> plan_recording(const yaml::Tree& tree,
                                                                  const Framework& framework,
                                                                  const RatingRecord& record);

/// True where two texts of an assessment are the same nodes with the same words, but for the
/// rating of one competence, and the user's own keys are the same in that, too.
[[nodiscard]] bool differs_only_in(const yaml::Tree& before, const yaml::Tree& after,
                                   const Framework& framework, CompetenceId competence);

/// True where both say the same in every word.
[[nodiscard]] bool is_same_document(const yaml::Tree& before, const yaml::Tree& after);

/// The value of a key of a mapping.
[[nodiscard]] std::optional<yaml::NodeRef> find_value(yaml::NodeRef mapping, std::string_view key);

/// The keys of a competence's rating that are written out; none of a short one.
[[nodiscard]] std::vector<std::string> written_keys(const yaml::Tree& tree,
                                                    const Framework& framework,
                                                    CompetenceId competence);

}  // namespace hcf
