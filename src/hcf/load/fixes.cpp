// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/fixes.h"

#include "hcf/base/look_alike.h"
#include "hcf/base/text.h"
#include "hcf/schema/document_tables.h"
#include "hcf/schema/reader.h"
#include "hcf/schema/typed_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace hcf {
namespace {

/// The text with Latin letters where others look like them; nothing where one looks like none.
std::optional<std::string> with_latin_letters(std::string_view text) {
    std::string result(text);
    while (const auto strange = find_look_alike(result)) {
        if (strange->latin == 0) return std::nullopt;
        result.replace(strange->offset, strange->size, 1, strange->latin);
    }
    return result;
}

/// A number of figures alone, at most so many.
std::optional<int> number(std::string_view figures, std::size_t most) {
    if (figures.empty() || figures.size() > most) return std::nullopt;
    if (figures.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    int value = 0;
    for (const char figure : figures) value = value * 10 + (figure - '0');
    return value;
}

/// A date with the year first, whose parts lack a zero or stand between other signs.
std::optional<std::string> fixed_date(std::string_view text) {
    constexpr std::size_t kYear = 4;
    if (text.size() <= kYear || parse_date(text)) return std::nullopt;
    const char sign = text[kYear];
    const std::size_t second = text.find(sign, kYear + 1);
    if ((sign != '-' && sign != '/' && sign != '.') || second == std::string_view::npos)
        return std::nullopt;
    const auto y = number(text.substr(0, kYear), kYear);
    const auto m = number(text.substr(kYear + 1, second - kYear - 1), 2);
    const auto d = number(text.substr(second + 1), 2);
    if (!y || !m || !d) return std::nullopt;
    const auto date = make_date(*y, *m, *d);
    return date ? std::optional(to_string(*date)) : std::nullopt;
}

/// An id in lower case and Latin letters, where it is one then and was none before.
std::optional<std::string> fixed_id(std::string_view text) {
    if (is_kebab_case(text)) return std::nullopt;
    auto latin = with_latin_letters(text);
    if (!latin) return std::nullopt;
    for (char& c : *latin) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return is_kebab_case(*latin) ? latin : std::nullopt;
}

/// The one of the words that the text is but for case and look-alike letters.
std::optional<std::string> fixed_word(std::string_view text,
                                      const std::vector<std::string_view>& words) {
    if (std::find(words.begin(), words.end(), text) != words.end()) return std::nullopt;
    const auto latin = with_latin_letters(text);
    if (!latin) return std::nullopt;
    const std::string folded = case_fold(*latin);
    for (const std::string_view word : words) {
        if (case_fold(word) == folded) return std::string(word);
    }
    return std::nullopt;
}

class FixFinder {
public:
    FixFinder(const yaml::Tree& tree, const Framework& framework, bool uses_names)
        : tree_(tree), framework_(framework), uses_names_(uses_names) {}

    // For walk_typed.
    void visit_mapping(yaml::NodeRef node, const MappingSpec& spec);
    void visit_entries(yaml::NodeRef node, const TypeSpec& type);
    void visit_scalar(yaml::NodeRef node, const TypeSpec& type);

    [[nodiscard]] std::vector<Fix> take() { return std::move(fixes_); }

private:
    [[nodiscard]] std::optional<std::string> fixed_text(std::string_view text, TextKind kind) const;
    [[nodiscard]] std::optional<std::string> fixed_name(std::string_view text, TextKind kind) const;
    void replace(yaml::NodeRef node, const std::string& text);

    const yaml::Tree& tree_;
    const Framework& framework_;
    bool uses_names_;
    std::vector<Fix> fixes_;
};

/// A name's id and title; nothing where it is not known.
struct Meant {
    std::string_view id;
    std::string_view title;
};

std::optional<Meant> find_meant(const Framework& framework, std::string_view text, TextKind kind) {
    if (kind == TextKind::level) {
        if (const auto found = framework.find_level(text))
            return Meant{framework.at(*found).id, framework.at(*found).title};
    } else if (kind == TextKind::role) {
        if (const auto found = framework.find_role(text))
            return Meant{framework.at(*found).id, framework.at(*found).title};
    } else if (const auto found = framework.find_competence(text)) {
        return Meant{framework.at(*found).id, framework.at(*found).title};
    }
    return std::nullopt;
}

std::optional<std::string> FixFinder::fixed_name(std::string_view text, TextKind kind) const {
    if (!uses_names_) return std::nullopt;
    if (const auto meant = find_meant(framework_, text, kind)) {
        const bool is_right = text == meant->id || case_fold(text) == case_fold(meant->title);
        return is_right ? std::nullopt : std::optional(std::string(meant->id));
    }
    const auto latin = with_latin_letters(text);
    if (!latin || *latin == text) return std::nullopt;
    const auto meant = find_meant(framework_, *latin, kind);
    if (!meant) return std::nullopt;
    return case_fold(*latin) == case_fold(meant->title) ? *latin : std::string(meant->id);
}

std::optional<std::string> FixFinder::fixed_text(std::string_view text, TextKind kind) const {
    switch (kind) {
        case TextKind::level:
        case TextKind::role:
        case TextKind::competence: return fixed_name(text, kind);
        case TextKind::id: return fixed_id(text);
        case TextKind::scale: {
            std::vector<std::string_view> scales;
            for (const Scale& scale : framework_.scales) scales.push_back(scale.id);
            return fixed_word(text, scales);
        }
        case TextKind::free:
        case TextKind::value:
        case TextKind::needs:
        case TextKind::crosswalk:
        case TextKind::reference:
        case TextKind::kind_and_version: break;
    }
    return std::nullopt;
}

/// Keeps the quotes; a text in a block, or one over several lines, is left alone.
void FixFinder::replace(yaml::NodeRef node, const std::string& text) {
    const SourceSpan span = node.span();
    const std::string_view written = tree_.text.substr(span.begin, span.end - span.begin);
    Fix fix = {span.begin, span.end, text, node.index(), text};
    switch (node.style()) {
        case yaml::Style::plain: break;
        case yaml::Style::single_quoted: fix.replacement = "'" + text + "'"; break;
        case yaml::Style::double_quoted: fix.replacement = "\"" + text + "\""; break;
        case yaml::Style::block: return;
    }
    const bool is_simple = written.find_first_of("\r\n") == std::string_view::npos &&
                           text.find_first_of("'\"\\") == std::string::npos;
    if (is_simple) fixes_.push_back(std::move(fix));
}

void FixFinder::visit_scalar(yaml::NodeRef node, const TypeSpec& type) {
    if (node.is_null()) return;
    std::optional<std::string> fixed;
    if (type.shape == Shape::text)
        fixed = fixed_text(node.text(), type.text);
    else if (type.shape == Shape::date)
        fixed = fixed_date(node.text());
    else if (type.shape == Shape::choice)
        fixed = fixed_word(node.text(), {type.choices.begin(), type.choices.end()});
    if (fixed) replace(node, *fixed);
}

/// Keys that are names; one that would then stand twice is left as it is.
void FixFinder::visit_entries(yaml::NodeRef node, const TypeSpec& type) {
    std::multiset<std::string> keys;
    const auto fixed_key = [&](yaml::NodeRef key) {
        return is_own_key(key.text()) ? std::nullopt : fixed_text(key.text(), type.keys);
    };
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef) {
        keys.insert(fixed_key(key).value_or(std::string(key.text())));
    });
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
        const auto fixed = fixed_key(key);
        if (fixed && keys.count(*fixed) == 1) replace(key, *fixed);
        if (!is_own_key(key.text())) walk_typed(*this, value, *type.item);
    });
}

