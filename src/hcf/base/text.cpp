// SPDX-License-Identifier: Apache-2.0
// UTF-8 and Unicode for everything above: reading checks with it, diagnostics count with it, the
// text writer aligns with it. Most of our text is ASCII, so that every function has a short way for
// it.
#include "hcf/base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <memory>

namespace hcf {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t offset) {
    return static_cast<unsigned char>(text[offset]);
}

/// Length of the well-formed sequence at `offset` (Unicode, table 3-7); 0 where there is none.
std::size_t sequence_length(std::string_view text, std::size_t offset) {
    const unsigned char lead = byte_at(text, offset);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() - offset < length) return 0;
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte_at(text, offset + 1) < low || byte_at(text, offset + 1) > high) return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte_at(text, offset + i) & 0xC0) != 0x80) return 0;
    }
    return length;
}

/// The first offset from `offset` on that may hold something else than ASCII, in steps of 8 bytes.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    std::uint64_t block = 0;
    for (; text.size() - offset >= sizeof block; offset += sizeof block) {
        std::memcpy(&block, text.data() + offset, sizeof block);
        if ((block & kHighBits) != 0) break;
    }
    return offset;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(skip_ascii(text, 0)), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t width_of(char32_t code_point) {
    if (code_point < 0x7F) return code_point >= 0x20 ? 1 : 0;
    return static_cast<std::size_t>(
        std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point))));
}

/// Signs of category Cf that are seen: they span the digits that follow them
/// (Prepended_Concatenation_Mark).
bool is_visible_format(char32_t c) {
    return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 ||
           c == 0x8E2 || c == 0x110BD || c == 0x110CD;
}

/// Variation selectors choose a form of the character before them, in emoji and in Japanese names.
bool is_variation_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_invisible(char32_t c) {
    if (c < 0x7F) return c < 0x20;
    const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
    switch (property->category) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP: return true;
        case UTF8PROC_CATEGORY_CF: return !is_visible_format(c);
        default: return property->ignorable != 0 && !is_variation_selector(c);
    }
}

/// Letters without case, and the signs that belong to them: Arabic, the scripts of India, ...
bool is_caseless_letter(char32_t c) {
    switch (utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->category) {
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC: return c >= 0x80;
        default: return false;
    }
}

/// U+200C and U+200D shape the letters at both sides of them in such scripts; names need them.
/// Anywhere else they only make two texts look the same that are not. `end` is behind the joiner.
bool is_joiner_of_letters(char32_t c, char32_t before, std::string_view text, std::size_t end) {
    if ((c != 0x200C && c != 0x200D) || end >= text.size()) return false;
    return is_caseless_letter(before) && sequence_length(text, end) != 0 &&
           is_caseless_letter(next_code_point(text, end));
}

