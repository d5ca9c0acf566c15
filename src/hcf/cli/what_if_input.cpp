// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/what_if_input.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/catalogues.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/file_documents.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/people.h"
#include "hcf/load/kind_document.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf::cli {
namespace {

class WhatIfReader {
public:
    WhatIfReader(Environment& environment, const Settings& settings, const PeopleOptions& people,
                 const Framework& framework, const WhatIfChoice& choice)
        : environment_(environment),
          settings_(settings),
          people_(people),
          framework_(framework),
          choice_(choice) {}

    [[nodiscard]] std::optional<WhatIfInput> read(const std::vector<StaffingMember>& members);

private:
    [[nodiscard]] bool is_catalogue(const std::string& path);
    [[nodiscard]] bool read_file(const std::string& path);
    [[nodiscard]] bool read_courses(const std::vector<std::string>& paths);
    [[nodiscard]] bool complete(const CourseList& courses, const std::string& text);
    [[nodiscard]] bool complete_by(const Course& course, const std::string& person);

    Environment& environment_;
    const Settings& settings_;
    const PeopleOptions& people_;
    const Framework& framework_;
    const WhatIfChoice& choice_;
    WhatIfInput input_;
    int exit_code_ = kDone;
};

/// By the first document that says what it is; what is wrong with the file is told by whoever reads
/// it.
bool WhatIfReader::is_catalogue(const std::string& path) {
    if (environment_.files.inspect(path).type != FileType::regular) return false;
    bool found = false;
    KindDocument document;
    FileDocuments documents(environment_, people_.stdin_filename);
    documents.read(
        {path, true},
        [&](const std::string& file, const RawDocument& raw) {
            const auto outcome = document.open(file, raw, DocumentKind::catalogue);
            found = outcome == KindDocument::Outcome::of_kind;
            return outcome == KindDocument::Outcome::foreign;
        },
        [](const Finding&) {});
    return found;
}

/// False where nothing more may be done.
bool WhatIfReader::read_file(const std::string& path) {
    PeopleOptions options = people_;
    options.paths = {path};
    const Excludes excludes(settings_.config, environment_);
    const InputFiles inputs =
        expand_paths(environment_.files, options.paths,
                     [&](std::string_view found) { return excludes.contain(found); });
    const PeopleResult people = read_people(
        environment_, settings_, options, framework_, inputs, [&](const Assessment& assessment) {
            suppose_assessment(framework_, assessment, input_.supposed.what_if);
            return true;
        });
    input_.files.insert(input_.files.end(), inputs.files.begin(), inputs.files.end());
    exit_code_ = worse(exit_code_, people.exit_code);
    return !people.output_is_input;
}

bool WhatIfReader::complete_by(const Course& course, const std::string& person) {
    WhatIf& what_if = input_.supposed.what_if;
    if (person.empty()) {
        for (StaffingMember& member : what_if.members) member.completed.push_back(&course);
    } else if (StaffingMember* member = find_member(what_if, person)) {
        member->completed.push_back(&course);
    } else {
        say_error(environment_,
                  fmt::format("--completed: nobody of the team, or of --what-if, has the id {}",
                              in_quotes(person)),
                  "PERSON is the id in the assessment: --completed EHC-0042=networks-1");
        return false;
    }
    input_.supposed.completed.push_back({&course, person});
    return true;
}

/// One value of --completed: [PERSON=]COURSE.
bool WhatIfReader::complete(const CourseList& courses, const std::string& text) {
    std::string person;
    std::string name = text;
    std::vector<std::uint32_t> found = find_courses(courses, name);
    const std::size_t mark = text.rfind('=');
    if (found.empty() && mark != std::string::npos && mark != 0) {
        person = text.substr(0, mark);
        name = text.substr(mark + 1);
        found = find_courses(courses, name);
    }
    if (found.empty()) {
        std::vector<std::string_view> ids;
        for (const Course* course : courses) ids.push_back(course->id);
        say_error(environment_,
                  fmt::format("--completed: the catalogues have no course {}", in_quotes(name)),
                  did_you_mean(name, ids));
        return false;
    }
    if (found.size() > 1) {
        say_error(environment_,
                  fmt::format("--completed: several providers have a course {}", in_quotes(name)),
                  fmt::format("name one as {}", in_quotes(full_id(*courses[found.front()]))));
        return false;
    }
    return complete_by(*courses[found.front()], person);
}

bool WhatIfReader::read_courses(const std::vector<std::string>& paths) {
    if (paths.empty()) {
        if (choice_.completed.empty()) return true;
        say_error(environment_, "--completed names courses, and there is no catalogue of them",
                  "name one with --what-if");
        return false;
    }
    auto catalogues = read_catalogues(environment_, settings_, framework_, paths);
    if (!catalogues) return false;
    exit_code_ = worse(exit_code_, catalogues->exit_code);
    input_.files.insert(input_.files.end(), catalogues->files.begin(), catalogues->files.end());
    input_.supposed.catalogues = std::move(catalogues->catalogues);
    const CourseList courses = list_courses(input_.supposed.catalogues);
    if (!choice_.completed.empty()) {
        return std::all_of(choice_.completed.begin(), choice_.completed.end(),
                           [&](const std::string& text) { return complete(courses, text); });
    }
    return std::all_of(courses.begin(), courses.end(),
                       [&](const Course* course) { return complete_by(*course, {}); });
}

std::optional<WhatIfInput> WhatIfReader::read(const std::vector<StaffingMember>& members) {
    input_.supposed.files = choice_.files;
    input_.supposed.what_if.members = members;
    std::vector<std::string> catalogues;
    for (const std::string& path : choice_.files) {
        if (path == "-") {
            say_error(environment_, "--what-if reads files, and not standard input");
            return std::nullopt;
        }
        if (is_catalogue(path))
            catalogues.push_back(path);
        else if (!read_file(path))
            return std::nullopt;
    }
    if (!read_courses(catalogues)) return std::nullopt;
    // Half of it would be the answer to another question.
    if (exit_code_ != kDone) {
        say_error(environment_, "what is supposed could not be read whole, so nothing is reported",
                  "mend its files, or leave --what-if out");
        return std::nullopt;
    }
    return std::move(input_);
}

}  // namespace

std::optional<WhatIfInput> read_what_if(Environment& environment, const Settings& settings,
                                        const PeopleOptions& people, const Framework& framework,
                                        const WhatIfChoice& choice,
                                        const std::vector<StaffingMember>& members) {
    return WhatIfReader(environment, settings, people, framework, choice).read(members);
}

}  // namespace hcf::cli
