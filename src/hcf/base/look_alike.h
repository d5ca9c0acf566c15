// SPDX-License-Identifier: Apache-2.0
// Letters that look like Latin ones but are not: `hand-hygiеne` with a Cyrillic е is another word
// to a machine (spec 4).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hcf {

/// A Cyrillic or Greek letter in a text that has Latin letters too.
struct LookAlike {
    std::size_t offset = 0;  ///< bytes
    std::size_t size = 0;    ///< bytes
    char32_t code_point = 0;
    std::string_view script;  ///< "Cyrillic" or "Greek"
    char latin = 0;           ///< the letter that it looks like; 0 where it looks like none
};

/// The first look-alike of a text that mixes scripts; a text all in one script has none.
[[nodiscard]] std::optional<LookAlike> find_look_alike(std::string_view text);

/// "U+0435 (Cyrillic, looks like 'e')".
[[nodiscard]] std::string describe(const LookAlike& look_alike);

}  // namespace hcf
