// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/catalogue.h"

#include <algorithm>

namespace hcf {

CourseList list_courses(const std::vector<Catalogue>& catalogues) {
    CourseList list;
    for (const Catalogue& catalogue : catalogues) {
        for (const Course& course : catalogue.courses) list.push_back(&course);
    }
    return list;
}

bool is_for_level(const Course& course, LevelId level) {
    return course.levels.empty() ||
           std::find(course.levels.begin(), course.levels.end(), level) != course.levels.end();
}

bool develops(const Course& course, CompetenceId competence) {
    return std::binary_search(course.develops.begin(), course.develops.end(), competence);
}

std::string_view title_of(const Course& course) {
    return course.title.empty() ? course.id : course.title;
}

std::string full_id(const Course& course) {
    return course.provider.empty() ? course.id : course.provider + '/' + course.id;
}

std::vector<std::uint32_t> find_courses(const CourseList& courses, std::string_view name) {
    std::vector<std::uint32_t> found;
    for (const Course* course : courses) {
        if (course->id == name || full_id(*course) == name) found.push_back(course->position);
    }
    return found;
}

}  // namespace hcf
