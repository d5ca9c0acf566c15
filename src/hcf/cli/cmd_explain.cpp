// SPDX-License-Identifier: Apache-2.0
// hcf explain: what a rule checks, why it matters, a wrong and a right example (spec 4).
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/settings.h"
#include "hcf/present/present_rules.h"
#include "hcf/rules/rule.h"

#include <fmt/format.h>

#include <memory>

namespace hcf::cli {
namespace {

struct ExplainOptions {
    CommonOptions common;
    std::string rule;
    bool all = false;
};

int run_explain(Environment& environment, const ExplainOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    std::vector<const RuleInfo*> rules;
    if (!options.rule.empty()) {
        const RuleInfo* rule = find_rule(options.rule);
        if (rule == nullptr) {
            std::vector<std::string_view> names;
            for (const RuleInfo* known : all_rules()) names.push_back(known->id);
            const std::string near = did_you_mean(options.rule, names);
            return usage_error(environment, fmt::format("unknown rule {}", in_quotes(options.rule)),
                               near.empty() ? "'hcf explain' lists them" : near);
        }
        rules.push_back(rule);
    } else {
        const auto all = all_rules();
        rules.assign(all.begin(), all.end());
    }
    const bool in_full = options.all || !options.rule.empty();
    return write_whole(environment, *settings, {}, rules_head(),
                       rules_part(rules, in_full, options.rule.empty()), {});
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<ExplainOptions>();
    app.add_option("RULE", options->rule,
                   "The rule, as it stands in brackets behind a message; none: a list of all")
        ->type_name("");
    app.add_flag("--all", options->all, "Explain every rule in full");
    add_output_options(app, options->common);
    return [options](Environment& environment) { return run_explain(environment, *options); };
}

}  // namespace

constinit const Command kExplainCommand = {"explain", "What a rule of validate checks, and why",
                                           setup};

}  // namespace hcf::cli
