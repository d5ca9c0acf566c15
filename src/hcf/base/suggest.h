// SPDX-License-Identifier: Apache-2.0
// "did you mean": the nearest known names to a word that is not known.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Edits (insert, delete, replace, swap of neighbours) of code points between two words, case and
/// accents counted; any value above the limit is given as limit + 1.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// At most three of the known names that are near enough to be meant, nearest first, ties in the
/// order given. Case does not count, nor which of space, '_' and '-' joins words; near are a third
/// of the word's letters (at least 1, at most 3 edits), then names of which it is the beginning, or
/// the other way round (at least 4 letters).
[[nodiscard]] std::vector<std::string_view> nearest(std::string_view word,
                                                    std::span<const std::string_view> known);

/// "did you mean 'a'?" or "did you mean 'a', 'b' or 'c'?"; empty where nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> known);

/// The same for names that have been chosen already.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string_view>& names);

}  // namespace hcf
