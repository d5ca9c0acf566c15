// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/read_block.h"

#include "hcf/base/assert.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/yaml/read_flow.h"

namespace hcf::yaml {

namespace {

using reading_rules::kKeyNotText;
using reading_rules::kMissingColon;
using reading_rules::kYamlSyntax;

constexpr std::string_view kSpaceBehindColon = "write a space behind the ':'";

/// Reads nodes that are told apart by indentation. `indent` is the column of the collection around
/// a node, -1 for the root.
class BlockReader {
public:
    explicit BlockReader(ReadState& state) : state_(state), cursor_(state.cursor) {}

    /// Reads what belongs to the indicator before the cursor, or nothing. On the same line a list
    /// or mapping may begin only where `compact`; on a later line a list may stand under its key
    /// where `list_at_indent`.
    bool read_content(int indent, bool compact, bool list_at_indent) {
        const Cursor behind = cursor_.place();
        cursor_.skip_space();
        if (!cursor_.has_more()) return add_absent(behind);
        if (!cursor_.first_on_line()) {
            const bool spaces = cursor_.text().skip_spaces(behind.at) == cursor_.at();
            return read_node(indent, compact && spaces);
        }
        const int spaces = static_cast<int>(cursor_.indentation());
        if (spaces > indent) return read_node(indent, cursor_.only_spaces_before());
        if (!cursor_.only_spaces_before()) return fail_at_tab();
        if (spaces == indent && list_at_indent && cursor_.is_indicator('-')) {
            return read_list(indent);
        }
        return add_absent(behind);
    }

private:
    bool add_absent(Cursor behind) {
        cursor_.move_to(behind);
        state_.add_absent(behind.at);
        return true;
    }

    bool read_node(int indent, bool may_begin_block) {
        switch (cursor_.peek()) {
            case '[':
            case '{': return read_brackets(indent);
            case '|':
            case '>': return read_block_scalar(indent);
            default: break;
        }
        if (cursor_.is_indicator('-')) {
            if (!may_begin_block) {
                return fail_at_block("a list cannot begin on this line",
                                     "begin it on the next line; text that begins with '- ' needs "
                                     "quotes");
            }
            return read_list(indent);
        }
        if (cursor_.is_indicator('?') || cursor_.is_indicator(':')) {
            return may_begin_block ? read_mapping(nullptr) : fail_at_key();
        }
        return read_text_or_mapping(indent, may_begin_block);
    }

    bool read_brackets(int indent) {
        const std::uint32_t begin = cursor_.at();
        if (!read_flow(state_, static_cast<std::uint32_t>(indent + 1))) return false;
        const std::uint32_t behind = cursor_.text().skip_blanks(cursor_.at());
        if (cursor_.text()[behind] != ':') return true;
        return state_.fail_at_collection_key(begin, cursor_.at());
    }

    bool read_block_scalar(int indent) {
        const ScalarOrProblem scalar =
            scan_block(cursor_.text(), cursor_.at(), indent, state_.made);
        return scalar ? state_.add(*scalar) : state_.fail(scalar.error());
    }

    /// Text, or the first key of a mapping.
    bool read_text_or_mapping(int indent, bool may_begin_block) {
        Scalar scalar;
        if (!scan_text(indent, scalar)) return false;
        if (!scalar.key_like) return state_.add(scalar);
        if (!scalar.one_line) return fail_at_later_key(scalar);
        if (!may_begin_block) return fail_at_key();
        return read_mapping(&scalar);
    }

    /// Scans plain or quoted text; key_like says for both whether a `:` follows.
    bool scan_text(int indent, Scalar& scalar) {
        const auto least = static_cast<std::uint32_t>(indent + 1);
        const SourceText text = cursor_.text();
        const char c = cursor_.peek();
        if (c == '"' || c == '\'') {
            const ScalarOrProblem found =
                scan_quoted(text, cursor_.place(), least, state_.made, state_.adjustments);
            if (!found) return state_.fail(found.error());
            scalar = *found;
            const std::uint32_t behind = text.skip_blanks(scalar.end);
            scalar.key_like = text[behind] == ':' && is_gap(text[behind + 1]);
            return true;
        }
        if (!starts_plain(text, cursor_.at(), false)) {
            return state_.fail_here("no value can begin here", "put the text in quotes");
        }
        scalar = scan_plain_line(text, cursor_.place(), false);
        if (!scalar.key_like) scalar = continue_plain(text, scalar, false, least, state_.made);
        return true;
    }

