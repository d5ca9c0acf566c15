// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace hcf {
namespace {

constexpr std::size_t kContext = 3;

void append_line(std::string& out, char sign, std::string_view line) {
    out += sign;
    out += line;
    if (line.empty() || line.back() != '\n') out += "\n\\ No newline at end of file\n";
}

/// Where a hunk stands in a text: a place before it where it has no line there.
std::string range_of(std::size_t before, std::size_t count) {
    return fmt::format("{},{}", count == 0 ? before : before + 1, count);
}

/// Lines [begin, end), of which some are changed; `added` were added and `removed` were removed
/// before them.
void append_hunk(std::string& out, const std::vector<LinePair>& lines, std::size_t begin,
                 std::size_t end, std::size_t added, std::size_t removed) {
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
    const auto added_here = static_cast<std::size_t>(
        std::count_if(first, last, [](const LinePair& line) { return line.is_added; }));
    const auto removed_here = static_cast<std::size_t>(
        std::count_if(first, last, [](const LinePair& line) { return line.is_removed; }));
    fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n",
                   range_of(begin - added, end - begin - added_here),
                   range_of(begin - removed, end - begin - removed_here));
    for (std::size_t i = begin; i < end;) {
        if (!lines[i].is_changed) {
            append_line(out, ' ', lines[i++].before);
            continue;
        }
        std::size_t behind = i;
        for (; behind < end && lines[behind].is_changed; ++behind) {
            if (!lines[behind].is_added) append_line(out, '-', lines[behind].before);
        }
        for (; i < behind; ++i) {
            if (!lines[i].is_removed) append_line(out, '+', lines[i].after);
        }
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

std::vector<LinePair> match_lines(const std::vector<std::string_view>& before,
                                  const std::vector<std::string_view>& after,
                                  const std::vector<std::string_view>& shown_before,
                                  const std::vector<std::string_view>& shown_after) {
    std::size_t head = 0;
    const std::size_t shorter = std::min(before.size(), after.size());
    while (head < shorter && before[head] == after[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    // What lies between is short; a longer one is told as gone, and come anew.
    constexpr std::size_t kMostCells = 4'000'000;
    const std::size_t rows = before.size() - head - tail;
    const std::size_t columns = after.size() - head - tail;
    const bool is_matched = (rows + 1) * (columns + 1) <= kMostCells;
    const std::size_t width = columns + 1;
    // Cell (i, k): how many lines stay of those from i on and those from k on.
    std::vector<std::uint32_t> stay(is_matched ? (rows + 1) * width : 0);
    const auto is_same = [&](std::size_t i, std::size_t k) {
        return before[head + i] == after[head + k];
    };
    for (std::size_t i = is_matched ? rows : 0; i-- > 0;) {
        for (std::size_t k = columns; k-- > 0;) {
            stay[i * width + k] =
                is_same(i, k) ? stay[(i + 1) * width + k + 1] + 1
                              : std::max(stay[(i + 1) * width + k], stay[i * width + k + 1]);
        }
    }
    std::vector<LinePair> lines;
    const auto keep = [&](std::size_t i, std::size_t k) {
        lines.push_back({shown_before[i], shown_after[k]});
    };
    for (std::size_t i = 0; i < head; ++i) keep(i, i);
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < rows || k < columns) {
        if (is_matched && i < rows && k < columns && is_same(i, k)) {
            keep(head + i++, head + k++);
        } else if (k == columns || (i < rows && (!is_matched || stay[(i + 1) * width + k] >=
                                                                    stay[i * width + k + 1]))) {
            lines.push_back({shown_before[head + i++], {}, true, false, true});
        } else {
            lines.push_back({{}, shown_after[head + k++], true, true});
        }
    }
    for (std::size_t n = 0; n < tail; ++n) keep(head + rows + n, head + columns + n);
    return lines;
}

void append_unified_diff(std::string& out, std::string_view name,
                         const std::vector<LinePair>& lines) {
    bool is_begun = false;
    std::size_t added = 0;    // in the lines that were looked at
    std::size_t removed = 0;  // likewise
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
        for (; counted < begin; ++counted) {
            added += lines[counted].is_added ? 1U : 0U;
            removed += lines[counted].is_removed ? 1U : 0U;
        }
        append_hunk(out, lines, begin, std::min(last + kContext + 1, lines.size()), added, removed);
        i = last + 1;
    }
}

}  // namespace hcf
