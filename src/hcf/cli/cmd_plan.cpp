// SPDX-License-Identifier: Apache-2.0
// hcf plan: the cheapest development plan (spec 3, "plan"; spec 5, "plan"; ADR 0019).
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/catalogues.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/people_report.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/targets.h"
#include "hcf/cli/team_file.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace hcf::cli {
namespace {

/// So many courses are named of those that close most for several people.
constexpr std::size_t kReachShown = 5;

enum class PlanTable { people, sessions };
constexpr std::array<std::string_view, 2> kTables = {"people", "sessions"};

struct PlanOptions {
    CommonOptions common;
    PeopleOptions people;
    JudgeChoice judge;
    std::vector<std::string> catalogues;
    std::vector<std::string> levels;
    std::vector<std::string> roles;
    std::vector<std::string> completed;
    std::string minimise = "courses";
    std::string by;
    std::string max_cost;
    std::string max_hours;
    std::string table = "people";
    bool include_planned = false;
    bool together = false;
};

/// What the options ask for, as far as it needs no framework.
struct Wish {
    TrainingAim aim;
    PlanView view;
    PlanTable table = PlanTable::people;
};

bool read_limit(std::string_view option, const std::string& text, std::optional<Decimal>& limit,
                Environment& environment) {
    if (text.empty()) return true;
    limit = parse_decimal(text);
    if (limit) return true;
    say_error(environment, fmt::format("{}: {} is no amount", option, in_quotes(text)),
              "a number such as 500 or 37.5, with at most six digits behind the point");
    return false;
}

CoverMeasure measure_of(std::string_view word) {
    if (word == "cost") return CoverMeasure::cost;
    return word == "hours" ? CoverMeasure::hours : CoverMeasure::courses;
}

bool read_dates(const PlanOptions& options, Date as_of, Wish& wish, Environment& environment) {
    wish.view.as_of = as_of;
    if (options.by.empty()) return true;
    const auto by = parse_date(options.by);
    if (!by) {
        say_error(environment, "--by: " + by.error().message, by.error().help);
        return false;
    }
    if (*by < as_of) {
        say_error(environment,
                  fmt::format("--by: {} is before the day of the report, {}", to_string(*by),
                              to_string(as_of)),
                  "a plan is for days to come");
        return false;
    }
    wish.view.dates = make_plan_dates(as_of, *by);
    return true;
}

std::optional<Wish> read_wish(const PlanOptions& options, const Settings& settings,
                              Environment& environment) {
    Wish wish;
    if (!is_known_word("--minimise", options.minimise, kMinimiseWords, environment) ||
        !is_known_word("--table", options.table, kTables, environment) ||
        !read_limit("--max-cost", options.max_cost, wish.aim.max_cost, environment) ||
        !read_limit("--max-hours", options.max_hours, wish.aim.max_hours, environment) ||
        !read_dates(options, settings.as_of, wish, environment))
        return std::nullopt;
    wish.aim.minimise = wish.view.minimise = measure_of(options.minimise);
    wish.view.has_limits = wish.aim.has_limit();
    if (options.table == kTables[1]) wish.table = PlanTable::sessions;
    const auto reads_stdin = [](const std::vector<std::string>& paths) {
        return std::find(paths.begin(), paths.end(), "-") != paths.end();
    };
    if (reads_stdin(options.people.paths) && reads_stdin(options.catalogues)) {
        say_error(environment, "standard input cannot be people and a catalogue at once");
        return std::nullopt;
    }
    return wish;
}

/// The positions that --completed names; a name that is no course's is said, and nothing is given.
std::optional<std::vector<std::uint32_t>> find_completed(const PlanOptions& options,
                                                         const CourseOffer& offer,
                                                         Environment& environment) {
    std::set<std::uint32_t> positions;
    for (const std::string& name : options.completed) {
        const auto found = find_courses(offer.courses(), name);
        if (found.empty()) {
            std::vector<std::string_view> known;
            for (const Course* course : offer.courses()) known.push_back(course->id);
            say_error(environment,
                      fmt::format("--completed: no catalogue has the course {}", in_quotes(name)),
                      did_you_mean(name, known));
            return std::nullopt;
        }
        positions.insert(found.begin(), found.end());
    }
    return std::vector<std::uint32_t>(positions.begin(), positions.end());
}

/// Plans for people, one after another or all together.
class PlanRun {
public:
    PlanRun(Environment& environment, const Settings& settings, const PlanOptions& options,
            const Framework& framework, const TargetChoice& targets, const CourseOffer& offer,
            const Wish& wish, JudgeOptions judge, LearnerOptions learners)
        : environment_(environment),
          settings_(settings),
          options_(options),
          framework_(framework),
          targets_(targets),
          offer_(offer),
          wish_(wish),
          judge_(judge),
          learners_(std::move(learners)) {}

