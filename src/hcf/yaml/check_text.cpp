// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/check_text.h"

#include "hcf/base/text.h"
#include "hcf/diag/reading_rules.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>

namespace hcf::yaml {

namespace {

using reading_rules::kControlCharacter;
using reading_rules::kInvalidUtf8;

enum class ByteClass : std::uint8_t { ordinary, tab, carriage_return, control, high };

constexpr std::array<ByteClass, 256> make_classes() {
    std::array<ByteClass, 256> classes = {};
    for (std::size_t byte = 0; byte < 0x20; ++byte) classes[byte] = ByteClass::control;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) classes[byte] = ByteClass::high;
    classes['\t'] = ByteClass::tab;
    classes['\n'] = ByteClass::ordinary;
    classes['\r'] = ByteClass::carriage_return;
    classes[0x7F] = ByteClass::control;
    return classes;
}

constexpr std::array<ByteClass, 256> kClasses = make_classes();

/// What YAML calls not printable, among what is no ASCII: C1 without NEL, and two non-characters.
bool is_forbidden(char32_t c) {
    return (c >= 0x80 && c <= 0x9F && c != 0x85) || c == 0xFFFE || c == 0xFFFF;
}

/// Looks at the bytes of one document in order.
class TextChecker {
public:
    TextChecker(SourceId source, std::string_view text, Adjustments& adjustments,
                Diagnostics& diags)
        : source_(source), text_(text), patches_(adjustments.patches), diags_(diags) {}

    TextFacts check() {
        if (const std::string_view head = text_.substr(0, 2);
            head == "\xFF\xFE" || head == "\xFE\xFF") {
            report(kInvalidUtf8, 0, 2, "the text is UTF-16, not UTF-8", "save the file as UTF-8");
            return std::move(facts_);
        }
        find_next_invalid(0);
        for (std::size_t at = skip_ordinary(0); at < text_.size() && reported_ < kMaxBadCharacters;
             at = skip_ordinary(at)) {
            switch (class_of(text_[at])) {
                case ByteClass::ordinary: break;
                case ByteClass::tab: at = check_tab(at); break;
                case ByteClass::carriage_return:
                    if (text_.substr(at + 1, 1) != "\n") {
                        patches_.push_back({static_cast<std::uint32_t>(at), '\n'});
                    }
                    ++at;
                    break;
                case ByteClass::control:
                    report_character(static_cast<unsigned char>(text_[at]), at, at + 1);
                    ++at;
                    break;
                case ByteClass::high: at = check_high(at); break;
            }
        }
        return std::move(facts_);
    }

private:
    static ByteClass class_of(char byte) { return kClasses[static_cast<unsigned char>(byte)]; }

    std::size_t skip_ordinary(std::size_t at) const {
        while (at < text_.size() && class_of(text_[at]) == ByteClass::ordinary) ++at;
        return at;
    }

    /// A line of nothing but blanks is empty; yaml-cpp takes a tab in it for indentation.
    std::size_t check_tab(std::size_t at) {
        std::size_t begin = at;
        while (begin > 0 && text_[begin - 1] == ' ') --begin;
        const bool first = begin == 0 || is_break(text_[begin - 1]);
        std::size_t end = at;
        while (end < text_.size() && is_blank(text_[end])) ++end;
        if (first && (end == text_.size() || is_break(text_[end]))) {
            for (; at < end; ++at) patches_.push_back({static_cast<std::uint32_t>(at), ' '});
        }
        return end;
    }

    std::size_t check_high(std::size_t at) {
        if (at >= invalid_) return report_invalid(at);
        std::size_t end = at;
        const char32_t c = next_code_point(text_, end);
        if (is_forbidden(c)) report_character(c, at, end);
        if (c == 0xFEFF) facts_.byte_order_marks.push_back(static_cast<std::uint32_t>(at));
        return end;
    }

    void find_next_invalid(std::size_t from) {
        const std::optional<std::size_t> found = find_invalid_utf8(text_.substr(from));
        invalid_ = found ? from + *found : text_.size();
    }

    /// Reports adjacent bad bytes as one: they mostly are one character of another encoding.
    std::size_t report_invalid(std::size_t begin) {
        std::size_t end = begin;
        while (end == invalid_ && end < text_.size()) find_next_invalid(++end);
        std::string bytes;
        for (std::size_t at = begin; at < end && at < begin + 4; ++at) {
            fmt::format_to(std::back_inserter(bytes), " 0x{:02X}",
                           static_cast<unsigned char>(text_[at]));
        }
        report(kInvalidUtf8, begin, end,
               fmt::format("invalid UTF-8: {}{}{}", end - begin == 1 ? "byte" : "bytes", bytes,
                           end - begin > 4 ? " ..." : ""),
               "save the file as UTF-8");
        return end;
    }

    void report_character(char32_t c, std::size_t begin, std::size_t end) {
        const auto number = static_cast<std::uint32_t>(c);
        report(kControlCharacter, begin, end, fmt::format("control character U+{:04X}", number),
               number < 0x100
                   ? fmt::format("remove it, or write it as '\\x{:02X}' in double quotes", number)
                   : fmt::format("remove it, or write it as '\\u{:04X}' in double quotes", number));
    }

    void report(const RuleInfo& rule, std::size_t begin, std::size_t end, std::string message,
                std::string help) {
        diags_.add(rule,
                   {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                   std::move(message), std::move(help));
        facts_.ok = false;
        ++reported_;
    }

    SourceId source_;
    std::string_view text_;
    std::vector<Patch>& patches_;
    Diagnostics& diags_;
    TextFacts facts_;
    std::size_t invalid_ = 0;  ///< the next byte that is no valid UTF-8
    std::size_t reported_ = 0;
};

}  // namespace

TextFacts check_text(SourceId source, std::string_view text, Adjustments& adjustments,
                     Diagnostics& diags) {
    return TextChecker(source, text, adjustments, diags).check();
}

}  // namespace hcf::yaml
