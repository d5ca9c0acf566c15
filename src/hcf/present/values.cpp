// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Field text_or_nothing(const std::string& text) {
    if (text.empty()) return std::monostate{};
    return text;
}

Json date_or_null(const std::optional<Date>& date) {
    return date ? Json(to_string(*date)) : Json(nullptr);
}

Field date_or_nothing(const std::optional<Date>& date) {
    if (!date) return std::monostate{};
    return to_string(*date);
}

Json ratio_or_null(const std::optional<Ratio>& ratio) {
    return ratio ? to_json(*ratio) : Json(nullptr);
}

Field ratio_or_nothing(const std::optional<Ratio>& ratio) {
    if (!ratio) return std::monostate{};
    return *ratio;
}

std::string percent_text(const std::optional<Ratio>& ratio) {
    return ratio ? fmt::format("{} %", whole_percent(*ratio)) : std::string("n/a");
}

std::string join(const std::vector<std::string>& items, std::string_view separator) {
    std::string result;
    for (const std::string& item : items) {
        if (!result.empty()) result += separator;
        result += item;
    }
    return result;
}

}  // namespace hcf
