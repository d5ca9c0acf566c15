// SPDX-License-Identifier: Apache-2.0
// Plain scalars (YAML 1.2, section 7.3.3).
#include "hcf/yaml/scalar.h"

namespace hcf::yaml {

namespace {

/// What one line holds of a plain scalar.
struct PlainLine {
    std::uint32_t end;   ///< behind its last character that is no blank
    std::uint32_t stop;  ///< what ended it: a line break, a comment, an indicator, the end
};

bool ends_key(SourceText text, std::uint32_t colon, bool in_flow) {
    const char next = text[colon + 1];
    return is_gap(next) || (in_flow && is_flow_indicator(next));
}

PlainLine scan_line(SourceText text, std::uint32_t begin, bool in_flow) {
    PlainLine line = {begin, begin};
    for (;; ++line.stop) {
        const char c = text[line.stop];
        if (is_blank(c)) continue;
        if (c == '\0' || is_break(c)) return line;
        if (c == '#' && line.stop > line.end) return line;
        if (c == ':' && ends_key(text, line.stop, in_flow)) return line;
        if (in_flow && is_flow_indicator(c)) return line;
        line.end = line.stop + 1;
    }
}

/// Where the next line that is not blank begins to say something.
struct NextLine {
    std::uint32_t line;
    std::uint32_t at;
    std::uint32_t breaks;
    bool tabbed;  ///< a blank line has a tab for indentation, and parts what is around it
};

NextLine next_line(SourceText text, std::uint32_t at, std::uint32_t indent) {
    NextLine next = {at, at, 0, false};
    while (is_break(text[next.at])) {
        next.tabbed = next.tabbed || (next.breaks != 0 && text.is_tabbed(next.line, indent));
        next.line = text.behind_break(next.at);
        next.at = text.skip_blanks(next.line);
        ++next.breaks;
    }
    return next;
}

bool continues(SourceText text, const NextLine& next, bool in_flow, std::uint32_t indent) {
    const char c = text[next.at];
    if (c == '\0' || c == '#' || next.tabbed || text.is_marker(next.line)) return false;
    if (text.skip_spaces(next.line) - next.line < indent) return false;
    if (in_flow && is_flow_indicator(c)) return false;
    return !(c == ':' && ends_key(text, next.at, in_flow));
}

}  // namespace

bool starts_plain(SourceText text, std::uint32_t at, bool in_flow) {
    switch (text[at]) {
        case '\0':
        case ',':
        case '[':
        case ']':
        case '{':
        case '}':
        case '#':
        case '&':
        case '*':
        case '!':
        case '|':
        case '>':
        case '\'':
        case '"':
        case '%':
        case '@':
        case '`': return false;
        case '-':
        case '?':
        case ':': {
            const char next = text[at + 1];
            return !is_gap(next) && !(in_flow && is_flow_indicator(next));
        }
        default: return true;
    }
}

Scalar scan_plain_line(SourceText text, Cursor cursor, bool in_flow) {
    const PlainLine line = scan_line(text, cursor.at, in_flow);
    Scalar scalar;
    scalar.begin = cursor.at;
    scalar.end = line.end;
    scalar.resume = line.end;
    scalar.resume_line = cursor.line;
    scalar.text = cursor.at;
    scalar.size = line.end - cursor.at;
    scalar.key_like = text[line.stop] == ':';
    return scalar;
}

Scalar continue_plain(SourceText text, Scalar first, bool in_flow, std::uint32_t indent,
                      std::string& made) {
    Scalar scalar = first;
    while (true) {
        const std::uint32_t stop = text.skip_blanks(scalar.end);
        if (!is_break(text[stop])) return scalar;
        const NextLine next = next_line(text, stop, indent);
        if (!continues(text, next, in_flow, indent)) return scalar;
        if (scalar.one_line) made.assign(text.slice(scalar.begin, scalar.end));
        const PlainLine line = scan_line(text, next.at, in_flow);
        if (next.breaks == 1) {
            made += ' ';
        } else {
            made.append(next.breaks - 1, '\n');
        }
        made += text.slice(next.at, line.end);
        scalar.end = line.end;
        scalar.resume = line.end;
        scalar.resume_line = next.line;
        scalar.made = true;
        scalar.one_line = false;
        scalar.key_like = text[line.stop] == ':';
    }
}

}  // namespace hcf::yaml
