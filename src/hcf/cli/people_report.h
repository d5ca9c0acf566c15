// SPDX-License-Identifier: Apache-2.0
// A report about the people behind the paths of a command line, streamed: one part each, past bad
// files, then what is known only at the end (spec 4).
#pragma once

#include "hcf/cli/people.h"
#include "hcf/cli/settings.h"
#include "hcf/report/document.h"

#include <functional>

namespace hcf::cli {

/// What a report makes of people.
struct PeopleReport {
    ReportHead head;
    /// What a person adds to the report.
    std::function<ReportPart(const Assessment&)> use;
    /// What is added once everybody was read; may be empty.
    std::function<ReportPart()> last = {};
    /// The same, for those that ask where the assessment stands in time; instead of `use`.
    std::function<ReportPart(const Assessment&, const SeriesNote&)> use_noted = {};
    /// Completes the end of a report, which has `skipped` already; may be empty. What it puts
    /// into `closing` stands before the stamp of the framework, and only where somebody was read.
    std::function<void(ReportTail&)> end;
};

/// Finds the files, opens the output, reads the people and writes the report. Gives the exit code:
/// kNotDone where something was left out, or could not be read or written.
[[nodiscard]] int report_people(Environment& environment, const Settings& settings,
                                const PeopleOptions& options, const Framework& framework,
                                const PeopleReport& report);

}  // namespace hcf::cli
