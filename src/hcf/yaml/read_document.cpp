// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/read_document.h"

#include "hcf/diag/reading_rules.h"
#include "hcf/yaml/read_block.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hcf::yaml {

namespace {

using reading_rules::kAnchorOrAlias;
using reading_rules::kContentAfterDocument;
using reading_rules::kYamlSyntax;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True for `1.` and one or more digits: other versions are other languages.
bool is_yaml_1(std::string_view version) {
    if (version.size() < 3 || version.substr(0, 2) != "1.") return false;
    for (const char c : version.substr(2)) {
        if (!is_digit(c)) return false;
    }
    return true;
}

/// Reads what is around the root node.
class DocumentReader {
public:
    explicit DocumentReader(ReadState& state) : state_(state), cursor_(state.cursor) {}

    bool read() {
        if (!read_directives() || !read_marker()) return false;
        return read_root(state_) && read_end() && state_.whole;
    }

private:
    bool read_directives() {
        cursor_.skip_space();
        while (cursor_.peek() == '%' && cursor_.column() == 0) {
            if (!read_directive()) return false;
            cursor_.skip_space();
        }
        return true;
    }

    bool read_directive() {
        const std::uint32_t at = cursor_.at();
        const std::uint32_t end = state_.rest_of_line(at);
        std::string_view line = cursor_.text().slice(at, end);
        const std::size_t comment = std::min(line.find(" #"), line.find("\t#"));
        line = line.substr(0, comment);
        line = line.substr(0, line.find_last_not_of(" \t") + 1);
        const std::string_view name = line.substr(0, line.find_first_of(" \t"));
        if (name == "%TAG") {
            return state_.fail(kAnchorOrAlias, at, end, "tags are not allowed",
                               "write the value out");
        }
        if (name == "%YAML") {
            const std::size_t version = line.find_first_not_of(" \t", name.size());
            if (has_version_ || version == line.npos || !is_yaml_1(line.substr(version))) {
                return state_.fail(
                    kYamlSyntax, at, end,
                    has_version_ ? "a second '%YAML' directive" : "expected '%YAML 1.2'",
                    "take the line away");
            }
            has_version_ = true;
        }
        directive_ = at;
        has_directive_ = true;
        cursor_.advance(end - at);
        return true;
    }

    /// Goes behind a `---`, or back to the beginning of the first line that says something.
    bool read_marker() {
        const bool marker = at_marker('-');
        if (has_directive_ && !marker) {
            return state_.fail(kYamlSyntax, directive_, state_.rest_of_line(directive_),
                               "a line that begins with '%' is a directive, and needs a '---' line "
                               "before the document",
                               "text that begins with '%' needs quotes");
        }
        if (marker) {
            cursor_.advance(3);
            const Cursor behind = cursor_.place();
            cursor_.skip_space();
            if (!cursor_.has_more()) return fail_as_empty();
            cursor_.move_to(behind);
            return true;
        }
        if (!cursor_.has_more()) return fail_as_empty();
        cursor_.move_to({cursor_.line(), cursor_.line()});
        return true;
    }

    bool fail_as_empty() {
        return state_.fail(reading_rules::kEmptyDocument, 0, 0, "the document is empty", "");
    }

    bool read_end() {
        cursor_.skip_space();
        while (at_marker('.')) {
            cursor_.advance(3);
            const std::uint32_t behind = cursor_.at();
            cursor_.skip_space();
            if (cursor_.at() < cursor_.text().size() && !cursor_.first_on_line()) {
                return state_.fail(kContentAfterDocument, cursor_.at(), state_.rest_of_line(behind),
                                   "text stands behind '...'",
                                   "put it on a line of its own, behind '---'");
            }
        }
        if (cursor_.at() == cursor_.text().size()) return true;
        return fail_at_content();
    }

    bool fail_at_content() {
        const std::uint32_t at = cursor_.at();
        if (cursor_.peek() == '#') return state_.fail_here("", "");
        std::string_view help =
            "indent what belongs to it, or begin a new document with a '---' line";
        if (cursor_.peek() == ':') {
            help = "write a space behind the ':'";
        } else if (cursor_.line() <= state_.content_end && !at_marker('-')) {
            help = "put all of the text in quotes, or on a line of its own";
        }
        return state_.fail(kContentAfterDocument, at, state_.rest_of_line(at),
                           "something follows after the end of the document", help);
    }

    bool at_marker(char c) const {
        return cursor_.column() == 0 && cursor_.peek() == c &&
               cursor_.text().is_marker(cursor_.line());
    }

    ReadState& state_;
    TextCursor& cursor_;
    std::uint32_t directive_ = 0;
    bool has_directive_ = false;
    bool has_version_ = false;
};

}  // namespace

bool read_document(ReadState& state) { return DocumentReader(state).read(); }

}  // namespace hcf::yaml
