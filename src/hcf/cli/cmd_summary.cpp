// SPDX-License-Identifier: Apache-2.0
// hcf summary: many people, counted, in one run or in parts (spec 3 and 5, "summary").
#include "hcf/analysis/small_groups.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/summary_run.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>

namespace hcf::cli {
namespace {

constexpr std::int64_t kLeastThreshold = 2;

/// What the options ask for, besides what is read.
struct Wanted {
    std::vector<GroupBy> by;
    SummaryTable table = SummaryTable::groups;
    std::optional<std::int64_t> below;
};

bool read_by(const std::string& list, Environment& environment, std::vector<GroupBy>& by) {
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string word = list.substr(begin, end - begin);
        if (!is_known_word("--by", word, Words<GroupBy>::kList, environment, "any of"))
            return false;
        by.push_back(*from_word<GroupBy>(word));
        begin = end + 1;
    }
    return true;
}

bool read_threshold(const std::string& text, Environment& environment,
                    std::optional<std::int64_t>& below) {
    if (text.empty()) return true;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= kLeastThreshold) {
        below = number;
        return true;
    }
    say_error(environment,
              fmt::format("--suppress-below: expected a whole number of at least {}, found {}",
                          kLeastThreshold, in_quotes(text)),
              "5 and 10 are usual");
    return false;
}

std::optional<Wanted> read_wanted(const SummaryOptions& options, Environment& environment) {
    Wanted wanted;
    if (!read_by(options.by, environment, wanted.by)) return std::nullopt;
    if (!is_known_word("--table", options.table, Words<SummaryTable>::kList, environment))
        return std::nullopt;
    wanted.table = *from_word<SummaryTable>(options.table);
    if (!read_threshold(options.suppress_below, environment, wanted.below)) return std::nullopt;
    return wanted;
}

/// True where the name of the output means a format, and another one than JSON.
bool is_named_otherwise(const std::string& output) {
    const Format* format =
        find_format_by_extension(std::filesystem::path(output).extension().string());
    return format != nullptr && format->name != "json";
}

/// Options that contradict each other; empty where none do.
std::string contradiction(const SummaryOptions& options) {
    if (options.partial && !options.suppress_below.empty())
        return "--partial has all figures: withhold what is small when the parts are merged";
    if (options.partial && !options.common.format.empty() && options.common.format != "json")
        return "--partial is JSON, and takes no other format";
    if (options.partial && is_named_otherwise(options.common.output))
        return "--partial is JSON: give the output a name that ends in .json";
    if (options.no_person_index && !options.partial) return "--no-person-index goes with --partial";
    if (options.merge && options.no_person_index)
        return "--no-person-index goes with the parts, not with --merge";
    if (options.merge && !options.people.pseudonym_key.empty())
        return "--pseudonym-key goes with the parts, not with --merge";
    return {};
}

int write_summary(Environment& environment, const Settings& settings, const Wanted& wanted,
                  const Framework& framework, const SummaryInput& input) {
    const Partial& partial = input.partial;
    Summary summary = wanted.below ? suppress_small(framework, partial.sums, *wanted.below)
                                   : make_summary(framework, partial.sums);
    summary.groups.erase(std::remove_if(summary.groups.begin(), summary.groups.end(),
                                        [&](const SummaryGroup& group) {
                                            return std::find(wanted.by.begin(), wanted.by.end(),
                                                             group.by) == wanted.by.end();
                                        }),
                         summary.groups.end());
    const Date as_of = partial.terms.as_of;
    ReportHead head;
    head.envelope = make_envelope("hcf.summary/1", framework, as_of);
    head.list = "groups";
    const auto columns = summary_columns(wanted.table);
    head.columns.assign(columns.begin(), columns.end());
    ReportPart part;
    ReportTail tail;
    switch (settings.format->reads) {
        case Reads::elements:
            part.elements = summary_groups_json(summary);
            tail.fields = summary_fields(framework, summary);
            tail.fields["skipped"] = skipped_of_summary(partial.skipped, wanted.below.has_value());
            break;
        case Reads::records:
            part.records = summary_records(framework, summary, wanted.table);
            break;
        case Reads::document:
            part.document = summary_document(framework, summary, partial.skipped.size());
            tail.closing.push_back(Paragraph{make_stamp(framework, as_of), Tone::muted});
            break;
    }
    return write_whole(environment, settings, input.files.files, head, part, tail);
}

int run_summary(Environment& environment, const SummaryOptions& given) {
    const std::string wrong = contradiction(given);
    if (!wrong.empty()) return usage_error(environment, wrong);
    SummaryOptions options = given;
    if (options.partial && options.common.format.empty()) options.common.format = "json";
    const auto wanted = read_wanted(options, environment);
    if (!wanted) return kNotDone;
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto input = options.merge ? merge_parts(environment, *settings, options, *framework)
                                     : count_people(environment, *settings, options, *framework);
    if (!input) return kNotDone;
    if (!options.partial) {
        return worse(write_summary(environment, *settings, *wanted, *framework, *input),
                     input->exit_code);
    }
    const PartialReport report = partial_report(*framework, input->partial);
    return worse(write_whole(environment, *settings, input->files.files, report.head, report.part,
                             report.tail),
                 input->exit_code);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<SummaryOptions>();
    add_people_options(app, options->people, true);
    app.get_option("PATH")->description(
        "Files, directories, or - for standard input; with --merge, partials");
    add_judge_options(app, options->judge);
    app.add_option("--by", options->by,
                   "What to group by: organisation, team, role, level (comma-separated; default: "
                   "all)")
        ->type_name("LIST");
    app.add_option("--table", options->table, "CSV: the groups (the default) or the competences")
        ->type_name("TABLE");
    app.add_option("--suppress-below", options->suppress_below,
                   "Withhold what would tell of fewer than N people")
        ->type_name("N");
    app.add_flag("--partial", options->partial,
                 "Write the sums as JSON, to be merged with those of other people");
    app.add_flag("--no-person-index", options->no_person_index,
                 "With --partial: leave out what finds the same person in two parts");
    app.add_flag("--merge", options->merge, "Read partials in place of people");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf summary people/\n"
        "hcf summary people/ --by organisation,level --suppress-below 5 --format csv\n"
        "hcf summary north/ --partial -o north.json\n"
        "hcf summary --merge north.json south.json");
    return [options](Environment& environment) { return run_summary(environment, *options); };
}

}  // namespace

constinit const Command kSummaryCommand = {
    "summary", "Many people, counted by organisation, team, role and level", setup};

}  // namespace hcf::cli
