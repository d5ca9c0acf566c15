// SPDX-License-Identifier: Apache-2.0
// hcf new: a file to begin with (spec 4).
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/kind_files.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/cli/starter.h"
#include "hcf/cli/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <memory>

namespace hcf::cli {
namespace {

struct NewOptions {
    CommonOptions common;
    std::string kind;
    std::string role;
    std::string level;
    std::string schema;
    std::string person;
    std::string name;
    std::string organisation;
    std::string team;
    std::string from;
};

/// The role and level that were named; what is wrong with them is said, and nothing is given.
std::optional<StarterChoice> choose(const NewOptions& options, const Framework& framework,
                                    Environment& environment) {
    StarterChoice choice;
    choice.schema = options.schema.empty() ? options.kind + ".schema.json" : options.schema;
    choice.person = options.person;
    choice.name = options.name;
    choice.organisation = options.organisation;
    choice.team = options.team;
    std::vector<std::string> levels;
    std::vector<std::string> roles;
    if (!options.level.empty()) levels.push_back(options.level);
    if (!options.role.empty()) roles.push_back(options.role);
    const auto targets = choose_targets(framework, levels, roles, environment);
    if (!targets) return std::nullopt;
    if (!targets->levels.empty()) choice.level = targets->levels.front();
    if (!targets->roles.empty()) {
        choice.role = targets->roles.front().role;
        choice.level = targets->roles.front().level;
    }
    return choice;
}

/// What an earlier assessment says of the person, where the options say nothing else.
void take_over(const Assessment& earlier, StarterChoice& choice) {
    const Person& person = earlier.person;
    choice.from = &earlier;
    if (choice.person.empty()) choice.person = person.id;
    if (choice.name.empty()) choice.name = person.name;
    if (choice.organisation.empty()) choice.organisation = person.organisation;
    if (choice.team.empty()) choice.team = person.team;
    if (choice.role || choice.level) return;
    choice.role = person.role;
    choice.level = person.level;
}

/// The one person of a file; with --person, whoever in it has that id.
std::optional<Assessment> read_earlier(Environment& environment, const Settings& settings,
                                       const NewOptions& options, const Framework& framework) {
    PeopleOptions people;
    people.paths = {options.from};
    const InputFiles inputs = expand_paths(environment.files, people.paths);
    for (const InputFile& input : inputs.files) {
        if (input.path == "-" ||
            !is_output(environment, settings, environment.files.inspect(input.path)))
            continue;
        say_output_is_input(environment, settings);
        return std::nullopt;
    }
    std::optional<Assessment> found;
    bool is_one = true;
    const PeopleResult result =
        read_people(environment, settings, people, framework, inputs, [&](const Assessment& read) {
            if (!options.person.empty() && read.person.id != options.person) return true;
            is_one = is_one && !found;
            found = read;
            return true;
        });
    if (result.exit_code != kDone || result.output_is_input) return std::nullopt;
    if (!found) {
        say_error(environment,
                  fmt::format("nobody there has the id {}", in_quotes(options.person)));
        return std::nullopt;
    }
    if (!is_one) {
        say_error(environment, fmt::format("{} holds several people", in_quotes(options.from)),
                  "say whom with --person ID");
        return std::nullopt;
    }
    return found;
}

/// Options that say something of a kind of document that has no place for it; empty: none.
std::string option_fault(const NewOptions& options) {
    const auto is_one_of = [&](std::initializer_list<DocumentKind> kinds) {
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](DocumentKind kind) { return options.kind == to_string(kind); });
    };
    using enum DocumentKind;
    const bool has_post = !options.role.empty() || !options.level.empty();
    if (has_post && !is_one_of({assessment, team, service}))
        return "--role and --level are for an assessment, a team or a service";
    const bool has_place = !options.team.empty() || !options.organisation.empty();
    if ((has_place || !options.person.empty()) && !is_one_of({assessment, team}))
        return "--person, --organisation and --team are for an assessment or a team";
    if ((!options.name.empty() || !options.from.empty()) && !is_one_of({assessment}))
        return "--name and --from are for an assessment";
    return {};
}

/// Texts go into a file, so they have to be some.
bool check_texts(const NewOptions& options, Environment& environment) {
    for (const std::string* text :
         {&options.person, &options.name, &options.organisation, &options.team}) {
        if (!find_invalid_utf8(*text)) continue;
        say_error(environment, "a text that is to be written is no UTF-8");
        return false;
    }
    return true;
}

/// What is written is YAML with comments: a name that promises something else is none for it.
/// True where the name promises nothing.
bool is_name_of_yaml(const std::string& path) {
    const std::string name = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = name.find_last_of('.');
    if (dot == std::string::npos || dot == 0) return true;
    const std::string extension = case_fold(name.substr(dot));
    return extension == ".yaml" || extension == ".yml";
}

int run_new(Environment& environment, const NewOptions& options) {
    if (!check_kind(options.kind, environment)) return kNotDone;
    if (const std::string fault = option_fault(options); !fault.empty())
        return usage_error(environment, fault, "'hcf new assessment --role ROLE'");
    if (!is_name_of_yaml(options.common.output))
        return usage_error(environment, "new writes YAML, with comments",
                           "give the file a name that ends with .yaml or .yml");
    if (!check_texts(options, environment)) return kNotDone;
    const auto settings = resolve_plain(options.common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    auto choice = choose(options, *framework, environment);
    if (!choice) return kNotDone;
    std::optional<Assessment> earlier;
    if (!options.from.empty()) {
        earlier = read_earlier(environment, *settings, options, *framework);
        if (!earlier) return kNotDone;
        take_over(*earlier, *choice);
    }
    return write_text(environment, *settings, *starter(options.kind, *framework, *choice));
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<NewOptions>();
    app.add_option("KIND", options->kind, "The kind of document: " + kind_names())
        ->type_name("")
        ->required();
    app.add_option("--role", options->role,
                   "The role of the person, or of a service's post, or ROLE@LEVEL")
        ->type_name("ROLE");
    app.add_option("--level", options->level, "Their level of practice")->type_name("LEVEL");
    app.add_option("--person", options->person, "The person's id")->type_name("ID");
    app.add_option("--name", options->name, "The person's name")->type_name("NAME");
    app.add_option("--organisation", options->organisation, "Who employs the person or the team")
        ->type_name("NAME");
    app.add_option("--team", options->team, "The id of the team")->type_name("ID");
    app.add_option("--from", options->from,
                   "An earlier assessment of the person: who they are is taken over, and what was "
                   "said then stands in comments")
        ->type_name("FILE");
    app.add_option("--schema", options->schema,
                   "Where an editor finds the schema (default: KIND.schema.json)")
        ->type_name("PATH");
    add_framework_options(app, options->common);
    add_file_options(app, options->common);
    app.footer(
        "hcf new assessment --role \"Registered Nurse - Adult\" -o alice.yaml\n"
        "hcf new assessment --from 2026/alice.yaml -o 2027/alice.yaml\n"
        "hcf new config -o hcf.yaml");
    return [options](Environment& environment) { return run_new(environment, *options); };
}

}  // namespace

constinit const Command kNewCommand = {"new", "A file to begin with", setup};

}  // namespace hcf::cli
