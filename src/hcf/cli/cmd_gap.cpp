// SPDX-License-Identifier: Apache-2.0
// hcf gap: what is missing against a level, a role, or one's own (spec 3, "gap"; spec 5, "gap").
#include "hcf/analysis/gap.h"
#include "hcf/base/decimal.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/targets.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_gap.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace hcf::cli {
namespace {

constexpr std::size_t kTotalsRowsAPage = 500;

struct GapOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::vector<std::string> levels;
    std::vector<std::string> roles;
    GapView view;
    std::string fail_on;
    std::string fail_under;
};

/// What --fail-on and --fail-under ask to be told.
struct Alarms {
    bool on_unmet = false;
    bool on_unassured = false;
    std::optional<Decimal> under_percent;

    [[nodiscard]] bool ring(const GapSummary& summary) const {
        if (on_unmet && summary.met < summary.applicable) return true;
        if (on_unassured && summary.gap != 0) return true;
        if (!under_percent) return false;
        if (!summary.readiness) return true;
        // part / whole < digits / (100 * 10^places), in whole numbers.
        return summary.readiness->part * 100 * power_of_ten(under_percent->places) <
               under_percent->digits * summary.readiness->whole;
    }
};

std::optional<Alarms> read_alarms(const GapOptions& options, Environment& environment) {
    constexpr std::array<std::string_view, 2> kWords = {"unmet", "unassured"};
    const auto asked = parse_fail_on(options.fail_on, kWords, environment);
    if (!asked) return std::nullopt;
    Alarms alarms;
    alarms.on_unmet = (*asked)[0];
    alarms.on_unassured = (*asked)[1];
    if (options.fail_under.empty()) return alarms;
    std::string_view percent = options.fail_under;
    if (percent.back() == '%') percent.remove_suffix(1);
    alarms.under_percent = parse_decimal(percent);
    if (alarms.under_percent &&
        alarms.under_percent->digits <= 100 * power_of_ten(alarms.under_percent->places))
        return alarms;
    say_error(environment,
              fmt::format("--fail-under: {} is no percentage", in_quotes(options.fail_under)),
              "a number from 0 to 100, with at most six digits behind the point, such as 87.5");
    return std::nullopt;
}

class GapRun {
public:
    GapRun(Environment& environment, const Settings& settings, const GapOptions& options,
           const Framework& framework, const TargetChoice& targets, const Alarms& alarms,
           Basis accept)
        : options_(options),
          framework_(framework),
          targets_(targets),
          alarms_(alarms),
          judge_{settings.as_of, accept, options.judge.in_context},
          reads_(settings.format->reads),
          output_(environment, settings) {
        head_.envelope = make_envelope("hcf.gap/1", framework, settings.as_of);
        head_.list = "results";
        const auto columns = gap_columns(options.view);
        head_.columns.assign(columns.begin(), columns.end());
        totals_ = make_totals_table();
        stamp_ = make_stamp(framework, settings.as_of);
    }

    [[nodiscard]] ReportOutput& output() { return output_; }
    void begin() { output_.begin(head_); }
    bool use(const Assessment& assessment);
    [[nodiscard]] int end(const PeopleResult& people);

private:
    void add(const GapAnalysis& analysis);
    void flush_totals();

    const GapOptions& options_;
    const Framework& framework_;
    const TargetChoice& targets_;
    const Alarms& alarms_;
    JudgeOptions judge_;
    Reads reads_;
    ReportOutput output_;
    ReportHead head_;
    Table totals_;
    GapCautions cautions_;
    std::string stamp_;
    bool has_rung_ = false;
};

