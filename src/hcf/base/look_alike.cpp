// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/look_alike.h"

#include "hcf/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hcf {
namespace {

struct Pair {
    char32_t code_point;
    char latin;
};

// The letters of the two scripts whose usual glyph is that of a Latin letter; sorted by code point.
constexpr std::array kPairs = {
    Pair{0x0391, 'A'}, Pair{0x0392, 'B'}, Pair{0x0395, 'E'}, Pair{0x0396, 'Z'}, Pair{0x0397, 'H'},
    Pair{0x0399, 'I'}, Pair{0x039A, 'K'}, Pair{0x039C, 'M'}, Pair{0x039D, 'N'}, Pair{0x039F, 'O'},
    Pair{0x03A1, 'P'}, Pair{0x03A4, 'T'}, Pair{0x03A5, 'Y'}, Pair{0x03A7, 'X'}, Pair{0x03B1, 'a'},
    Pair{0x03B9, 'i'}, Pair{0x03BD, 'v'}, Pair{0x03BF, 'o'}, Pair{0x03C1, 'p'}, Pair{0x03C5, 'u'},
    Pair{0x0405, 'S'}, Pair{0x0406, 'I'}, Pair{0x0408, 'J'}, Pair{0x0410, 'A'}, Pair{0x0412, 'B'},
    Pair{0x0415, 'E'}, Pair{0x041A, 'K'}, Pair{0x041C, 'M'}, Pair{0x041D, 'H'}, Pair{0x041E, 'O'},
    Pair{0x0420, 'P'}, Pair{0x0421, 'C'}, Pair{0x0422, 'T'}, Pair{0x0423, 'Y'}, Pair{0x0425, 'X'},
    Pair{0x0430, 'a'}, Pair{0x0435, 'e'}, Pair{0x043E, 'o'}, Pair{0x0440, 'p'}, Pair{0x0441, 'c'},
    Pair{0x0443, 'y'}, Pair{0x0445, 'x'}, Pair{0x0455, 's'}, Pair{0x0456, 'i'}, Pair{0x0458, 'j'},
    Pair{0x0501, 'd'}, Pair{0x051B, 'q'}, Pair{0x051D, 'w'},
};

bool is_latin_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

std::string_view foreign_script(char32_t c) {
    if ((c >= 0x0370 && c <= 0x03FF) || (c >= 0x1F00 && c <= 0x1FFF)) return "Greek";
    if ((c >= 0x0400 && c <= 0x052F) || (c >= 0x1C80 && c <= 0x1C8F)) return "Cyrillic";
    return {};
}

char latin_twin(char32_t c) {
    const auto place =
        std::lower_bound(kPairs.begin(), kPairs.end(), c,
                         [](const Pair& pair, char32_t value) { return pair.code_point < value; });
    return place != kPairs.end() && place->code_point == c ? place->latin : '\0';
}

}  // namespace

std::optional<LookAlike> find_look_alike(std::string_view text) {
    std::optional<LookAlike> first;
    bool has_latin = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t begin = offset;
        const char32_t c = next_code_point(text, offset);
        has_latin = has_latin || is_latin_letter(c);
        if (const auto script = foreign_script(c); !first && !script.empty()) {
            first = LookAlike{begin, offset - begin, c, script, latin_twin(c)};
        }
    }
    return has_latin ? first : std::nullopt;
}

std::string describe(const LookAlike& look_alike) {
    const auto number = static_cast<std::uint32_t>(look_alike.code_point);
    if (look_alike.latin == '\0') return fmt::format("U+{:04X} ({})", number, look_alike.script);
    return fmt::format("U+{:04X} ({}, looks like '{}')", number, look_alike.script,
                       look_alike.latin);
}

}  // namespace hcf
