// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/catalogue_facts.h"

#include "hcf/base/suggest.h"
#include "hcf/rules/list_rules.h"
#include "hcf/rules/names.h"

#include <fmt/format.h>

#include <unordered_map>

namespace hcf {

namespace {

using Positions = std::unordered_map<std::string_view, std::size_t>;

void report_unknown_course(const CatalogueDoc& catalogue, const CourseDoc& course,
                           const Located<IdText>& name, Diagnostics& diags) {
    std::vector<std::string_view> known;
    for (const CourseDoc& other : catalogue.courses) {
        if (other.id && &other != &course) known.push_back(other.id->value.text);
    }
    diags.add(list_rules::kUnknownCourse, name.span,
              fmt::format("the catalogue has no course '{}'", name.value.text),
              did_you_mean(name.value.text, known));
}

CourseFacts resolve_course(const CatalogueDoc& catalogue, const CourseDoc& doc,
                           const Positions& positions, const Framework& framework,
                           Diagnostics& diags) {
    CourseFacts course;
    course.doc = &doc;
    for (const auto& name : doc.develops) {
        if (const auto id = resolve_competence(framework, name.value.text, name.span, diags))
            course.develops.push_back({*id, name.span});
    }
    for (const auto& name : doc.levels) {
        if (const auto level = resolve_level(framework, name.value.text, name.span, diags))
            course.levels.push_back({*level, name.span});
    }
    for (const auto& name : doc.after) {
        const auto place = positions.find(name.value.text);
        if (place != positions.end())
            course.after.push_back({place->second, name.span});
        else
            report_unknown_course(catalogue, doc, name, diags);
    }
    report_repeated(framework, course.develops, "competence", diags);
    report_repeated(framework, course.levels, "level", diags);
    return course;
}

}  // namespace

CatalogueFacts resolve_catalogue(const CatalogueDoc& doc, const Framework& framework,
                                 Diagnostics& diags) {
    CatalogueFacts facts;
    facts.doc = &doc;
    facts.framework = &framework;
    const Positions positions = index_by_id(doc.courses, "course", diags);
    facts.courses.reserve(doc.courses.size());
    for (const CourseDoc& course : doc.courses)
        facts.courses.push_back(resolve_course(doc, course, positions, framework, diags));
    return facts;
}

}  // namespace hcf