/// Appends a code point that is not seen, by name or number.
void append_escape(std::string& out, char32_t c) {
    if (c == U'\n') {
        out += "\\n";
    } else if (c == U'\t') {
        out += "\\t";
    } else {
        fmt::format_to(std::back_inserter(out), "\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    }
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// Where the word at `begin` ends; a percent sign keeps to its number: "85 %".
std::size_t word_end(std::string_view text, std::size_t begin) {
    std::size_t end = std::min(text.find(' ', begin), text.size());
    while (text.substr(end, 2) == " %") end = std::min(text.find(' ', end + 1), text.size());
    return end;
}

/// Fills lines word by word.
class Lines {
public:
    explicit Lines(std::size_t width) : width_(std::max<std::size_t>(width, 1)) {}

    /// Adds a word behind that many spaces, which are dropped where a line begins.
    void add(std::size_t spaces, std::string_view word) {
        const std::size_t word_width = display_width(word);
        if (!line_.empty() && used_ + spaces + word_width <= width_) {
            line_.append(spaces, ' ').append(word);
            used_ += spaces + word_width;
            return;
        }
        if (const std::size_t space = word.find(' '); word_width > width_ && space != word.npos) {
            add(spaces, word.substr(0, space));
            add(1, word.substr(space + 1));
            return;
        }
        finish();
        if (word_width > width_) {
            add_in_pieces(word);
        } else {
            line_ = word;
            used_ = word_width;
        }
    }

    std::vector<std::string> take() {
        finish();
        if (lines_.empty()) lines_.emplace_back();
        return std::move(lines_);
    }

private:
    void finish() {
        if (!line_.empty()) lines_.push_back(std::move(line_));
        line_.clear();
        used_ = 0;
    }

    void add_in_pieces(std::string_view word) {
        for (std::size_t offset = 0; offset < word.size();) {
            const std::size_t begin = offset;
            const std::size_t width = width_of(next_code_point(word, offset));
            if (width != 0 && used_ + width > width_) finish();
            line_.append(word.substr(begin, offset - begin));
            used_ += width;
        }
    }

    std::size_t width_;
    std::vector<std::string> lines_;
    std::string line_;
    std::size_t used_ = 0;
};

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t offset = skip_ascii(text, 0); offset < text.size();) {
        const std::size_t length = sequence_length(text, offset);
        if (length == 0) return offset;
        offset += length;
        // Non-ASCII letters come alone: try the short way again only behind ASCII.
        if (length == 1) offset = skip_ascii(text, offset);
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const std::size_t length = sequence_length(text, offset);
    const std::size_t begin = offset;
    offset += std::max<std::size_t>(length, 1);
    const auto bits = [&](std::size_t i, unsigned mask) {
        return static_cast<char32_t>(byte_at(text, begin + i) & mask);
    };
    switch (length) {
        case 1: return bits(0, 0x7F);
        case 2: return bits(0, 0x1F) << 6 | bits(1, 0x3F);
        case 3: return bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F);
        case 4:
            return bits(0, 0x07) << 18 | bits(1, 0x3F) << 12 | bits(2, 0x3F) << 6 | bits(3, 0x3F);
        default: return kReplacement;
    }
}

void append_code_point(std::string& out, char32_t code_point) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    const auto tail = [&](int shift) { put(0x80 | (code_point >> shift & 0x3F)); };
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
        code_point = kReplacement;
    }
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
        tail(0);
    } else if (code_point < 0x10000) {
        put(0xE0 | code_point >> 12);
        tail(6);
        tail(0);
    } else {
        put(0xF0 | code_point >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t count_code_points(std::string_view text) {
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    return text.size() -
           static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const unsigned char first = byte_at(text, offset);
        if (first < 0x80) {
            width += first >= 0x20 && first != 0x7F ? 1 : 0;
            ++offset;
        } else {
            width += width_of(next_code_point(text, offset));
        }
    }
    return width;
}

std::string case_fold(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    // What utf8proc gives us is ours to free.
    const auto release = [](utf8proc_uint8_t* bytes) { std::free(bytes); };
    utf8proc_uint8_t* bytes = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(release)> owner(bytes, release);
    if (size < 0) return ascii_lower(text);
    return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

void append_escaped(std::string& out, std::string_view text) {
    std::size_t copied = 0;  // everything before is in `out`
    char32_t before = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const unsigned char first = byte_at(text, offset);
        if (first >= 0x20 && first < 0x7F) {
            ++offset;
            before = first;
            continue;
        }
        const std::size_t begin = offset;
        const bool malformed = sequence_length(text, begin) == 0;
        const char32_t code_point = next_code_point(text, offset);
        const bool is_shown =
            !malformed &&
            (!is_invisible(code_point) || is_joiner_of_letters(code_point, before, text, offset));
        before = code_point;
        if (is_shown) continue;
        out.append(text.substr(copied, begin - copied));
        if (malformed) {
            fmt::format_to(std::back_inserter(out), "\\x{{{:x}}}", first);
        } else {
            append_escape(out, code_point);
        }
        copied = offset;
    }
    out.append(text.substr(copied));
}

std::string escape_invisible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_escaped(out, text);
    return out;
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < kLongest; ++count) {
        static_cast<void>(next_code_point(text, end));
    }
    std::string out = "'";
    append_escaped(out, text.substr(0, end));
    if (end < text.size()) out += "...";
    out += '\'';
    return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    Lines lines(width);
    for (std::size_t offset = 0;;) {
        const std::size_t begin = text.find_first_not_of(' ', offset);
        if (begin == std::string_view::npos) return lines.take();
        const std::size_t end = word_end(text, begin);
        lines.add(begin - offset, text.substr(begin, end - begin));
        offset = end;
    }
}

bool is_kebab_case(std::string_view text) {
    bool in_word = false;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && !(c == '-' && in_word)) return false;
        in_word = letter;
    }
    return in_word;
}

}  // namespace hcf
