// SPDX-License-Identifier: Apache-2.0
// hcf staffing: who of a team can fill which post of a service, or what the service asks (spec 3,
// "staffing"; spec 5, "staffing").
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/cli/service_input.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/what_if_input.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_staffing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace hcf::cli {
namespace {

struct StaffingOptions {
    CommonOptions common;
    std::string service;
    std::string team;
    PeopleOptions people;
    JudgeChoice judge;
    WhatIfChoice what_if;
    std::string table;
    std::string fail_on;
};

/// What --fail-on can name.
constexpr std::array<std::string_view, 1> kAlarms = {"unfilled"};

/// So many seats are written at a time: a post may have a million.
constexpr std::int64_t kSeatsAtATime = 4096;

/// What the report needs beside what it tells.
struct StaffingRun {
    StaffingReport report;
    std::vector<InputFile> inputs;
    int exit_code = kDone;
};

/// Options that ask for a team, where there is none; true where all is well.
bool check_use(const StaffingOptions& options, Environment& environment) {
    const auto refuse = [&](std::string_view message, std::string_view help) {
        say_error(environment, message, help);
        return false;
    };
    if (options.service == "-" && options.team == "-")
        return refuse("the service and the team cannot both be on standard input",
                      "name one of them as a file");
    const bool has_team = !options.team.empty();
    if (!has_team && !options.what_if.files.empty())
        return refuse("--what-if supposes something of a team, and there is none",
                      "name one with --team");
    if (!has_team && !options.fail_on.empty())
        return refuse("--fail-on asks how a team fills the posts, and there is none",
                      "name one with --team");
    if (!has_team && options.table == "seats")
        return refuse("--table seats tells who of a team sits where, and there is none",
                      "name one with --team");
    if (options.what_if.files.empty() && !options.what_if.completed.empty())
        return refuse("--completed names courses, and there is no catalogue of them",
                      "name one with --what-if");
    if (has_team && environment.files.inspect(options.team).type == FileType::directory)
        return refuse(
            fmt::format("{} is a directory, and a team is a file", in_quotes(options.team)),
            "a team file can name directories as its members");
    return true;
}

/// Reads the team and staffs the service with it; false where nothing can be reported.
bool read_members(Environment& environment, const Settings& settings,
                  const StaffingOptions& options, const Framework& framework,
                  const JudgeOptions& judge, StaffingRun& run) {
    PeopleOptions people_options = options.people;
    people_options.paths = {options.team};
    const InputFiles inputs = expand_paths(environment.files, people_options.paths);
    StaffedTeam staffed;
    bool was_read = false;
    const PeopleResult people = read_team(
        environment, settings, people_options, framework, inputs,
        [&](const Team& team) {
            staffed.team = team;
            was_read = true;
        },
        [&](const Assessment& assessment) {
            staffed.members.push_back({assessment, false, {}, {}});
            return true;
        });
    if (!was_read || people.output_is_input) return false;
    run.inputs.insert(run.inputs.end(), inputs.files.begin(), inputs.files.end());
    run.exit_code = worse(run.exit_code, people.exit_code);
    for (const Skipped& skipped : people.skipped)
        staffed.missing.push_back({skipped.file, std::string(skipped.reason)});
    StaffedTeam& team = run.report.team.emplace(std::move(staffed));
    team.staffing =
        staff_service(framework, run.report.service, run.report.demand, team.members, judge);
    return true;
}

/// Staffs the service with what is supposed; false where that cannot be told.
bool suppose(Environment& environment, const Settings& settings, const StaffingOptions& options,
             const Framework& framework, const JudgeOptions& judge, StaffingRun& run) {
    if (options.what_if.files.empty()) return true;
    StaffedTeam& team = *run.report.team;
    auto input = read_what_if(environment, settings, options.people, framework, options.what_if,
                              team.members);
    if (!input) return false;
    run.inputs.insert(run.inputs.end(), input->files.begin(), input->files.end());
    WhatIf& what_if = team.supposed.emplace(std::move(input->supposed)).what_if;
    what_if.staffing =
        staff_service(framework, run.report.service, run.report.demand, what_if.members, judge);
    what_if.changes = compare_seats(team.staffing.seating, what_if.staffing.seating);
    return true;
}

void write_records(const Framework& framework, const StaffingReport& report, StaffingTable table,
                   const ReportHead& head, ReportOutput& output) {
    if (table == StaffingTable::competences) {
        output.part(head, {{}, asked_records(framework, report), {}, {}, {}});
        return;
    }
    for (std::size_t post = 0; post < report.service.posts.size(); ++post) {
        const std::int64_t seats = report.service.posts[post].count;
        for (std::int64_t seat = 0; seat < seats && output.is_open(); seat += kSeatsAtATime) {
            const std::int64_t end = std::min(seat + kSeatsAtATime, seats);
            output.part(head, {{}, seat_records(framework, report, post, seat, end), {}, {}, {}});
        }
    }
}

int write_staffing(Environment& environment, const Settings& settings,
                   const StaffingOptions& options, const Framework& framework,
                   const StaffingRun& run) {
    const StaffingReport& report = run.report;
    StaffingTable table = report.team ? StaffingTable::seats : StaffingTable::competences;
    if (!options.table.empty()) table = *from_word<StaffingTable>(options.table);
    ReportHead head;
    head.envelope = make_envelope("hcf.staffing/1", framework, settings.as_of);
    head.list = "posts";
    const auto columns = staffing_columns(table, report.team && report.team->supposed);
    head.columns.assign(columns.begin(), columns.end());
    ReportOutput output(environment, settings);
    if (!output.open(run.inputs)) return kNotDone;
    output.begin(head);
    ReportTail tail;
    switch (settings.format->reads) {
        case Reads::elements:
            for (std::size_t post = 0; post < report.service.posts.size(); ++post)
                output.part(head, {{post_json(framework, report, post)}, {}, {}, {}, {}});
            tail.fields = staffing_fields(framework, report);
            break;
        case Reads::records: write_records(framework, report, table, head, output); break;
        case Reads::document:
            output.part(head, {{}, {}, staffing_document(framework, report), {}, {}});
            tail.closing.push_back(Paragraph{make_stamp(framework, settings.as_of), Tone::muted});
            break;
    }
    output.end(head, tail);
    return output.finish() ? kDone : kNotDone;
}

int run_staffing(Environment& environment, const StaffingOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto alarms = parse_fail_on(options.fail_on, kAlarms, environment);
    if (!alarms) return kNotDone;
    const bool is_table_known =
        options.table.empty() ||
        is_known_word("--table", options.table, Words<StaffingTable>::kList, environment);
    if (!is_table_known || !check_use(options, environment)) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    auto service = read_service(environment, *settings, *framework, options.service,
                                options.people.stdin_filename);
    if (!service) return kNotDone;
    const JudgeOptions judge = {settings->as_of, *accept, options.judge.in_context};
    StaffingRun run;
    run.inputs.push_back({options.service, true});
    run.report.demand = make_demand(*framework, *service);
    run.report.service = std::move(*service);
    if (!options.team.empty()) {
        if (!read_members(environment, *settings, options, *framework, judge, run) ||
            !suppose(environment, *settings, options, *framework, judge, run))
            return kNotDone;
    }
    const int code = write_staffing(environment, *settings, options, *framework, run);
    const bool is_unfilled =
        run.report.team && run.report.team->staffing.filled < run.report.demand.seats;
    const int found = alarms->front() && is_unfilled ? kFound : kDone;
    return worse(worse(code, run.exit_code), found);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<StaffingOptions>();
    app.add_option("SERVICE", options->service, "A service file, or - for standard input")
        ->required()
        ->type_name("");
    app.add_option("--team", options->team,
                   "Whose posts they would be: a team file (default: what the service asks)")
        ->type_name("FILE");
    app.add_option("--what-if", options->what_if.files,
                   "Suppose these people, these ratings, or the courses of this catalogue; "
                   "repeatable")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--completed", options->what_if.completed,
                   "Of the catalogues' courses, suppose only this one, by this person or by "
                   "everybody; repeatable")
        ->type_name("[PERSON=]COURSE")
        ->allow_extra_args(false);
    add_judge_options(app, options->judge);
    app.add_option("--table", options->table,
                   "CSV: the seats (the default with a team) or the competences")
        ->type_name("TABLE");
    app.add_option("--fail-on", options->fail_on, "Exit 1 where a seat is empty: unfilled")
        ->type_name("LIST");
    add_people_options(app, options->people, false);
    app.remove_option(app.get_option("PATH"));
    app.remove_option(app.get_option("--allow-empty"));
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf staffing service.yaml\n"
        "hcf staffing service.yaml --team team.yaml --fail-on unfilled\n"
        "hcf staffing service.yaml --team team.yaml --what-if catalogue.yaml");
    return [options](Environment& environment) { return run_staffing(environment, *options); };
}

}  // namespace

constinit const Command kStaffingCommand = {
    "staffing", "Can this team fill that service, or what the service asks", setup};

}  // namespace hcf::cli
