// SPDX-License-Identifier: Apache-2.0
// The optimal string alignment distance, kept to a band around the diagonal: we only ever ask for
// near words.
#include "hcf/base/suggest.h"

#include "hcf/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hcf {

namespace {

constexpr std::size_t kMostNames = 3;
constexpr std::size_t kShortestPrefix = 4;
constexpr std::size_t kLongestWord = 256;  // bytes; nobody mistypes a novel

std::u32string decode(std::string_view text) {
    std::u32string points;
    for (std::size_t offset = 0; offset < text.size();) points += next_code_point(text, offset);
    return points;
}

/// Lower case, and words joined in one way.
std::u32string normalise(std::string_view text) {
    std::u32string points = decode(case_fold(text));
    std::replace(points.begin(), points.end(), U'_', U'-');
    std::replace(points.begin(), points.end(), U' ', U'-');
    return points;
}

std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    limit = std::min(limit, std::max(a.size(), b.size()));
    const std::size_t far = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return far;
    std::array<std::vector<std::size_t>, 3> rows;
    rows.fill(std::vector<std::size_t>(b.size() + 1, far));
    auto& [row, above, above_that] = rows;
    for (std::size_t j = 0; j <= std::min(limit, b.size()); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        above_that.swap(above);
        above.swap(row);
        std::fill(row.begin(), row.end(), far);
        if (i <= limit) row[0] = i;
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = std::min(b.size(), i + limit);
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1, far});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], above_that[j - 2] + 1);
        }
    }
    return row[b.size()];
}

/// True where one of the words begins with the whole other one.
bool is_prefix(const std::u32string& a, const std::u32string& b) {
    const std::size_t length = std::min(a.size(), b.size());
    return length >= kShortestPrefix && a.compare(0, length, b, 0, length) == 0;
}

struct Candidate {
    std::size_t distance = 0;
    std::string_view name;
};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t found = distance(decode(a), decode(b), limit);
    return std::min(found, limit + 1);
}

std::vector<std::string_view> nearest(std::string_view word,
                                      std::span<const std::string_view> known) {
    if (word.empty() || word.size() > kLongestWord) return {};
    const std::u32string wanted = normalise(word);
    const std::size_t limit = std::clamp<std::size_t>(wanted.size() / 3, 1, 3);
    std::vector<Candidate> candidates;
    for (const std::string_view name : known) {
        if (name.size() > kLongestWord) continue;
        const std::u32string other = normalise(name);
        std::size_t found = distance(wanted, other, limit);
        // A word of which no letter is left is another word.
        if (found > limit || found >= std::max(wanted.size(), other.size())) {
            if (!is_prefix(wanted, other)) continue;
            found = limit + 1;
        }
        const auto is_this = [name](const Candidate& candidate) { return candidate.name == name; };
        if (std::none_of(candidates.begin(), candidates.end(), is_this)) {
            candidates.push_back({found, name});
        }
    }
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.distance < b.distance; });
    std::vector<std::string_view> names;
    for (const Candidate& candidate : candidates) {
        if (names.size() < kMostNames) names.push_back(candidate.name);
    }
    return names;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    return did_you_mean(nearest(word, known));
}

std::string did_you_mean(const std::vector<std::string_view>& names) {
    if (names.empty()) return {};
    std::string text = "did you mean ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i != 0) text += i + 1 == names.size() ? " or " : ", ";
        text += in_quotes(names[i]);
    }
    text += '?';
    return text;
}

}  // namespace hcf
