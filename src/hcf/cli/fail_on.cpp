// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/fail_on.h"

#include "hcf/cli/settings.h"

#include <algorithm>

namespace hcf::cli {

std::optional<std::vector<bool>> parse_fail_on(const std::string& list,
                                               std::span<const std::string_view> known,
                                               Environment& environment) {
    std::vector<bool> named(known.size());
    if (list.empty()) return named;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string_view word = std::string_view(list).substr(begin, end - begin);
        if (!is_known_word("--fail-on", word, known, environment, "a list of:"))
            return std::nullopt;
        const auto place = std::find(known.begin(), known.end(), word);
        named[static_cast<std::size_t>(place - known.begin())] = true;
        begin = end + 1;
    }
    return named;
}

}  // namespace hcf::cli
