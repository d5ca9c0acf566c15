// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/json_schema.h"

#include "hcf/base/text.h"
#include "hcf/rules/rule.h"
#include "hcf/schema/assessment_doc.h"
#include "hcf/schema/catalogue_doc.h"
#include "hcf/schema/config_doc.h"
#include "hcf/schema/framework_doc.h"
#include "hcf/schema/service_doc.h"
#include "hcf/schema/team_doc.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace hcf::cli {
namespace {

constexpr std::string_view kConfig = "config";
constexpr std::string_view kNotBlank = "[^ \\t\\r\\n]";
constexpr std::string_view kOwnKeys = "^x-";

/// The kinds that can be read, each with its table.
const MappingSpec* mapping_of(std::string_view kind) {
    if (kind == kConfig) return &ConfigDoc::mapping();
    const auto known = from_word<DocumentKind>(kind);
    if (!known) return nullptr;
    switch (*known) {
        case DocumentKind::assessment: return &AssessmentDoc::mapping();
        case DocumentKind::team: return &TeamDoc::mapping();
        case DocumentKind::service: return &ServiceDoc::mapping();
        case DocumentKind::catalogue: return &CatalogueDoc::mapping();
        default: return &FrameworkDoc::mapping(*known);
    }
}

/// Text as a part of a regular expression, letters in either case.
std::string any_case(std::string_view text) {
    std::string pattern;
    for (const char c : text) {
        const bool is_lower = c >= 'a' && c <= 'z';
        const bool is_upper = c >= 'A' && c <= 'Z';
        const auto other = static_cast<char>(static_cast<unsigned char>(c) ^ 0x20U);
        if (is_lower || is_upper)
            pattern += fmt::format("[{}{}]", is_upper ? c : other, is_upper ? other : c);
        else if (std::string_view("\\^$.|?*+()[]{}/-").find(c) != std::string_view::npos)
            pattern.append("\\").append(1, c);
        else
            pattern += c;
    }
    return pattern;
}

/// One thing of the framework that has names.
struct Named {
    std::string_view id;
    std::string_view title;
    std::string description;
    const std::vector<std::string>* aliases;
};

std::string joined_ids(const std::vector<LevelId>& levels, const Framework& framework) {
    std::string text;
    for (const LevelId level : levels) {
        if (!text.empty()) text += ", ";
        text += framework.at(level).id;
    }
    return text;
}

std::vector<Named> levels_of(const Framework& framework) {
    std::vector<Named> list;
    for (const Level& level : framework.levels)
        list.push_back({level.id, level.title, level.descriptor[0], &level.aliases});
    return list;
}

std::vector<Named> roles_of(const Framework& framework) {
    std::vector<Named> list;
    for (const Role& role : framework.roles) {
        list.push_back({role.id, role.title, "Stands at: " + joined_ids(role.levels, framework),
                        &role.aliases});
    }
    return list;
}

std::vector<Named> competences_of(const Framework& framework) {
    std::vector<Named> list;
    for (const Competence& competence : framework.competences) {
        std::string text = competence.description;
        if (!competence.levels.empty()) {
            if (!text.empty()) text += " ";
            text += "Asked of: " + joined_ids(competence.levels, framework);
        }
        list.push_back({competence.id, competence.title, std::move(text), &competence.aliases});
    }
    return list;
}

/// "^(?:...)$" over every id, alias and title, in either case.
std::string names_pattern(const std::vector<Named>& list) {
    std::string pattern = "^(?:";
    const auto add = [&](std::string_view name) {
        if (pattern.back() != ':') pattern += '|';
        pattern += any_case(name);
    };
    for (const Named& named : list) {
        add(named.id);
        if (!named.title.empty()) add(named.title);
        for (const std::string& alias : *named.aliases) add(alias);
    }
    return pattern + ")$";
}

/// Hover text: the title first.
std::string hover(const Named& named) {
    if (named.description.empty()) return std::string(named.title);
    return fmt::format("{}\n\n{}", named.title, named.description);
}

/// A text that is compared as it is: in YAML, a figure without quotes is a number to an editor.
Json words(const std::vector<std::string_view>& list) {
    Json values = Json::array();
    for (const std::string_view word : list) {
        values.push_back(word);
        const bool is_number = !word.empty() && word.size() <= 9 &&
                               word.find_first_not_of("0123456789") == std::string_view::npos &&
                               (word == "0" || word.front() != '0');
        if (is_number) values.push_back(std::stoi(std::string(word)));
    }
    return {{"enum", std::move(values)}};
}

class SchemaMaker {
public:
    explicit SchemaMaker(const Framework& framework) : framework_(framework) {}

