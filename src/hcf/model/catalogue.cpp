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

namespace {

/// As full_id, without making it: people's evidence is compared with every course.
bool has_full_id(const Course& course, std::string_view name) {
    const std::size_t slash = course.provider.size();
    return slash != 0 && name.size() == slash + 1 + course.id.size() && name[slash] == '/' &&
           name.substr(0, slash) == course.provider && name.substr(slash + 1) == course.id;
}

}  // namespace

std::vector<std::uint32_t> find_courses(const CourseList& courses, std::string_view name) {
    std::vector<std::uint32_t> found;
    for (const Course* course : courses) {
        if (course->id == name || has_full_id(*course, name)) found.push_back(course->position);
    }
    return found;
}

}  // namespace hcf
