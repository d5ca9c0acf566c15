// SPDX-License-Identifier: Apache-2.0
// Where the findings of validate go, in any of its formats: text, the formats of every report, and
// those that only findings have.
#pragma once

#include "hcf/cli/output.h"
#include "hcf/present/finding_format.h"
#include "hcf/present/present_findings.h"

#include <optional>
#include <string>

namespace hcf::cli {

/// The formats of --format in validate, for help and messages: "text, csv, ..., sarif, ...".
[[nodiscard]] std::string finding_format_names();

/// Takes a format that only findings have out of the options, so that the rest can be resolved as
/// in every command; nullptr where it is one of every command. An unknown one is said, and nothing
/// is given.
[[nodiscard]] std::optional<const FindingFormat*> take_finding_format(CommonOptions& options,
                                                                      Environment& environment);

class FindingsOutput {
public:
    /// `format` as take_finding_format gave it.
    FindingsOutput(Environment& environment, const Settings& settings, const FindingFormat* format,
                   Json envelope)
        : settings_(settings),
          format_(format),
          output_(environment, settings),
          head_(findings_head(std::move(envelope))) {}

    /// Opens the destination, which may be none of the inputs, and begins; false after saying why
    /// not.
    [[nodiscard]] bool begin(const std::vector<InputFile>& inputs);

    void tell(const Finding& finding);

    /// Shows blocks behind the findings, in the formats for readers.
    void close_with(const Document& document);

    /// A file has been checked to its end.
    void end_file(const std::string& file);

    /// False once a write has failed.
    [[nodiscard]] bool is_open() const { return output_.is_open(); }

    /// Writes what is left and commits; false after saying why not. `is_whole`: everything could be
    /// checked.
    [[nodiscard]] bool finish(const FindingCounts& counts, bool is_whole);

private:
    [[nodiscard]] bool is_text() const { return settings_.format->name == "text"; }

    const Settings& settings_;
    const FindingFormat* format_;
    ReportOutput output_;
    ReportHead head_;
    FindingWriteState state_;
    Document closing_;
};

}  // namespace hcf::cli