    Json document(std::string_view kind, const MappingSpec& root);

private:
    [[nodiscard]] Json type(const TypeSpec& spec);
    [[nodiscard]] Json text(TextKind kind);
    [[nodiscard]] Json entries(const TypeSpec& spec);
    [[nodiscard]] Json mapping(const MappingSpec& spec);
    [[nodiscard]] Json reference(const MappingSpec& spec);
    [[nodiscard]] Json names(std::string_view definition, const std::vector<Named>& list);
    [[nodiscard]] Json scale_values();
    static void add_conditions(std::string_view name, Json& schema);
    void add_scales(Json& schema);

    /// True where levels, roles and competences are those of the framework in use; the parts of a
    /// framework may name what they bring themselves.
    [[nodiscard]] bool takes_names() const {
        const auto kind = from_word<DocumentKind>(kind_);
        return kind && !is_framework_kind(*kind);
    }

    const Framework& framework_;
    std::string kind_;
    std::map<const MappingSpec*, std::string> references_;
    Json definitions_ = Json::object();
};

Json free_text() {
    return {{"type", Json::array({"string", "number", "boolean"})}, {"pattern", kNotBlank}};
}

Json pattern(std::string_view expression) { return {{"type", "string"}, {"pattern", expression}}; }

/// Ids are words joined by hyphens; one of digits alone is a number to an editor, and `true` a
/// boolean.
Json id_text() {
    return {{"anyOf", Json::array({pattern("^[a-z0-9]+(?:-[a-z0-9]+)*$"),
                                   {{"type", "integer"}, {"minimum", 0}},
                                   {{"type", "boolean"}}})}};
}

/// A number of that range, and as a text of figures, whose range a schema cannot tell.
Json number(const NumberRange* range) {
    const NumberRange any = {};
    const NumberRange& of = range == nullptr ? any : *range;
    Json one = {{"type", of.is_whole ? "integer" : "number"}, {"minimum", of.minimum}};
    if (of.maximum) one["maximum"] = *of.maximum;
    Json choices =
        Json::array({std::move(one),
                     pattern(of.is_whole ? "^[0-9]{1,12}$" : "^[0-9]{1,12}(?:\\.[0-9]{1,6})?$")});
    if (!of.word.empty()) choices.push_back({{"const", of.word}});
    return {{"anyOf", std::move(choices)}};
}

/// Defined once: completed by id, with the title and what it is; an alias, a title and other case
/// are accepted too.
Json SchemaMaker::names(std::string_view definition, const std::vector<Named>& list) {
    const std::string key(definition);
    if (!definitions_.contains(key)) {
        Json choices = Json::array();
        for (const Named& named : list) {
            choices.push_back(
                {{"const", named.id}, {"title", named.title}, {"description", hover(named)}});
        }
        choices.push_back(pattern(names_pattern(list)));
        definitions_[key] = {{"anyOf", std::move(choices)}};
    }
    return {{"$ref", "#/$defs/" + key}};
}

/// The values of every loaded scale; add_scales narrows them to the document's.
Json SchemaMaker::scale_values() {
    if (!definitions_.contains("value")) {
        Json choices = Json::array();
        for (const Scale& scale : framework_.scales) {
            std::vector<std::string_view> list;
            for (const ScaleValue& value : scale.values) list.push_back(value.id);
            list.push_back(kNotApplicable);
            Json one = words(list);
            one["title"] = scale.title.empty() ? scale.id : scale.title;
            definitions_["value-" + scale.id] = one;
            choices.push_back({{"$ref", "#/$defs/value-" + scale.id}});
        }
        definitions_["value"] = {{"anyOf", std::move(choices)}};
    }
    return {{"$ref", "#/$defs/value"}};
}

Json SchemaMaker::text(TextKind text_kind) {
    const bool names_things = takes_names();
    switch (text_kind) {
        case TextKind::level:
            if (names_things) return names("level", levels_of(framework_));
            break;
        case TextKind::role:
            if (names_things) return names("role", roles_of(framework_));
            break;
        case TextKind::competence:
            if (names_things) return names("competence", competences_of(framework_));
            break;
        case TextKind::scale: {
            std::vector<std::string_view> list;
            for (const Scale& scale : framework_.scales) list.push_back(scale.id);
            return words(list);
        }
        case TextKind::value:
            if (names_things) return scale_values();
            break;
        case TextKind::id: return id_text();
        case TextKind::crosswalk:
            return pattern("^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$");
        case TextKind::kind_and_version: return {{"const", kind_ + "/1"}};
        case TextKind::free:
        case TextKind::needs:
        case TextKind::reference: break;
    }
    return free_text();
}

Json SchemaMaker::entries(const TypeSpec& spec) {
    const Json item = type(*spec.item);
    Json schema = {{"type", "object"}};
    Json patterns = {{kOwnKeys, true}};
    if (spec.keys == TextKind::competence && takes_names()) {
        const std::vector<Named> list = competences_of(framework_);
        Json properties = Json::object();
        for (const Named& named : list) {
            Json one = item;
            one["title"] = named.title;
            one["description"] = hover(named);
            properties[std::string(named.id)] = std::move(one);
        }
        schema["properties"] = std::move(properties);
        patterns[names_pattern(list)] = item;
        schema["additionalProperties"] = false;
    } else if (spec.keys == TextKind::free && kind_ == kConfig) {
        Json properties = Json::object();
        for (const RuleInfo* rule : all_rules()) {
            if (rule->severity != Severity::warning) continue;
            Json one = item;
            one["description"] = rule->summary;
            properties[std::string(rule->id)] = std::move(one);
        }
        schema["properties"] = std::move(properties);
        schema["additionalProperties"] = false;
    } else {
        schema["additionalProperties"] = item;
    }
    schema["patternProperties"] = std::move(patterns);
    return schema;
}

Json SchemaMaker::type(const TypeSpec& spec) {
    switch (spec.shape) {
        case Shape::text: return text(spec.text);
        case Shape::date: {
            Json schema = pattern("^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$");
            schema["format"] = "date";
            return schema;
        }
        case Shape::period:
            return pattern("^(?=P.*[1-9])P(?:[0-9]{1,4}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,4}D)?$");
        case Shape::boolean: return {{"enum", Json::array({true, false, "true", "false"})}};
        case Shape::number: return number(spec.range);
        case Shape::choice: return words({spec.choices.begin(), spec.choices.end()});
        case Shape::list: return {{"type", "array"}, {"items", type(*spec.item)}};
        case Shape::mapping: return reference(spec.mapping());
        case Shape::entries: return entries(spec);
        case Shape::either:
            return {{"anyOf", Json::array({type(*spec.item), reference(spec.mapping())})}};
    }
    return true;
}

Json SchemaMaker::reference(const MappingSpec& spec) {
    const auto known = references_.find(&spec);
    if (known != references_.end()) return {{"$ref", "#/$defs/" + known->second}};
    std::string name(spec.name);
    std::replace(name.begin(), name.end(), ' ', '-');
    name += "-mapping";
    references_[&spec] = name;
    definitions_[name] = Json::object();  // keeps its place before those that it refers to
    Json schema = mapping(spec);
    definitions_[name] = std::move(schema);
    return {{"$ref", "#/$defs/" + name}};
}

Json SchemaMaker::mapping(const MappingSpec& spec) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeySpec& key : spec.keys) {
        Json property = type(*key.type);
        property["description"] = key.summary;
        properties[std::string(key.name)] = std::move(property);
        if (key.presence == Presence::required) required.push_back(key.name);
    }
    Json schema = {{"type", "object"},
                   {"properties", std::move(properties)},
                   {"patternProperties", {{kOwnKeys, true}}},
                   {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    add_conditions(spec.name, schema);
    if (spec.name == "assessment" || spec.name == "member") add_scales(schema);
    return schema;
}

Json requires_any(std::initializer_list<std::string_view> keys) {
    Json choices = Json::array();
    for (const std::string_view key : keys) choices.push_back({{"required", Json::array({key})}});
    return choices;
}

/// What tables do not say and rules check, where a schema can say it too.
void SchemaMaker::add_conditions(std::string_view name, Json& schema) {
    if (name == "person") {
        schema["anyOf"] = requires_any({"role", "level"});
    } else if (name == "evidence") {
        schema["anyOf"] = requires_any({"type", "title", "date", "ref"});
    } else if (name == "rating") {
        schema["anyOf"] = requires_any({"value", "plan"});
        schema["if"] = {{"properties", {{"value", {{"const", kNotApplicable}}}}},
                        {"required", Json::array({"value"})}};
        schema["then"] = {{"required", Json::array({"note"})}};
    } else if (name == "post") {
        schema["anyOf"] = requires_any({"role", "level"});
        schema["if"] = {{"properties", {{"accept_roles", {{"minItems", 1}}}}},
                        {"required", Json::array({"accept_roles"})}};
        schema["then"] = {{"required", Json::array({"role"})}};
    } else if (name == "course") {
        schema["properties"]["develops"]["minItems"] = 1;
    }
}

/// Ratings take the values of the document's scale; without one, of the first.
void SchemaMaker::add_scales(Json& schema) {
    (void)scale_values();  // defines those that are referred to
    Json conditions = Json::array();
    for (const Scale& scale : framework_.scales) {
        const Json value = {{"$ref", "#/$defs/value-" + scale.id}};
        const Json one = {
            {"if", {{"type", "object"}}},
            {"then", {{"properties", {{"value", value}}}}},
            {"else", {{"allOf", Json::array({value, {{"not", {{"const", kNotApplicable}}}}})}}}};
        Json when = {{"properties", {{"scale", {{"const", scale.id}}}}}};
        const bool is_default = scale.id == "status";
        if (!is_default) when["required"] = Json::array({"scale"});
        conditions.push_back(
            {{"if", std::move(when)},
             {"then",
              {{"properties", {{"ratings", {{"patternProperties", {{"^(?!x-)", one}}}}}}}}}});
    }
    schema["allOf"] = std::move(conditions);
}

Json SchemaMaker::document(std::string_view kind, const MappingSpec& root) {
    kind_ = kind;
    Json body = mapping(root);
    Json schema = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", kind == kConfig ? std::string("hcf.yaml") : fmt::format("{}/1", kind)},
        {"description", fmt::format("Made from the tables of hcf and the framework {} {}.",
                                    framework_.info.id, framework_.info.version)}};
    for (const auto& [key, value] : body.items()) schema[key] = value;
    if (!definitions_.empty()) schema["$defs"] = std::move(definitions_);
    return schema;
}

}  // namespace

std::vector<std::string_view> schema_kinds() {
    std::vector<std::string_view> kinds;
    for (const std::string_view kind : Words<DocumentKind>::kList) {
        if (mapping_of(kind) != nullptr) kinds.push_back(kind);
    }
    kinds.push_back(kConfig);
    return kinds;
}

std::optional<Json> json_schema(std::string_view kind, const Framework& framework) {
    const MappingSpec* mapping = mapping_of(kind);
    if (mapping == nullptr) return std::nullopt;
    return SchemaMaker(framework).document(kind, *mapping);
}

}  // namespace hcf::cli
