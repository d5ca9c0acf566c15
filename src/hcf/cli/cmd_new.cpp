// SPDX-License-Identifier: Apache-2.0
// hcf new: a file to begin with (spec 4).
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/kind_files.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/starter.h"
#include "hcf/cli/targets.h"

#include <memory>

namespace hcf::cli {
namespace {

struct NewOptions {
    CommonOptions common;
    std::string kind;
    std::string role;
    std::string level;
    std::string schema;
};

/// The role and level that were named; what is wrong with them is said, and nothing is given.
std::optional<StarterChoice> choose(const NewOptions& options, const Framework& framework,
                                    Environment& environment) {
    StarterChoice choice;
    choice.schema = options.schema.empty() ? options.kind + ".schema.json" : options.schema;
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

int run_new(Environment& environment, const NewOptions& options) {
    if (!check_kind(options.kind, environment)) return kNotDone;
    const bool has_person = !options.role.empty() || !options.level.empty();
    if (has_person && options.kind != to_string(DocumentKind::assessment)) {
        return usage_error(environment, "--role and --level are for an assessment",
                           "'hcf new assessment --role ROLE'");
    }
    const auto settings = resolve_plain(options.common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto choice = choose(options, *framework, environment);
    if (!choice) return kNotDone;
    return write_text(environment, *settings, *starter(options.kind, *framework, *choice));
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<NewOptions>();
    app.add_option("KIND", options->kind, "The kind of document: " + kind_names())
        ->type_name("")
        ->required();
    app.add_option("--role", options->role, "Assessment: the person's role, or ROLE@LEVEL")
        ->type_name("ROLE");
    app.add_option("--level", options->level, "Assessment: the person's level of practice")
        ->type_name("LEVEL");
    app.add_option("--schema", options->schema,
                   "Where an editor finds the schema (default: KIND.schema.json)")
        ->type_name("PATH");
    add_framework_options(app, options->common);
    add_file_options(app, options->common);
    app.footer(
        "hcf new assessment --role \"Registered Nurse - Adult\" -o alice.yaml\n"
        "hcf new config -o hcf.yaml");
    return [options](Environment& environment) { return run_new(environment, *options); };
}

}  // namespace

constinit const Command kNewCommand = {"new", "A file to begin with", setup};

}  // namespace hcf::cli
