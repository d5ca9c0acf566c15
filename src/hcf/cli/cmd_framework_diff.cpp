// SPDX-License-Identifier: Apache-2.0
// hcf framework diff: what is different between two frameworks, and who is affected (spec 5,
// "framework diff").
#include "hcf/analysis/framework_diff.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/framework_commands.h"
#include "hcf/cli/framework_source.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/present/present_framework_diff.h"

#include <memory>

namespace hcf::cli {
namespace {

struct DiffOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::string from;
    std::string to;
    std::vector<std::string> from_overlays;
    std::vector<std::string> to_overlays;
};

/// Two frameworks that were named, and loaded.
struct LoadedPair {
    std::vector<FrameworkChoice> choices;
    Framework from;
    Framework to;
};

std::optional<LoadedPair> load_pair(const DiffOptions& options, const Settings& settings,
                                    Environment& environment) {
    const auto from = find_framework(options.from, options.from_overlays, settings, environment);
    const auto to = find_framework(options.to, options.to_overlays, settings, environment);
    if (!from || !to) return std::nullopt;
    auto first = load_choice(*from, settings, environment);
    auto second = load_choice(*to, settings, environment);
    if (!first || !second) return std::nullopt;
    return LoadedPair{{*from, *to}, std::move(*first), std::move(*second)};
}

int run_diff(Environment& environment, const DiffOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto pair = load_pair(options, *settings, environment);
    if (!pair) return kNotDone;
    const Counterparts counterparts = find_counterparts(pair->from, pair->to);
    const Excludes excludes(settings->config, environment);
    const InputFiles inputs =
        expand_paths(environment.files, options.people.paths,
                     [&](std::string_view path) { return excludes.contain(path); });
    std::vector<InputFile> read = files_of(pair->choices, environment);
    read.insert(read.end(), inputs.files.begin(), inputs.files.end());
    ReportOutput output(environment, *settings);
    if (!output.open(read)) return kNotDone;
    const ReportHead head = framework_diff_head(pair->from, pair->to, settings->as_of);
    output.begin(head);
    output.part(head, framework_diff_part(pair->from, pair->to,
                                          diff_frameworks(pair->from, pair->to, counterparts)));
    AffectedPeople people;
    PeopleResult result;
    people.was_asked = !options.people.paths.empty();
    if (people.was_asked) {
        const JudgeOptions judge = {settings->as_of, *accept, options.judge.in_context};
        result = read_people(environment, *settings, options.people, pair->from, inputs,
                             [&](const Assessment& assessment) {
                                 auto effect = find_effect(pair->from, pair->to, counterparts,
                                                           assessment, judge);
                                 if (effect) people.affected.push_back(std::move(*effect));
                                 return true;
                             });
    }
    if (result.output_is_input) return kNotDone;
    people.read = result.read;
    ReportTail tail = framework_diff_tail(pair->from, pair->to, people, settings->as_of);
    tail.fields["skipped"] = skipped_json(result.skipped);
    output.end(head, tail);
    return output.finish() ? result.exit_code : kNotDone;
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<DiffOptions>();
    app.add_option("A", options->from,
                   "The first framework: a directory, 'embedded' for the built-in one, or an "
                   "overlay, which stands for the framework of the options with it")
        ->type_name("")
        ->required();
    app.add_option("B", options->to, "The second one, likewise")->type_name("")->required();
    add_people_options(app, options->people, false);
    app.get_option("PATH")->description("Assessments made under A: tells who is affected, and how");
    app.add_option("--from-overlay", options->from_overlays, "Overlay to add to A; repeatable")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--to-overlay", options->to_overlays, "Overlay to add to B; repeatable")
        ->type_name("FILE")
        ->allow_extra_args(false);
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    app.get_option("--framework")
        ->description(
            "Framework that an overlay as A or B is put on (else $HCF_FRAMEWORK, else "
            "the built-in one)");
    app.get_option("--overlay")
        ->description("Overlay that such a framework has already; repeatable");
    add_output_options(app, options->common);
    app.footer(
        "hcf framework diff embedded final-edition/\n"
        "hcf framework diff embedded final-edition/ people/ --format json\n"
        "hcf framework diff embedded ours.yaml\n"
        "hcf framework diff embedded final/ --from-overlay a.yaml --to-overlay b.yaml");
    return [options](Environment& environment) { return run_diff(environment, *options); };
}

}  // namespace

constinit const Command kFrameworkDiffCommand = {
    "diff", "What is different between two frameworks, and who is affected", setup};

}  // namespace hcf::cli
