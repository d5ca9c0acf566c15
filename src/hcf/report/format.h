// SPDX-License-Identifier: Apache-2.0
// The output formats: one file and one line in all_formats.inc each. A writer appends to a buffer
// and knows no stream, no terminal and no analysis.
#pragma once

#include "hcf/report/document.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace hcf {

/// What a caller may choose of a report's look.
struct WriteOptions {
    bool colour = false;     ///< text: ANSI colours
    bool csv_raw = false;    ///< CSV: do not defuse formula cells
    std::size_t width = 80;  ///< text: columns of a page
};

/// What a format reads of a report, so that the rest need not be made.
enum class Reads { document, records, elements };

/// What a format asks of a report beyond blocks, rows and elements; it takes only reports of
/// commands that offer it.
enum class Extra { none, graph, calendar };

/// What a writer must remember between parts; the buffer may have been emptied between two calls.
struct WriteState {
    bool any_part = false;     ///< blocks of a document have been written
    bool any_element = false;  ///< elements of the list have been written
    bool after_list = false;   ///< Markdown: the last block was a list, which another one continues
    std::size_t pictures = 0;  ///< HTML: how many have been drawn, for their ids
};

/// A format: its names, and the three steps of writing a report, each of which appends to `out`.
struct Format {
    std::string_view name;
    std::string_view extension;  ///< with its dot
    std::string_view summary;    ///< for --help
    Reads reads;
    void (*begin)(std::string& out, const ReportHead& head, const WriteOptions& options,
                  WriteState& state);
    void (*part)(std::string& out, const ReportHead& head, const ReportPart& part,
                 const WriteOptions& options, WriteState& state);
    void (*end)(std::string& out, const ReportHead& head, const ReportTail& tail,
                const WriteOptions& options, WriteState& state);
    Extra needs = Extra::none;  ///< the one thing that it reads; none: it takes every report
    std::string_view other_extension = {};  ///< that means it too; empty: none
};

// Declares every listed format. A listed one without a definition fails to link; a definition that
// is not listed stays local to its file and fails -Werror=unused-const-variable.
#define HCF_FORMAT(name) extern const Format name;
#include "hcf/report/all_formats.inc"
#undef HCF_FORMAT

/// All formats in the order of help and documentation.
[[nodiscard]] std::span<const Format* const> all_formats();

/// The format of that name; nullptr where there is none.
[[nodiscard]] const Format* find_format(std::string_view name);

/// The format of that file extension (with its dot, in either case); nullptr where there is none.
[[nodiscard]] const Format* find_format_by_extension(std::string_view extension);

/// A whole report of one part, in a format.
[[nodiscard]] std::string write_report(const Format& format, const ReportHead& head,
                                       const ReportPart& part, const ReportTail& tail,
                                       const WriteOptions& options);

}  // namespace hcf
