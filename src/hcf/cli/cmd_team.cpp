// SPDX-License-Identifier: Apache-2.0
// hcf team: coverage, resilience and assurance of a team (spec 3, "team"; spec 5, "team"), and the
// evidence pack.
#include "hcf/analysis/team_coverage.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/noted_team.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/team_pack.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_team.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace hcf::cli {
namespace {

struct TeamOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::string within = "P90D";
    std::string table;
    std::string fail_on;
    bool assurance = false;
    bool evidence_lists = false;
};

/// What --fail-on can name, in the order of the flags below.
constexpr std::array<std::string_view, 4> kAlarms = {"unassured", "no-holder", "single-holder",
                                                     "below-expected"};

bool rings(const TeamCoverage& coverage, const std::vector<bool>& alarms) {
    if (alarms[0] && !coverage.unassured.empty()) return true;
    return std::any_of(coverage.competences.begin(), coverage.competences.end(),
                       [&](const TeamCompetence& competence) {
                           const bool is_below = competence.holders() < competence.expected;
                           switch (competence.flag) {
                               case CoverageFlag::no_holder:
                                   return alarms[1] || (alarms[3] && is_below);
                               case CoverageFlag::single_holder:
                                   return alarms[2] || (alarms[3] && is_below);
                               case CoverageFlag::below_expected: return bool{alarms[3]};
                               case CoverageFlag::ok: break;
                           }
                           return false;
                       });
}

std::optional<Period> read_within(const TeamOptions& options, Environment& environment) {
    const auto period = parse_short_period(options.within);
    if (period) return *period;
    say_error(environment, "--within: " + period.error().message, period.error().help);
    return std::nullopt;
}

std::vector<MissingMember> missing_of(const PeopleResult& people) {
    std::vector<MissingMember> missing;
    for (const Skipped& skipped : people.skipped)
        missing.push_back({skipped.file, std::string(skipped.reason)});
    return missing;
}

int write_team(Environment& environment, const Settings& settings, TeamTable table,
               const Framework& framework, const TeamCoverage& coverage,
               const std::vector<MissingMember>& missing, const InputFiles& inputs) {
    ReportHead head;
    head.envelope = make_envelope("hcf.team/1", framework, settings.as_of);
    head.list = "members";
    const auto columns = team_columns(table);
    head.columns.assign(columns.begin(), columns.end());
    ReportPart part;
    ReportTail tail;
    switch (settings.format->reads) {
        case Reads::elements:
            part.elements = team_members_json(framework, coverage);
            tail.fields = team_fields(framework, coverage, missing);
            break;
        case Reads::records: part.records = team_records(framework, coverage, table); break;
        case Reads::document:
            part.document = team_document(framework, coverage, missing, settings.as_of);
            tail.closing.push_back(Paragraph{make_stamp(framework, settings.as_of), Tone::muted});
            break;
    }
    return write_whole(environment, settings, inputs.files, head, part, tail);
}

/// The options as they are meant.
struct TeamTerms {
    Settings settings;
    JudgeOptions judge;
    Period within;
    std::vector<bool> alarms;
    bool uses_settings = false;  ///< hcf.yaml has the say in something that a pack tells
};

/// True where each option goes with the others.
bool are_consistent(const TeamOptions& options, Environment& environment) {
    if (options.evidence_lists && !options.assurance) {
        say_error(environment, "--evidence goes with --assurance");
        return false;
    }
    if (options.assurance && !options.people.pseudonym_key.empty()) {
        say_error(environment, "an evidence pack names people and the files it was made of",
                  "leave out --pseudonym-key or --assurance");
        return false;
    }
    if (options.table.empty()) return true;
    if (options.assurance)
        return is_known_word("--table", options.table, Words<PackTable>::kList, environment);
    return is_known_word("--table", options.table, Words<TeamTable>::kList, environment);
}

std::optional<TeamTerms> read_terms(const TeamOptions& options, Environment& environment) {
    auto settings = resolve(options.common, environment);
    if (!settings) return std::nullopt;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return std::nullopt;
    auto alarms = parse_fail_on(options.fail_on, kAlarms, environment);
    if (!alarms) return std::nullopt;
    const auto within = read_within(options, environment);
    if (!within || !are_consistent(options, environment)) return std::nullopt;
    const std::string& config = settings->config.path;
    const bool uses_settings =
        !config.empty() &&
        (settings->origins.framework == config || settings->origins.overlays == config ||
         (options.judge.accept.empty() && settings->config.accept));
    const JudgeOptions judge = {settings->as_of, *accept, options.judge.in_context};
    return TeamTerms{std::move(*settings), judge, *within, std::move(*alarms), uses_settings};
}

/// "other-fw 9.9", where the document names another framework than the one that judges; else empty.
std::string made_under(const Framework& framework, const SeriesNote& note) {
    if (note.framework_id.empty() || note.framework_id == framework.info.id) return {};
    if (note.framework_version.empty()) return note.framework_id;
    return note.framework_id + " " + note.framework_version;
}

