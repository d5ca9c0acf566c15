// SPDX-License-Identifier: Apache-2.0
// hcf review: the form of an appraisal, with what is known filled in (issue 6).
#include "hcf/analysis/review.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/one_target.h"
#include "hcf/cli/people_report.h"
#include "hcf/cli/settings.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_review.h"
#include "hcf/rules/series_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>

namespace hcf::cli {
namespace {

struct ReviewOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    TargetNames target;
    std::vector<std::string> since;
    std::string within = "P90D";
};

/// What --since names, by person.
struct Earlier {
    std::unordered_map<std::string, std::vector<EarlierAssessment>> by_person;
    std::vector<InputFile> files;
    bool may_go_on = true;
    int exit_code = kDone;
};

Earlier read_earlier(Environment& environment, const Settings& settings,
                     const ReviewOptions& options, const Framework& framework) {
    Earlier earlier;
    if (options.since.empty()) return earlier;
    if (std::find(options.since.begin(), options.since.end(), "-") != options.since.end()) {
        say_error(environment, "--since cannot be standard input", "name a file or a directory");
        earlier.may_go_on = false;
        return earlier;
    }
    PeopleOptions since = options.people;
    since.paths = options.since;
    const Excludes excludes(settings.config, environment);
    InputFiles inputs = expand_paths(environment.files, since.paths,
                                     [&](std::string_view path) { return excludes.contain(path); });
    const PeopleResult people =
        read_series(environment, settings, since, framework, inputs,
                    [&](const Assessment& assessment, const SeriesNote& note) {
                        earlier.by_person[assessment.person.id].push_back(
                            keep_for_review(assessment, *note.assessed));
                        return true;
                    });
    earlier.files = std::move(inputs.files);
    earlier.exit_code = people.exit_code;
    earlier.may_go_on = !people.output_is_input;
    return earlier;
}

/// The forms as they are made.
class ReviewRun {
public:
    ReviewRun(Environment& environment, const Settings& settings, const Framework& framework,
              const TargetChoice& targets, const Earlier& earlier, Period within,
              const JudgeOptions& judge)
        : environment_(environment),
          settings_(settings),
          framework_(framework),
          targets_(targets),
          earlier_(earlier),
          within_(within),
          judge_(judge) {}

    [[nodiscard]] ReportPart use(const Assessment& assessment, const SeriesNote& note);
    void end(ReportTail& tail) const { tail.closing = gap_closing(framework_, cautions_, {}); }

    /// Says where nobody was met whom --since knows.
    [[nodiscard]] int conclude() const;

private:
    [[nodiscard]] const EarlierAssessment* find_earlier(const Assessment& assessment,
                                                        const SeriesNote& note);
    void say_undated(const Assessment& assessment);

    Environment& environment_;
    const Settings& settings_;
    const Framework& framework_;
    const TargetChoice& targets_;
    const Earlier& earlier_;
    Period within_;
    JudgeOptions judge_;
    GapCautions cautions_;
    bool has_met_any_ = false;
    int exit_code_ = kDone;
};

/// The latest of those before the day of the assessment: what was judged later, or on the same day,
/// is nothing to look back on.
const EarlierAssessment* ReviewRun::find_earlier(const Assessment& assessment,
                                                 const SeriesNote& note) {
    const auto known = earlier_.by_person.find(assessment.person.id);
    if (known == earlier_.by_person.end()) return nullptr;
    has_met_any_ = true;
    if (!note.assessed) {
        say_undated(assessment);
        exit_code_ = kNotDone;
        return nullptr;
    }
    const EarlierAssessment* latest = nullptr;
    for (const EarlierAssessment& earlier : known->second) {
        const bool is_earlier = earlier.assessed < *note.assessed;
        if (is_earlier && (latest == nullptr || latest->assessed < earlier.assessed))
            latest = &earlier;
    }
    if (latest != nullptr) return latest;
    say_error(environment_,
              fmt::format("{}, document {}: what --since names for this person is not earlier",
                          escape_invisible(assessment.file), assessment.document),
              "the form is made without it");
    exit_code_ = kNotDone;
    return nullptr;
}

/// What has no day is neither the newer nor the older one.
void ReviewRun::say_undated(const Assessment& assessment) {
    Finding finding = DocumentLoader::file_finding(
        series_rules::kUndatedAssessment, assessment.file,
        "nothing says on which day this was assessed, so the form looks back on nothing",
        "give the document an 'assessed'");
    finding.document = assessment.document;
    std::string text;
    render(text, finding, {settings_.colour_err, true});
    environment_.err.write(text);
}

ReportPart ReviewRun::use(const Assessment& assessment, const SeriesNote& note) {
    const Target target = targets_.for_person(framework_, assessment.person).front();
    const Review review = make_review(framework_, assessment, target,
                                      find_earlier(assessment, note), within_, judge_);
    cautions_.note(review.now);
    ReportPart part;
    switch (settings_.format->reads) {
        case Reads::elements: part.elements.push_back(review_json(framework_, review)); break;
        case Reads::records: review_records(framework_, review, part.records); break;
        case Reads::document:
            part.document = review_document(framework_, review, judge_.as_of);
            break;
    }
    return part;
}

int ReviewRun::conclude() const {
    if (earlier_.by_person.empty() || has_met_any_) return exit_code_;
    say_error(environment_, "--since names nobody of those who are reviewed",
              "name an earlier assessment of the same person, with the same person.id");
    return kNotDone;
}

int run_review(Environment& environment, const ReviewOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto within = parse_short_period(options.within);
    if (!within) {
        say_error(environment, "--within: " + within.error().message, within.error().help);
        return kNotDone;
    }
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto targets = choose_target(*framework, options.target, environment);
    if (!targets) return kNotDone;
    const Earlier earlier = read_earlier(environment, *settings, options, *framework);
    if (!earlier.may_go_on) return kNotDone;
    ReviewRun run(environment, *settings, *framework, *targets, earlier, *within,
                  {settings->as_of, *accept, options.judge.in_context});
    PeopleReport report;
    report.head.envelope = make_envelope("hcf.review/1", *framework, settings->as_of);
    report.head.list = "results";
    const auto columns = review_columns();
    report.head.columns.assign(columns.begin(), columns.end());
    report.use_noted = [&](const Assessment& assessment, const SeriesNote& note) {
        return run.use(assessment, note);
    };
    report.end = [&](ReportTail& tail) { run.end(tail); };
    // What is read may not be written to: the earlier assessments are inputs, too.
    Settings reading = *settings;
    for (const InputFile& file : earlier.files) reading.framework.overlays.push_back(file.path);
    const int code = report_people(environment, reading, options.people, *framework, report);
    return worse(worse(code, earlier.exit_code), run.conclude());
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<ReviewOptions>();
    add_people_options(app, options->people, true);
    app.add_option("--since", options->since,
                   "Earlier assessments of the same people, a file or directory; repeatable")
        ->type_name("PATH")
        ->allow_extra_args(false);
    app.add_option("--within", options->within,
                   "Tell what runs out within this time, such as 90d (the default) or P3M")
        ->type_name("PERIOD");
    add_target_options(app, options->target);
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf review alice.yaml\n"
        "hcf review alice.yaml --since alice-2025.yaml -o alice.md\n"
        "hcf review people/ --since people-2025/ --within P6M");
    return [options](Environment& environment) { return run_review(environment, *options); };
}

}  // namespace

constinit const Command kReviewCommand = {
    "review", "The form of an appraisal, with what is known filled in", setup};

}  // namespace hcf::cli