    /// Reads the list whose first `-` is at the cursor; `parent` is the column of what is around.
    bool read_list(int parent) {
        const std::uint32_t indent = cursor_.column();
        if (!state_.begin(Kind::sequence, cursor_.at())) return false;
        while (true) {
            cursor_.advance(1);
            state_.content_end = cursor_.at();
            if (!read_content(static_cast<int>(indent), true, false)) return false;
            if (!to_next_line()) return false;
            if (!cursor_.has_more() || cursor_.column() < indent) break;
            if (cursor_.column() > indent) return fail_at_indentation();
            if (cursor_.is_indicator('-')) continue;
            if (parent < 0 || static_cast<std::uint32_t>(parent) == indent) break;
            return state_.fail_here("expected '- ' and the next item of the list",
                                    "what belongs to the item above is indented further");
        }
        state_.end(state_.content_end);
        return true;
    }

    /// Reads the mapping that begins at the cursor, with a key that was scanned already or none.
    bool read_mapping(const Scalar* first_key) {
        const std::uint32_t indent = cursor_.column();
        if (!state_.begin(Kind::mapping, cursor_.at())) return false;
        if (!read_pair(indent, first_key)) return false;
        while (true) {
            if (!to_next_line()) return false;
            if (!cursor_.has_more() || cursor_.column() < indent) break;
            if (cursor_.column() > indent) return fail_at_indentation();
            if (cursor_.is_indicator('-')) {
                return state_.fail_here("a list item stands where a key is expected",
                                        "put the list under a key, or indent it");
            }
            if (!read_pair(indent, nullptr)) return false;
        }
        state_.end(state_.content_end);
        return true;
    }

    bool read_pair(std::uint32_t indent, const Scalar* scanned) {
        if (scanned == nullptr && cursor_.is_indicator('?')) return read_explicit_pair(indent);
        if (scanned == nullptr && cursor_.is_indicator(':')) {
            if (!state_.report_empty_key()) return false;
        } else {
            Scalar key;
            if (scanned != nullptr) {
                key = *scanned;
            } else if (!scan_key(indent, key)) {
                return false;
            }
            if (!state_.add_key(key)) return false;
            if (!key.key_like) return report_missing_colon(key);
            cursor_.advance(cursor_.text().skip_blanks(cursor_.at()) - cursor_.at());
            state_.adjust_key(key, cursor_.at());
        }
        colon_missing_ = false;
        cursor_.advance(1);
        state_.content_end = cursor_.at();
        return read_content(static_cast<int>(indent), false, true);
    }

    bool scan_key(std::uint32_t indent, Scalar& key) {
        const char c = cursor_.peek();
        const std::uint32_t at = cursor_.at();
        if (c == '[' || c == '{' || c == '|' || c == '>') {
            return state_.fail(kKeyNotText, at, state_.rest_of_line(at),
                               "expected a key, which is text on one line",
                               "indent what belongs to the key above; text that begins with "
                               "'[', '{', '|' or '>' needs quotes");
        }
        if (!scan_text(static_cast<int>(indent), key)) return false;
        return !key.key_like || key.one_line || fail_at_later_key(key);
    }

    bool read_explicit_pair(std::uint32_t indent) {
        const std::uint32_t index = state_.next_index();
        cursor_.advance(1);
        state_.content_end = cursor_.at();
        if (!read_content(static_cast<int>(indent), true, true)) return false;
        if (!state_.check_explicit_key(index)) return false;
        const Cursor behind = cursor_.place();
        cursor_.skip_space();
        const bool has_value = cursor_.has_more() && cursor_.only_spaces_before() &&
                               cursor_.column() == indent && cursor_.is_indicator(':');
        if (!has_value) {
            cursor_.move_to(behind);
            state_.add_absent(state_.content_end);
            return true;
        }
        cursor_.advance(1);
        state_.content_end = cursor_.at();
        return read_content(static_cast<int>(indent), true, true);
    }

