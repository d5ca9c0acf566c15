// SPDX-License-Identifier: Apache-2.0
#include "golden/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace hcf::tests {
namespace {

constexpr std::size_t kMostDiffLines = 60;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Takes away the lines that both begin and end with.
void drop_common(std::vector<std::string>& a, std::vector<std::string>& b) {
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.pop_back();
        b.pop_back();
    }
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    a.erase(a.begin(), in_a);
    b.erase(b.begin(), in_b);
}

}  // namespace

std::string diff(const std::string& expected, const std::string& got) {
    std::vector<std::string> a = lines_of(expected);
    std::vector<std::string> b = lines_of(got);
    drop_common(a, b);
    std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                                 std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1
                                        : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    std::string text;
    std::size_t shown = 0;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
            continue;
        }
        const bool is_expected =
            j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1]);
        if (++shown <= kMostDiffLines) {
            text += fmt::format("    {}{}\n", is_expected ? '-' : '+', is_expected ? a[i] : b[j]);
        }
        ++(is_expected ? i : j);
    }
    if (shown > kMostDiffLines)
        text += fmt::format("    ... {} more lines\n", shown - kMostDiffLines);
    return text;
}

}  // namespace hcf::tests
