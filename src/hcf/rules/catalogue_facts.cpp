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

/// How many ids may be compared with unknown names in the search for near ones: a large catalogue
/// whose names are all unknown must not take the square of its size.
constexpr std::size_t kMostComparisons = 200'000;

/// The unknown names of one catalogue; those that come after too many others get no hint.
class UnknownCourses {
public:
    UnknownCourses(const CatalogueDoc& catalogue, Diagnostics& diags)
        : catalogue_(catalogue), diags_(diags) {}

    void report(const CourseDoc& course, const Located<IdText>& name) {
        diags_.add(list_rules::kUnknownCourse, name.span,
                   fmt::format("the catalogue has no course '{}'", name.value.text),
                   hint(course, name.value.text));
    }

private:
    std::string hint(const CourseDoc& course, std::string_view name) {
        if (comparisons_ + catalogue_.courses.size() > kMostComparisons) return {};
        comparisons_ += catalogue_.courses.size();
        std::vector<std::string_view> known;
        for (const CourseDoc& other : catalogue_.courses) {
            if (other.id && &other != &course) known.push_back(other.id->value.text);
        }
        return did_you_mean(name, known);
    }

    const CatalogueDoc& catalogue_;
    Diagnostics& diags_;
    std::size_t comparisons_ = 0;
};

CourseFacts resolve_course(const CourseDoc& doc, const Positions& positions,
                           UnknownCourses& unknown, const Framework& framework,
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
            unknown.report(doc, name);
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
    UnknownCourses unknown(doc, diags);
    facts.courses.reserve(doc.courses.size());
    for (const CourseDoc& course : doc.courses)
        facts.courses.push_back(resolve_course(course, positions, unknown, framework, diags));
    return facts;
}

}  // namespace hcf
