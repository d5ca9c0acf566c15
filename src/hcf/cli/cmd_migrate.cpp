// SPDX-License-Identifier: Apache-2.0
// hcf migrate: assessments from one version of a framework to the next (spec 4). A plan first;
// --write does it.
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/framework_source.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/migration_run.h"
#include "hcf/cli/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace hcf::cli {
namespace {

/// What does not go together; empty where nothing is wrong.
std::string option_fault(const MigrateOptions& options) {
    const std::vector<std::string>& paths = options.people.paths;
    if (std::find(paths.begin(), paths.end(), "-") != paths.end())
        return "migrate needs files, not standard input";
    if (options.writes && options.shows_diff) return "either --write or --diff";
    if (!options.shows_diff) return {};
    if (!options.common.output.empty() || !options.common.format.empty())
        return "--diff writes a diff to standard output, and no report";
    return {};
}

/// The framework to move to: a directory or the built-in one.
std::optional<Framework> load_target(const MigrateOptions& options, const Settings& settings,
                                     Environment& environment) {
    if (options.to != kEmbedded &&
        environment.files.inspect(options.to).type == FileType::regular) {
        say_error(environment, "--to needs the directory of a framework, or 'embedded'",
                  "name overlays with --to-overlay");
        return std::nullopt;
    }
    const auto choice = find_framework(options.to, options.to_overlays, settings, environment);
    if (!choice) return std::nullopt;
    return load_choice(*choice, settings, environment);
}

/// Equal ids mean the same thing in two versions of one framework, and in nothing else.
bool is_one_framework(const Framework& from, const Framework& to, Environment& environment) {
    if (from.info.id == to.info.id) return true;
    say_error(environment,
              fmt::format("{} and {} are two frameworks, not two versions of one",
                          in_quotes(from.info.id), in_quotes(to.info.id)),
              "name the framework that the files were made against with --framework");
    return false;
}

void say_counts(const MigrationRun& run, Environment& environment) {
    const auto count = [&](MigrationState state) {
        return run.counts().of_state[static_cast<std::size_t>(state)];
    };
    if (run.passed_over() != 0) {
        say(environment, fmt::format("passed over {} of other kinds",
                                     count_of(run.passed_over(), "document", "documents")));
    }
    say(environment,
        fmt::format("{} to be moved, {} moved, {} unchanged, {} left alone, {} left out for errors",
                    count(MigrationState::to_move), count(MigrationState::moved),
                    count(MigrationState::unchanged), count(MigrationState::left_alone),
                    run.skipped().size()));
}

int finish(MigrationRun& run, const MigrateOptions& options, const Settings& settings,
           Environment& environment) {
    std::size_t all = run.skipped().size();
    for (const std::size_t count : run.counts().of_state) all += count;
    if (all == 0 && !options.people.allow_empty) {
        say_error(environment, "nothing to move",
                  "name assessments, or directories with some in them");
        return kNotDone;
    }
    if (!settings.quiet) say_counts(run, environment);
    const bool has_diff =
        run.counts().of_state[static_cast<std::size_t>(MigrationState::to_move)] != 0;
    const bool is_masked = !options.people.show_values && !environment.out_is_terminal;
    if (options.shows_diff && has_diff && is_masked && !settings.quiet)
        say(environment, "private values are masked; --show-values gives a patch to apply");
    return run.exit_code();
}

/// What was shown at one level would count as shown at a higher one where levels change places.
bool keep_their_order(const FrameworkMove& move, Environment& environment) {
    std::optional<LevelId> last;
    for (const auto& counterpart : move.counterparts.levels) {
        if (!counterpart.id) continue;
        if (last && *counterpart.id < *last) {
            say_error(environment,
                      fmt::format("the level '{}' stands below '{}' there, and above it here",
                                  move.to.at(*counterpart.id).id, move.to.at(*last).id),
                      "what was shown at a level cannot be carried over by its name");
            return false;
        }
        last = counterpart.id;
    }
    return true;
}

int run_migrate(Environment& environment, const MigrateOptions& options) {
    if (const std::string fault = option_fault(options); !fault.empty())
        return usage_error(environment, fault);
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto from = load(*settings, environment);
    if (!from) return kNotDone;
    const auto to = load_target(options, *settings, environment);
    if (!to || !is_one_framework(*from, *to, environment)) return kNotDone;
    const FrameworkMove move = {*from, *to, find_counterparts(*from, *to)};
    if (!keep_their_order(move, environment)) return kNotDone;
    const Excludes excludes(settings->config, environment);
    const InputFiles inputs =
        expand_paths(environment.files, options.people.paths,
                     [&](std::string_view path) { return excludes.contain(path); });
    MigrationRun run(environment, *settings, options, move);
    if (options.shows_diff) {
        run.run(inputs, [](const MigratedDocument&) { return true; });
        return finish(run, options, *settings, environment);
    }
    ReportOutput output(environment, *settings);
    if (!output.open(inputs.files)) return kNotDone;
    const ReportHead head = migration_head(*from, *to, settings->as_of);
    output.begin(head);
    bool is_first = true;
    run.run(inputs, [&](const MigratedDocument& document) {
        ReportPart part;
        if (std::exchange(is_first, false)) part.document = migration_opening(*from, *to);
        ReportPart of_document = migration_part(document);
        append(part.document, std::move(of_document.document));
        of_document.document = std::move(part.document);
        output.part(head, of_document);
        return output.is_open();
    });
    ReportTail tail = migration_tail(run.counts(), options.writes);
    tail.fields["skipped"] = skipped_json(run.skipped());
    output.end(head, tail);
    const bool is_written = output.finish();
    return worse(is_written ? kDone : kNotDone, finish(run, options, *settings, environment));
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<MigrateOptions>();
    app.add_option("PATH", options->people.paths,
                   "Files and directories with assessments; a team stands for its members, too")
        ->type_name("")
        ->required();
    app.add_option("--to", options->to,
                   "The framework to move to: its directory, or 'embedded' for the built-in one")
        ->type_name("DIR")
        ->required();
    app.add_option("--to-overlay", options->to_overlays, "Overlay to add to it; repeatable")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_flag("--write", options->writes, "Do it; without this, only a plan is shown");
    app.add_flag("--diff", options->shows_diff, "Show the plan as a diff of the files");
    app.add_flag("--allow-empty", options->people.allow_empty,
                 "Do not mind when there is nothing to move");
    app.add_flag("--allow-outside", options->people.allow_outside,
                 "Let a team name members outside its own directory");
    app.add_flag("--show-values", options->people.show_values,
                 "Show names, notes and plans in messages and diffs even where nobody sits at a "
                 "terminal");
    add_framework_options(app, options->common);
    app.get_option("--framework")
        ->description(
            "Framework that the files were made against (else $HCF_FRAMEWORK, else the "
            "built-in one)");
    app.get_option("--overlay")->description("Overlay that they were made against; repeatable");
    add_output_options(app, options->common);
    app.footer(
        "hcf migrate people/ --to final-edition/\n"
        "hcf migrate people/ --to final-edition/ --diff\n"
        "hcf migrate people/ --to final-edition/ --write\n"
        "hcf migrate people/ --overlay a.yaml --to embedded --to-overlay b.yaml");
    return [options](Environment& environment) { return run_migrate(environment, *options); };
}

}  // namespace

constinit const Command kMigrateCommand = {
    "migrate", "Move assessments from one version of a framework to the next", setup};

}  // namespace hcf::cli
