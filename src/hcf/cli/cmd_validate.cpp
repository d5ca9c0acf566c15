// SPDX-License-Identifier: Apache-2.0
// hcf validate: is everything in these files right? Its findings are its product (spec 4; spec 5,
// "validate").
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/findings_output.h"
#include "hcf/cli/fix_files.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/validation.h"

#include <algorithm>
#include <array>
#include <memory>

namespace hcf::cli {
namespace {

/// What does not go together with --fix and --diff; empty where nothing is wrong.
std::string fix_fault(const ValidateOptions& options) {
    if (!options.fixes && !options.shows_fixes) return {};
    const std::vector<std::string>& paths = options.people.paths;
    if (std::find(paths.begin(), paths.end(), "-") != paths.end())
        return "--fix and --diff need files, not standard input";
    if (options.fixes && options.shows_fixes) return "either --fix or --diff";
    if (options.shows_fixes && !options.common.output.empty())
        return "--diff writes to standard output";
    return {};
}

int run_validate(Environment& environment, ValidateOptions options) {
    const auto format = take_finding_format(options.common, environment);
    if (!format) return kNotDone;
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    constexpr std::array<std::string_view, 2> kWords = {"error", "warning"};
    const auto fail_on = parse_fail_on(options.fail_on, kWords, environment);
    if (!fail_on) return kNotDone;
    if (*format != nullptr && options.has_statistics) {
        return usage_error(environment, "--statistics has no findings to write in this format",
                           "one of the formats of every command, such as csv or json");
    }
    if (const std::string fault = fix_fault(options); !fault.empty())
        return usage_error(environment, fault);
    const auto policy = FindingPolicy::make(options.policy, settings->config, environment);
    if (!policy) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const bool here = options.people.paths.empty();
    if (here) options.people.paths.emplace_back(".");
    const Excludes excludes(settings->config, environment);
    InputFiles inputs = expand_paths(environment.files, options.people.paths,
                                     [&](std::string_view path) { return excludes.contain(path); });
    for (InputFile& input : inputs.files) {
        if (here) input.path.erase(0, std::string_view("./").size());  // nobody wrote it
    }
    Validation validation(environment, *settings, options, *framework, inputs, *policy, *format);
    if (options.shows_fixes)
        return fix_files(environment, validation.context(), inputs, true, settings->quiet);
    int code = kDone;
    if (options.fixes)
        code = fix_files(environment, validation.context(), inputs, false, settings->quiet);
    return worse(code, validation.run((*fail_on)[0], (*fail_on)[1]));
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<ValidateOptions>();
    add_people_options(app, options->people, false);
    app.add_option("--fail-on", options->fail_on,
                   "Exit 1 where something is: error (default), warning")
        ->type_name("LIST");
    app.add_flag("--fix", options->fixes,
                 "First mend what has one right answer: aliases and case of ids, look-alike "
                 "letters, dates, line breaks");
    app.add_flag("--diff", options->shows_fixes, "Only show what --fix would change");
    app.add_option("--select", options->policy.select,
                   "Show only these rules; other errors still count")
        ->type_name("RULE,...");
    app.add_option("--ignore", options->policy.ignore, "Do without these rules; warnings only")
        ->type_name("RULE,...");
    app.add_flag("--strict", options->policy.is_strict, "Make errors of warnings");
    app.add_flag("--exit-zero", options->exit_zero,
                 "Do not exit 1 for what is found, only 2 for what cannot be done");
    app.add_flag("--statistics", options->has_statistics,
                 "Count findings by rule, most first, instead of showing them");
    app.add_option("--max-diagnostics", options->max_diagnostics,
                   "Show at most N findings, and say how many more there are")
        ->type_name("N")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000'000}));
    app.add_option("-j,--jobs", options->jobs,
                   "Threads that read files (default: one for each core)")
        ->type_name("N")
        ->check(CLI::Range(1U, 256U));
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.get_option("--format")->description("Output format: " + finding_format_names());
    app.footer(
        "hcf validate alice.yaml\n"
        "hcf validate people/ --format json\n"
        "git diff --name-only -- people/ | xargs -r hcf validate");
    return [options](Environment& environment) { return run_validate(environment, *options); };
}

}  // namespace

constinit const Command kValidateCommand = {"validate", "Is everything in these files right?",
                                            setup};

}  // namespace hcf::cli
