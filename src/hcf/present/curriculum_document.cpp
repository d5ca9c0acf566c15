// SPDX-License-Identifier: Apache-2.0
// What training covers for those who plan it: what is missing first, then what there is and what is
// offered twice, what each course does, what is idle, and what several professions could learn
// together (issue 6).
#include "hcf/base/count.h"
#include "hcf/present/framework_data.h"
#include "hcf/present/level_signs.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_curriculum.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hcf {
namespace {

constexpr std::string_view kHidden = "*";

constexpr std::string_view kNoProof =
    "A course covers what its catalogue says that it develops. That somebody took it does not make "
    "a competence met: an assessment does.";

std::string target_text(const Framework& framework, const std::optional<Target>& target) {
    if (!target) return "everything that the framework asks";
    if (target->role) return role_at_level(framework, *target->role, target->level);
    return framework.at(target->level).title;
}

std::string shown(const std::optional<std::int64_t>& count) {
    return count ? fmt::format("{}", *count) : std::string(kHidden);
}

const std::string& title_of(const CurriculumReport& report, CompetenceId competence) {
    return report.framework->at(competence).title;
}

std::string joined_names(const CurriculumReport& report, const CoursePositions& courses) {
    return join(names_of(report, courses), ", ");
}

/// True where levels have to be told apart.
bool has_levels(const CurriculumReport& report) { return !report.curriculum->target; }

void add_catalogues(const CurriculumReport& report, Facts& facts) {
    std::vector<std::string> items;
    for (const Catalogue& catalogue : *report.catalogues) {
        items.push_back(
            fmt::format("{} ({})", catalogue.provider.empty() ? catalogue.file : catalogue.provider,
                        count_of(catalogue.courses.size(), "course", "courses")));
    }
    std::string text = join(items, ", ");
    if (report.catalogues_left_out != 0)
        text += fmt::format("; {} left out for errors", report.catalogues_left_out);
    facts.rows.push_back(
        {"Catalogues", {std::move(text), report.catalogues_left_out ? Tone::bad : Tone::plain}});
}

void add_people(const CurriculumReport& report, Facts& facts) {
    const Curriculum& curriculum = *report.curriculum;
    if (!curriculum.has_people) return;
    std::string text =
        curriculum.people
            ? fmt::format("{}, {}", *curriculum.people,
                          curriculum.target ? "held against the same"
                                            : "each held against what is asked of them")
            : fmt::format("fewer than {}", *curriculum.suppressed_below);
    if (report.people_left_out != 0)
        text += fmt::format("; {} left out for errors", report.people_left_out);
    facts.rows.push_back(
        {"People", {std::move(text), report.people_left_out ? Tone::bad : Tone::plain}});
}

/// "13 of 23 competences; 7 at some of the levels that ask for them, 3 at none".
Cell result_cell(const CurriculumReport& report) {
    const std::vector<CurriculumRow>& rows = report.curriculum->rows;
    std::size_t covered = 0;
    std::size_t partly = 0;
    for (const CurriculumRow& row : rows) {
        if (row.is_covered())
            ++covered;
        else if (!row.courses().empty())
            ++partly;
    }
    std::string text =
        fmt::format("{} of {}", covered, count_of(rows.size(), "competence", "competences"));
    if (has_levels(report) && covered < rows.size()) {
        text += fmt::format("; {} at some of the levels that ask for them, {} at none", partly,
                            rows.size() - covered - partly);
    }
    return {std::move(text), covered == rows.size() ? Tone::good : Tone::bad};
}

void add_facts(const CurriculumReport& report, Document& document) {
    const Curriculum& curriculum = *report.curriculum;
    const auto duplicated =
        std::count_if(curriculum.rows.begin(), curriculum.rows.end(),
                      [](const CurriculumRow& row) { return row.is_duplicated(); });
    const auto idle =
        std::count_if(curriculum.courses.begin(), curriculum.courses.end(),
                      [](const CurriculumCourse& course) { return course.idle.has_value(); });
    Facts facts;
    facts.rows.push_back(
        {"Against", {target_text(*report.framework, curriculum.target), Tone::strong}});
    add_catalogues(report, facts);
    add_people(report, facts);
    facts.rows.emplace_back("Covered", result_cell(report));
    facts.rows.push_back({"Covered more than once", {static_cast<std::int64_t>(duplicated)}});
    facts.rows.push_back({"Idle courses", {static_cast<std::int64_t>(idle)}});
    document.push_back(Heading{1, "Curriculum"});
    document.push_back(std::move(facts));
}

/// The cells of a row that nothing covers.
std::vector<const CurriculumCell*> open_cells(const CurriculumRow& row) {
    std::vector<const CurriculumCell*> cells;
    for (const CurriculumCell& cell : row.cells) {
        if (cell.courses.empty()) cells.push_back(&cell);
    }
    return cells;
}

/// "supportive, associate"; "every level that asks for it".
std::string open_levels(const CurriculumReport& report, const CurriculumRow& row,
                        const std::vector<const CurriculumCell*>& cells) {
    if (cells.size() == row.cells.size()) return "every level that asks for it";
    std::vector<std::string> ids;
    ids.reserve(cells.size());
    for (const CurriculumCell* cell : cells) ids.push_back(report.framework->at(cell->level).id);
    return join(ids, ", ");
}

/// "3"; with levels "supportive 3, associate *", those without a gap left out.
std::string lacking_text(const CurriculumReport& report,
                         const std::vector<const CurriculumCell*>& cells) {
    if (!has_levels(report)) return shown(cells.front()->lacking);
    std::vector<std::string> items;
    for (const CurriculumCell* cell : cells) {
        if (cell->lacking && *cell->lacking == 0) continue;
        items.push_back(
            fmt::format("{} {}", report.framework->at(cell->level).id, shown(cell->lacking)));
    }
    return items.empty() ? "nobody" : join(items, ", ");
}

/// People whom it would help, as far as it is shown: what is hidden decides nothing.
std::int64_t known_lacking(const CurriculumRow& row) {
    std::int64_t sum = 0;
    for (const CurriculumCell* cell : open_cells(row)) sum += cell->lacking.value_or(0);
    return sum;
}

void add_uncovered(const CurriculumReport& report, Document& document) {
    const Curriculum& curriculum = *report.curriculum;
    std::vector<const CurriculumRow*> rows;
    for (const CurriculumRow& row : curriculum.rows) {
        if (!row.is_covered()) rows.push_back(&row);
    }
    if (rows.empty()) return;
    std::stable_sort(rows.begin(), rows.end(), [](const CurriculumRow* a, const CurriculumRow* b) {
        return known_lacking(*a) > known_lacking(*b);
    });
    Table table;
    table.columns = {{"Competence", Align::left, true}};
    if (has_levels(report)) table.columns.push_back({"Not covered at", Align::left, true});
    if (curriculum.has_people)
        table.columns.push_back({has_levels(report) ? "Lacking it there" : "Lacking it",
                                 has_levels(report) ? Align::left : Align::right, true});
    for (const CurriculumRow* row : rows) {
        const auto cells = open_cells(*row);
        std::vector<Cell> line = {{title_of(report, row->competence)}};
        if (has_levels(report)) line.push_back({open_levels(report, *row, cells), Tone::bad});
        if (curriculum.has_people) line.push_back({lacking_text(report, cells)});
        table.rows.push_back(std::move(line));
    }
    document.push_back(Heading{2, "Not covered"});
    document.push_back(std::move(table));
}

/// "2", "0", with people "2 (5)": those without a gap are not shown.
Cell matrix_cell(const CurriculumReport& report, const CurriculumCell& cell) {
    std::string text = fmt::format("{}", cell.courses.size());
    const bool is_nobody = cell.lacking && *cell.lacking == 0;
    if (report.curriculum->has_people && !is_nobody)
        text += fmt::format(" ({})", shown(cell.lacking));
    return {std::move(text), cell.courses.empty() ? Tone::bad : Tone::plain};
}

void add_matrix(const CurriculumReport& report, Document& document) {
    const Framework& framework = *report.framework;
    Table table;
    table.columns = {{"Competence", Align::left, true}};
    for (const std::string& sign : level_signs(framework)) table.columns.push_back({sign});
    for (const CurriculumRow& row : report.curriculum->rows) {
        std::vector<Cell> line(framework.levels.size() + 1);
        line.front() = {title_of(report, row.competence)};
        for (const CurriculumCell& cell : row.cells)
            line[cell.level.index + 1] = matrix_cell(report, cell);
        table.rows.push_back(std::move(line));
    }
    std::string legend = "How many courses are open to a level that asks; blank: it does not ask. ";
    if (report.curriculum->has_people) legend += "In brackets: how many people lack it there. ";
    document.push_back(Heading{2, "Coverage by level"});
    document.push_back(std::move(table));
    document.push_back(Paragraph{legend + level_legend(framework) + ".", Tone::muted});
}

/// Of one level: what is covered by a single course, or by more.
void add_covered(const CurriculumReport& report, bool more_than_once, Document& document) {
    const bool has_people = report.curriculum->has_people;
    Table table;
    table.columns = {{"Competence", Align::left, true},
                     {more_than_once ? "Courses" : "Course", Align::left, true}};
    if (has_people) table.columns.push_back({"Lacking it", Align::right});
    for (const CurriculumRow& row : report.curriculum->rows) {
        if (!row.is_covered() || row.is_duplicated() != more_than_once) continue;
        std::vector<Cell> line = {{title_of(report, row.competence)},
                                  {joined_names(report, row.courses())}};
        if (has_people) line.push_back({shown(row.cells.front().lacking)});
        table.rows.push_back(std::move(line));
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, more_than_once ? "Covered more than once" : "Covered once"});
    document.push_back(std::move(table));
}

