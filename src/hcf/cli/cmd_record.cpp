// SPDX-License-Identifier: Apache-2.0
// hcf record: one rating changed in place (spec 4; ADR 0018).
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/recording_run.h"
#include "hcf/cli/targets.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace hcf::cli {
namespace {

struct RecordOptions {
    CommonOptions common;
    std::string path;
    std::string person;
    std::string competence;
    std::string value;
    std::vector<std::string> evidence;
    std::string assessor;
    std::string basis;
    std::string assessed;
    std::string level;
    std::string valid_until;
    std::string note;
    std::string accept;
    bool drops_plan = false;
    bool keeps_plan = false;
    bool shows_diff = false;
    bool show_values = false;
};

/// A day that was given, or nothing; false after saying what is wrong with it.
bool read_day(std::string_view option, const std::string& text, std::optional<Date>& day,
              Environment& environment) {
    if (text.empty()) return true;
    const auto date = parse_date(text);
    if (!date) {
        say_error(environment, fmt::format("{}: {}", option, date.error().message),
                  date.error().help);
        return false;
    }
    day = *date;
    return true;
}

/// "observation: Two home visits": a word of the list before a colon is the type.
NamedEvidence read_evidence(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return {std::nullopt, text};
    const auto type = from_word<EvidenceType>(text.substr(0, colon));
    const std::size_t title = text.find_first_not_of(' ', colon + 1);
    if (!type || title == std::string::npos) return {std::nullopt, text};
    return {type, text.substr(title)};
}

/// Texts go into a file, so they have to be some.
bool check_texts(const RecordOptions& options, Environment& environment) {
    const auto is_right = [&](std::string_view option, const std::string& text) {
        if (find_invalid_utf8(text)) {
            say_error(environment, fmt::format("{}: the text is no UTF-8", option));
            return false;
        }
        if (text.find('\0') != std::string::npos || text.find_first_not_of(" \t\n") != text.npos)
            return true;
        say_error(environment, fmt::format("{}: the text is empty", option),
                  "leave the option out");
        return false;
    };
    for (const std::string& evidence : options.evidence) {
        if (!is_right("--evidence", evidence)) return false;
    }
    return (options.assessor.empty() || is_right("--by", options.assessor)) &&
           (options.note.empty() || is_right("--note", options.note)) &&
           is_right("--value", options.value);
}

bool read_words(const RecordOptions& options, const Framework& framework, RatingRecord& record,
                Environment& environment) {
    if (!options.basis.empty()) {
        if (!is_known_word("--basis", options.basis, Words<Basis>::kList, environment))
            return false;
        record.basis = from_word<Basis>(options.basis);
    }
    if (!options.level.empty()) {
        const auto level = find_level_or_say(framework, options.level, environment);
        if (!level) return false;
        record.level = framework.at(*level).id;
    }
    return true;
}

std::optional<RecordRequest> read_request(const RecordOptions& options, const Settings& settings,
                                          const Framework& framework, Environment& environment) {
    RecordRequest request;
    request.path = options.path;
    request.person = options.person;
    request.keeps_plan = options.keeps_plan;
    request.only_shows = options.shows_diff;
    request.show_values = options.show_values;
    RatingRecord& record = request.record;
    const auto accept = accepted_basis({options.accept, false}, settings.config, environment);
    const auto competence = find_competence_or_say(framework, options.competence, environment);
    if (!accept || !competence || !check_texts(options, environment)) return std::nullopt;
    request.accept = *accept;
    record.competence = *competence;
    record.value = options.value;
    record.assessor = options.assessor;
    record.note = options.note;
    record.drops_plan = options.drops_plan;
    for (const std::string& evidence : options.evidence)
        record.evidence.push_back(read_evidence(evidence));
    std::optional<Date> assessed = settings.as_of;
    if (!read_words(options, framework, record, environment) ||
        !read_day("--assessed", options.assessed, assessed, environment) ||
        !read_day("--valid-until", options.valid_until, record.valid_until, environment))
        return std::nullopt;
    record.assessed = *assessed;
    if (record.assessed > settings.as_of) {
        say_error(environment, fmt::format("--assessed is later than {}, the day of the record",
                                           to_string(settings.as_of)));
        return std::nullopt;
    }
    return request;
}

int run_record(Environment& environment, const RecordOptions& options) {
    if (options.drops_plan && options.keeps_plan)
        return usage_error(environment, "either --drop-plan or --keep-plan");
    CommonOptions common = options.common;
    common.format = "text";
    const auto settings = resolve(common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    auto request = read_request(options, *settings, *framework, environment);
    if (!request) return kNotDone;
    return RecordingRun(environment, *settings, *framework, std::move(*request)).run();
}

void add_rating_options(CLI::App& app, RecordOptions& options) {
    const auto add = [&](const char* name, std::string& text, const char* help, const char* what) {
        return app.add_option(name, text, help)->type_name(what);
    };
    add("--competence", options.competence, "What was judged, by id, alias or title", "C")
        ->required();
    add("--value", options.value, "A value of the file's scale, or not-applicable", "VALUE")
        ->required();
    app.add_option("--evidence", options.evidence,
                   "Evidence to add: a title, or type:title as in 'observation: Two home visits'; "
                   "repeatable")
        ->type_name("TEXT")
        ->allow_extra_args(false);
    add("--by", options.assessor, "Who judged", "NAME");
    add("--basis", options.basis, "In what capacity: self, supervisor or assessor", "BASIS");
    add("--assessed", options.assessed, "The day it was judged (default: that of --as-of)", "DATE");
    add("--level", options.level,
        "The level of practice at which it was shown (default: the person's)", "LEVEL");
    add("--valid-until", options.valid_until, "The last day on which the value holds", "DATE");
    add("--note", options.note, "A remark; the reason where it is not applicable", "TEXT");
    add("--person", options.person, "Whose rating, where the file holds several people", "ID");
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<RecordOptions>();
    app.add_option("FILE", options->path, "The file with the assessment")
        ->type_name("")
        ->required();
    add_rating_options(app, *options);
    app.add_flag("--drop-plan", options->drops_plan, "Take the plan out whatever the value");
    app.add_flag("--keep-plan", options->keeps_plan,
                 "Leave the plan, which goes where the value meets what is asked");
    app.add_option("--accept", options->accept,
                   "The weakest basis that counts as met, for that: self (the default), "
                   "supervisor or assessor")
        ->type_name("BASIS");
    app.add_flag("--diff,--dry-run", options->shows_diff,
                 "Show the change as a diff, and change nothing");
    app.add_flag("--show-values", options->show_values,
                 "Show names, notes and plans in messages and diffs even where nobody sits at a "
                 "terminal");
    app.add_flag("-q,--quiet", options->common.quiet, "Say nothing but errors");
    add_framework_options(app, options->common);
    app.footer(
        "hcf record alice.yaml --competence hand-hygiene --value met --by \"Chi Li\"\n"
        "hcf record alice.yaml --competence safeguarding --value met --diff");
    return [options](Environment& environment) { return run_record(environment, *options); };
}

}  // namespace

constinit const Command kRecordCommand = {"record", "One rating changed in place", setup};

}  // namespace hcf::cli