    [[nodiscard]] int run_each();
    [[nodiscard]] int run_together(const InputFiles& inputs);

private:
    [[nodiscard]] ReportHead make_head() const;
    [[nodiscard]] std::vector<PersonPlan> begin(const Assessment& assessment) const;
    [[nodiscard]] ReportPart plan_each(const Assessment& assessment);
    [[nodiscard]] int write_together(const InputFiles& inputs, const PeopleResult& people,
                                     std::vector<PersonPlan>& plans);
    void add(const PersonPlan& plan, ReportPart& part) const;
    void warn_of(const std::vector<const Course*>& courses);

    Environment& environment_;
    const Settings& settings_;
    const PlanOptions& options_;
    const Framework& framework_;
    const TargetChoice& targets_;
    const CourseOffer& offer_;
    Wish wish_;
    JudgeOptions judge_;
    LearnerOptions learners_;
    std::set<std::uint32_t> warned_;
};

ReportHead PlanRun::make_head() const {
    ReportHead head;
    head.envelope = make_envelope("hcf.plan/1", framework_, settings_.as_of);
    head.list = "results";
    const auto columns = wish_.table == PlanTable::sessions ? session_columns() : plan_columns();
    head.columns.assign(columns.begin(), columns.end());
    return head;
}

std::vector<PersonPlan> PlanRun::begin(const Assessment& assessment) const {
    std::vector<GapAnalysis> analyses;
    for (const Target& target : targets_.for_person(framework_, assessment.person))
        analyses.push_back(analyse_gap(framework_, assessment, target, judge_));
    std::stable_sort(analyses.begin(), analyses.end(), is_readier);
    std::vector<PersonPlan> plans;
    plans.reserve(analyses.size());
    for (const GapAnalysis& analysis : analyses)
        plans.push_back(begin_person_plan(analysis, offer_, learners_));
    return plans;
}

void PlanRun::add(const PersonPlan& plan, ReportPart& part) const {
    switch (settings_.format->reads) {
        case Reads::elements:
            part.elements.push_back(plan_json(framework_, plan, wish_.view));
            break;
        case Reads::records: plan_records(framework_, plan, part.records); break;
        case Reads::document:
            if (settings_.format->needs == Extra::calendar)
                add_plan_events(framework_, plan, wish_.view, part.calendar);
            else
                append(part.document, plan_document(framework_, plan, wish_.view));
            break;
    }
}

/// Once for each course of the run.
void PlanRun::warn_of(const std::vector<const Course*>& courses) {
    if (settings_.quiet) return;
    for (const Course* course : courses) {
        if (!warned_.insert(course->position).second) continue;
        const bool by_cost = wish_.aim.minimise == CoverMeasure::cost || wish_.aim.max_cost;
        say(environment_,
            fmt::format("warning: the course {} gives no {}: counted as 0",
                        in_quotes(full_id(*course)), by_cost && !course->cost ? "cost" : "hours"));
    }
}

ReportPart PlanRun::plan_each(const Assessment& assessment) {
    ReportPart part;
    for (PersonPlan& plan : begin(assessment)) {
        plan.plan = plan_development(plan.learner, offer_, wish_.aim);
        warn_of(plan.plan.without_measure);
        add(plan, part);
    }
    return part;
}

int PlanRun::run_each() {
    PeopleReport report;
    report.head = make_head();
    report.use = [&](const Assessment& assessment) { return plan_each(assessment); };
    report.end = [](ReportTail& tail) { tail.fields["together"] = nullptr; };
    return report_people(environment_, settings_, options_.people, framework_, report);
}

int PlanRun::write_together(const InputFiles& inputs, const PeopleResult& people,
                            std::vector<PersonPlan>& plans) {
    std::vector<Learner> learners;
    learners.reserve(plans.size());
    for (const PersonPlan& plan : plans) learners.push_back(plan.learner);
    JointPlan joint = plan_jointly(learners, offer_, wish_.aim, kReachShown);
    warn_of(joint.without_measure);
    for (std::size_t i = 0; i < plans.size(); ++i) plans[i].plan = std::move(joint.own[i]);
    ReportPart part;
    ReportTail tail;
    const bool is_page =
        settings_.format->reads == Reads::document && settings_.format->needs != Extra::calendar;
    if (is_page && !plans.empty()) {
        part.document = sessions_document(plans, joint, wish_.view);
        wish_.view.is_part = true;
        tail.closing.push_back(Paragraph{make_stamp(framework_, settings_.as_of), Tone::muted});
    }
    if (wish_.table == PlanTable::sessions && settings_.format->reads == Reads::records) {
        part.records = session_records(plans, joint);
    } else {
        for (const PersonPlan& plan : plans) add(plan, part);
    }
    tail.fields["skipped"] = skipped_json(people.skipped);
    tail.fields["together"] = sessions_json(framework_, plans, joint);
    return write_whole(environment_, settings_, inputs.files, make_head(), part, tail);
}

int PlanRun::run_together(const InputFiles& inputs) {
    std::vector<PersonPlan> plans;
    const PeopleResult people = read_people(environment_, settings_, options_.people, framework_,
                                            inputs, [&](const Assessment& assessment) {
                                                for (PersonPlan& plan : begin(assessment))
                                                    plans.push_back(std::move(plan));
                                                return true;
                                            });
    if (people.output_is_input) return kNotDone;
    return worse(people.exit_code, write_together(inputs, people, plans));
}

int run_plan(Environment& environment, const PlanOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto accept = accepted_basis(options.judge, settings->config, environment);
    if (!accept) return kNotDone;
    const auto wish = read_wish(options, *settings, environment);
    if (!wish) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto targets = choose_targets(*framework, options.levels, options.roles, environment);
    if (!targets) return kNotDone;
    const std::size_t target_count = targets->levels.size() + targets->roles.size();
    const bool is_together =
        options.together || (options.people.paths.size() == 1 && target_count < 2 &&
                             is_team_file(environment, options.people.paths.front()));
    if (is_together && target_count > 1) {
        return usage_error(environment, "--together takes one --level or --role at the most",
                           "a plan for several people has one target for each of them");
    }
    if (wish->table == PlanTable::sessions && !is_together) {
        return usage_error(environment, "--table sessions: there are none here",
                           "name one team file, or add --together");
    }
    const auto catalogues = read_catalogues(environment, *settings, *framework, options.catalogues);
    if (!catalogues) return kNotDone;
    const CourseOffer offer(*framework, catalogues->catalogues);
    auto completed = find_completed(options, offer, environment);
    if (!completed) return kNotDone;
    PlanRun run(environment, *settings, options, *framework, *targets, offer, *wish,
                {settings->as_of, *accept, options.judge.in_context},
                {options.include_planned, std::move(*completed), settings->as_of});
    if (!is_together) return worse(catalogues->exit_code, run.run_each());
    const Excludes excludes(settings->config, environment);
    const InputFiles inputs =
        expand_paths(environment.files, options.people.paths,
                     [&](std::string_view path) { return excludes.contain(path); });
    return worse(catalogues->exit_code, run.run_together(inputs));
}

void add_plan_options(CLI::App& app, PlanOptions& options) {
    app.add_option("--catalogue", options.catalogues,
                   "Catalogue of courses, or a directory of them; repeatable")
        ->type_name("PATH")
        ->allow_extra_args(false)
        ->required();
    app.add_option("--level", options.levels,
                   "Level of practice to hold people against; repeatable")
        ->type_name("LEVEL")
        ->allow_extra_args(false);
    app.add_option(
           "--role", options.roles,
           "Role to hold people against, or ROLE@LEVEL; repeatable; with --level, at that level")
        ->type_name("ROLE")
        ->allow_extra_args(false);
    app.add_option("--minimise", options.minimise,
                   "What to make small: courses (the default), hours or cost")
        ->type_name("MEASURE");
    app.add_option("--max-cost", options.max_cost, "Close as much as can be for that cost")
        ->type_name("AMOUNT");
    app.add_option("--max-hours", options.max_hours, "Close as much as can be in so many hours")
        ->type_name("AMOUNT");
    app.add_option("--by", options.by, "Day by which the courses are due; reviewed half way")
        ->type_name("DATE");
    app.add_flag("--include-planned", options.include_planned, "Close what is planned, too");
    app.add_option("--completed", options.completed,
                   "Course that has been taken, by id or PROVIDER/ID; repeatable")
        ->type_name("COURSE")
        ->allow_extra_args(false);
    app.add_flag("--together", options.together,
                 "One plan for all, each session held once; a team file alone means it");
    app.add_option("--table", options.table,
                   "CSV: people and their courses (the default), or sessions")
        ->type_name("TABLE");
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<PlanOptions>();
    add_people_options(app, options->people, true);
    // A plan is signed by those whom it names, and what somebody completed stands in free text.
    app.remove_option(app.get_option("--pseudonym-key"));
    add_plan_options(app, *options);
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf plan alice.yaml --catalogue catalogue.yaml\n"
        "hcf plan alice.yaml --catalogue catalogue.yaml --by 2027-03-31 -o alice.ics\n"
        "hcf plan team.yaml --catalogue catalogues/ --minimise cost");
    return [options](Environment& environment) { return run_plan(environment, *options); };
}

}  // namespace

constinit const Command kPlanCommand = {"plan", "The cheapest development plan", setup,
                                        Extra::calendar};

}  // namespace hcf::cli
