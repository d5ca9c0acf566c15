// SPDX-License-Identifier: Apache-2.0
// Block scalars (YAML 1.2, section 8.1): `|` keeps line breaks, `>` folds them.
#include "hcf/diag/reading_rules.h"
#include "hcf/yaml/scalar.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace hcf::yaml {

namespace {

using reading_rules::kYamlSyntax;

enum class Chomping { clip, strip, keep };

struct Header {
    std::uint32_t end = 0;  ///< behind its last character, a comment not included
    std::uint32_t line_end = 0;
    std::uint32_t indicator = 0;  ///< the indentation asked for; 0: the text's own
    Chomping chomping = Chomping::clip;
    bool folded = false;
};

tl::unexpected<Problem> problem(std::uint32_t begin, std::uint32_t end, std::string_view message,
                                std::string_view help) {
    return tl::unexpected<Problem>(Problem{&kYamlSyntax, begin, end, message, help});
}

tl::expected<Header, Problem> read_header(SourceText text, std::uint32_t at) {
    Header header;
    header.folded = text[at] == '>';
    header.end = at + 1;
    bool chomped = false;
    for (; header.end < at + 3; ++header.end) {
        const char c = text[header.end];
        if ((c == '-' || c == '+') && !chomped) {
            header.chomping = c == '-' ? Chomping::strip : Chomping::keep;
            chomped = true;
        } else if (c >= '1' && c <= '9' && header.indicator == 0) {
            header.indicator = static_cast<std::uint32_t>(c - '0');
        } else {
            break;
        }
    }
    header.line_end = text.line_end(at);
    const std::uint32_t rest = text.skip_blanks(header.end);
    const bool comment = text[rest] == '#' && rest > header.end;
    if (rest != header.line_end && !comment) {
        return problem(at, text.trim_blanks(at, header.line_end),
                       "only '+', '-', a digit from 1 to 9 or a comment may follow '|' or '>'",
                       "begin the text on the next line; text that itself begins with '|' or '>' "
                       "needs quotes");
    }
    return header;
}

/// Reads the lines of one block scalar.
class BlockScanner {
public:
    BlockScanner(SourceText text, const Header& header, int parent, std::string& made)
        : text_(text), header_(header), parent_(parent), made_(made) {}

    ScalarOrProblem scan(std::uint32_t begin) {
        made_.clear();
        end_ = header_.end;
        line_ = begin_of_text();
        if (const std::optional<Problem> found = find_indent()) {
            return tl::unexpected<Problem>(*found);
        }
        while (line_ < text_.size() && read_line()) {
        }
        if (const std::uint32_t tab = text_.skip_spaces(line_); text_[tab] == '\t') {
            return problem(tab, tab + 1, "a tab is used for indentation", "indent with spaces");
        }
        chomp();
        Scalar scalar;
        scalar.begin = begin;
        scalar.end = end_;
        scalar.resume = line_;
        scalar.resume_line = line_;
        scalar.style = Style::block;
        scalar.one_line = false;
        scalar.made = !verbatim();
        scalar.text = first_begin_;
        scalar.size = static_cast<std::uint32_t>(made_.size());
        return scalar;
    }

private:
    std::uint32_t begin_of_text() const {
        return is_break(text_[header_.line_end]) ? text_.behind_break(header_.line_end)
                                                 : header_.line_end;
    }

    /// The text's indentation is that of its first line which is not blank, or where there is none,
    /// that of the longest blank line.
    std::optional<Problem> find_indent() {
        if (header_.indicator != 0) {
            indent_ = static_cast<std::uint32_t>(std::max(parent_, 0)) + header_.indicator;
            return std::nullopt;
        }
        indent_ = static_cast<std::uint32_t>(parent_ + 1);
        std::uint32_t widest = 0;
        std::uint32_t widest_line = 0;
        for (std::uint32_t line = line_; line < text_.size();) {
            const std::uint32_t at = text_.skip_spaces(line);
            const std::uint32_t width = at - line;
            if (text_[at] != '\0' && !is_break(text_[at])) {
                if (width < indent_ || text_.is_marker(line)) break;
                indent_ = width;
                if (widest <= width) return std::nullopt;
                return Problem{&kYamlSyntax, widest_line, widest_line + widest,
                               "a blank line before the text has more spaces than the text",
                               "take the spaces of the blank line away"};
            }
            if (width > widest) {
                widest = width;
                widest_line = line;
            }
            line = text_[at] == '\0' ? text_.size() : text_.behind_break(at);
        }
        indent_ = std::max(indent_, widest);
        return std::nullopt;
    }

    /// False where the line is not the scalar's.
    bool read_line() {
        const std::uint32_t at = text_.skip_spaces(line_);
        const char c = text_[at];
        const bool blank = c == '\0' || is_break(c);
        if (blank && at - line_ <= indent_) {
            if (c != '\0') ++breaks_;
            line_ = c == '\0' ? text_.size() : text_.behind_break(at);
            return true;
        }
        if (at - line_ < indent_ || text_.is_marker(line_)) return false;
        add_line(line_ + indent_, text_.line_end(at));
        return true;
    }

    void add_line(std::uint32_t begin, std::uint32_t end) {
        const bool spaced = is_blank(text_[begin]);
        if (lines_ == 0) {
            made_.append(breaks_, '\n');
            leading_breaks_ = breaks_;
            first_begin_ = begin;
        } else if (!header_.folded || spaced || spaced_) {
            made_.append(breaks_, '\n');
        } else if (breaks_ == 1) {
            made_ += ' ';
        } else {
            made_.append(breaks_ - 1, '\n');
        }
        made_ += text_.slice(begin, end);
        ++lines_;
        spaced_ = spaced;
        end_ = end;
        breaks_ = text_[end] == '\0' ? 0 : 1;
        line_ = text_[end] == '\0' ? text_.size() : text_.behind_break(end);
    }

    void chomp() {
        if (header_.chomping == Chomping::keep) made_.append(breaks_, '\n');
        if (header_.chomping == Chomping::clip && lines_ != 0 && breaks_ != 0) made_ += '\n';
    }

    bool verbatim() const {
        return lines_ == 1 && leading_breaks_ == 0 &&
               text_.slice(first_begin_, text_.size()).substr(0, made_.size()) == made_;
    }

    SourceText text_;
    Header header_;
    int parent_;
    std::string& made_;
    std::uint32_t indent_ = 0;
    std::uint32_t line_ = 0;  ///< where the next line begins
    std::uint32_t end_ = 0;   ///< behind the last line that is not blank
    std::uint32_t first_begin_ = 0;
    std::uint32_t lines_ = 0;  ///< those that are not blank
    std::size_t leading_breaks_ = 0;
    std::size_t breaks_ = 0;  ///< since the last line that is not blank
    bool spaced_ = false;     ///< that line begins with a blank
};

}  // namespace

ScalarOrProblem scan_block(SourceText text, std::uint32_t at, int parent, std::string& made) {
    const tl::expected<Header, Problem> header = read_header(text, at);
    if (!header) return tl::unexpected<Problem>(header.error());
    return BlockScanner(text, *header, parent, made).scan(at);
}

}  // namespace hcf::yaml