    /// A line without `:` among keys is a fault of its own; of several in a row the first is told.
    bool report_missing_colon(const Scalar& key) {
        state_.add_absent(key.end);
        const std::uint32_t rest = cursor_.text().skip_blanks(cursor_.at());
        const char c = cursor_.text()[rest];
        if (c != '\0' && !is_break(c) && c != '#') return fail_behind_value();
        if (colon_missing_) return true;
        colon_missing_ = true;
        return report_missing_colon_at(key);
    }

    bool report_missing_colon_at(const Scalar& key) {
        const std::uint32_t end = key.one_line ? key.end : state_.rest_of_line(key.begin);
        const std::string_view slice = cursor_.text().slice(key.begin, end);
        return state_.report(kMissingColon, key.begin, end, "a key has no ':' and no value",
                             slice.find(':') != slice.npos
                                 ? kSpaceBehindColon
                                 : "write 'key: value'; indent text that belongs to the key above");
    }

    /// Moves to what follows a value, which must be on a line of its own.
    bool to_next_line() {
        cursor_.skip_space();
        if (!cursor_.has_more()) return true;
        if (!cursor_.first_on_line()) return fail_behind_value();
        return cursor_.only_spaces_before() || fail_at_tab();
    }

    bool fail_behind_value() {
        cursor_.skip_space();
        const char last = cursor_.text()[state_.content_end - 1];
        const bool quoted = last == '"' || last == '\'';
        if (cursor_.peek() == ':') {
            return state_.fail(kYamlSyntax, cursor_.at(), cursor_.at() + 1,
                               "a ':' stands where no key can be", kSpaceBehindColon);
        }
        if (cursor_.peek() == '#') return state_.fail_here("", "");
        return state_.fail(
            kYamlSyntax, cursor_.at(), state_.rest_of_line(cursor_.at()),
            quoted ? "text stands behind a closing quote" : "text stands behind a value",
            quoted ? "put all of the text in quotes; a quote inside is written '' in "
                     "single and \\\" in double quotes"
                   : "put the text in quotes, or on a line of its own");
    }

    bool fail_at_tab() {
        const std::uint32_t tab = cursor_.line() + cursor_.indentation();
        return state_.fail(kYamlSyntax, tab, cursor_.at(), "a tab is used for indentation",
                           "indent with spaces");
    }

    bool fail_at_indentation() {
        return state_.fail(kYamlSyntax, cursor_.at(), state_.rest_of_line(cursor_.at()),
                           "the indentation fits none of the lines above",
                           "begin the line in the column of the keys or items that it belongs to");
    }

    /// A key on the line of another key, of a `---`, or behind a tab.
    bool fail_at_key() {
        return fail_at_block("a key stands where only a value can be",
                             "put the key on a line of its own; text that holds ': ' needs quotes");
    }

    bool fail_at_block(std::string_view message, std::string_view help) {
        const std::uint32_t at = cursor_.at();
        if (cursor_.text()[at - 1] == '\t') {
            return state_.fail(kYamlSyntax, at - 1, at, "a tab is used for indentation",
                               "indent with spaces");
        }
        return state_.fail(kYamlSyntax, at, state_.rest_of_line(at), message, help);
    }

    /// A key on a line that continues text: mostly the line before has lost its `:`, or this one
    /// its indentation.
    bool fail_at_later_key(const Scalar& scalar) {
        const SourceText text = cursor_.text();
        const std::uint32_t begin = text.skip_blanks(scalar.resume_line);
        if (scalar.style != Style::plain) {
            return state_.fail(kYamlSyntax, scalar.begin, state_.rest_of_line(scalar.begin),
                               "a key must stand on one line with its ':'",
                               "is a closing quote missing on this line?");
        }
        if (begin - scalar.resume_line == cursor_.column()) {
            (void)report_missing_colon_at(scalar);
            return false;
        }
        return state_.fail(kYamlSyntax, begin, scalar.end,
                           "a key stands inside text that began on a line above",
                           "give the line the indentation of the keys that it belongs to");
    }

    ReadState& state_;
    TextCursor& cursor_;
    bool colon_missing_ = false;  ///< the last line was a key without `:`
};

}  // namespace

bool read_root(ReadState& state) { return BlockReader(state).read_content(-1, false, false); }

}  // namespace hcf::yaml
