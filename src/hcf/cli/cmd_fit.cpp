// SPDX-License-Identifier: Apache-2.0
// hcf fit: where a person stands among all levels and roles (spec 3 and 5, "fit").
#include "hcf/analysis/fit.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/people_report.h"
#include "hcf/cli/settings.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_fit.h"

#include <memory>

namespace hcf::cli {
namespace {

struct FitOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
};

ReportPart present(const Framework& framework, const FitTargets& targets,
                   const FitAnalysis& analysis, Reads reads) {
    ReportPart part;
    switch (reads) {
        case Reads::elements:
            part.elements.push_back(fit_json(framework, targets, analysis));
            break;
        case Reads::records: fit_records(framework, targets, analysis, part.records); break;
        case Reads::document: part.document = fit_document(framework, targets, analysis); break;
    }
    return part;
}

int run_fit(Environment& environment, const FitOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const FitTargets targets = make_fit_targets(*framework);
    const JudgeOptions judge{settings->as_of, *accept, options.judge.in_context};
    PeopleReport report;
    report.head.envelope = make_envelope("hcf.fit/1", *framework, settings->as_of);
    report.head.list = "results";
    const auto columns = fit_columns();
    report.head.columns.assign(columns.begin(), columns.end());
    report.use = [&](const Assessment& assessment) {
        return present(*framework, targets, analyse_fit(*framework, targets, assessment, judge),
                       settings->format->reads);
    };
    report.end = [&](ReportTail& tail) { tail.closing = fit_closing(*framework); };
    return report_people(environment, *settings, options.people, *framework, report);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<FitOptions>();
    add_people_options(app, options->people, true);
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf fit alice.yaml\n"
        "hcf fit people/ --accept supervisor --in-context\n"
        "hcf fit people/ --format csv -o fit.csv");
    return [options](Environment& environment) { return run_fit(environment, *options); };
}

}  // namespace

constinit const Command kFitCommand = {"fit", "Where a person stands among all levels and roles",
                                       setup};

}  // namespace hcf::cli
