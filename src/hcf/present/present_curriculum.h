// SPDX-License-Identifier: Apache-2.0
// What training covers, as JSON, as CSV rows and as a page to read (spec 5, "curriculum").
#pragma once

#include "hcf/analysis/curriculum.h"
#include "hcf/report/document.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Which table the CSV is.
enum class CurriculumTable { competences, levels, courses, joint };
template <>
struct Words<CurriculumTable> {
    static constexpr std::array<std::string_view, 4> kList = {"competences", "levels", "courses",
                                                              "joint"};
};

/// A curriculum with the catalogues that it is about, and the names of their courses. Views them.
struct CurriculumReport {
    const Framework* framework = nullptr;
    const std::vector<Catalogue>* catalogues = nullptr;
    const Curriculum* curriculum = nullptr;
    CourseList courses;
    std::vector<std::string> names;  ///< by position: the id; where another course has the same id,
                                     ///< the provider before it ("Example Academy/networks-1")
    std::size_t catalogues_left_out = 0;  ///< for errors
    std::size_t people_left_out = 0;
};

[[nodiscard]] CurriculumReport make_curriculum_report(const Framework& framework,
                                                      const std::vector<Catalogue>& catalogues,
                                                      const Curriculum& curriculum);

/// The names of courses.
[[nodiscard]] std::vector<std::string> names_of(const CurriculumReport& report,
                                                const CoursePositions& courses);

[[nodiscard]] std::span<const std::string_view> curriculum_columns(CurriculumTable table);

/// An element of `covered` each.
[[nodiscard]] std::vector<Json> covered_json(const CurriculumReport& report);

/// The other fields of the report.
[[nodiscard]] Json curriculum_fields(const CurriculumReport& report);

/// The rows of one of the tables.
[[nodiscard]] std::vector<Record> curriculum_records(const CurriculumReport& report,
                                                     CurriculumTable table);

/// The page: what is missing first, then what there is, what is idle, and what could be learned
/// together.
[[nodiscard]] Document curriculum_document(const CurriculumReport& report);

}  // namespace hcf
