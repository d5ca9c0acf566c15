// SPDX-License-Identifier: Apache-2.0
// The output formats: one file and one line in all_formats.inc each. A writer appends to a buffer and knows no stream,
// no terminal and no analysis.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "hcf/report/document.h"

namespace hcf {

struct WriteOptions {
    bool colour = false;       ///< text: ANSI colours
    bool csv_raw = false;      ///< CSV: do not defuse formula cells
    std::size_t width = 80;    ///< text: columns of a page
};

/// What a format reads of a report, so that the rest need not be made.
enum class Reads { document, records, elements };

/// What a writer must remember between parts.
struct WriteState {
    bool any_part = false;
    bool any_element = false;
};

struct Format {
    std::string_view name;
    std::string_view extension;  ///< with its dot
    std::string_view summary;    ///< for --help
    Reads reads;
    void (*begin)(std::string& out, const ReportHead& head, const WriteOptions& options, WriteState& state);
    void (*part)(std::string& out, const ReportHead& head, const ReportPart& part, const WriteOptions& options,
                 WriteState& state);
    void (*end)(std::string& out, const ReportHead& head, const ReportTail& tail, const WriteOptions& options,
                WriteState& state);
};

/// All formats in the order of help and documentation.
[[nodiscard]] std::span<const Format* const> all_formats();

/// The format of that name, or of that file extension (with its dot); nullptr where there is none.
[[nodiscard]] const Format* find_format(std::string_view name);
[[nodiscard]] const Format* find_format_by_extension(std::string_view extension);

/// A whole report of one part, in a format.
[[nodiscard]] std::string write_report(const Format& format, const ReportHead& head, const ReportPart& part,
                                       const ReportTail& tail, const WriteOptions& options);

}  // namespace hcf