/// The files of which something came: an assessment, or that it was left out.
std::set<std::string> used_files(const std::vector<AssuredPerson>& people,
                                 const std::vector<MissingMember>& missing) {
    std::set<std::string> files;
    for (const AssuredPerson& person : people) files.insert(person.assessment->file);
    for (const MissingMember& member : missing) files.insert(member.file);
    return files;
}

/// A table of that name, or the one that is meant without one.
template <class Table>
Table table_of(const TeamOptions& options) {
    return options.table.empty() ? Table() : *from_word<Table>(options.table);
}

/// `recorded` are the files of the environment, where a pack is asked for; else nullptr.
int report_team(Environment& environment, const TeamOptions& options,
                const RecordedFiles* recorded) {
    const auto terms = read_terms(options, environment);
    if (!terms) return kNotDone;
    const Settings& settings = terms->settings;
    const auto framework = load(settings, environment);
    if (!framework) return kNotDone;
    const std::string& path = options.people.paths.front();
    if (environment.files.inspect(path).type == FileType::directory) {
        say_error(environment,
                  fmt::format("{} is a directory, and a team is a file", in_quotes(path)),
                  "a team file can name directories as its members");
        return kNotDone;
    }
    const InputFiles inputs = expand_paths(environment.files, options.people.paths);
    PackReading reading = {recorded == nullptr ? 0 : recorded->read().size(),
                           terms->uses_settings,
                           options.people.stdin_filename,
                           {}};
    if (path != "-" && !inputs.files.empty()) reading.team_path = inputs.files.front().path;
    std::optional<Team> team;
    std::vector<TeamMember> members;
    std::vector<AssuredPerson> assured;
    const PeopleResult people = read_noted_team(
        environment, settings, options.people, *framework, inputs,
        [&](const Team& read) { team = read; },
        [&](const Assessment& assessment, const SeriesNote& note) {
            members.push_back(make_team_member(*framework, assessment, terms->judge));
            if (options.assurance) {
                assured.push_back(make_assured_person(*framework, assessment, terms->judge));
                assured.back().made_under = made_under(*framework, note);
            }
            return true;
        });
    if (!team || people.output_is_input) return kNotDone;
    const TeamCoverage coverage =
        cover_team(*framework, std::move(*team), std::move(members), settings.as_of, terms->within);
    const std::vector<MissingMember> missing = missing_of(people);
    int code = kDone;
    if (recorded != nullptr) {
        reading.used = used_files(assured, missing);
        AssurancePack pack = {coverage,
                              assured,
                              missing,
                              pack_inputs(*recorded, settings, *framework, reading),
                              make_envelope("hcf.assurance/1", *framework, settings.as_of),
                              terms->judge,
                              terms->within,
                              people.passed_over};
        pack.envelope["complete"] = pack.is_complete();
        code = write_pack(environment, settings, inputs, *framework, pack,
                          table_of<PackTable>(options), options.evidence_lists);
    } else {
        code = write_team(environment, settings, table_of<TeamTable>(options), *framework, coverage,
                          missing, inputs);
    }
    return worse(worse(code, people.exit_code), rings(coverage, terms->alarms) ? kFound : kDone);
}

int run_team(Environment& environment, const TeamOptions& options) {
    if (!options.assurance) return report_team(environment, options, nullptr);
    const RecordedFiles recorded(environment.files);
    const auto standard_input = [&] {
        return recorded.record(options.people.stdin_filename, environment.standard_input());
    };
    Environment with_record = {recorded,
                               environment.writer,
                               standard_input,
                               environment.out,
                               environment.err,
                               environment.today,
                               environment.out_is_terminal,
                               environment.err_is_terminal,
                               environment.variable,
                               environment.working_directory};
    return report_team(with_record, options, &recorded);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<TeamOptions>();
    add_people_options(app, options->people, true);
    app.remove_option(app.get_option("--allow-empty"));
    app.get_option("PATH")->description("A team file, or - for standard input")->expected(1);
    add_judge_options(app, options->judge);
    app.add_option("--within", options->within,
                   "Tell what runs out within this time, such as 90d (the default) or P3M")
        ->type_name("PERIOD");
    app.add_flag("--assurance", options->assurance,
                 "The evidence pack for an inspector, in place of the report");
    app.add_flag("--evidence", options->evidence_lists,
                 "With --assurance: list the evidence, not its count");
    app.add_option("--table", options->table,
                   "CSV: grid (the default) or competences; with --assurance states (the default), "
                   "evidence, inputs or missing")
        ->type_name("TABLE");
    app.add_option("--fail-on", options->fail_on,
                   "Exit 1 where something is: unassured, no-holder, single-holder, "
                   "below-expected (comma-separated)")
        ->type_name("LIST");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf team team.yaml\n"
        "hcf team team.yaml --table competences --format csv -o coverage.csv\n"
        "hcf team team.yaml --fail-on no-holder,unassured\n"
        "hcf team team.yaml --assurance --evidence -o pack.md");
    return [options](Environment& environment) { return run_team(environment, *options); };
}

}  // namespace

constinit const Command kTeamCommand = {"team", "Coverage, resilience and assurance of a team",
                                        setup};

}  // namespace hcf::cli
