// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const CatalogueFacts& facts, Emitter& emit) {
    for (const CourseFacts& course : facts.courses) {
        const MappingSpec& spec = CourseDoc::mapping();
        const bool is_given = was_seen(spec, course.doc->seen_keys, "develops") &&
                              !was_seen(spec, course.doc->faulty_keys, "develops");
        if (is_given && course.doc->develops.empty())
            emit.report(course.doc->at, "the course develops nothing", "name what it develops");
    }
}

}  // namespace

constinit const Rule kCourseWithoutCompetence = {
    .info = {"course-without-competence",
             Severity::error,
             "a course that develops nothing",
             {"That every course names at least one competence that it develops.",
              "A course that closes no gap can be in no plan; its list has been forgotten.",
              "courses: [{id: networks-1, develops: []}]",
              "courses: [{id: networks-1, develops: [professional-networks]}]"}},
    .catalogue = check};

}  // namespace hcf
