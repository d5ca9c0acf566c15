// SPDX-License-Identifier: Apache-2.0
// hcf progress: what changed over time (spec 3 and 5, "progress").
#include "hcf/analysis/progress.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/one_target.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/cli/settings.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_progress.h"

#include <fmt/format.h>

#include <memory>
#include <set>

namespace hcf::cli {
namespace {

struct ProgressOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    TargetNames target;
    std::string table = "changes";
};

std::optional<ProgressTarget> read_target(const ProgressOptions& options,
                                          const Framework& framework, Environment& environment) {
    const auto choice = choose_target(framework, options.target, environment);
    if (!choice) return std::nullopt;
    if (!choice->roles.empty()) {
        const RoleChoice& role = choice->roles.front();
        return ProgressTarget{TargetKind::role, role.role, role.level};
    }
    if (!choice->levels.empty())
        return ProgressTarget{TargetKind::level, std::nullopt, choice->levels.front()};
    return ProgressTarget{};
}

/// The report, once everything has been read.
class ProgressReport {
public:
    ProgressReport(const Framework& framework, const ProgressSeries& series, Reads reads,
                   ProgressTable table)
        : framework_(framework), series_(series), reads_(reads), table_(table) {}

    [[nodiscard]] ReportHead head(Date as_of) const;
    [[nodiscard]] ReportPart part(std::size_t number);
    [[nodiscard]] ReportTail tail(const PeopleResult& people, Date as_of) const;

private:
    const Framework& framework_;
    const ProgressSeries& series_;
    Reads reads_;
    ProgressTable table_;
    std::set<LevelPair> same_core_;
};

ReportHead ProgressReport::head(Date as_of) const {
    ReportHead head;
    head.envelope = make_envelope("hcf.progress/1", framework_, as_of);
    head.list = "results";
    const auto columns = progress_columns(table_);
    head.columns.assign(columns.begin(), columns.end());
    return head;
}

ReportPart ProgressReport::part(std::size_t number) {
    const Progress progress = series_.progress_of(number);
    for (const LevelId other : progress.same_core_as)
        same_core_.insert(make_level_pair(progress.target.level, other));
    ReportPart part;
    switch (reads_) {
        case Reads::elements: part.elements.push_back(progress_json(framework_, progress)); break;
        case Reads::records: progress_records(framework_, progress, table_, part.records); break;
        case Reads::document: part.document = progress_document(framework_, progress); break;
    }
    return part;
}

ReportTail ProgressReport::tail(const PeopleResult& people, Date as_of) const {
    ReportTail tail;
    Json single = Json::array();
    for (std::size_t i = 0; i < series_.size(); ++i) {
        if (series_.count_of(i) == 1)
            single.push_back(single_json(framework_, series_.person(i), series_.single(i)));
    }
    tail.fields["single"] = std::move(single);
    tail.fields["skipped"] = skipped_json(people.skipped);
    for (const LevelPair& pair : same_core_) add_difference(framework_, pair, tail.closing);
    tail.closing.push_back(Paragraph{make_stamp(framework_, as_of), Tone::muted});
    return tail;
}

/// Says who cannot be compared with anything; where that is everybody, it is an error.
int say_singles(Environment& environment, const Settings& settings, const ProgressOptions& options,
                const ProgressSeries& series) {
    std::size_t singles = 0;
    for (std::size_t i = 0; i < series.size(); ++i) singles += series.count_of(i) == 1 ? 1U : 0U;
    if (singles == 0) return kDone;
    if (singles == series.size() && !options.people.allow_empty) {
        say_error(environment,
                  singles == 1 ? "there is but one assessment, and nothing to compare it with"
                               : "nobody has two assessments or more, and different people cannot "
                                 "be compared",
                  "name the earlier assessments of the same person, or a directory that holds "
                  "them");
        return kNotDone;
    }
    if (!settings.quiet) {
        say(environment, fmt::format("{} with one assessment alone: nothing to compare",
                                     count_of(singles, "person", "people")));
    }
    return kDone;
}

int run_progress(Environment& environment, const ProgressOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    if (!is_known_word("--table", options.table, Words<ProgressTable>::kList, environment))
        return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto target = read_target(options, *framework, environment);
    if (!target) return kNotDone;
    const Excludes excludes(settings->config, environment);
    const InputFiles inputs =
        expand_paths(environment.files, options.people.paths,
                     [&](std::string_view path) { return excludes.contain(path); });
    ReportOutput output(environment, *settings);
    if (!output.open(inputs.files)) return kNotDone;
    ProgressSeries series(*framework, *target,
                          {settings->as_of, *accept, options.judge.in_context});
    const PeopleResult people =
        read_series(environment, *settings, options.people, *framework, inputs,
                    [&](const Assessment& assessment, const SeriesNote& note) {
                        series.add(assessment, *note.assessed, note.framework_version);
                        return true;
                    });
    if (people.output_is_input) return kNotDone;
    const int code = worse(people.exit_code, say_singles(environment, *settings, options, series));
    ProgressReport report(*framework, series, settings->format->reads,
                          *from_word<ProgressTable>(options.table));
    const ReportHead head = report.head(settings->as_of);
    output.begin(head);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < series.size() && output.is_open(); ++i) {
        if (series.count_of(i) < 2) continue;
        output.part(head, report.part(i));
        ++compared;
    }
    ReportTail tail = report.tail(people, settings->as_of);
    if (compared == 0) tail.closing.clear();
    output.end(head, tail);
    return output.finish() ? code : kNotDone;
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<ProgressOptions>();
    add_people_options(app, options->people, true);
    add_target_options(app, options->target);
    add_judge_options(app, options->judge);
    app.add_option("--table", options->table, "CSV: the changes (the default) or the readiness")
        ->type_name("TABLE");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf progress alice-2024.yaml alice-2025.yaml alice.yaml\n"
        "hcf progress people/ --level autonomous\n"
        "hcf progress people/ --table readiness --format csv -o readiness.csv");
    return [options](Environment& environment) { return run_progress(environment, *options); };
}

}  // namespace

constinit const Command kProgressCommand = {"progress", "What changed over time", setup};

}  // namespace hcf::cli
