// SPDX-License-Identifier: Apache-2.0
// Where the reader stands in a document.
#pragma once

#include "hcf/yaml/scalar.h"
#include "hcf/yaml/source_text.h"

namespace hcf::yaml {

/// A place in a text that only moves on, and knows its line.
class TextCursor {
public:
    explicit TextCursor(SourceText text) : text_(text) {}

    [[nodiscard]] SourceText text() const { return text_; }
    [[nodiscard]] Cursor place() const { return {at_, line_}; }
    [[nodiscard]] std::uint32_t at() const { return at_; }
    [[nodiscard]] std::uint32_t line() const { return line_; }
    [[nodiscard]] char peek(std::uint32_t ahead = 0) const { return text_[at_ + ahead]; }

    /// Bytes from the beginning of the line.
    [[nodiscard]] std::uint32_t column() const { return at_ - line_; }

    /// The spaces that the line begins with.
    [[nodiscard]] std::uint32_t indentation() const { return text_.skip_spaces(line_) - line_; }

    /// True where only blanks stand before this place in its line.
    [[nodiscard]] bool first_on_line() const { return text_.skip_blanks(line_) >= at_; }

    /// True where only spaces do: a block list or mapping may begin here.
    [[nodiscard]] bool only_spaces_before() const { return text_.skip_spaces(line_) >= at_; }

    /// False at the end of the text and at a document marker.
    [[nodiscard]] bool has_more() const {
        return at_ < text_.size() && !(at_ == line_ && text_.is_marker(line_));
    }

    /// True for `-`, `?` or `:` where it is an indicator in a block.
    [[nodiscard]] bool is_indicator(char c) const { return peek() == c && is_gap(peek(1)); }

    /// Moves on in the line.
    void advance(std::uint32_t bytes) { at_ += bytes; }

    void move_to(Cursor place) {
        at_ = place.at;
        line_ = place.line;
    }

    /// Moves over blanks, line breaks and comments. A `#` without a blank before it is no comment.
    void skip_space() {
        while (true) {
            at_ = text_.skip_blanks(at_);
            if (peek() == '#' && (at_ == line_ || is_blank(text_[at_ - 1]))) {
                at_ = text_.line_end(at_);
            }
            if (!is_break(peek())) return;
            at_ = text_.behind_break(at_);
            line_ = at_;
        }
    }

private:
    SourceText text_;
    std::uint32_t at_ = 0;
    std::uint32_t line_ = 0;
};

}  // namespace hcf::yaml
