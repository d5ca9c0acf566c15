// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/read_state.h"

#include "hcf/base/text.h"
#include "hcf/diag/reading_rules.h"

#include <algorithm>

namespace hcf::yaml {

namespace {

using namespace std::string_view_literals;
using reading_rules::kAnchorOrAlias;
using reading_rules::kKeyNotText;
using reading_rules::kKeyTooLong;
using reading_rules::kYamlSyntax;

/// What is wrong with a character that no value can begin with.
struct Fault {
    char c;
    std::string_view message;
    std::string_view help;
};

constexpr Fault kFaults[] = {
    {'#', "a comment needs a space before its '#'", "text that begins with '#' needs quotes"},
    {'%', "text cannot begin with '%'", "put the text in quotes"},
    {'@', "text cannot begin with '@'", "put the text in quotes"},
    {'`', "text cannot begin with '`'", "put the text in quotes"},
    {',', "a comma has nothing to divide here", "text that begins with ',' needs quotes"},
    {']', "']' closes no '['", "text that begins with ']' needs quotes"},
    {'}', "'}' closes no '{'", "text that begins with '}' needs quotes"},
};

}  // namespace

bool ReadState::add(const Scalar& scalar) {
    const std::uint32_t size = scalar.made ? static_cast<std::uint32_t>(made.size()) : scalar.size;
    if (size > kMaxScalarBytes) {
        const std::uint32_t end = std::min(scalar.end, rest_of_line(scalar.begin));
        return fail(reading_rules::kScalarTooLong, scalar.begin, end,
                    "a value is longer than 1 MiB", "keep such a text in a file of its own");
    }
    if (scalar.made) {
        builder_.scalar_made(scalar.begin, scalar.end, scalar.style, made);
    } else {
        builder_.scalar_in_place(scalar.begin, scalar.end, scalar.style, scalar.text, size);
    }
    content_end = scalar.end;
    cursor.move_to({scalar.resume, scalar.resume_line});
    return true;
}

bool ReadState::add_key(const Scalar& key) {
    const std::uint32_t index = next_index();
    return add(key) && check_key(index);
}

bool ReadState::begin(Kind kind, std::uint32_t at) {
    if (builder_.depth() >= kMaxNesting) {
        return fail(reading_rules::kNestingTooDeep, at, at + 1,
                    "lists and mappings are nested deeper than 64 levels", "");
    }
    if (kind == Kind::mapping) {
        builder_.begin_mapping(at);
    } else {
        builder_.begin_sequence(at);
    }
    return true;
}

void ReadState::end(std::uint32_t at) {
    const std::uint32_t index = builder_.end_collection(at);
    if (tree_.nodes[index].kind == Kind::mapping) {
        duplicates_.check(tree_, index, whole, diags_);
    }
}

bool ReadState::check_explicit_key(std::uint32_t index) {
    const NodeRef key(tree_, index);
    if (!key.is_scalar()) return fail_at_collection_key(key.span().begin, key.span().end);
    return check_key(index);
}

void ReadState::adjust_key(const Scalar& key, std::uint32_t colon) {
    if (colon - key.begin <= kMaxKeyCharacters) return;
    if (key.style == Style::plain) {
        adjustments.patches.push_back({key.begin, 'k'});
        adjustments.patches.push_back({key.end - 1, 'k'});
    }
    if (key.end - key.begin > 2) adjustments.cuts.push_back({key.begin + 1, key.end - 1});
    adjustments.cuts.push_back({key.end, colon});
}

bool ReadState::check_key(std::uint32_t index) {
    const NodeRef key(tree_, index);
    const SourceSpan span = key.span();
    if (key.is_null()) {
        // The indicator in front stands for a key of which nothing is there.
        return report(kKeyNotText, key.is_absent() ? span.begin - 1 : span.begin, span.end,
                      "a key is empty or null",
                      "write the key as text; a word like 'null' needs quotes");
    }
    if (key.style() == Style::plain && key.text() == "<<") {
        return fail(kAnchorOrAlias, span.begin, span.end, "merge keys are not allowed",
                    "write the value out");
    }
    if (key.text().size() > kMaxKeyCharacters &&
        count_code_points(key.text()) > kMaxKeyCharacters) {
        diags_.add(kKeyTooLong, span, "a key is longer than 1,024 characters",
                   "is this text that belongs to a key of its own?");
    }
    return true;
}

bool ReadState::report_empty_key() {
    add_absent(cursor.at());
    return report(kKeyNotText, cursor.at(), cursor.at() + 1, "a ':' has no key before it",
                  "write the key as text; text that begins with ':' needs quotes");
}

bool ReadState::report(const RuleInfo& rule, std::uint32_t begin, std::uint32_t end,
                       std::string_view message, std::string_view help) {
    const bool go_on = ++faults_ < kMaxFaults;
    fail(rule, begin, end, message, help);
    return go_on || fail(kYamlSyntax, begin, end, "too many faults: the rest is not read", "");
}

bool ReadState::fail(const RuleInfo& rule, std::uint32_t begin, std::uint32_t end,
                     std::string_view message, std::string_view help) {
    diags_.add(rule, {tree_.source, begin, end}, std::string(message), std::string(help));
    whole = false;
    return false;
}

bool ReadState::fail(const Problem& problem) {
    return fail(*problem.rule, problem.begin, problem.end, problem.message, problem.help);
}

bool ReadState::fail_at_property() {
    const std::uint32_t at = cursor.at();
    const char c = cursor.peek();
    const std::uint32_t end = word_end(at);
    switch (c) {
        case '&':
            return fail(kAnchorOrAlias, at, end, "anchors are not allowed",
                        "write the value out; text that begins with '&' needs quotes");
        case '*':
            return fail(kAnchorOrAlias, at, end, "aliases are not allowed",
                        "write the value out; text that begins with '*' needs quotes");
        default:
            return fail(kAnchorOrAlias, at, end, "tags are not allowed",
                        "write the value out; text that begins with '!' needs quotes");
    }
}

bool ReadState::fail_here(std::string_view message, std::string_view help) {
    const std::uint32_t at = cursor.at();
    const char c = cursor.peek();
    if (c == '&' || c == '*' || c == '!') return fail_at_property();
    for (const Fault& fault : kFaults) {
        if (fault.c == c) return fail(kYamlSyntax, at, at + 1, fault.message, fault.help);
    }
    return fail(kYamlSyntax, at, rest_of_line(at), message, help);
}

bool ReadState::fail_at_collection_key(std::uint32_t begin, std::uint32_t end) {
    const bool in_brackets = is_flow_indicator(cursor.text()[begin]);
    return fail(
        kKeyNotText, begin, end, "a list or mapping is used as a key",
        in_brackets ? "text that begins with a bracket needs quotes" : "a key is text on one line");
}

std::uint32_t ReadState::rest_of_line(std::uint32_t at) const {
    return cursor.text().trim_blanks(at, cursor.text().line_end(at));
}

std::uint32_t ReadState::word_end(std::uint32_t at) const {
    const SourceText text = cursor.text();
    ++at;
    while (!is_gap(text[at]) && !is_flow_indicator(text[at])) ++at;
    return at;
}

}  // namespace hcf::yaml
