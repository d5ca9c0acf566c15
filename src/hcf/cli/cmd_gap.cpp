// SPDX-License-Identifier: Apache-2.0
// hcf gap: what is missing against a level, a role, or one's own (spec 3, "gap"; spec 5, "gap").
#include "hcf/analysis/gap.h"
#include "hcf/base/decimal.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/people_report.h"
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

/// The report as it grows.
class GapRun {
public:
    GapRun(const Settings& settings, const GapOptions& options, const Framework& framework,
           const TargetChoice& targets, const Alarms& alarms, Basis accept)
        : options_(options),
          framework_(framework),
          targets_(targets),
          alarms_(alarms),
          judge_{settings.as_of, accept, options.judge.in_context},
          reads_(settings.format->reads),
          totals_(make_totals_table()) {}

    [[nodiscard]] ReportPart use(const Assessment& assessment);
    void end(ReportTail& tail);
    [[nodiscard]] bool has_rung() const { return has_rung_; }

private:
    void add(const GapAnalysis& analysis, ReportPart& part);
    void flush_totals(Document& document);

    const GapOptions& options_;
    const Framework& framework_;
    const TargetChoice& targets_;
    const Alarms& alarms_;
    JudgeOptions judge_;
    Reads reads_;
    Table totals_;
    GapCautions cautions_;
    bool has_rung_ = false;
};

void GapRun::add(const GapAnalysis& analysis, ReportPart& part) {
    switch (reads_) {
        case Reads::elements:
            part.elements.push_back(gap_json(framework_, analysis, options_.view));
            break;
        case Reads::records: gap_records(framework_, analysis, options_.view, part.records); break;
        case Reads::document:
            if (options_.view.totals_only) {
                add_totals_row(framework_, analysis, totals_);
                if (totals_.rows.size() == kTotalsRowsAPage) flush_totals(part.document);
            } else {
                append(part.document, gap_document(framework_, analysis, options_.view));
            }
            break;
    }
}

void GapRun::flush_totals(Document& document) {
    if (totals_.rows.empty()) return;
    document.push_back(std::move(totals_));
    totals_ = make_totals_table();
}

ReportPart GapRun::use(const Assessment& assessment) {
    std::vector<GapAnalysis> analyses;
    for (const Target& target : targets_.for_person(framework_, assessment.person)) {
        analyses.push_back(analyse_gap(framework_, assessment, target, judge_));
    }
    std::stable_sort(analyses.begin(), analyses.end(), is_readier);
    ReportPart part;
    for (const GapAnalysis& analysis : analyses) {
        has_rung_ = has_rung_ || alarms_.ring(analysis.summary);
        cautions_.note(analysis);
        add(analysis, part);
    }
    return part;
}

void GapRun::end(ReportTail& tail) {
    flush_totals(tail.closing);
    append(tail.closing, gap_closing(framework_, cautions_, options_.view));
}

int run_gap(Environment& environment, const GapOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto alarms = read_alarms(options, environment);
    if (!alarms) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto targets = choose_targets(*framework, options.levels, options.roles, environment);
    if (!targets) return kNotDone;
    GapRun run(*settings, options, *framework, *targets, *alarms, *accept);
    PeopleReport report;
    report.head.envelope = make_envelope("hcf.gap/1", *framework, settings->as_of);
    report.head.list = "results";
    const auto columns = gap_columns(options.view);
    report.head.columns.assign(columns.begin(), columns.end());
    report.use = [&](const Assessment& assessment) { return run.use(assessment); };
    report.end = [&](ReportTail& tail) { run.end(tail); };
    const int code = report_people(environment, *settings, options.people, *framework, report);
    return worse(code, run.has_rung() ? kFound : kDone);
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
