// SPDX-License-Identifier: Apache-2.0
// hcf find: who holds a competence on a day, who is nearest, whose runs out (spec 4 and 5, "find").
#include "hcf/analysis/find.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/people_report.h"
#include "hcf/cli/targets.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_find.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace hcf::cli {
namespace {

struct FindOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::string competence;
    std::string level;
    std::string within = "P90D";
};

/// Those who are found, as far as they are wanted later: holders only where a page is to be made of
/// them.
struct Finds {
    FindCounts counts;
    std::vector<FoundPerson> holders;
    std::vector<FoundPerson> near;
};

std::optional<FindQuestion> read_question(const FindOptions& options, const Framework& framework,
                                          const Settings& settings, Basis accept,
                                          Environment& environment) {
    const auto competence = find_competence_or_say(framework, options.competence, environment);
    if (!competence) return std::nullopt;
    std::optional<LevelId> level;
    if (!options.level.empty()) {
        level = find_level_or_say(framework, options.level, environment);
        if (!level) return std::nullopt;
    }
    const auto within = parse_short_period(options.within);
    if (!within) {
        say_error(environment, "--within: " + within.error().message, within.error().help);
        return std::nullopt;
    }
    return make_question(*competence, level, {settings.as_of, accept, options.judge.in_context},
                         *within);
}

ReportPart add_person(const Framework& framework, Reads reads, FoundPerson found, Finds& finds) {
    finds.counts.add(found);
    ReportPart part;
    if (found.place == FindPlace::near)
        finds.near.push_back(std::move(found));
    else if (found.place == FindPlace::holder) {
        switch (reads) {
            case Reads::elements: part.elements.push_back(holder_json(framework, found)); break;
            case Reads::records: part.records.push_back(find_record(framework, found)); break;
            case Reads::document: finds.holders.push_back(std::move(found)); break;
        }
    }
    return part;
}

/// What is known only when everybody was read.
ReportPart last_part(const Framework& framework, const FindQuestion& question, Reads reads,
                     const Finds& finds) {
    ReportPart part;
    if (reads == Reads::records) {
        for (const FoundPerson& found : finds.near)
            part.records.push_back(find_record(framework, found));
    } else if (reads == Reads::document && finds.counts.people != 0) {
        part.document = find_document(framework, question, finds.counts, finds.holders, finds.near);
    }
    return part;
}

int run_find(Environment& environment, const FindOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto question = read_question(options, *framework, *settings, *accept, environment);
    if (!question) return kNotDone;
    const Reads reads = settings->format->reads;
    Finds finds;
    PeopleReport report;
    report.head.envelope = make_envelope("hcf.find/1", *framework, settings->as_of);
    report.head.envelope["competence"] = framework->at(question->competence).id;
    report.head.envelope["level"] =
        question->level ? Json(framework->at(*question->level).id) : Json(nullptr);
    report.head.envelope["until"] = to_string(question->until);
    report.head.list = "holders";
    const auto columns = find_columns();
    report.head.columns.assign(columns.begin(), columns.end());
    report.use = [&](const Assessment& assessment) {
        return add_person(*framework, reads, find_in(*framework, assessment, *question), finds);
    };
    report.last = [&] {
        std::stable_sort(finds.near.begin(), finds.near.end(), is_nearer);
        return last_part(*framework, *question, reads, finds);
    };
    report.end = [&](ReportTail& tail) {
        Json near = Json::array();
        for (const FoundPerson& found : finds.near) near.push_back(near_json(*framework, found));
        tail.fields["near"] = std::move(near);
        tail.fields["counts"] = find_counts_json(finds.counts);
    };
    return report_people(environment, *settings, options.people, *framework, report);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<FindOptions>();
    add_people_options(app, options->people, true);
    app.add_option("--competence", options->competence, "What is wanted, by id, alias or title")
        ->type_name("C")
        ->required();
    app.add_option("--level", options->level,
                   "Held at this level of practice: shown there or above")
        ->type_name("LEVEL");
    app.add_option("--within", options->within,
                   "Mark what runs out within this time, such as 90d (the default) or P3M")
        ->type_name("PERIOD");
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf find --competence safeguarding people/\n"
        "hcf find --competence hand-hygiene --level enhanced team.yaml\n"
        "hcf find --competence safeguarding --within 30d --format csv people/");
    return [options](Environment& environment) { return run_find(environment, *options); };
}

}  // namespace

constinit const Command kFindCommand = {
    "find", "Who holds a competence on a day, and who is nearest", setup};

}  // namespace hcf::cli
