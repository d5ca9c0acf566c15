// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/curriculum.h"

#include "hcf/analysis/joint_sessions.h"
#include "hcf/analysis/role_sets.h"

#include <algorithm>
#include <map>

namespace hcf {
namespace {

/// What is required where, and what is only desirable.
struct Demand {
    std::map<AskedAt, bool> cells;  ///< true: essential to somebody

    void add(const RequirementSet& requirements) {
        for (const Requirement& asked : requirements) {
            bool& is_required = cells[{asked.competence, asked.asked_at}];
            is_required = is_required || asked.essential;
        }
    }
};

/// Everything: each level, and each role at each of its levels.
Demand demand_of_all(const Framework& framework) {
    Demand demand;
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i)
        demand.add(requirements_of_level(framework, LevelId{i}));
    for (const RoleAtLevel& role : roles_at_each_level(framework))
        demand.add(requirements_of_role(framework, role.role, role.level));
    return demand;
}

Demand demand_of(const Framework& framework, const std::optional<Target>& target,
                 const ShownGaps* gaps) {
    if (target) {
        Demand demand;
        demand.add(requirements_of(framework, Person{}, *target));
        return demand;
    }
    Demand demand = demand_of_all(framework);
    if (gaps == nullptr) return demand;
    for (const auto& [place, figure] : gaps->lacking) demand.cells[place] = true;
    return demand;
}

std::optional<std::int64_t> figure_at(const ShownGaps* gaps, const AskedAt& place) {
    if (gaps == nullptr || !gaps->people) return std::nullopt;
    const auto figure = gaps->lacking.find(place);
    // Where nobody is asked, nobody has a gap.
    return figure == gaps->lacking.end() ? std::optional<std::int64_t>(0) : figure->second;
}

/// The courses that develop each competence, whoever they are for.
std::vector<CoursePositions> courses_by_competence(const Framework& framework,
                                                   const CourseList& courses) {
    std::vector<CoursePositions> result(framework.competences.size());
    for (const Course* course : courses) {
        for (const CompetenceId competence : course->develops)
            result[competence.index].push_back(course->position);
    }
    return result;
}

std::vector<CurriculumRow> make_rows(const Framework& framework, const CourseList& courses,
                                     const Demand& demand, const ShownGaps* gaps) {
    const std::vector<CoursePositions> offered = courses_by_competence(framework, courses);
    std::vector<CurriculumRow> rows;
    for (const auto& [place, is_required] : demand.cells) {
        if (!is_required) continue;
        if (rows.empty() || rows.back().competence != place.competence)
            rows.push_back({place.competence, {}});
        CurriculumCell cell;
        cell.level = place.level;
        cell.lacking = figure_at(gaps, place);
        for (const std::uint32_t position : offered[place.competence.index]) {
            if (is_for_level(*courses[position], place.level)) cell.courses.push_back(position);
        }
        rows.back().cells.push_back(std::move(cell));
    }
    return rows;
}

/// Why a course that covers nothing required does not: the reason that comes nearest to being of
/// use.
IdleReason idle_reason(const Course& course, const Demand& demand) {
    IdleReason reason = IdleReason::not_required;
    for (const CompetenceId competence : course.develops) {
        const auto begin = demand.cells.lower_bound({competence, LevelId{0}});
        for (auto at = begin; at != demand.cells.end() && at->first.competence == competence;
             ++at) {
            if (at->second) return IdleReason::other_level;
            if (is_for_level(course, at->first.level)) reason = IdleReason::desirable;
        }
    }
    return reason;
}

void add_if_new(std::vector<CompetenceId>& list, CompetenceId competence) {
    if (list.empty() || list.back() != competence) list.push_back(competence);
}

/// What each course does in the rows. A figure that is hidden hides the reach that it is part of.
void add_uses(const std::vector<CurriculumRow>& rows, std::vector<CurriculumCourse>& courses) {
    for (const CurriculumRow& row : rows) {
        for (const CurriculumCell& cell : row.cells) {
            for (const std::uint32_t position : cell.courses) {
                CurriculumCourse& course = courses[position];
                add_if_new(course.covers, row.competence);
                if (cell.courses.size() == 1) add_if_new(course.alone, row.competence);
                if (course.reach && cell.lacking)
                    *course.reach += *cell.lacking;
                else
                    course.reach.reset();
            }
        }
    }
}

std::vector<CurriculumCourse> make_courses(const CourseList& courses, const Demand& demand,
                                           const std::vector<CurriculumRow>& rows,
                                           const ShownGaps* gaps) {
    std::vector<CurriculumCourse> result(courses.size());
    for (const Course* course : courses) {
        CurriculumCourse& made = result[course->position];
        made.position = course->position;
        if (gaps != nullptr) made.reach = 0;
        for (const std::uint32_t first : course->after)
            result[first].before.push_back(course->position);
    }
    add_uses(rows, result);
    for (CurriculumCourse& course : result) {
        if (course.covers.empty()) course.idle = idle_reason(*courses[course.position], demand);
    }
    return result;
}

bool is_core_only(const Framework& framework, const std::vector<CurriculumRow>& rows) {
    return std::all_of(rows.begin(), rows.end(), [&](const CurriculumRow& row) {
        return framework.at(row.competence).kind == CompetenceKind::core;
    });
}

}  // namespace

bool CurriculumRow::is_covered() const {
    return std::none_of(cells.begin(), cells.end(),
                        [](const CurriculumCell& cell) { return cell.courses.empty(); });
}

bool CurriculumRow::is_duplicated() const {
    return std::any_of(cells.begin(), cells.end(),
                       [](const CurriculumCell& cell) { return cell.courses.size() > 1; });
}

CoursePositions CurriculumRow::courses() const {
    CoursePositions all;
    for (const CurriculumCell& cell : cells)
        all.insert(all.end(), cell.courses.begin(), cell.courses.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Curriculum analyse_curriculum(const Framework& framework, const CourseList& courses,
                              const std::optional<Target>& target, const ShownGaps* gaps) {
    const Demand demand = demand_of(framework, target, gaps);
    Curriculum curriculum;
    curriculum.target = target;
    curriculum.rows = make_rows(framework, courses, demand, gaps);
    curriculum.courses = make_courses(courses, demand, curriculum.rows, gaps);
    curriculum.core_only = is_core_only(framework, curriculum.rows);
    curriculum.has_people = gaps != nullptr;
    if (gaps != nullptr) {
        curriculum.people = gaps->people;
        curriculum.suppressed_below = gaps->suppressed_below;
    }
    curriculum.has_families = std::any_of(framework.roles.begin(), framework.roles.end(),
                                          [](const Role& role) { return !role.family.empty(); });
    curriculum.joint = find_joint_sessions(framework, curriculum, gaps);
    return curriculum;
}

}  // namespace hcf
