// SPDX-License-Identifier: Apache-2.0
// The tables themselves: everything that readers, hints and schemas take from them must hold.
#include "hcf/schema/spec.h"

#include "hcf/schema/assessment_doc.h"
#include "hcf/schema/framework_doc.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace {

using hcf::KeySpec;
using hcf::MappingSpec;
using hcf::Shape;
using hcf::TypeSpec;

void collect_mappings(const MappingSpec& spec, std::vector<const MappingSpec*>& found);

void collect_of_type(const TypeSpec& type, std::vector<const MappingSpec*>& found) {
    if (type.item != nullptr) collect_of_type(*type.item, found);
    if (type.mapping != nullptr) collect_mappings(type.mapping(), found);
}

void collect_mappings(const MappingSpec& spec, std::vector<const MappingSpec*>& found) {
    if (std::find(found.begin(), found.end(), &spec) != found.end()) return;
    found.push_back(&spec);
    for (const KeySpec& key : spec.keys) collect_of_type(*key.type, found);
}

/// Every table that a document of any kind can reach.
std::vector<const MappingSpec*> all_mappings() {
    using hcf::DocumentKind;
    std::vector<const MappingSpec*> found;
    collect_mappings(hcf::AssessmentDoc::mapping(), found);
    for (const DocumentKind kind :
         {DocumentKind::levels, DocumentKind::competences, DocumentKind::roles,
          DocumentKind::scales, DocumentKind::overlay}) {
        collect_mappings(hcf::FrameworkDoc::mapping(kind), found);
    }
    return found;
}

bool is_snake_case(std::string_view text) {
    return !text.empty() && text.front() != '_' && text.back() != '_' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

void check_type(const TypeSpec& type) {
    CHECK_FALSE(type.wording.empty());
    switch (type.shape) {
        case Shape::list:
        case Shape::entries: REQUIRE(type.item != nullptr); break;
        case Shape::mapping: REQUIRE((type.mapping != nullptr)); break;
        case Shape::either:
            REQUIRE(type.item != nullptr);
            REQUIRE((type.mapping != nullptr));
            CHECK(type.item->shape == Shape::text);
            break;
        case Shape::choice: CHECK(type.choices.size() > 1); break;
        case Shape::text:
        case Shape::date:
        case Shape::period:
        case Shape::boolean:
        case Shape::number: CHECK(type.choices.empty()); break;
    }
    if (type.item != nullptr) check_type(*type.item);
}

}  // namespace

TEST_CASE("every mapping has a name, and every key a snake_case name of its own and a summary") {
    for (const MappingSpec* spec : all_mappings()) {
        const std::string mapping(spec->name);
        CAPTURE(mapping);
        CHECK_FALSE(spec->name.empty());
        CHECK_FALSE(spec->keys.empty());
        CHECK(spec->keys.size() < 64);
        std::set<std::string_view> names;
        for (const KeySpec& key : spec->keys) {
            const std::string name(key.name);
            CAPTURE(name);
            CHECK(is_snake_case(key.name));
            CHECK(names.insert(key.name).second);
            REQUIRE_FALSE(key.summary.empty());
            CHECK(key.summary.back() != '.');
            CHECK(key.summary.find('\n') == std::string_view::npos);
            REQUIRE((key.read != nullptr));
            REQUIRE(key.type != nullptr);
            check_type(*key.type);
        }
    }
}

TEST_CASE("every document's table requires the key that says what it is") {
    using hcf::DocumentKind;
    std::vector<const MappingSpec*> documents = {&hcf::AssessmentDoc::mapping()};
    for (const DocumentKind kind :
         {DocumentKind::levels, DocumentKind::competences, DocumentKind::roles,
          DocumentKind::scales, DocumentKind::overlay}) {
        documents.push_back(&hcf::FrameworkDoc::mapping(kind));
        CHECK(documents.back()->name == hcf::to_string(kind));
    }
    for (const MappingSpec* spec : documents) {
        REQUIRE_FALSE(spec->keys.empty());
        CHECK(spec->keys.front().name == "hcf");
        CHECK(spec->keys.front().presence == hcf::Presence::required);
        CHECK(spec->keys.front().type->text == hcf::TextKind::kind_and_version);
    }
}

TEST_CASE("what a text stands for has a wording of its own") {
    using hcf::TextKind;
    std::set<std::string_view> wordings;
    for (const TextKind kind :
         {TextKind::free, TextKind::id, TextKind::level, TextKind::role, TextKind::competence,
          TextKind::scale, TextKind::value, TextKind::needs, TextKind::crosswalk,
          TextKind::reference, TextKind::kind_and_version}) {
        CHECK_FALSE(hcf::wording_of(kind).empty());
        CHECK(wordings.insert(hcf::wording_of(kind)).second);
    }
}

TEST_CASE("the words of a closed list are kebab-case, and read back") {
    const auto check = [](auto first) {
        using Enum = decltype(first);
        const auto& list = hcf::Words<Enum>::kList;
        for (std::size_t i = 0; i < list.size(); ++i) {
            CHECK(hcf::from_word<Enum>(list.at(i)) == static_cast<Enum>(i));
            CHECK(hcf::to_string(static_cast<Enum>(i)) == list.at(i));
        }
        CHECK_FALSE(hcf::from_word<Enum>("no such word"));
    };
    check(hcf::Basis::self);
    check(hcf::SupervisionMode::direct);
    check(hcf::EvidenceType::observation);
    check(hcf::CompetenceKind::core);
    check(hcf::NosStatus::confirmed);
    check(hcf::CountsAs::not_met);
    check(hcf::Facet::knowledge);
    check(hcf::DocumentKind::levels);
}
