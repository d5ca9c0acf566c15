// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/names.h"

#include "hcf/base/text.h"

namespace hcf {

std::optional<std::uint32_t> NameTable::add(std::string_view name, std::uint32_t index) {
    const auto [place, is_new] = folded_.try_emplace(case_fold(name), index);
    if (!is_new && place->second != index) return place->second;
    exact_.try_emplace(std::string(name), index);
    in_order_.emplace_back(name);
    return std::nullopt;
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
    if (const auto place = exact_.find(name); place != exact_.end()) return place->second;
    if (const auto place = folded_.find(case_fold(name)); place != folded_.end())
        return place->second;
    return std::nullopt;
}

std::vector<std::string_view> NameTable::all() const {
    return {in_order_.begin(), in_order_.end()};
}

}  // namespace hcf
