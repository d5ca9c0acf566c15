// SPDX-License-Identifier: Apache-2.0
// A unified diff of two texts, of which it is known which line became which.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// A line before and after; `before` and `after` are what is shown, with their line breaks.
struct LinePair {
    std::string_view before;  ///< empty where the line was added
    std::string_view after;   ///< empty where the line was removed
    bool is_changed = false;
    bool is_added = false;    ///< it was not there before; changed, too
    bool is_removed = false;  ///< it is there no longer, and `after` is empty; changed, too
};

/// Appends the diff under the names `a/NAME` and `b/NAME`, with three lines around each change;
/// nothing where none is changed.
void append_unified_diff(std::string& out, std::string_view name,
                         const std::vector<LinePair>& lines);

/// Which line became which, where that is not known: lines that both texts have in the same order
/// stay, as many as can be. `shown_before` and `shown_after` are what is shown of them.
/// Requires: as many shown lines as lines.
[[nodiscard]] std::vector<LinePair> match_lines(const std::vector<std::string_view>& before,
                                                const std::vector<std::string_view>& after,
                                                const std::vector<std::string_view>& shown_before,
                                                const std::vector<std::string_view>& shown_after);

/// The lines of a text, each with its line feed.
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace hcf
