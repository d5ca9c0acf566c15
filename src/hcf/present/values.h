// SPDX-License-Identifier: Apache-2.0
// Values that may be absent, as JSON and as CSV: what is absent is null, or an empty cell, and
// never left out (spec 5). Private to present/ and to the commands.
#pragma once

#include "hcf/base/date.h"
#include "hcf/base/ratio.h"
#include "hcf/base/vocabulary.h"
#include "hcf/report/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// An empty text is null, or nothing.
[[nodiscard]] Json text_or_null(const std::string& text);
[[nodiscard]] Field text_or_nothing(const std::string& text);

/// A day as `YYYY-MM-DD`.
[[nodiscard]] Json date_or_null(const std::optional<Date>& date);
[[nodiscard]] Field date_or_nothing(const std::optional<Date>& date);

/// An exact share; nothing is n/a.
[[nodiscard]] Json ratio_or_null(const std::optional<Ratio>& ratio);
[[nodiscard]] Field ratio_or_nothing(const std::optional<Ratio>& ratio);

/// For readers: "84 %", "n/a".
[[nodiscard]] std::string percent_text(const std::optional<Ratio>& ratio);

/// A word of a closed list.
template <class Enum>
[[nodiscard]] Json word_or_null(const std::optional<Enum>& value) {
    return value ? Json(to_string(*value)) : Json(nullptr);
}
template <class Enum>
[[nodiscard]] Field word_or_nothing(const std::optional<Enum>& value) {
    if (!value) return std::monostate{};
    return std::string(to_string(*value));
}

/// A count.
[[nodiscard]] inline std::int64_t as_count(std::size_t size) {
    return static_cast<std::int64_t>(size);
}

/// Items joined by a separator.
[[nodiscard]] std::string join(const std::vector<std::string>& items, std::string_view separator);

}  // namespace hcf
