// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/read_flow.h"

#include "hcf/diag/reading_rules.h"

namespace hcf::yaml {

namespace {

using reading_rules::kEmptyItem;
using reading_rules::kMissingColon;
using reading_rules::kYamlSyntax;

constexpr std::string_view kSpaceBehindColon = "write a space behind the ':'";

/// Reads what stands in brackets, however deep.
class FlowReader {
public:
    FlowReader(ReadState& state, std::uint32_t indent)
        : state_(state), cursor_(state.cursor), indent_(indent) {}

    bool read_collection() {
        const std::uint32_t outer = opening_;
        opening_ = cursor_.at();
        const bool list = cursor_.peek() == '[';
        if (!state_.begin(list ? Kind::sequence : Kind::mapping, opening_)) return false;
        cursor_.advance(1);
        if (!read_entries(list ? ']' : '}')) return false;
        cursor_.advance(1);
        state_.content_end = cursor_.at();
        state_.end(state_.content_end);
        opening_ = outer;
        return true;
    }

private:
    bool read_entries(char closing) {
        while (true) {
            if (!skip()) return false;
            if (cursor_.peek() == closing) return true;
            if (cursor_.peek() == ',') {
                if (!state_.report(kEmptyItem, cursor_.at(), cursor_.at() + 1,
                                   "nothing stands before this comma", "take the comma away")) {
                    return false;
                }
                cursor_.advance(1);
                continue;
            }
            if (!(closing == ']' ? read_item() : read_pair())) return false;
            if (!skip()) return false;
            if (cursor_.peek() == closing) return true;
            if (cursor_.peek() != ',') return fail_at_separator(closing);
            cursor_.advance(1);
        }
    }

    bool read_node() {
        if (at_collection()) return read_collection();
        Scalar scalar;
        return scan_scalar(scalar) && state_.add(scalar);
    }

    /// An item of a list: a node, or a single pair `key: value`.
    bool read_item() {
        if (cursor_.is_indicator('?') || is_value(false)) return read_single_pair(nullptr);
        const std::uint32_t begin = cursor_.at();
        if (at_collection()) {
            if (!read_collection()) return false;
            const char next = cursor_.text()[cursor_.text().skip_blanks(cursor_.at())];
            return next != ':' || state_.fail_at_collection_key(begin, cursor_.at());
        }
        Scalar scalar;
        if (!scan_scalar(scalar)) return false;
        const std::uint32_t behind = cursor_.text().skip_blanks(scalar.end);
        if (!is_value_at(behind, scalar.style != Style::plain)) return state_.add(scalar);
        if (!scalar.one_line) {
            return state_.fail(kYamlSyntax, begin, state_.rest_of_line(begin),
                               "a key must stand on one line with its ':'", "");
        }
        return read_single_pair(&scalar);
    }

    bool read_single_pair(const Scalar* key) {
        if (!state_.begin(Kind::mapping, cursor_.at())) return false;
        const bool read =
            key != nullptr ? state_.add_key(*key) && read_rest_of_pair(*key) : read_pair();
        if (!read) return false;
        state_.end(state_.content_end);
        return true;
    }

    bool read_pair() {
        if (cursor_.is_indicator('?')) return read_explicit_pair();
        if (is_value(false)) {
            return state_.report_empty_key() && read_value();
        }
        if (at_collection()) {
            const std::uint32_t begin = cursor_.at();
            return read_collection() && state_.fail_at_collection_key(begin, cursor_.at());
        }
        Scalar key;
        return scan_scalar(key) && state_.add_key(key) && read_rest_of_pair(key);
    }

    bool read_explicit_pair() {
        cursor_.advance(1);
        const std::uint32_t index = state_.next_index();
        state_.content_end = cursor_.at();
        if (!skip()) return false;
        if (at_end_of_entry() || is_value(false)) {
            state_.add_absent(state_.content_end);
        } else if (!read_node()) {
            return false;
        }
        const std::uint32_t key_end = state_.content_end;
        if (!state_.check_explicit_key(index) || !skip()) return false;
        if (is_value(true)) return check_colon(state_.is_plain(index)) && read_value();
        state_.add_absent(key_end);
        return true;
    }

    /// Reads on behind an implicit key.
    bool read_rest_of_pair(const Scalar& key) {
        if (!skip()) return false;
        if (!is_value(key.style != Style::plain)) return report_missing_colon(key);
        if (cursor_.line() > key.begin) patch_key(key.begin, key.end, cursor_.at());
        state_.adjust_key(key, cursor_.at());
        return check_colon(key.style == Style::plain) && read_value();
    }

    /// YAML 1.2 takes `{a:[1]}` for what it seems to be; yaml-cpp 0.7, like many, does not.
    bool check_colon(bool plain_key) {
        const char next = cursor_.peek(1);
        if (!plain_key || (next != '[' && next != '{')) return true;
        return state_.fail(kYamlSyntax, cursor_.at(), cursor_.at() + 1,
                           "a ':' stands directly before a bracket", kSpaceBehindColon);
    }

    /// Reads the value behind the `:` at the cursor.
    bool read_value() {
        cursor_.advance(1);
        state_.content_end = cursor_.at();
        if (!skip()) return false;
        if (!at_end_of_entry()) return read_node();
        state_.add_absent(state_.content_end);
        return true;
    }

    bool report_missing_colon(const Scalar& key) {
        if (!at_end_of_entry()) return fail_at_separator('}');
        const bool has_colon =
            cursor_.text().slice(key.begin, key.end).find(':') != std::string_view::npos;
        state_.add_absent(key.end);
        return state_.report(
            kMissingColon, key.begin, key.end, "a key has no ':' and no value",
            has_colon ? kSpaceBehindColon : "write 'key: value', or a list in '[ ]'");
    }

