// SPDX-License-Identifier: Apache-2.0
// What training providers offer, as the analyses see it (spec 2, "catalogue/1"): references
// resolved, nothing wrong in it.
#pragma once

#include "hcf/base/decimal.h"
#include "hcf/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// A course of one provider. An id may be another provider's, too: provider and id together name a
/// course, and so does its position.
struct Course {
    std::string id;
    std::string provider;                ///< its catalogue's; empty where that names none
    std::string title;                   ///< empty where none is given
    std::vector<CompetenceId> develops;  ///< in framework order, each once
    std::vector<LevelId> levels;         ///< whom it is for, lowest first; empty: everybody
    std::optional<Decimal> hours;
    std::optional<Decimal> cost;  ///< of one person
    std::string mode;
    std::vector<std::uint32_t> after;  ///< positions of the courses that come first, ascending
    std::uint32_t position = 0;        ///< over all catalogues of a run, in the order given
};

/// One document of courses.
struct Catalogue {
    std::string file;
    std::uint32_t document = 1;
    std::string provider;
    std::vector<Course> courses;  ///< in the order of the file
};

/// All courses of several catalogues by position. Views them.
using CourseList = std::vector<const Course*>;
[[nodiscard]] CourseList list_courses(const std::vector<Catalogue>& catalogues);

/// True where the course is for people at that level of practice.
[[nodiscard]] bool is_for_level(const Course& course, LevelId level);

/// True where it develops the competence, whoever it is for.
[[nodiscard]] bool develops(const Course& course, CompetenceId competence);

/// Its title, else its id.
[[nodiscard]] std::string_view title_of(const Course& course);

/// "Example Academy/networks-1": what names it among several providers; the id alone where the
/// provider has no name.
[[nodiscard]] std::string full_id(const Course& course);

/// The courses that an id or a full id names, by position; an id may name one of each provider.
[[nodiscard]] std::vector<std::uint32_t> find_courses(const CourseList& courses,
                                                      std::string_view name);

}  // namespace hcf
