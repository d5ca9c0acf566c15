// SPDX-License-Identifier: Apache-2.0
// hcf pathways: by which steps one gets from a role to a role (spec 3 and 5, "pathways").
#include "hcf/analysis/pathways.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/targets.h"
#include "hcf/present/present_pathway.h"

#include <fmt/format.h>

#include <charconv>
#include <memory>

namespace hcf::cli {
namespace {

struct PathwaysOptions {
    CommonOptions common;
    JudgeChoice judge;
    PeopleOptions people;
    std::string file;
    std::string from;
    std::string to;
    std::vector<std::string> via;
    std::string max_new;
};

/// Whether the start is named, once; what is wrong with it is said.
bool check_start(const PathwaysOptions& options, Environment& environment) {
    if (options.from.empty() && options.file.empty()) {
        say_error(environment, "nothing says where to start",
                  "name a role with --from, or the file of a person");
        return false;
    }
    if (options.from.empty() || options.file.empty()) return true;
    say_error(environment, "--from and a person's file are two starts",
              "a role holds what it asks, a person what they meet: leave one of them out");
    return false;
}

/// The number of --max-new, or none; nothing after saying what is wrong with it.
std::optional<std::optional<std::size_t>> read_max_new(const PathwaysOptions& options,
                                                       Environment& environment) {
    if (options.max_new.empty()) return std::optional<std::size_t>();
    const char* end = options.max_new.data() + options.max_new.size();
    std::uint32_t number = 0;
    const auto [stop, error] = std::from_chars(options.max_new.data(), end, number);
    if (error == std::errc() && stop == end) return std::optional<std::size_t>(number);
    say_error(environment, fmt::format("--max-new: {} is no number", in_quotes(options.max_new)),
              "how many new competences a step may have, such as 5");
    return std::nullopt;
}

std::optional<RoleAtLevel> find_role(const Framework& framework, const std::string& name,
                                     Environment& environment) {
    const auto choice = find_role_or_say(framework, name, environment);
    if (!choice) return std::nullopt;
    RoleAtLevel role = at_own_level(framework, choice->role);
    if (choice->level) role.level = *choice->level;
    return role;
}

/// The roles that the options name; false after saying what is wrong with one.
bool read_roles(const Framework& framework, const PathwaysOptions& options,
                PathwayQuestion& question, Environment& environment) {
    if (!options.from.empty()) {
        question.from = find_role(framework, options.from, environment);
        if (!question.from) return false;
    }
    for (const std::string& name : options.via) {
        const auto role = find_role(framework, name, environment);
        if (!role) return false;
        question.via.push_back(*role);
    }
    const auto to = find_role(framework, options.to, environment);
    if (to) question.to = *to;
    return to.has_value();
}

/// The one person of a file; nothing after saying what is wrong with it. Where something was left
/// out for its errors there is no answer at all: it may be the one that was meant.
std::optional<Assessment> read_person(Environment& environment, const Settings& settings,
                                      const PeopleOptions& options, const Framework& framework,
                                      const InputFiles& inputs) {
    std::optional<Assessment> person;
    const PeopleResult people = read_people(environment, settings, options, framework, inputs,
                                            [&](const Assessment& assessment) {
                                                if (!person) person = assessment;
                                                return person->person.id == assessment.person.id;
                                            });
    if (people.exit_code != kDone || people.output_is_input) return std::nullopt;
    if (people.read == 1) return person;
    say_error(
        environment,
        fmt::format("expected one person, found several in {}", in_quotes(options.paths.front())),
        "name a file with one assessment");
    return std::nullopt;
}

int run_pathways(Environment& environment, const PathwaysOptions& options) {
    if (!check_start(options, environment)) return kNotDone;
    const auto max_new = read_max_new(options, environment);
    if (!max_new) return kNotDone;
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    PathwayQuestion question;
    question.max_new = *max_new;
    question.judge = {settings->as_of, *accept, options.judge.in_context};
    if (!read_roles(*framework, options, question, environment)) return kNotDone;
    InputFiles inputs;
    std::optional<Assessment> person;
    if (!options.file.empty()) {
        PeopleOptions people = options.people;
        people.paths = {options.file};
        const Excludes excludes(settings->config, environment);
        inputs = expand_paths(environment.files, people.paths,
                              [&](std::string_view path) { return excludes.contain(path); });
        person = read_person(environment, *settings, people, *framework, inputs);
        if (!person) return kNotDone;
        question.person = &*person;
    }
    const Pathway pathway = find_pathway(*framework, question);
    return write_whole(environment, *settings, inputs.files,
                       pathway_head(*framework, question, pathway, settings->as_of),
                       pathway_part(*framework, question, pathway, settings->as_of),
                       pathway_tail(*framework, pathway, settings->as_of));
}

void add_role_options(CLI::App& app, PathwaysOptions& options) {
    app.add_option("--from", options.from, "Role to start from, or ROLE@LEVEL")->type_name("ROLE");
    app.add_option("--to", options.to, "Role to get to, or ROLE@LEVEL")
        ->type_name("ROLE")
        ->required();
    app.add_option("--via", options.via,
                   "Role to come to on the way, or ROLE@LEVEL; repeatable, in order")
        ->type_name("ROLE")
        ->allow_extra_args(false);
    app.add_option("--max-new", options.max_new, "Allow no step with more new competences than N")
        ->type_name("N");
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<PathwaysOptions>();
    app.add_option("FILE", options->file,
                   "The assessment of a person who starts, or - for standard input")
        ->type_name("");
    add_role_options(app, *options);
    app.add_option("--stdin-filename", options->people.stdin_filename,
                   "What to call standard input")
        ->type_name("NAME");
    app.add_flag("--show-values", options->people.show_values,
                 "Show names, notes and plans in messages even where nobody sits at a terminal");
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf pathways --from \"Support Worker\" --to \"Nurse Educator\"\n"
        "hcf pathways alice.yaml --to clinical-trainer --max-new 3\n"
        "hcf pathways --from phlebotomist --to caldicott-guardian -o map.dot");
    return [options](Environment& environment) { return run_pathways(environment, *options); };
}

}  // namespace

constinit const Command kPathwaysCommand = {
    "pathways", "By which steps one gets from a role to a role", setup, Extra::graph};

}  // namespace hcf::cli
