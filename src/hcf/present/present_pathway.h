// SPDX-License-Identifier: Apache-2.0
// The way from a role to a role as JSON, as CSV rows, as a page to read and as a picture (spec 5,
// "pathways").
#pragma once

#include "hcf/analysis/pathways.h"
#include "hcf/base/date.h"
#include "hcf/report/document.h"

#include <string>

namespace hcf {

/// Envelope, columns and what is known before the steps; the steps are added by the part.
[[nodiscard]] ReportHead pathway_head(const Framework& framework, const PathwayQuestion& question,
                                      const Pathway& pathway, Date as_of);

/// The steps, in all that formats read.
[[nodiscard]] ReportPart pathway_part(const Framework& framework, const PathwayQuestion& question,
                                      const Pathway& pathway, Date as_of);

/// The figures, and the stamp of the framework.
[[nodiscard]] ReportTail pathway_tail(const Framework& framework, const Pathway& pathway,
                                      Date as_of);

// For the files of this presenter.

/// One page: the steps with what is new in each, or what blocks them.
[[nodiscard]] Document pathway_document(const Framework& framework, const PathwayQuestion& question,
                                        const Pathway& pathway);

/// The roles by level, and the steps through them.
[[nodiscard]] Graph pathway_graph(const Framework& framework, const PathwayQuestion& question,
                                  const Pathway& pathway, Date as_of);

/// "From Support Worker to Nurse Educator"; a person by name and id.
[[nodiscard]] std::string pathway_title(const Framework& framework,
                                        const PathwayQuestion& question);

/// "3 steps, 9 new competences, at most 4 in a step".
[[nodiscard]] std::string pathway_result(const Pathway& pathway);

}  // namespace hcf
