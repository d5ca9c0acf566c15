// SPDX-License-Identifier: Apache-2.0
// What training covers for programs: JSON and CSV, field by field as spec 5 lists them, and what is
// added to it: the levels, the courses, and joint sessions.
#include "hcf/present/present_curriculum.h"
#include "hcf/present/values.h"

#include <map>

namespace hcf {
namespace {

constexpr std::array<std::string_view, 3> kCompetenceColumns = {"competence", "courses",
                                                                "course_ids"};
constexpr std::array<std::string_view, 5> kLevelColumns = {"competence", "level", "courses",
                                                           "course_ids", "lacking"};
constexpr std::array<std::string_view, 8> kCourseColumns = {
    "course", "provider", "title", "covers", "alone", "reach", "idle", "before"};
constexpr std::array<std::string_view, 8> kJointColumns = {
    "session", "families", "levels", "competence", "roles", "courses", "course_ids", "lacking"};

Json count_or_null(const std::optional<std::int64_t>& count) {
    return count ? Json(*count) : Json(nullptr);
}

Field count_or_nothing(const std::optional<std::int64_t>& count) {
    return count ? Field(*count) : Field();
}

template <class Id>
std::vector<std::string> ids_of(const Framework& framework, const std::vector<Id>& list) {
    std::vector<std::string> ids;
    ids.reserve(list.size());
    for (const Id id : list) ids.push_back(framework.at(id).id);
    return ids;
}

Json target_json(const Framework& framework, const std::optional<Target>& target) {
    if (!target) return nullptr;
    return {{"kind", to_string(target->kind)},
            {"role", target->role ? Json(framework.at(*target->role).id) : Json(nullptr)},
            {"level", framework.at(target->level).id}};
}

Json catalogues_json(const std::vector<Catalogue>& catalogues) {
    Json list = Json::array();
    for (const Catalogue& catalogue : catalogues) {
        list.push_back({{"file", catalogue.file},
                        {"document", catalogue.document},
                        {"provider", text_or_null(catalogue.provider)},
                        {"courses", catalogue.courses.size()}});
    }
    return list;
}

Json coverage_json(const CurriculumReport& report) {
    Json list = Json::array();
    for (const CurriculumRow& row : report.curriculum->rows) {
        for (const CurriculumCell& cell : row.cells) {
            list.push_back({{"competence", report.framework->at(row.competence).id},
                            {"level", report.framework->at(cell.level).id},
                            {"courses", names_of(report, cell.courses)},
                            {"lacking", count_or_null(cell.lacking)}});
        }
    }
    return list;
}

Json courses_json(const CurriculumReport& report) {
    Json list = Json::array();
    for (const CurriculumCourse& course : report.curriculum->courses) {
        const Course& offered = *report.courses[course.position];
        list.push_back({{"course", report.names[course.position]},
                        {"provider", text_or_null(offered.provider)},
                        {"title", text_or_null(offered.title)},
                        {"covers", ids_of(*report.framework, course.covers)},
                        {"alone", ids_of(*report.framework, course.alone)},
                        {"reach", count_or_null(course.reach)},
                        {"idle", word_or_null(course.idle)},
                        {"before", names_of(report, course.before)}});
    }
    return list;
}

Json joint_json(const CurriculumReport& report) {
    const Framework& framework = *report.framework;
    Json list = Json::array();
    for (const JointSession& session : report.curriculum->joint) {
        Json competences = Json::array();
        for (const JointCompetence& joint : session.competences) {
            competences.push_back({{"competence", framework.at(joint.competence).id},
                                   {"roles", ids_of(framework, joint.roles)},
                                   {"courses", names_of(report, joint.courses)},
                                   {"lacking", count_or_null(joint.lacking)}});
        }
        list.push_back({{"families", session.families},
                        {"levels", ids_of(framework, session.levels)},
                        {"competences", std::move(competences)}});
    }
    return list;
}

/// Ids alone, so that they can be told apart at the spaces: a provider's name may hold some.
std::string joined_ids(const CurriculumReport& report, const CoursePositions& courses) {
    std::vector<std::string> ids;
    ids.reserve(courses.size());
    for (const std::uint32_t position : courses) ids.push_back(report.courses[position]->id);
    return join(ids, " ");
}

std::vector<Record> competence_records(const CurriculumReport& report) {
    std::vector<Record> records;
    for (const CurriculumRow& row : report.curriculum->rows) {
        // What is not covered everywhere has no course here, as in JSON: a row with courses says
        // that the competence is covered.
        const CoursePositions courses = row.is_covered() ? row.courses() : CoursePositions();
        records.push_back({report.framework->at(row.competence).id, as_count(courses.size()),
                           text_or_nothing(joined_ids(report, courses))});
    }
    return records;
}

std::vector<Record> level_records(const CurriculumReport& report) {
    std::vector<Record> records;
    for (const CurriculumRow& row : report.curriculum->rows) {
        for (const CurriculumCell& cell : row.cells) {
            records.push_back({report.framework->at(row.competence).id,
                               report.framework->at(cell.level).id, as_count(cell.courses.size()),
                               text_or_nothing(joined_ids(report, cell.courses)),
                               count_or_nothing(cell.lacking)});
        }
    }
    return records;
}

std::vector<Record> course_records(const CurriculumReport& report) {
    const Framework& framework = *report.framework;
    std::vector<Record> records;
    for (const CurriculumCourse& course : report.curriculum->courses) {
        const Course& offered = *report.courses[course.position];
        records.push_back({offered.id, text_or_nothing(offered.provider),
                           text_or_nothing(offered.title),
                           text_or_nothing(join(ids_of(framework, course.covers), " ")),
                           text_or_nothing(join(ids_of(framework, course.alone), " ")),
                           count_or_nothing(course.reach), word_or_nothing(course.idle),
                           text_or_nothing(joined_ids(report, course.before))});
    }
    return records;
}

std::vector<Record> joint_records(const CurriculumReport& report) {
    const Framework& framework = *report.framework;
    std::vector<Record> records;
    std::int64_t number = 0;
    for (const JointSession& session : report.curriculum->joint) {
        ++number;
        for (const JointCompetence& joint : session.competences) {
            records.push_back({number, text_or_nothing(join(session.families, ", ")),
                               join(ids_of(framework, session.levels), " "),
                               framework.at(joint.competence).id, as_count(joint.roles.size()),
                               as_count(joint.courses.size()),
                               text_or_nothing(joined_ids(report, joint.courses)),
                               count_or_nothing(joint.lacking)});
        }
    }
    return records;
}

}  // namespace

CurriculumReport make_curriculum_report(const Framework& framework,
                                        const std::vector<Catalogue>& catalogues,
                                        const Curriculum& curriculum) {
    CurriculumReport report;
    report.framework = &framework;
    report.catalogues = &catalogues;
    report.curriculum = &curriculum;
    report.courses = list_courses(catalogues);
    std::map<std::string_view, std::size_t> uses;
    for (const Course* course : report.courses) ++uses[course->id];
    for (const Course* course : report.courses)
        report.names.push_back(uses[course->id] > 1 ? full_id(*course) : course->id);
    return report;
}

std::vector<std::string> names_of(const CurriculumReport& report, const CoursePositions& courses) {
    std::vector<std::string> names;
    names.reserve(courses.size());
    for (const std::uint32_t position : courses) names.push_back(report.names[position]);
    return names;
}

std::span<const std::string_view> curriculum_columns(CurriculumTable table) {
    switch (table) {
        case CurriculumTable::competences: return kCompetenceColumns;
        case CurriculumTable::levels: return kLevelColumns;
        case CurriculumTable::courses: return kCourseColumns;
        case CurriculumTable::joint: return kJointColumns;
    }
    return {};
}

std::vector<Json> covered_json(const CurriculumReport& report) {
    std::vector<Json> list;
    for (const CurriculumRow& row : report.curriculum->rows) {
        if (!row.is_covered()) continue;
        list.push_back({{"competence", report.framework->at(row.competence).id},
                        {"courses", names_of(report, row.courses())}});
    }
    return list;
}

Json curriculum_fields(const CurriculumReport& report) {
    const Framework& framework = *report.framework;
    const Curriculum& curriculum = *report.curriculum;
    Json uncovered = Json::array();
    Json duplicated = Json::array();
    for (const CurriculumRow& row : curriculum.rows) {
        if (!row.is_covered()) uncovered.push_back(framework.at(row.competence).id);
        if (row.is_duplicated()) duplicated.push_back(framework.at(row.competence).id);
    }
    Json idle = Json::array();
    for (const CurriculumCourse& course : curriculum.courses) {
        if (course.idle) idle.push_back(report.names[course.position]);
    }
    return {{"target", target_json(framework, curriculum.target)},
            {"core_only", curriculum.core_only},
            {"uncovered", std::move(uncovered)},
            {"duplicated", std::move(duplicated)},
            {"idle", std::move(idle)},
            {"catalogues", catalogues_json(*report.catalogues)},
            {"people", count_or_null(curriculum.people)},
            {"suppressed_below", count_or_null(curriculum.suppressed_below)},
            {"coverage", coverage_json(report)},
            {"courses", courses_json(report)},
            {"joint", joint_json(report)}};
}

std::vector<Record> curriculum_records(const CurriculumReport& report, CurriculumTable table) {
    switch (table) {
        case CurriculumTable::competences: return competence_records(report);
        case CurriculumTable::levels: return level_records(report);
        case CurriculumTable::courses: return course_records(report);
        case CurriculumTable::joint: return joint_records(report);
    }
    return {};
}

}  // namespace hcf
