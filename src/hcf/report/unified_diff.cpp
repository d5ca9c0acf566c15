// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hcf {
namespace {

constexpr std::size_t kContext = 3;

void append_line(std::string& out, char sign, std::string_view line) {
    out += sign;
    out += line;
    if (line.empty() || line.back() != '\n') out += "\n\\ No newline at end of file\n";
}

/// Lines [begin, end), of which some are changed; `added` were added before them.
void append_hunk(std::string& out, const std::vector<LinePair>& lines, std::size_t begin,
                 std::size_t end, std::size_t added) {
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
    const auto added_here = static_cast<std::size_t>(
        std::count_if(first, last, [](const LinePair& line) { return line.is_added; }));
    fmt::format_to(std::back_inserter(out), "@@ -{},{} +{},{} @@\n", begin - added + 1,
                   end - begin - added_here, begin + 1, end - begin);
    for (std::size_t i = begin; i < end;) {
        if (!lines[i].is_changed) {
            append_line(out, ' ', lines[i++].before);
            continue;
        }
        std::size_t behind = i;
        for (; behind < end && lines[behind].is_changed; ++behind) {
            if (!lines[behind].is_added) append_line(out, '-', lines[behind].before);
        }
        while (i < behind) append_line(out, '+', lines[i++].after);
    }
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

void append_unified_diff(std::string& out, std::string_view name,
                         const std::vector<LinePair>& lines) {
    bool is_begun = false;
    std::size_t added = 0;    // in the lines that were looked at
    std::size_t counted = 0;  // how many these are
    for (std::size_t i = 0; i < lines.size();) {
        if (!lines[i].is_changed) {
            ++i;
            continue;
        }
        const std::size_t begin = i > kContext ? i - kContext : 0;
        std::size_t last = i;  // the last changed line of the hunk
        for (std::size_t k = i; k < lines.size() && k <= last + 2 * kContext; ++k) {
            if (lines[k].is_changed) last = k;
        }
        if (!is_begun) fmt::format_to(std::back_inserter(out), "--- a/{0}\n+++ b/{0}\n", name);
        is_begun = true;
        for (; counted < begin; ++counted) added += lines[counted].is_added ? 1U : 0U;
        append_hunk(out, lines, begin, std::min(last + kContext + 1, lines.size()), added);
        i = last + 1;
    }
}

}  // namespace hcf
