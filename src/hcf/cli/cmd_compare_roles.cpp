// SPDX-License-Identifier: Apache-2.0
// hcf compare-roles: what carries over between roles, or levels of practice (spec 3 and 5,
// "compare-roles").
#include "hcf/analysis/role_comparison.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/targets.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_comparison.h"

#include <fmt/format.h>

#include <memory>

namespace hcf::cli {
namespace {

struct CompareOptions {
    CommonOptions common;
    std::string a;
    std::string b;
    bool levels = false;
};

std::optional<Comparable> find_level_to_compare(const Framework& framework, const std::string& name,
                                                Environment& environment) {
    if (!framework.find_level(name) && framework.find_role(name)) {
        say_error(environment, fmt::format("{} is a role, not a level", in_quotes(name)),
                  "without --levels, roles are compared");
        return std::nullopt;
    }
    const auto level = find_level_or_say(framework, name, environment);
    if (!level) return std::nullopt;
    return make_comparable(framework, *level);
}

std::optional<Comparable> find_role_to_compare(const Framework& framework, const std::string& name,
                                               Environment& environment) {
    if (!framework.find_role(name) && framework.find_level(name)) {
        say_error(environment, fmt::format("{} is a level, not a role", in_quotes(name)),
                  "with --levels, levels are compared");
        return std::nullopt;
    }
    const auto choice = find_role_or_say(framework, name, environment);
    if (!choice) return std::nullopt;
    RoleAtLevel role = at_own_level(framework, choice->role);
    if (choice->level) role.level = *choice->level;
    return make_comparable(framework, role);
}

/// The report as it is written, a piece for each pair: there may be a million of them.
class CompareRun {
public:
    CompareRun(const Framework& framework, const Settings& settings, ReportOutput& output)
        : framework_(framework), settings_(settings), output_(output) {
        head.envelope = make_envelope("hcf.compare-roles/1", framework, settings.as_of);
        head.list = "pairs";
        const auto columns = comparison_columns();
        head.columns.assign(columns.begin(), columns.end());
    }

    void two(const Comparable& a, const Comparable& b);
    void ranking(const Comparable& from, std::span<const Comparable> all);
    void all_pairs(std::span<const Comparable> all);

    ReportHead head;

private:
    [[nodiscard]] bool is_for_readers() const { return settings_.format->reads == Reads::document; }
    void page(Document document) {
        ReportPart part;
        part.document = std::move(document);
        output_.part(head, part);
    }
    void both_ways(const Comparable& a, const Comparable& b);
    void add(const Comparison& comparison, ReportPart& part) const;

    const Framework& framework_;
    const Settings& settings_;
    ReportOutput& output_;
};

void CompareRun::add(const Comparison& comparison, ReportPart& part) const {
    if (settings_.format->reads == Reads::elements)
        part.elements.push_back(comparison_json(framework_, comparison));
    else
        part.records.push_back(comparison_record(framework_, comparison));
}

void CompareRun::both_ways(const Comparable& a, const Comparable& b) {
    ReportPart part;
    add(compare(a, b), part);
    add(compare(b, a), part);
    output_.part(head, part);
}

void CompareRun::two(const Comparable& a, const Comparable& b) {
    if (is_for_readers())
        page(pair_document(framework_, a, b));
    else
        both_ways(a, b);
}

void CompareRun::ranking(const Comparable& from, std::span<const Comparable> all) {
    std::vector<Comparable> others;
    for (const Comparable& one : all) {
        const bool is_itself = from.role ? one.role == from.role : one.level == from.level;
        if (!is_itself) others.push_back(one);
    }
    std::vector<Comparable> ranked;
    ranked.reserve(others.size());
    for (const std::size_t i : rank_by_similarity(from, others)) ranked.push_back(others[i]);
    if (is_for_readers()) return page(ranking_document(framework_, from, ranked));
    for (const Comparable& other : ranked) both_ways(from, other);
}

void CompareRun::all_pairs(std::span<const Comparable> all) {
    if (!is_for_readers()) {
        for (std::size_t i = 0; i < all.size() && output_.is_open(); ++i) {
            for (std::size_t j = i + 1; j < all.size() && output_.is_open(); ++j)
                both_ways(all[i], all[j]);
        }
        return;
    }
    const AllPairs pairs(framework_, all);
    page(pairs.opening());
    for (std::size_t group = 0; group < pairs.groups(); ++group) {
        for (std::size_t i = 0; i < pairs.pages_of(group) && output_.is_open(); ++i)
            page(pairs.page(group, i));
    }
    page(pairs.closing());
}

int run_compare(Environment& environment, const CompareOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    std::vector<Comparable> named;
    for (const std::string& name : {options.a, options.b}) {
        if (name.empty()) continue;
        auto found = options.levels ? find_level_to_compare(*framework, name, environment)
                                    : find_role_to_compare(*framework, name, environment);
        if (!found) return kNotDone;
        named.push_back(std::move(*found));
    }
    ReportOutput output(environment, *settings);
    if (!output.open({})) return kNotDone;
    CompareRun run(*framework, *settings, output);
    output.begin(run.head);
    if (named.size() == 2) {
        run.two(named[0], named[1]);
    } else {
        const std::vector<Comparable> all =
            options.levels ? comparable_levels(*framework) : comparable_roles(*framework);
        if (named.empty())
            run.all_pairs(all);
        else
            run.ranking(named[0], all);
    }
    ReportTail tail;
    tail.closing.push_back(Paragraph{make_stamp(*framework, settings->as_of), Tone::muted});
    output.end(run.head, tail);
    return output.finish() ? kDone : kNotDone;
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<CompareOptions>();
    app.add_option("A", options->a,
                   "A role by its id, alias or title, or ROLE@LEVEL; alone, against every other")
        ->type_name("");
    app.add_option("B", options->b, "A second role: the two are compared, both ways")
        ->type_name("");
    app.add_flag("--levels", options->levels, "Compare levels of practice instead of roles");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf compare-roles health-care-assistant nursing-associate\n"
        "hcf compare-roles \"Registered Nurse - Adult\"\n"
        "hcf compare-roles --levels supportive associate\n"
        "hcf compare-roles -o pairs.csv");
    return [options](Environment& environment) { return run_compare(environment, *options); };
}

}  // namespace

constinit const Command kCompareRolesCommand = {
    "compare-roles", "What carries over between roles, or levels of practice", setup};

}  // namespace hcf::cli