void FixFinder::visit_mapping(yaml::NodeRef node, const MappingSpec& spec) {
    std::vector<std::string_view> known;
    for (const KeySpec& key : spec.keys) known.push_back(key.name);
    const auto meant = [&](yaml::NodeRef key) {
        return is_own_key(key.text()) ? std::nullopt : fixed_word(key.text(), known);
    };
    std::multiset<std::string> keys;
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef) {
        keys.insert(meant(key).value_or(std::string(key.text())));
    });
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
        std::string name(key.text());
        if (const auto fixed = meant(key); fixed && keys.count(*fixed) == 1) {
            replace(key, *fixed);
            name = *fixed;
        }
        const auto place = std::find(known.begin(), known.end(), name);
        if (place != known.end())
            walk_typed(*this, value,
                       *spec.keys[static_cast<std::size_t>(place - known.begin())].type);
    });
}

}  // namespace

std::vector<Fix> find_fixes(const yaml::Tree& tree, DocumentKind kind, const Framework& framework) {
    const yaml::NodeRef root(tree, 0);
    if (!root.is_mapping()) return {};
    // The parts of a framework name what they bring themselves; an overlay, both.
    const bool uses_names = takes_names_of_framework(kind) || kind == DocumentKind::overlay;
    FixFinder finder(tree, framework, uses_names);
    finder.visit_mapping(root, document_mapping(kind));
    std::vector<Fix> fixes = finder.take();
    std::sort(fixes.begin(), fixes.end(),
              [](const Fix& a, const Fix& b) { return a.begin < b.begin; });
    return fixes;
}

}  // namespace hcf
