// SPDX-License-Identifier: Apache-2.0
// From facts in which no rule found an error to the model.
#pragma once

#include "hcf/model/assessment.h"
#include "hcf/rules/assessment_facts.h"

namespace hcf {

/// The assessment; cannot fail. Requires: the document's diagnostics hold no error.
[[nodiscard]] Assessment build_assessment(const AssessmentFacts& facts, std::string file,
                                          std::uint32_t document);

}  // namespace hcf
