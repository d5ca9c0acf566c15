// SPDX-License-Identifier: Apache-2.0
// hcf validate: is everything in these files right? Its findings are its product (spec 4; spec 5,
// "validate").
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/findings_output.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/validation.h"

#include <array>
#include <memory>

namespace hcf::cli {
namespace {

int run_validate(Environment& environment, ValidateOptions options) {
    const auto format = take_finding_format(options.common, environment);
    if (!format) return kNotDone;
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    constexpr std::array<std::string_view, 2> kWords = {"error", "warning"};
    const auto fail_on = parse_fail_on(options.fail_on, kWords, environment);
    if (!fail_on) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const bool here = options.people.paths.empty();
    if (here) options.people.paths.emplace_back(".");
    InputFiles inputs = expand_paths(environment.files, options.people.paths);
    for (InputFile& input : inputs.files) {
        if (here) input.path.erase(0, std::string_view("./").size());  // nobody wrote it
    }
    return Validation(environment, *settings, options, *framework, inputs, *format)
        .run((*fail_on)[0], (*fail_on)[1]);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<ValidateOptions>();
    add_people_options(app, options->people, false);
    app.add_option("--fail-on", options->fail_on,
                   "Exit 1 where something is: error (default), warning")
        ->type_name("LIST");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.get_option("--format")->description("Output format: " + finding_format_names());
    app.footer(
        "hcf validate alice.yaml\n"
        "hcf validate people/ --format json\n"
        "  git diff --name-only | xargs hcf validate");
    return [options](Environment& environment) { return run_validate(environment, *options); };
}

}  // namespace

constinit const Command kValidateCommand = {"validate", "Is everything in these files right?",
                                            setup};

}  // namespace hcf::cli
