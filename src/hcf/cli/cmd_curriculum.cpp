// SPDX-License-Identifier: Apache-2.0
// hcf curriculum: what training covers (spec 3 and 5, "curriculum").
#include "hcf/analysis/curriculum.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/catalogues.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/targets.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_curriculum.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace hcf::cli {
namespace {

struct CurriculumOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::vector<std::string> catalogues;
    std::string level;
    std::string role;
    std::string suppress_below;
    std::string table = "competences";
    std::string fail_on;
};

/// What --fail-on can name.
constexpr std::array<std::string_view, 1> kAlarms = {"uncovered"};

/// The number of --suppress-below, or none; nothing after saying what is wrong with it.
std::optional<std::optional<std::int64_t>> read_suppression(const CurriculumOptions& options,
                                                            Environment& environment) {
    if (options.suppress_below.empty()) return std::optional<std::int64_t>();
    const char* end = options.suppress_below.data() + options.suppress_below.size();
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(options.suppress_below.data(), end, number);
    if (error == std::errc() && stop == end && number >= 1) {
        if (!options.people.paths.empty()) return std::optional<std::int64_t>(number);
        say_error(environment, "--suppress-below hides numbers of people, and there are none",
                  "name their assessments with --people");
        return std::nullopt;
    }
    say_error(environment,
              fmt::format("--suppress-below: {} is no whole number from 1 on",
                          in_quotes(options.suppress_below)),
              "numbers of people that are smaller are not shown");
    return std::nullopt;
}

/// The one target, or everything; nothing after saying what is wrong.
std::optional<std::optional<Target>> read_target(const CurriculumOptions& options,
                                                 const Framework& framework,
                                                 Environment& environment) {
    std::vector<std::string> levels;
    std::vector<std::string> roles;
    if (!options.level.empty()) levels.push_back(options.level);
    if (!options.role.empty()) roles.push_back(options.role);
    const auto choice = choose_targets(framework, levels, roles, environment);
    if (!choice) return std::nullopt;
    if (levels.empty() && roles.empty()) return std::optional<Target>();
    // Nobody has no role of their own, so a role without a level is taken at its first.
    return std::optional<Target>(choice->for_person(framework, Person{}).front());
}

/// What was read before the report is made.
struct Sources {
    CatalogueResult catalogues;
    InputFiles people_files;
    PeopleResult people;
    WorkforceGaps gaps;
};

/// False where nothing can be said, which has been.
bool read_workforce(Environment& environment, const Settings& settings,
                    const CurriculumOptions& options, const Framework& framework,
                    const std::optional<Target>& target, Basis accept, Sources& sources) {
    if (options.people.paths.empty()) return true;
    const Excludes excludes(settings.config, environment);
    sources.people_files =
        expand_paths(environment.files, options.people.paths,
                     [&](std::string_view path) { return excludes.contain(path); });
    const JudgeOptions judge = {settings.as_of, accept, options.judge.in_context};
    sources.people = read_people(environment, settings, options.people, framework,
                                 sources.people_files, [&](const Assessment& assessment) {
                                     sources.gaps.add(framework, assessment, target, judge);
                                     return true;
                                 });
    if (sources.people.output_is_input) return false;
    return sources.people.read != 0 || sources.people.exit_code == kDone;
}

/// Who was left out. For readers outside, a path may tell who somebody is.
Json left_out_json(const std::vector<Skipped>& skipped, bool hides_files) {
    Json list = skipped_json(skipped);
    for (Json& one : list) {
        if (hides_files) one["file"] = one["document"] = nullptr;
    }
    return list;
}

int write_curriculum(Environment& environment, const Settings& settings,
                     const CurriculumOptions& options, const CurriculumReport& report,
                     const Sources& sources) {
    const Framework& framework = *report.framework;
    const CurriculumTable table = *from_word<CurriculumTable>(options.table);
    ReportHead head;
    head.envelope = make_envelope("hcf.curriculum/1", framework, settings.as_of);
    head.list = "covered";
    const auto columns = curriculum_columns(table);
    head.columns.assign(columns.begin(), columns.end());
    ReportPart part;
    ReportTail tail;
    switch (settings.format->reads) {
        case Reads::elements:
            part.elements = covered_json(report);
            tail.fields = curriculum_fields(report);
            tail.fields["skipped"] = left_out_json(sources.people.skipped,
                                                   report.curriculum->suppressed_below.has_value());
            break;
        case Reads::records: part.records = curriculum_records(report, table); break;
        case Reads::document:
            part.document = curriculum_document(report);
            tail.closing.push_back(Paragraph{make_stamp(framework, settings.as_of), Tone::muted});
            break;
    }
    std::vector<InputFile> inputs = sources.catalogues.files;
    inputs.insert(inputs.end(), sources.people_files.files.begin(),
                  sources.people_files.files.end());
    return write_whole(environment, settings, inputs, head, part, tail);
}

