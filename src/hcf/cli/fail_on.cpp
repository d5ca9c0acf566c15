// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/fail_on.h"

#include "hcf/base/suggest.h"
#include "hcf/cli/messages.h"

#include <fmt/format.h>

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
        const auto place = std::find(known.begin(), known.end(), word);
        if (place == known.end()) {
            std::string words;
            for (const std::string_view candidate : known)
                words += fmt::format("{}{}", words.empty() ? "" : ", ", candidate);
            const std::string near = did_you_mean(word, known);
            say_error(environment, fmt::format("--fail-on: unknown word '{}'", word),
                      near.empty() ? "a list of: " + words : near);
            return std::nullopt;
        }
        named[static_cast<std::size_t>(place - known.begin())] = true;
        begin = end + 1;
    }
    return named;
}

}  // namespace hcf::cli
