// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/reader.h"

#include "hcf/base/assert.h"
#include "hcf/base/decimal.h"
#include "hcf/base/look_alike.h"
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/diag/format_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

std::string_view found(yaml::NodeRef node) {
    switch (node.kind()) {
        case yaml::Kind::scalar: return "a text";
        case yaml::Kind::sequence: return "a list";
        case yaml::Kind::mapping: return "a mapping";
    }
    return {};
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The wording of a type as a sentence part; a choice names its words.
std::string expectation(const TypeSpec& type) {
    if (type.shape != Shape::choice) return std::string(type.wording);
    std::string words;
    for (std::size_t i = 0; i < type.choices.size(); ++i) {
        if (i != 0) words += i + 1 == type.choices.size() ? " or " : ", ";
        words += fmt::format("'{}'", type.choices[i]);
    }
    return words;
}

std::size_t find_key(const MappingSpec& spec, std::string_view name) {
    for (std::size_t i = 0; i < spec.keys.size(); ++i) {
        if (spec.keys[i].name == name) return i;
    }
    return spec.keys.size();
}

/// Reports an unknown key; gives the key that was meant, as far as can be told, as a bit.
std::uint64_t unknown_key(Diagnostics& diags, yaml::NodeRef key, const MappingSpec& spec) {
    std::vector<std::string_view> known;
    for (const KeySpec& candidate : spec.keys) known.push_back(candidate.name);
    const std::vector<std::string_view> near = nearest(key.text(), known);
    std::string help = did_you_mean(near);
    if (const auto strange = find_look_alike(key.text())) {
        help = fmt::format("it holds {}", describe(*strange)) + (help.empty() ? "" : "; " + help);
    } else if (key.text() == "hcf") {
        help = "it stands at the top of the document alone";
    } else if (help.empty()) {
        help = "keys of your own begin with 'x-'";
    }
    diags.add(format_rules::kUnknownKey, key.span(),
              fmt::format("unknown key {} in {}", in_quotes(key.text()), spec.name),
              std::move(help));
    return near.empty() ? 0 : std::uint64_t{1} << find_key(spec, near.front());
}

/// True for a text that may stand in a message: one short word, or what looks like a date. Anything
/// else may be about a person (spec 4: no free text).
bool may_be_shown(std::string_view text) {
    constexpr std::size_t kMost = 30;
    if (text.size() > kMost) return false;
    return text.find_first_of(" \t\n") == std::string_view::npos ||
           text.find_first_not_of("0123456789-/.: ") == std::string_view::npos;
}

std::string shown(std::string_view text) {
    return may_be_shown(text) ? in_quotes(text) : std::string("a text");
}

}  // namespace

KeysRead Reader::read_mapping(yaml::NodeRef node, SourceSpan anchor, const MappingSpec& spec,
                              void* object) {
    HCF_ASSERT(spec.keys.size() < 64);
    std::uint64_t seen = 0;
    std::uint64_t faulty = 0;
    std::uint64_t misspelt = 0;  // one cause, one report: what was misspelt is not missing, too
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
        if (is_own_key(key.text())) return;
        const std::size_t index = find_key(spec, key.text());
        if (index == spec.keys.size()) {
            misspelt |= unknown_key(diags_, key, spec);
            return;
        }
        const std::uint64_t bit = std::uint64_t{1} << index;
        if ((seen & bit) != 0)
            return;  // a duplicate, reported by the YAML layer; the first one counts
        seen |= bit;
        const std::size_t errors = diags_.error_count();
        if (!empty_value(*this, key, value)) spec.keys[index].read(*this, key, value, object);
        if (diags_.error_count() != errors) faulty |= bit;
    });
    for (std::size_t i = 0; i < spec.keys.size(); ++i) {
        if (spec.keys[i].presence == Presence::optional) continue;
        if ((((seen | misspelt) >> i) & 1U) != 0) continue;
        diags_.add(format_rules::kMissingKey, anchor,
                   fmt::format("missing key '{}' in {}", spec.keys[i].name, spec.name));
    }
    return {seen | misspelt, faulty | misspelt};
}

std::optional<std::string_view> Reader::read_text(yaml::NodeRef node, const TypeSpec& type) {
    if (!node.is_scalar()) {
        wrong_type(node, type);
        return std::nullopt;
    }
    if (is_blank(node.text())) {
        diags_.add(format_rules::kEmptyValue, node.span(),
                   fmt::format("empty text, expected {}", expectation(type)),
                   "leave the key out where there is nothing to say");
        return std::nullopt;
    }
    return node.text();
}

std::optional<Decimal> Reader::read_number(yaml::NodeRef node, const TypeSpec& type) {
    static constexpr NumberRange kNotNegative = {};
    const NumberRange& range = type.range != nullptr ? *type.range : kNotNegative;
    const auto text = read_text(node, type);
    if (!text) return std::nullopt;
    const bool is_negative = text->front() == '-';
    const auto number = parse_decimal(text->substr(is_negative ? 1 : 0));
    if (!number || (range.is_whole && number->places != 0)) {
        diags_.add(format_rules::kWrongType, node.span(),
                   fmt::format("expected {}, found {}", expectation(type), shown(*text)),
                   range.is_whole
                       ? "digits alone, such as 2"
                       : "digits, with at most one point and at most six digits behind it");
        return std::nullopt;
    }
    const std::int64_t one = power_of_ten(number->places);
    const bool is_below =
        number->digits < range.minimum * one || (is_negative && number->digits != 0);
    if (!is_below && (!range.maximum || number->digits <= *range.maximum * one)) return number;
    diags_.add(format_rules::kNumberOutOfRange, node.span(),
               is_below ? fmt::format("{} is less than {}", *text, range.minimum)
                        : fmt::format("{} is more than {}", *text, *range.maximum));
    return std::nullopt;
}