    bool scan_scalar(Scalar& scalar) {
        const char c = cursor_.peek();
        if (c == '"' || c == '\'') {
            const ScalarOrProblem found = scan_quoted(cursor_.text(), cursor_.place(), indent_,
                                                      state_.made, state_.adjustments);
            if (!found) return state_.fail(found.error());
            scalar = *found;
            return true;
        }
        if (!starts_plain(cursor_.text(), cursor_.at(), true)) return fail_at_start();
        scalar = scan_plain_line(cursor_.text(), cursor_.place(), true);
        scalar = continue_plain(cursor_.text(), scalar, true, indent_, state_.made);
        patch_question_marks(scalar.begin, scalar.end);
        return true;
    }

    bool fail_at_start() {
        const std::uint32_t at = cursor_.at();
        switch (cursor_.peek()) {
            case '-':
                return state_.fail(kYamlSyntax, at, at + 1, "a '-' begins no item inside brackets",
                                   "divide the items with ','; a '-' that is text needs quotes");
            case '|':
            case '>':
                return state_.fail(kYamlSyntax, at, at + 1,
                                   "a block of text cannot stand inside brackets",
                                   "put the text in quotes");
            default: return state_.fail_here("no value can begin here", "put the text in quotes");
        }
    }

    bool fail_at_separator(char closing) {
        const char c = cursor_.peek();
        if (c == '#') return state_.fail_here("", "");
        return state_.fail(kYamlSyntax, cursor_.at(), end_of_stray_text(),
                           closing == ']' ? "expected ',' or ']'" : "expected ',' or '}'",
                           "text that holds ',', ': ', quotes or brackets needs quotes around it");
    }

    /// Behind what stands on this line and should not: a bracket, text up to the next quote where
    /// it begins with one, or other text up to the next comma or bracket.
    [[nodiscard]] std::uint32_t end_of_stray_text() const {
        const std::uint32_t at = cursor_.at();
        const char first = cursor_.peek();
        if (is_flow_indicator(first)) return at + 1;
        const bool is_quoted = first == '"' || first == '\'';
        const std::uint32_t end = state_.rest_of_line(at);
        for (std::uint32_t stop = at + 1; stop < end; ++stop) {
            const char c = cursor_.text()[stop];
            if (is_quoted && c == first) return stop + 1;
            if (!is_quoted && is_flow_indicator(c)) return cursor_.text().trim_blanks(at, stop);
        }
        return end;
    }

    /// Moves to the next thing inside the brackets.
    bool skip() {
        cursor_.skip_space();
        if (!cursor_.has_more())
            return fail_as_unclosed("'[' is never closed", "'{' is never closed");
        if (!cursor_.first_on_line() || cursor_.indentation() >= indent_) return true;
        const char c = cursor_.peek();
        if (c != ']' && c != '}') {
            return fail_as_unclosed("'[' is not closed before its indentation ends",
                                    "'{' is not closed before its indentation ends");
        }
        return state_.fail(
            kYamlSyntax, cursor_.at(), cursor_.at() + 1,
            "a closing bracket must be indented further",
            "indent it by spaces, at least one more than the line of the key or '-'");
    }

    bool fail_as_unclosed(std::string_view list, std::string_view mapping) {
        const bool is_list = cursor_.text()[opening_] == '[';
        return state_.fail(kYamlSyntax, opening_, opening_ + 1, is_list ? list : mapping,
                           is_list ? "close it with ']', and indent the lines inside it by spaces; "
                                     "text that begins with '[' needs quotes"
                                   : "close it with '}', and indent the lines inside it by spaces; "
                                     "text that begins with '{' needs quotes");
    }

    bool at_collection() const { return cursor_.peek() == '[' || cursor_.peek() == '{'; }

    bool at_end_of_entry() const {
        const char c = cursor_.peek();
        return c == ',' || c == ']' || c == '}';
    }

    bool is_value(bool json_like) const { return is_value_at(cursor_.at(), json_like); }

    /// True for a `:` between key and value. Behind quotes it needs no space, as in JSON.
    bool is_value_at(std::uint32_t at, bool json_like) const {
        const char next = cursor_.text()[at + 1];
        return cursor_.text()[at] == ':' && (json_like || is_gap(next) || is_flow_indicator(next));
    }

    /// yaml-cpp 0.7 ends plain text in brackets at every `?`.
    void patch_question_marks(std::uint32_t begin, std::uint32_t end) {
        const std::string_view slice = cursor_.text().slice(begin, end);
        for (std::size_t at = slice.find('?'); at != slice.npos; at = slice.find('?', at + 1)) {
            state_.adjustments.patches.push_back({begin + static_cast<std::uint32_t>(at), 'x'});
        }
    }

    /// yaml-cpp 0.7 wants a key and its `:` on one line, which JSON need not.
    void patch_key(std::uint32_t begin, std::uint32_t end, std::uint32_t colon) {
        for (std::uint32_t at = begin; at < colon; ++at) {
            if (at >= end || is_break(cursor_.text()[at]))
                state_.adjustments.patches.push_back({at, ' '});
        }
    }

    ReadState& state_;
    TextCursor& cursor_;
    std::uint32_t indent_;
    std::uint32_t opening_ = 0;  ///< the innermost open bracket
};

}  // namespace

bool read_flow(ReadState& state, std::uint32_t indent) {
    return FlowReader(state, indent).read_collection();
}

}  // namespace hcf::yaml
