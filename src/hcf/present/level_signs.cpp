// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/level_signs.h"

#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {

std::vector<std::string> level_signs(const Framework& framework) {
    std::vector<std::string> names;
    for (const Level& level : framework.levels) {
        std::size_t size = 1;
        const auto is_shared = [&] {
            return std::any_of(
                framework.levels.begin(), framework.levels.end(), [&](const Level& other) {
                    return &other != &level && other.id.compare(0, size, level.id, 0, size) == 0;
                });
        };
        while (size < level.id.size() && is_shared()) ++size;
        std::string name = level.id.substr(0, size);
        if (name.front() >= 'a' && name.front() <= 'z')
            name.front() = static_cast<char>(name.front() - 'a' + 'A');
        names.push_back(std::move(name));
    }
    return names;
}

std::string level_legend(const Framework& framework) {
    const std::vector<std::string> names = level_signs(framework);
    std::vector<std::string> items;
    items.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        items.push_back(fmt::format("{} {}", names[i], framework.levels[i].id));
    return join(items, ", ");
}

}  // namespace hcf
