// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/people_report.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/output.h"
#include "hcf/present/envelope.h"

namespace hcf::cli {
namespace {

PeopleResult read(Environment& environment, const Settings& settings, const PeopleOptions& options,
                  const Framework& framework, const InputFiles& inputs, const PeopleReport& report,
                  const std::function<bool(const ReportPart&)>& write) {
    if (report.use_noted) {
        return read_noted_people(environment, settings, options, framework, inputs,
                                 [&](const Assessment& assessment, const SeriesNote& note) {
                                     return write(report.use_noted(assessment, note));
                                 });
    }
    return read_people(environment, settings, options, framework, inputs,
                       [&](const Assessment& assessment) { return write(report.use(assessment)); });
}

}  // namespace

int report_people(Environment& environment, const Settings& settings, const PeopleOptions& options,
                  const Framework& framework, const PeopleReport& report) {
    const Excludes excludes(settings.config, environment);
    const InputFiles inputs =
        expand_paths(environment.files, options.paths,
                     [&](std::string_view path) { return excludes.contain(path); });
    ReportOutput output(environment, settings);
    if (!output.open(inputs.files)) return kNotDone;
    output.begin(report.head);
    const PeopleResult people = read(environment, settings, options, framework, inputs, report,
                                     [&](const ReportPart& part) {
                                         output.part(report.head, part);
                                         return output.is_open();
                                     });
    if (people.output_is_input) return kNotDone;
    if (report.last && output.is_open()) output.part(report.head, report.last());
    ReportTail tail;
    tail.fields["skipped"] = skipped_json(people.skipped);
    if (report.end) report.end(tail);
    if (people.read == 0)
        tail.closing.clear();
    else
        tail.closing.push_back(Paragraph{make_stamp(framework, settings.as_of), Tone::muted});
    output.end(report.head, tail);
    return output.finish() ? people.exit_code : kNotDone;
}

}  // namespace hcf::cli
