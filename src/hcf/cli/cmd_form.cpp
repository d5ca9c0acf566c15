// SPDX-License-Identifier: Apache-2.0
// hcf form: a sheet to assess against, blank or with what is known (spec 4, "form").
#include "hcf/analysis/form.h"
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people_report.h"
#include "hcf/cli/targets.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_form.h"

#include <fmt/format.h>

#include <memory>

namespace hcf::cli {
namespace {

struct FormOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::vector<std::string> levels;
    std::vector<std::string> roles;
    std::string scale = "status";
};

void add_sheet(const Framework& framework, const FormSheet& sheet, Reads reads, ReportPart& part) {
    switch (reads) {
        case Reads::elements: part.elements.push_back(form_json(framework, sheet)); break;
        case Reads::records: form_records(framework, sheet, part.records); break;
        case Reads::document: append(part.document, form_document(framework, sheet)); break;
    }
}

ReportHead make_head(const Framework& framework, const Settings& settings) {
    ReportHead head;
    head.envelope = make_envelope("hcf.form/1", framework, settings.as_of);
    head.list = "forms";
    const auto columns = form_columns();
    head.columns.assign(columns.begin(), columns.end());
    return head;
}

std::optional<ScaleId> find_scale_or_say(const Framework& framework, const std::string& name,
                                         Environment& environment) {
    if (const auto scale = framework.find_scale(name)) return scale;
    std::vector<std::string_view> known;
    for (const Scale& scale : framework.scales) known.push_back(scale.id);
    std::string help = did_you_mean(name, known);
    if (help.empty()) {
        for (const std::string_view scale : known)
            help += fmt::format("{}{}", help.empty() ? "one of " : ", ", scale);
    }
    say_error(environment, fmt::format("unknown scale {}", in_quotes(name)), help);
    return std::nullopt;
}

/// Sheets about nobody.
int write_blank(Environment& environment, const Settings& settings, const FormOptions& options,
                const Framework& framework, const TargetChoice& choice) {
    const auto scale = find_scale_or_say(framework, options.scale, environment);
    if (!scale) return kNotDone;
    ReportPart part;
    for (const Target& target : choice.for_person(framework, Person()))
        add_sheet(framework, make_blank_form(framework, target, *scale), settings.format->reads,
                  part);
    ReportTail tail;
    tail.fields["skipped"] = Json::array();
    tail.closing.push_back(Paragraph{make_stamp(framework, settings.as_of), Tone::muted});
    return write_whole(environment, settings, {}, make_head(framework, settings), part, tail);
}

int run_form(Environment& environment, const FormOptions& options) {
    const bool is_blank = options.people.paths.empty();
    if (is_blank && options.levels.empty() && options.roles.empty()) {
        return usage_error(environment, "a blank sheet is for a level or a role",
                           "name one with --level or --role, or the file of a person");
    }
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto choice = choose_targets(*framework, options.levels, options.roles, environment);
    if (!choice) return kNotDone;
    if (is_blank) return write_blank(environment, *settings, options, *framework, *choice);
    const JudgeOptions judge = {settings->as_of, *accept, options.judge.in_context};
    PeopleReport report;
    report.head = make_head(*framework, *settings);
    report.use = [&](const Assessment& assessment) {
        ReportPart part;
        for (const Target& target : choice->for_person(*framework, assessment.person))
            add_sheet(*framework, make_form(*framework, assessment, target, judge),
                      settings->format->reads, part);
        return part;
    };
    return report_people(environment, *settings, options.people, *framework, report);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<FormOptions>();
    add_people_options(app, options->people, false);
    app.get_option("PATH")->description(
        "Assessments to fill in what is known; without one, a blank sheet");
    app.add_option("--level", options->levels, "A level of practice to assess against; repeatable")
        ->type_name("LEVEL")
        ->allow_extra_args(false);
    app.add_option("--role", options->roles, "A role, or ROLE@LEVEL; repeatable")
        ->type_name("ROLE")
        ->allow_extra_args(false);
    app.add_option("--scale", options->scale,
                   "The scale of a blank sheet (default: status); a person's is in their file")
        ->type_name("SCALE");
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf form --level autonomous\n"
        "hcf form --role \"Registered Nurse - Adult\" --scale zero-to-six\n"
        "hcf form alice.yaml -o alice-sheet.md");
    return [options](Environment& environment) { return run_form(environment, *options); };
}

}  // namespace

constinit const Command kFormCommand = {"form", "A sheet to assess against, blank or filled in",
                                        setup};

}  // namespace hcf::cli
