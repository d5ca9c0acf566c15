// SPDX-License-Identifier: Apache-2.0
// A team document with its references to the framework looked up, and the assessments that it holds
// itself: what the rules judge. The files that it names are looked for in load/.
#pragma once

#include "hcf/rules/assessment_facts.h"
#include "hcf/schema/team_doc.h"

#include <optional>
#include <vector>

namespace hcf {

struct TeamFacts {
    const TeamDoc* doc = nullptr;
    const Framework* framework = nullptr;
    std::vector<AssessmentFacts> members;           ///< those whose assessment stands in the file
    std::vector<Located<CompetenceId>> expected;    ///< what `expect` names, in its order
    std::vector<const ExpectedDoc*> expected_docs;  ///< how many of each of them
};

/// Looks up everything that the document names; unknown and repeated names are reported.
[[nodiscard]] TeamFacts resolve_team(const TeamDoc& doc, const Framework& framework, Date as_of,
                                     Diagnostics& diags);

}  // namespace hcf
