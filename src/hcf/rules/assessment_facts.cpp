// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/assessment_facts.h"

#include "hcf/base/look_alike.h"
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/diag/format_rules.h"
#include "hcf/rules/names.h"

#include <fmt/format.h>

namespace hcf {
namespace {

constexpr std::string_view kDefaultScale = "status";

std::string value_help(const Scale& scale, std::string_view text) {
    std::vector<std::string_view> known;
    for (const ScaleValue& value : scale.values) known.push_back(value.id);
    known.push_back(kNotApplicable);
    if (std::string near = did_you_mean(text, known); !near.empty()) return near;
    std::string list;
    for (const std::string_view value : known)
        list += fmt::format("{}'{}'", list.empty() ? "" : ", ", value);
    return fmt::format("the scale '{}' has {}", scale.id, list);
}

/// A value that is one word; a longer text may be about the person (spec 4: no free text in
/// messages).
std::string shown_value(std::string_view text) {
    constexpr std::size_t kMost = 30;
    const bool is_word =
        text.size() <= kMost && text.find_first_of(" \t\n") == std::string_view::npos;
    return is_word ? in_quotes(text) : std::string("this text");
}

std::optional<RatingValue> resolve_value(const Framework& framework, ScaleId scale_id,
                                         const Located<ValueText>& value, Diagnostics& diags) {
    const std::string_view text = value.value.text;
    if (text == kNotApplicable) return RatingValue{true, scale_id, 0};
    const Scale& scale = framework.at(scale_id);
    if (const auto position = find_value(scale, text))
        return RatingValue{false, scale_id, *position};
    if (const auto strange = find_look_alike(text)) {
        diags.add(format_rules::kLookAlikeLetters, value.span,
                  fmt::format("the value holds {} among Latin letters", describe(*strange)),
                  "write it with Latin letters");
    } else {
        diags.add(name_rules::kUnknownValue, value.span,
                  fmt::format("{} is no value of the scale '{}'", shown_value(text), scale.id),
                  value_help(scale, text));
    }
    return std::nullopt;
}

/// A rating's own fact, else the document's. One that was written but could not be read is neither:
/// the default must not be judged in its place.
template <class T>
Given<T> own_or_default(const RatingDoc& rating, std::string_view key, const Given<T>& own,
                        const Given<T>& from_document) {
    if (own || was_seen(RatingDoc::mapping(), rating.seen_keys, key)) return own;
    return from_document;
}

void resolve_person(const PersonDoc& person, AssessmentFacts& facts, Diagnostics& diags) {
    const Framework& framework = *facts.framework;
    if (person.id) {
        if (const auto strange = find_look_alike(person.id->value.text)) {
            diags.add(format_rules::kLookAlikeLetters, person.id->span,
                      fmt::format("id {} holds {} among Latin letters",
                                  in_quotes(person.id->value.text), describe(*strange)),
                      "write it with Latin letters");
        }
    }
    if (person.role)
        facts.role = resolve_role(framework, person.role->value.text, person.role->span, diags);
    if (person.level)
        facts.given_level =
            resolve_level(framework, person.level->value.text, person.level->span, diags);
    facts.level = facts.given_level;
    if (facts.role && !was_seen(PersonDoc::mapping(), person.seen_keys, "level")) {
        facts.level = framework.at(*facts.role).levels.front();
    }
    for (const OverlapDoc& overlap : person.overlaps) {
        OverlapFacts found;
        found.doc = &overlap;
        if (overlap.level) {
            found.level =
                resolve_level(framework, overlap.level->value.text, overlap.level->span, diags);
        }
        for (const auto& name : overlap.competences) {
            if (const auto id = resolve_competence(framework, name.value.text, name.span, diags)) {
                found.competences.push_back({*id, name.span});
            }
        }
        facts.overlaps.push_back(std::move(found));
    }
}

RatingFacts resolve_rating(const RatingDoc& rating, const AssessmentFacts& facts,
                           Diagnostics& diags) {
    RatingFacts found;
    found.doc = &rating;
    found.competence =
        resolve_competence(*facts.framework, rating.name.value, rating.name.span, diags);
    if (rating.value && facts.scale) {
        found.value = resolve_value(*facts.framework, *facts.scale, *rating.value, diags);
    }
    found.assessed = own_or_default(rating, "assessed", rating.assessed, facts.doc->assessed);
    found.assessor = own_or_default(rating, "assessor", rating.assessor, facts.doc->assessor);
    found.basis = own_or_default(rating, "basis", rating.basis, facts.doc->basis);
    found.shown_at = facts.level;
    if (rating.level) {
        found.shown_at =
            resolve_level(*facts.framework, rating.level->value.text, rating.level->span, diags);
    }
    return found;
}

}  // namespace

AssessmentFacts resolve_assessment(const AssessmentDoc& doc, const Framework& framework, Date as_of,
                                   Diagnostics& diags) {
    AssessmentFacts facts;
    facts.doc = &doc;
    facts.framework = &framework;
    facts.as_of = as_of;
    if (doc.person) resolve_person(*doc.person, facts, diags);
    const bool names_a_scale = was_seen(AssessmentDoc::mapping(), doc.seen_keys, "scale");
    if (doc.scale) {
        facts.scale = resolve_scale(framework, doc.scale->value.text, doc.scale->span, diags);
    } else if (!names_a_scale) {
        facts.scale =
            resolve_scale(framework, kDefaultScale, doc.ratings ? doc.ratings->at : doc.at, diags);
    }
    if (doc.ratings) {
        facts.ratings.reserve(doc.ratings->items.size());
        for (const RatingDoc& rating : doc.ratings->items)
            facts.ratings.push_back(resolve_rating(rating, facts, diags));
    }
    return facts;
}

NamedFramework named_framework(std::string_view text) {
    static constexpr std::string_view kBlank = " \t\r\n";
    const auto trimmed = [](std::string_view part) {
        const std::size_t begin = part.find_first_not_of(kBlank);
        if (begin == std::string_view::npos) return std::string_view();
        return part.substr(begin, part.find_last_not_of(kBlank) - begin + 1);
    };
    text = trimmed(text);
    const std::size_t space = text.find_first_of(kBlank);
    if (space == std::string_view::npos) return {text, {}};
    return {text.substr(0, space), trimmed(text.substr(space))};
}

std::string name_key(std::string_view name) {
    std::string result;
    for (const char c : case_fold(name)) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n';
        if (is_space && (result.empty() || result.back() == ' ')) continue;
        result += is_space ? ' ' : c;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

bool is_the_person(std::string_view name, const AssessmentDoc& doc) {
    if (!doc.person) return false;
    const PersonDoc& person = *doc.person;
    if (person.id && person.id->value.text == name) return true;
    return person.name && name_key(person.name->value.text) == name_key(name);
}

}  // namespace hcf
