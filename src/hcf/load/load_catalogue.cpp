// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/load_catalogue.h"

#include "hcf/rules/catalogue_facts.h"
#include "hcf/rules/rule.h"
#include "hcf/schema/catalogue_doc.h"

#include <algorithm>

namespace hcf {
namespace {

template <TextKind Kind>
std::string text_or_empty(const Given<TextOf<Kind>>& field) {
    return field ? std::string(field->value.text) : std::string();
}

std::optional<Decimal> number_of(const Given<Decimal>& field) {
    if (!field) return std::nullopt;
    return field->value;
}

Course build_course(const CourseFacts& facts, const std::string& provider,
                    std::uint32_t first_position, std::uint32_t place) {
    const CourseDoc& doc = *facts.doc;
    Course course;
    course.id = text_or_empty(doc.id);
    course.provider = provider;
    course.title = text_or_empty(doc.title);
    for (const auto& competence : facts.develops) course.develops.push_back(competence.value);
    for (const auto& level : facts.levels) course.levels.push_back(level.value);
    std::sort(course.develops.begin(), course.develops.end());
    std::sort(course.levels.begin(), course.levels.end());
    course.hours = number_of(doc.hours);
    course.cost = number_of(doc.cost);
    course.mode = text_or_empty(doc.mode);
    for (const auto& first : facts.after)
        course.after.push_back(first_position + static_cast<std::uint32_t>(first.value));
    std::sort(course.after.begin(), course.after.end());
    course.after.erase(std::unique(course.after.begin(), course.after.end()), course.after.end());
    course.position = first_position + place;
    return course;
}

}  // namespace

LoadedCatalogue load_catalogue(KindDocument& document, const Framework& framework, std::string file,
                               std::uint32_t number, std::uint32_t first_position) {
    LoadedCatalogue loaded;
    Diagnostics& diags = document.diags();
    const CatalogueDoc doc = decode_catalogue(document.tree(), diags);
    const CatalogueFacts facts = resolve_catalogue(doc, framework, diags);
    check_catalogue(facts, diags);
    if (diags.has_errors()) {
        loaded.errors = document.errors();
        return loaded;
    }
    Catalogue catalogue;
    catalogue.file = std::move(file);
    catalogue.document = number;
    catalogue.provider = text_or_empty(doc.provider);
    std::uint32_t place = 0;
    for (const CourseFacts& course : facts.courses) {
        catalogue.courses.push_back(
            build_course(course, catalogue.provider, first_position, place++));
        loaded.ids_at.push_back(document.place_of(course.doc->id->span));
    }
    loaded.catalogue = std::move(catalogue);
    return loaded;
}

}  // namespace hcf