/// The cells of a row that have the same courses, more than one, with their levels.
using SameCourses = std::vector<std::pair<const CoursePositions*, std::vector<std::string>>>;
SameCourses duplicates_of(const CurriculumReport& report, const CurriculumRow& row) {
    SameCourses groups;
    for (const CurriculumCell& cell : row.cells) {
        if (cell.courses.size() < 2) continue;
        const auto known = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return *group.first == cell.courses;
        });
        auto& levels = known != groups.end()
                           ? known->second
                           : groups.emplace_back(&cell.courses, std::vector<std::string>()).second;
        levels.push_back(report.framework->at(cell.level).id);
    }
    return groups;
}

/// What some level has more than one course for, whether or not others have one.
void add_duplicated(const CurriculumReport& report, Document& document) {
    Table table;
    table.columns = {{"Competence", Align::left, true},
                     {"At", Align::left, true},
                     {"Courses", Align::left, true}};
    for (const CurriculumRow& row : report.curriculum->rows) {
        std::string title = title_of(report, row.competence);
        for (const auto& [courses, levels] : duplicates_of(report, row)) {
            table.rows.push_back(
                {{std::move(title)}, {join(levels, ", ")}, {joined_names(report, *courses)}});
            title.clear();
        }
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Covered more than once"});
    document.push_back(std::move(table));
}

/// The courses that do something: with people, those first that could close most gaps.
void add_courses(const CurriculumReport& report, Document& document) {
    const Curriculum& curriculum = *report.curriculum;
    std::vector<const CurriculumCourse*> useful;
    for (const CurriculumCourse& course : curriculum.courses) {
        if (!course.idle) useful.push_back(&course);
    }
    if (useful.empty()) return;
    std::stable_sort(useful.begin(), useful.end(),
                     [](const CurriculumCourse* a, const CurriculumCourse* b) {
                         return a->reach.value_or(0) > b->reach.value_or(0);
                     });
    Table table;
    table.columns = {{"Course", Align::left, true},
                     {"Covers", Align::right},
                     {"Nothing else covers", Align::left, true}};
    if (curriculum.has_people)
        table.columns.insert(table.columns.begin() + 2, {"Gaps", Align::right});
    for (const CurriculumCourse* course : useful) {
        std::vector<Cell> line = {{report.names[course->position]},
                                  {as_count(course->covers.size())},
                                  {join_ids(*report.framework, course->alone, ", ")}};
        if (curriculum.has_people) line.insert(line.begin() + 2, Cell{shown(course->reach)});
        table.rows.push_back(std::move(line));
    }
    std::string legend = "What nothing else covers would be without a course";
    legend += has_levels(report) ? ", at some level, if this one were dropped."
                                 : " if this one were dropped.";
    if (curriculum.has_people)
        legend += " Gaps: people and competences that it is for, one for each pair.";
    document.push_back(Heading{2, "What each course does"});
    document.push_back(std::move(table));
    document.push_back(Paragraph{std::move(legend), Tone::muted});
}

std::string_view idle_text(IdleReason reason, bool is_everything) {
    switch (reason) {
        case IdleReason::not_required:
            return is_everything ? "develops nothing that anybody is asked"
                                 : "develops nothing that is asked here";
        case IdleReason::desirable: return "develops only what is desirable";
        case IdleReason::other_level:
            return is_everything ? "is for levels at which nothing of it is asked"
                                 : "is for other levels";
    }
    return {};
}

void add_idle(const CurriculumReport& report, Document& document) {
    Table table;
    table.columns = {{"Course", Align::left, true}, {"Why", Align::left, true}};
    for (const CurriculumCourse& course : report.curriculum->courses) {
        if (!course.idle) continue;
        std::string why(idle_text(*course.idle, has_levels(report)));
        if (!course.before.empty())
            why += fmt::format("; comes before {}", joined_names(report, course.before));
        table.rows.push_back({{report.names[course.position]}, {std::move(why)}});
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Idle"});
    document.push_back(std::move(table));
}

void add_session(const CurriculumReport& report, const JointSession& session, Document& document) {
    const bool has_figures =
        std::any_of(session.competences.begin(), session.competences.end(),
                    [](const JointCompetence& joint) { return joint.lacking.has_value(); });
    const std::string levels = join_ids(*report.framework, session.levels, ", ");
    Table table;
    table.columns = {{"Competence", Align::left, true}, {"Roles", Align::right}};
    if (has_figures) table.columns.push_back({"Lacking it", Align::right});
    table.columns.push_back({"Open to all of them", Align::left, true});
    for (const JointCompetence& joint : session.competences) {
        std::vector<Cell> line = {{title_of(report, joint.competence)},
                                  {as_count(joint.roles.size())}};
        if (has_figures) line.push_back({joint.lacking.value_or(0)});
        line.push_back(joint.courses.empty() ? Cell{std::string("no course"), Tone::warn}
                                             : Cell{joined_names(report, joint.courses)});
        table.rows.push_back(std::move(line));
    }
    document.push_back(
        Heading{3, session.families.empty()
                       ? levels
                       : fmt::format("{} ({})", join(session.families, ", "), levels)});
    document.push_back(std::move(table));
}

void add_joint(const CurriculumReport& report, Document& document) {
    const Curriculum& curriculum = *report.curriculum;
    if (curriculum.joint.empty()) return;
    document.push_back(Heading{2, "Joint sessions"});
    document.push_back(Paragraph{
        curriculum.has_families
            ? "What at each of these levels at least two of the families of roles need, and could "
              "learn together."
            : "What several levels need, and could learn together. No role of the framework has a "
              "family, so nothing is said of professions: an overlay can give them families."});
    for (const JointSession& session : curriculum.joint) add_session(report, session, document);
}

/// The levels in question, with those that ask the same core set.
std::set<LevelPair> same_core_levels(const CurriculumReport& report) {
    const auto& target = report.curriculum->target;
    std::set<LevelPair> pairs;
    for (std::uint32_t i = 0; i < report.framework->levels.size(); ++i) {
        if (target && target->level != LevelId{i}) continue;
        for (const LevelId other : same_core_as(*report.framework, LevelId{i}))
            pairs.insert(make_level_pair(LevelId{i}, other));
    }
    return pairs;
}

void add_cautions(const CurriculumReport& report, const std::set<LevelPair>& same_core,
                  Document& document) {
    const Curriculum& curriculum = *report.curriculum;
    List list;
    if (curriculum.core_only) list.items.push_back({std::string(kCoreOnly)});
    for (const LevelPair& pair : same_core) {
        list.items.push_back({curriculum.target ? same_core_caution(*report.framework, pair)
                                                : same_core_text(*report.framework, pair)});
    }
    list.items.push_back({std::string(kNoProof)});
    if (curriculum.suppressed_below) {
        list.items.push_back(
            {fmt::format("{} is a number that is not shown, because it, or what is left of the "
                         "people, is less than {}; joint sessions have no numbers of people.",
                         kHidden, *curriculum.suppressed_below)});
    }
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

Document curriculum_document(const CurriculumReport& report) {
    Document document;
    add_facts(report, document);
    add_uncovered(report, document);
    if (has_levels(report)) {
        add_matrix(report, document);
        add_duplicated(report, document);
    } else {
        add_covered(report, false, document);
        add_covered(report, true, document);
    }
    add_courses(report, document);
    add_idle(report, document);
    add_joint(report, document);
    const std::set<LevelPair> same_core = same_core_levels(report);
    add_cautions(report, same_core, document);
    if (!report.curriculum->target) return document;
    for (const LevelPair& pair : same_core) add_difference(*report.framework, pair, document);
    return document;
}

}  // namespace hcf
