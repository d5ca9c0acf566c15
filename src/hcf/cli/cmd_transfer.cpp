// SPDX-License-Identifier: Apache-2.0
// hcf transfer: what another provider recognises, and the induction that is left (spec 3,
// "transfer"; spec 5, "transfer").
#include "hcf/analysis/transfer.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/people_report.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/targets.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_transfer.h"
#include "hcf/rules/names.h"

#include <fmt/format.h>

#include <memory>

namespace hcf::cli {
namespace {

struct TransferOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::vector<std::string> to_overlays;
    std::string role;
    std::string level;
};

/// The report as it grows.
class TransferRun {
public:
    TransferRun(Environment& environment, const Settings& settings, const Move& move,
                const TargetChoice& targets, const JudgeOptions& judge)
        : environment_(environment),
          move_(move),
          targets_(targets),
          judge_(judge),
          reads_(settings.format->reads),
          totals_(move) {}

    [[nodiscard]] ReportPart use(const Assessment& assessment);
    void end(ReportTail& tail);
    [[nodiscard]] int exit_code() const { return left_out_.empty() ? kDone : kNotDone; }

private:
    void leave_out(const Assessment& assessment);

    Environment& environment_;
    const Move& move_;
    const TargetChoice& targets_;
    JudgeOptions judge_;
    Reads reads_;
    TransferTotals totals_;
    std::vector<Skipped> left_out_;
};

/// Nobody's role is guessed.
void TransferRun::leave_out(const Assessment& assessment) {
    left_out_.push_back({assessment.file, assessment.document, 1, name_rules::kUnknownRole.id});
    const Person& person = assessment.person;
    say_error(environment_,
              fmt::format("{}, document {}: there is no role '{}' at '{}' where this person moves "
                          "to, or another one of that name",
                          escape_invisible(assessment.file), assessment.document,
                          move_.source().at(*person.role).id, move_.source().at(person.level).id),
              "say with --role which role it is there");
}

ReportPart TransferRun::use(const Assessment& assessment) {
    ReportPart part;
    const auto carried = move_.carry(assessment.person);
    const bool is_own = targets_.roles.empty() && targets_.levels.empty();
    if (!carried && is_own) {
        leave_out(assessment);
        return part;
    }
    Person person = carried ? *carried : assessment.person;
    if (!carried) person.role.reset();  // its number means another role there
    const Target target = targets_.for_person(move_.target(), person).front();
    const TransferAnalysis analysis = analyse_transfer(move_, assessment, target, judge_);
    totals_.note(analysis);
    switch (reads_) {
        case Reads::elements: part.elements.push_back(transfer_json(move_, analysis)); break;
        case Reads::records: transfer_records(move_, analysis, part.records); break;
        case Reads::document: part.document = transfer_document(move_, analysis); break;
    }
    return part;
}

void TransferRun::end(ReportTail& tail) {
    for (const Json& skipped : skipped_json(left_out_)) tail.fields["skipped"].push_back(skipped);
    append(tail.closing, totals_.closing(move_));
}

/// The target framework: the same one, under its own overlays.
std::optional<Framework> load_target(Settings settings, const TransferOptions& options,
                                     Environment& environment) {
    settings.framework.overlays = options.to_overlays;
    return load(settings, environment);
}

std::vector<std::string> as_list(const std::string& name) {
    if (name.empty()) return {};
    return {name};
}

int run_transfer(Environment& environment, const TransferOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto source = load(*settings, environment);
    if (!source) return kNotDone;
    auto target = load_target(*settings, options, environment);
    if (!target) return kNotDone;
    const auto targets =
        choose_targets(*target, as_list(options.level), as_list(options.role), environment);
    if (!targets) return kNotDone;
    const Move move(*source, std::move(*target));
    TransferRun run(environment, *settings, move, *targets,
                    {settings->as_of, *accept, options.judge.in_context});
    PeopleReport report;
    report.head.envelope = make_envelope("hcf.transfer/1", *source, settings->as_of);
    report.head.envelope["to_overlays"] = to_overlays_json(move);
    report.head.list = "results";
    report.head.columns.assign(transfer_columns().begin(), transfer_columns().end());
    report.use = [&](const Assessment& assessment) { return run.use(assessment); };
    report.end = [&](ReportTail& tail) { run.end(tail); };
    // What is read may not be written to: the overlays of both sides are inputs.
    Settings reading = *settings;
    reading.framework.overlays.insert(reading.framework.overlays.end(), options.to_overlays.begin(),
                                      options.to_overlays.end());
    const int code = report_people(environment, reading, options.people, *source, report);
    return worse(code, run.exit_code());
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<TransferOptions>();
    add_people_options(app, options->people, true);
    app.add_option("--to-overlay", options->to_overlays,
                   "Overlay of the provider to whom they move; repeatable (none: the framework)")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--role", options->role,
                   "Role there, or ROLE@LEVEL (default: their own role and level)")
        ->type_name("ROLE");
    app.add_option("--level", options->level,
                   "Level of practice there; with --role, that level of the role")
        ->type_name("LEVEL");
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf transfer alice.yaml --to-overlay theirs.yaml --role \"Nurse Educator\"\n"
        "hcf transfer team.yaml --overlay ours.yaml --to-overlay theirs.yaml\n"
        "hcf transfer people/ --to-overlay theirs.yaml --accept supervisor -o all.csv");
    return [options](Environment& environment) { return run_transfer(environment, *options); };
}

}  // namespace

constinit const Command kTransferCommand = {
    "transfer", "What another provider recognises, and the induction that is left", setup};

}  // namespace hcf::cli