void Reader::wrong_type(yaml::NodeRef node, const TypeSpec& type) {
    SourceSpan at = item_anchor(node);
    const std::uint32_t begin = node.span().begin;
    if (at.begin != begin) at = {at.source, begin, begin + 1};  // a mapping in braces
    diags_.add(format_rules::kWrongType, at,
               fmt::format("expected {}, found {}", expectation(type), found(node)));
}

bool Reader::empty_item(yaml::NodeRef item) {
    if (!item.is_null()) return false;
    diags_.add(format_rules::kEmptyValue, item.span(), "an item of the list is empty",
               "leave the item out");
    return true;
}

bool empty_value(Reader& reader, yaml::NodeRef key, yaml::NodeRef value) {
    if (!value.is_null()) return false;
    reader.diags().add(format_rules::kEmptyValue, key.span(),
                       fmt::format("{} has no value", in_quotes(key.text())), "leave the key out");
    return true;
}

bool was_seen(const MappingSpec& spec, std::uint64_t seen, std::string_view key) {
    const std::size_t index = find_key(spec, key);
    HCF_ASSERT(index < spec.keys.size());
    return ((seen >> index) & 1U) != 0;
}

SourceSpan item_anchor(yaml::NodeRef item) {
    if (item.is_scalar()) return item.span();
    if (item.is_mapping() && item.size() != 0) return item.first_child().span();
    const SourceSpan span = item.span();
    return {span.source, span.begin, std::min(span.end, span.begin + 1)};
}

bool check_text(Reader& reader, TextKind kind, std::string_view text, SourceSpan span) {
    if (kind == TextKind::crosswalk) {
        const std::size_t slash = text.find('/');
        const bool good = slash != std::string_view::npos && is_kebab_case(text.substr(0, slash)) &&
                          is_kebab_case(text.substr(slash + 1));
        if (!good) {
            reader.diags().add(
                format_rules::kMalformedId, span,
                fmt::format("{} is no link to a competence", in_quotes(text)),
                "write the framework's or overlay's id, a slash and the competence's id");
        }
        return good;
    }
    if (kind != TextKind::id) return true;
    if (const auto strange = find_look_alike(text)) {
        reader.diags().add(format_rules::kLookAlikeLetters, span,
                           fmt::format("the id {} holds {} among Latin letters", in_quotes(text),
                                       describe(*strange)),
                           "write it with Latin letters");
        return false;
    }
    if (is_kebab_case(text)) return true;
    reader.diags().add(
        format_rules::kMalformedId, span, fmt::format("{} is no id in kebab-case", in_quotes(text)),
        "use lower-case letters and digits in words that are joined by single hyphens");
    return false;
}

std::optional<std::size_t> read_choice(Reader& reader, yaml::NodeRef node, const TypeSpec& type) {
    const auto text = reader.read_text(node, type);
    if (!text) return std::nullopt;
    const auto place = std::find(type.choices.begin(), type.choices.end(), *text);
    if (place != type.choices.end()) return static_cast<std::size_t>(place - type.choices.begin());
    std::string help = did_you_mean(*text, type.choices);
    reader.diags().add(format_rules::kUnknownWord, node.span(),
                       fmt::format("{} is none of {}", shown(*text), expectation(type)),
                       std::move(help));
    return std::nullopt;
}

std::optional<Date> Leaf<Date>::read(Reader& reader, yaml::NodeRef node) {
    const auto text = reader.read_text(node, kSpec);
    if (!text) return std::nullopt;
    auto date = parse_date(*text);
    if (date) return *date;
    if (!may_be_shown(*text)) {
        reader.diags().add(format_rules::kImpossibleDate, node.span(),
                           fmt::format("expected {}, found a text", kSpec.wording));
        return std::nullopt;
    }
    reader.diags().add(format_rules::kImpossibleDate, node.span(), std::move(date.error().message),
                       std::move(date.error().help));
    return std::nullopt;
}

std::optional<Period> Leaf<Period>::read(Reader& reader, yaml::NodeRef node) {
    const auto text = reader.read_text(node, kSpec);
    if (!text) return std::nullopt;
    auto period = parse_period(*text);
    if (period) return *period;
    reader.diags().add(format_rules::kMalformedPeriod, node.span(),
                       std::move(period.error().message), std::move(period.error().help));
    return std::nullopt;
}

std::optional<bool> Leaf<bool>::read(Reader& reader, yaml::NodeRef node) {
    const auto text = reader.read_text(node, kSpec);
    if (!text) return std::nullopt;
    if (*text == "true") return true;
    if (*text == "false") return false;
    reader.diags().add(format_rules::kWrongType, node.span(),
                       fmt::format("expected true or false, found {}", shown(*text)));
    return std::nullopt;
}

std::optional<Decimal> Leaf<Decimal>::read(Reader& reader, yaml::NodeRef node) {
    return reader.read_number(node, kSpec);
}

}  // namespace hcf