bool is_uncovered(const Curriculum& curriculum) {
    return std::any_of(curriculum.rows.begin(), curriculum.rows.end(),
                       [](const CurriculumRow& row) { return !row.is_covered(); });
}

/// False where standard input was named for both, which has been said.
bool check_stdin(const CurriculumOptions& options, Environment& environment) {
    const auto names_stdin = [](const std::vector<std::string>& paths) {
        return std::find(paths.begin(), paths.end(), "-") != paths.end();
    };
    if (!names_stdin(options.catalogues) || !names_stdin(options.people.paths)) return true;
    say_error(environment, "standard input cannot be both a catalogue and people",
              "name a file for one of them");
    return false;
}

int run_curriculum(Environment& environment, const CurriculumOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto alarms = parse_fail_on(options.fail_on, kAlarms, environment);
    if (!alarms) return kNotDone;
    const auto suppress_below = read_suppression(options, environment);
    if (!suppress_below || !check_stdin(options, environment)) return kNotDone;
    if (!is_known_word("--table", options.table, Words<CurriculumTable>::kList, environment))
        return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto target = read_target(options, *framework, environment);
    if (!target) return kNotDone;
    auto catalogues = read_catalogues(environment, *settings, *framework, options.catalogues);
    if (!catalogues) return kNotDone;
    Sources sources;
    sources.catalogues = std::move(*catalogues);
    if (!read_workforce(environment, *settings, options, *framework, *target, *accept, sources))
        return kNotDone;
    const bool has_people = !options.people.paths.empty();
    const ShownGaps gaps = show_gaps(sources.gaps, *suppress_below);
    const Curriculum curriculum =
        analyse_curriculum(*framework, list_courses(sources.catalogues.catalogues), *target,
                           has_people ? &gaps : nullptr);
    CurriculumReport report =
        make_curriculum_report(*framework, sources.catalogues.catalogues, curriculum);
    report.catalogues_left_out = sources.catalogues.left_out;
    report.people_left_out = sources.people.skipped.size();
    const int code = write_curriculum(environment, *settings, options, report, sources);
    const int alarm = (*alarms)[0] && is_uncovered(curriculum) ? kFound : kDone;
    return worse(worse(code, alarm), worse(sources.catalogues.exit_code, sources.people.exit_code));
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<CurriculumOptions>();
    app.add_option("CATALOGUE", options->catalogues,
                   "Catalogues: files, directories, or - for standard input")
        ->type_name("")
        ->required();
    app.add_option("--level", options->level, "Against a level of practice")->type_name("LEVEL");
    app.add_option("--role", options->role, "Against a role, at its first level or as ROLE@LEVEL")
        ->type_name("ROLE");
    add_people_options(app, options->people, false);
    app.remove_option(app.get_option("PATH"));
    app.add_option("--people", options->people.paths,
                   "Count what these people lack: assessments, teams, directories, or -; "
                   "repeatable")
        ->type_name("PATH")
        ->allow_extra_args(false);
    app.add_option("--suppress-below", options->suppress_below,
                   "Do not show numbers by which fewer than N people could be told")
        ->type_name("N");
    add_judge_options(app, options->judge);
    app.add_option("--table", options->table,
                   "CSV: competences (the default), levels, courses or joint")
        ->type_name("TABLE");
    app.add_option("--fail-on", options->fail_on, "Exit 1 where something is: uncovered")
        ->type_name("LIST");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf curriculum catalogues/\n"
        "hcf curriculum catalogues/ --level autonomous --people team.yaml\n"
        "hcf curriculum catalogues/ --people people/ --suppress-below 5");
    return [options](Environment& environment) { return run_curriculum(environment, *options); };
}

}  // namespace

constinit const Command kCurriculumCommand = {"curriculum",
                                              "What training covers, and what it "
                                              "leaves out",
                                              setup};

}  // namespace hcf::cli
