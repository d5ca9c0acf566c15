// SPDX-License-Identifier: Apache-2.0
// What training covers (spec 3, "curriculum"): catalogues against a level, a role, or everything
// that the framework asks, weighted by what a workforce lacks, and what several families of roles
// could learn together.
#pragma once

#include "hcf/analysis/workforce_gaps.h"
#include "hcf/model/catalogue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// Courses by their position over all catalogues (Course::position), ascending.
using CoursePositions = std::vector<std::uint32_t>;

/// A level that asks for a competence, and what is offered for it there.
struct CurriculumCell {
    LevelId level;
    CoursePositions courses;              ///< open to the level
    std::optional<std::int64_t> lacking;  ///< people with a gap here; nothing: not known, or hidden
};

/// A competence that is asked. It is covered where every level that asks for it has a course: what
/// is taught to one level is not taken to be taught to another.
struct CurriculumRow {
    CompetenceId competence;
    std::vector<CurriculumCell> cells;  ///< the lowest level first; never empty

    [[nodiscard]] bool is_covered() const;
    [[nodiscard]] bool is_duplicated() const;       ///< some level has more than one course
    [[nodiscard]] CoursePositions courses() const;  ///< at any level, each once
};

/// Why a course covers nothing required.
enum class IdleReason { not_required, desirable, other_level };
template <>
struct Words<IdleReason> {
    static constexpr std::array<std::string_view, 3> kList = {"not-required", "desirable",
                                                              "other-level"};
};

/// A course, and what it does for the target.
struct CurriculumCourse {
    std::uint32_t position = 0;
    std::vector<CompetenceId> covers;  ///< at some level, in framework order
    std::vector<CompetenceId> alone;   ///< of these: what no other course covers at some level
    std::optional<IdleReason> idle;    ///< where it covers nothing
    std::optional<std::int64_t>
        reach;               ///< gaps of people that it could close; nothing: as `lacking`
    CoursePositions before;  ///< the courses that come right after it
};

/// A competence of a joint session.
struct JointCompetence {
    CompetenceId competence;
    std::vector<RoleId> roles;            ///< of these families, that need it, in framework order
    CoursePositions courses;              ///< those that are open to every one of the levels
    std::optional<std::int64_t> lacking;  ///< people of these families with a gap in it
};

/// Competences that at each of these levels at least two of these families need, and each of them
/// at one or more: one session could serve them all.
struct JointSession {
    std::vector<std::string> families;  ///< two or more, in the order in which roles name them;
                                        ///< none where no role of the framework has a family
    std::vector<LevelId> levels;        ///< lowest first; then two or more
    std::vector<JointCompetence> competences;  ///< in framework order
};

struct Curriculum {
    std::optional<Target> target;  ///< a level or a role at a level; nothing: everything
    bool core_only = false;
    bool has_families = false;  ///< some role of the framework has one
    bool has_people = false;    ///< gaps were given
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> suppressed_below;
    std::vector<CurriculumRow> rows;        ///< what is required, in framework order
    std::vector<CurriculumCourse> courses;  ///< all, by position
    std::vector<JointSession> joint;        ///< most families first, then most levels, then order
};

/// Holds courses against a target. `gaps`, which may be nothing, were counted against the same
/// target; without a target, what they find asked beside the framework's own demands (in overlaps)
/// is required, too.
[[nodiscard]] Curriculum analyse_curriculum(const Framework& framework, const CourseList& courses,
                                            const std::optional<Target>& target,
                                            const ShownGaps* gaps);

}  // namespace hcf