void GapRun::add(const GapAnalysis& analysis) {
    ReportPart part;
    switch (reads_) {
        case Reads::elements:
            part.elements.push_back(gap_json(framework_, analysis, options_.view));
            break;
        case Reads::records: gap_records(framework_, analysis, options_.view, part.records); break;
        case Reads::document:
            if (!options_.view.totals_only) {
                part.document = gap_document(framework_, analysis, options_.view);
                break;
            }
            add_totals_row(framework_, analysis, totals_);
            if (totals_.rows.size() == kTotalsRowsAPage) flush_totals();
            return;
    }
    output_.part(head_, part);
}

void GapRun::flush_totals() {
    if (totals_.rows.empty()) return;
    ReportPart part;
    part.document.push_back(std::move(totals_));
    output_.part(head_, part);
    totals_ = make_totals_table();
}

bool GapRun::use(const Assessment& assessment) {
    std::vector<GapAnalysis> analyses;
    for (const Target& target : targets_.for_person(framework_, assessment.person)) {
        analyses.push_back(analyse_gap(framework_, assessment, target, judge_));
    }
    std::stable_sort(analyses.begin(), analyses.end(), is_readier);
    for (const GapAnalysis& analysis : analyses) {
        has_rung_ = has_rung_ || alarms_.ring(analysis.summary);
        cautions_.note(analysis);
        add(analysis);
    }
    return output_.is_open();
}

int GapRun::end(const PeopleResult& people) {
    flush_totals();
    ReportTail tail;
    tail.fields["skipped"] = skipped_json(people.skipped);
    if (people.read != 0) {
        tail.closing = gap_closing(framework_, cautions_, options_.view);
        tail.closing.push_back(Paragraph{stamp_, Tone::muted});
    }
    output_.end(head_, tail);
    int code = worse(people.exit_code, has_rung_ ? kFound : kDone);
    if (!output_.finish()) code = kNotDone;
    return code;
}

int run_gap(Environment& environment, const GapOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = read_basis(options.judge, environment, settings->config);
    if (!accept) return kNotDone;
    const auto alarms = read_alarms(options, environment);
    if (!alarms) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto targets = choose_targets(*framework, options.levels, options.roles, environment);
    if (!targets) return kNotDone;
    const Excludes excludes(settings->config, environment);
    const InputFiles inputs =
        expand_paths(environment.files, options.people.paths,
                     [&](std::string_view path) { return excludes.contain(path); });
    GapRun run(environment, *settings, options, *framework, *targets, *alarms, *accept);
    if (!run.output().open(inputs.files)) return kNotDone;
    run.begin();
    const PeopleResult people =
        read_people(environment, *settings, options.people, *framework, inputs,
                    [&](const Assessment& assessment) { return run.use(assessment); });
    return run.end(people);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<GapOptions>();
    add_people_options(app, options->people, true);
    app.add_option("--level", options->levels,
                   "Level of practice to hold people against; repeatable")
        ->type_name("LEVEL")
        ->allow_extra_args(false);
    app.add_option(
           "--role", options->roles,
           "Role to hold people against, or ROLE@LEVEL; repeatable; with --level, at that level")
        ->type_name("ROLE")
        ->allow_extra_args(false);
    add_judge_options(app, options->judge);
    app.add_flag("--totals", options->view.totals_only, "One row per person and target");
    app.add_flag("--evidence", options->view.evidence_lists,
                 "List the evidence instead of counting it");
    app.add_option("--fail-on", options->fail_on,
                   "Exit 1 where something is: unmet, unassured (comma-separated)")
        ->type_name("LIST");
    app.add_option("--fail-under", options->fail_under,
                   "Exit 1 where a readiness is below PERCENT, or n/a")
        ->type_name("PERCENT");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf gap alice.yaml --level autonomous\n"
        "hcf gap people/ --totals --format csv -o totals.csv\n"
        "hcf gap people/ --accept supervisor --fail-on unassured");
    return [options](Environment& environment) { return run_gap(environment, *options); };
}

}  // namespace

constinit const Command kGapCommand = {
    "gap", "What is missing against a level, a role, or one's own", setup};

}  // namespace hcf::cli
