// SPDX-License-Identifier: Apache-2.0
// A diagnostic that has outgrown its document: files, lines and columns instead of bytes, and the
// line that it shows.
#pragma once

#include "hcf/diag/diagnostic.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hcf {

/// A place in another line or file that belongs to a finding.
struct RelatedFinding {
    std::string file;
    Position at;
    std::string message;
    friend bool operator==(const RelatedFinding&, const RelatedFinding&) = default;
};

/// A diagnostic as it is printed (spec 4, "Diagnostics").
struct Finding {
    const RuleInfo* rule = nullptr;
    Severity severity = Severity::error;
    std::string file;
    std::uint32_t document = 1;
    Position begin;
    Position end;  ///< one past the last character; begin where the place has no extent
    std::string message;
    std::string help;
    std::vector<RelatedFinding> related;
    std::string
        frame;  ///< the line of `begin`, or the part of a long one around it, private values masked
    bool has_frame = false;
    bool cut_before = false;        ///< the line has more before the frame
    bool cut_behind = false;        ///< the line has more behind the frame
    std::uint32_t caret_begin = 0;  ///< the bytes of `frame` that are underlined
    std::uint32_t caret_end = 0;
    std::uint64_t line_hash = 0;  ///< of the frame with private values masked, however they are
                                  ///< shown; blanks count as one
};

/// Bytes [begin, end) of a document.
struct ByteRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Whether frames show what is nobody's business in a log.
enum class PrivateValues { masked, shown };

/// Resolves a diagnostic while its document is alive. Bytes in `masked` (sorted, not overlapping)
/// are private: they are shown as one '*' per display column, so that carets still stand right,
/// unless `values` says to show them; the message is not touched.
[[nodiscard]] Finding resolve(const Diagnostic& diagnostic, const SourceSet& sources,
                              std::span<const ByteRange> masked = {},
                              PrivateValues values = PrivateValues::masked);

/// Sorts the findings of one file by line, column and rule id (spec 4); equal ones keep their
/// order.
void sort_findings(std::span<Finding> findings);

struct RenderOptions {
    bool colour = false;
    bool frames = true;
};

/// Appends the first line alone, without colour: the whole message for tools.
void render_first_line(std::string& out, const Finding& finding);

/// Appends a finding as text: the machine-readable first line, the code frame, related places,
/// help. A frame shows at most 100 columns of a long line, around the caret; control and bidi
/// characters are escaped, tabs shown as spaces.
void render(std::string& out, const Finding& finding, const RenderOptions& options);

}  // namespace hcf
