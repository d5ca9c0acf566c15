// SPDX-License-Identifier: Apache-2.0
// hcf portfolio: evidence by competence (issue 6).
#include "hcf/analysis/portfolio.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/one_target.h"
#include "hcf/cli/people_report.h"
#include "hcf/cli/settings.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_portfolio.h"

#include <memory>

namespace hcf::cli {
namespace {

struct PortfolioOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    TargetNames target;
};

ReportPart present(const Framework& framework, const Portfolio& portfolio, Date as_of,
                   Reads reads) {
    ReportPart part;
    switch (reads) {
        case Reads::elements:
            part.elements.push_back(portfolio_json(framework, portfolio, as_of));
            break;
        case Reads::records: portfolio_records(framework, portfolio, as_of, part.records); break;
        case Reads::document:
            part.document = portfolio_document(framework, portfolio, as_of);
            break;
    }
    return part;
}

int run_portfolio(Environment& environment, const PortfolioOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto targets = choose_target(*framework, options.target, environment);
    if (!targets) return kNotDone;
    const JudgeOptions judge = {settings->as_of, *accept, options.judge.in_context};
    GapCautions cautions;
    PeopleReport report;
    report.head.envelope = make_envelope("hcf.portfolio/1", *framework, settings->as_of);
    report.head.list = "results";
    const auto columns = portfolio_columns();
    report.head.columns.assign(columns.begin(), columns.end());
    report.use = [&](const Assessment& assessment) {
        const Target target = targets->for_person(*framework, assessment.person).front();
        const Portfolio portfolio = make_portfolio(*framework, assessment, target, judge);
        cautions.note(portfolio.gap);
        return present(*framework, portfolio, settings->as_of, settings->format->reads);
    };
    report.end = [&](ReportTail& tail) { tail.closing = gap_closing(*framework, cautions, {}); };
    return report_people(environment, *settings, options.people, *framework, report);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<PortfolioOptions>();
    add_people_options(app, options->people, true);
    add_target_options(app, options->target);
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf portfolio alice.yaml\n"
        "hcf portfolio alice.yaml --role \"Nurse Educator\" -o portfolio.md\n"
        "hcf portfolio people/ --format csv -o evidence.csv");
    return [options](Environment& environment) { return run_portfolio(environment, *options); };
}

}  // namespace

constinit const Command kPortfolioCommand = {
    "portfolio", "Evidence by competence: what there is, how old, and what has none", setup};

}  // namespace hcf::cli
