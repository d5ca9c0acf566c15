// SPDX-License-Identifier: Apache-2.0
// Quoted scalars (YAML 1.2, sections 5.7, 7.3.1 and 7.3.2). They are read here and not taken from
// yaml-cpp 0.7, which drops line breaks at their end, takes `\'`, and makes bad UTF-8 of `\N` and
// `\_`. JSON's surrogate pairs are understood, as JSON documents are YAML.
#include "hcf/base/text.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/yaml/scalar.h"

#include <cstddef>
#include <optional>

namespace hcf::yaml {

namespace {

using reading_rules::kUnclosedQuote;
using reading_rules::kYamlSyntax;

constexpr std::string_view kEscapeHelp =
    "write '\\\\' for a backslash, or use single quotes, where a backslash is only itself";

/// The code point of an escape of one character; nothing where there is no such escape.
std::optional<char32_t> simple_escape(char c) {
    switch (c) {
        case '0': return U'\0';
        case 'a': return U'\a';
        case 'b': return U'\b';
        case 't':
        case '\t': return U'\t';
        case 'n': return U'\n';
        case 'v': return U'\v';
        case 'f': return U'\f';
        case 'r': return U'\r';
        case 'e': return U'\x1B';
        case ' ': return U' ';
        case '"': return U'"';
        case '/': return U'/';
        case '\\': return U'\\';
        case 'N': return U'\x85';
        case '_': return U'\xA0';
        case 'L': return U'\x2028';
        case 'P': return U'\x2029';
        default: return std::nullopt;
    }
}

/// How many hexadecimal digits follow `\x`, `\u` or `\U`; 0 for any other character.
std::uint32_t hex_length(char c) {
    switch (c) {
        case 'x': return 2;
        case 'u': return 4;
        case 'U': return 8;
        default: return 0;
    }
}

/// The number of `length` hexadecimal digits at `at`.
std::optional<std::uint32_t> read_hex(SourceText text, std::uint32_t at, std::uint32_t length) {
    std::uint32_t value = 0;
    for (std::uint32_t i = 0; i < length; ++i) {
        const char c = text[at + i];
        std::uint32_t digit = 0;
        if (c >= '0' && c <= '9') {
            digit = static_cast<std::uint32_t>(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            digit = static_cast<std::uint32_t>(c - 'a' + 10);
        } else if (c >= 'A' && c <= 'F') {
            digit = static_cast<std::uint32_t>(c - 'A' + 10);
        } else {
            return std::nullopt;
        }
        value = value << 4 | digit;
    }
    return value;
}

bool is_high_surrogate(std::uint32_t value) { return value >= 0xD800 && value <= 0xDBFF; }

bool is_low_surrogate(std::uint32_t value) { return value >= 0xDC00 && value <= 0xDFFF; }

/// Reads one quoted scalar, character by character.
class QuotedScanner {
public:
    QuotedScanner(SourceText text, Cursor cursor, std::uint32_t indent, std::string& made,
                  Adjustments& adjustments)
        : text_(text),
          begin_(cursor.at),
          indent_(indent),
          made_(made),
          adjustments_(adjustments),
          at_(cursor.at + 1),
          line_(cursor.line),
          quote_(text[cursor.at]) {}

    ScalarOrProblem scan() {
        made_.clear();
        while (!problem_) {
            const char c = text_[at_];
            if (c == '\0') {
                unclosed();
            } else if (c == quote_) {
                if (quote_ == '"' || text_[at_ + 1] != quote_) return finish();
                append(U'\'', 2);
            } else if (c == '\\' && quote_ == '"') {
                read_escape();
            } else if (is_break(c)) {
                made_.resize(solid_);
                fold();
            } else {
                made_ += c;
                ++at_;
                if (!is_blank(c)) solid_ = made_.size();
            }
        }
        return tl::unexpected<Problem>(*problem_);
    }

private:
    /// Adds a character that is not trimmed at the end of a line, and moves `bytes` on.
    void append(char32_t code_point, std::uint32_t bytes) {
        append_code_point(made_, code_point);
        solid_ = made_.size();
        at_ += bytes;
    }

    void read_escape() {
        const char c = text_[at_ + 1];
        if (c == '\0') {
            unclosed();
        } else if (is_break(c)) {
            ++at_;
            solid_ = made_.size();
            fold_escaped();
        } else if (const std::optional<char32_t> code_point = simple_escape(c)) {
            append(*code_point, 2);
        } else if (const std::uint32_t length = hex_length(c); length != 0) {
            read_hex_escape(length);
        } else {
            fail(2, "unknown escape in double-quoted text", kEscapeHelp);
        }
    }

    void read_hex_escape(std::uint32_t length) {
        const std::optional<std::uint32_t> value = read_hex(text_, at_ + 2, length);
        if (!value) {
            fail(2,
                 length == 2   ? "'\\x' must be followed by 2 hexadecimal digits"
                 : length == 4 ? "'\\u' must be followed by 4 hexadecimal digits"
                               : "'\\U' must be followed by 8 hexadecimal digits",
                 kEscapeHelp);
        } else if (is_high_surrogate(*value) && length == 4) {
            read_pair(*value);
        } else if (is_high_surrogate(*value) || is_low_surrogate(*value)) {
            fail(2 + length, "half of a surrogate pair is no character", "");
        } else if (*value > 0x10FFFF) {
            fail(2 + length, "no Unicode character has this number", "the last is '\\U0010FFFF'");
        } else {
            append(static_cast<char32_t>(*value), 2 + length);
        }
    }

    void read_pair(std::uint32_t high) {
        const bool has_second = text_[at_ + 6] == '\\' && text_[at_ + 7] == 'u';
        const std::optional<std::uint32_t> low =
            has_second ? read_hex(text_, at_ + 8, 4) : std::nullopt;
        if (!low || !is_low_surrogate(*low)) {
            fail(6, "half of a surrogate pair is no character", "");
            return;
        }
        // yaml-cpp refuses these escapes: it is shown '\u0..' instead.
        adjustments_.patches.push_back({at_ + 2, '0'});
        adjustments_.patches.push_back({at_ + 8, '0'});
        append(static_cast<char32_t>(0x10000 + ((high - 0xD800) << 10) + (*low - 0xDC00)), 12);
    }

    /// A line break is a space, and every further one is kept.
    void fold() {
        const std::uint32_t breaks = skip_breaks();
        if (breaks == 1) {
            made_ += ' ';
        } else {
            made_.append(breaks - 1, '\n');
        }
        solid_ = made_.size();
    }

    /// A line break behind a backslash is nothing, and every further one is kept.
    void fold_escaped() {
        made_.append(skip_breaks() - 1, '\n');
        solid_ = made_.size();
    }

    std::uint32_t skip_breaks() {
        std::uint32_t breaks = 0;
        while (is_break(text_[at_])) {
            line_ = text_.behind_break(at_);
            at_ = text_.skip_blanks(line_);
            ++breaks;
            if (is_break(text_[at_]) && text_.is_tabbed(line_, indent_)) fail_at_tab();
        }
        one_line_ = false;
        if (problem_) return breaks;
        if (text_[at_] == '\0' || text_.is_marker(line_)) {
            unclosed();
        } else if (text_.skip_spaces(line_) - line_ < indent_) {
            unclosed();
            problem_->message = "quoted text is not closed before its indentation ends";
            problem_->help = "close the quote, or indent the lines that continue it further";
        }
        return breaks;
    }

    void fail_at_tab() {
        const std::uint32_t tab = text_.skip_spaces(line_);
        problem_ = {&kYamlSyntax, tab, at_, "a tab is used for indentation", "indent with spaces"};
    }

    void unclosed() {
        const std::uint32_t end = text_.trim_blanks(begin_ + 1, text_.line_end(begin_));
        problem_ = {&kUnclosedQuote, begin_, end, "quoted text is never closed",
                    quote_ == '"' ? "end it with '\"'" : "end it with \"'\""};
    }

    void fail(std::uint32_t bytes, std::string_view message, std::string_view help) {
        problem_ = {&kYamlSyntax, at_, at_ + bytes, message, help};
    }

    ScalarOrProblem finish() const {
        Scalar scalar;
        scalar.begin = begin_;
        scalar.end = at_ + 1;
        scalar.resume = at_ + 1;
        scalar.resume_line = line_;
        scalar.style = quote_ == '"' ? Style::double_quoted : Style::single_quoted;
        scalar.made = true;
        scalar.one_line = one_line_;
        return scalar;
    }

    SourceText text_;
    std::uint32_t begin_;
    std::uint32_t indent_;
    std::string& made_;
    Adjustments& adjustments_;
    std::uint32_t at_;
    std::uint32_t line_;
    std::size_t solid_ = 0;  ///< made_ up to here is not trimmed at the end of a line
    char quote_;
    bool one_line_ = true;
    std::optional<Problem> problem_;
};

}  // namespace

ScalarOrProblem scan_quoted(SourceText text, Cursor cursor, std::uint32_t indent, std::string& made,
                            Adjustments& adjustments) {
    const char quote = text[cursor.at];
    const char escape = quote == '"' ? '\\' : quote;
    std::uint32_t at = cursor.at + 1;
    char c = text[at];
    while (c != quote && c != escape && c != '\0' && !is_break(c)) c = text[++at];
    if (c != quote || (quote == escape && text[at + 1] == quote)) {
        return QuotedScanner(text, cursor, indent, made, adjustments).scan();
    }
    Scalar scalar;
    scalar.begin = cursor.at;
    scalar.end = at + 1;
    scalar.resume = at + 1;
    scalar.resume_line = cursor.line;
    scalar.style = quote == '"' ? Style::double_quoted : Style::single_quoted;
    scalar.text = cursor.at + 1;
    scalar.size = at - cursor.at - 1;
    return scalar;
}

}  // namespace hcf::yaml
