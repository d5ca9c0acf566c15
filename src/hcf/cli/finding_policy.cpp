// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/finding_policy.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/messages.h"
#include "hcf/rules/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace hcf::cli {
namespace {

/// The rules of a comma-separated list; what is wrong with it is said, and nothing is given.
std::optional<std::vector<const RuleInfo*>> parse_rules(std::string_view option,
                                                        std::string_view list,
                                                        Environment& environment) {
    std::vector<const RuleInfo*> rules;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string_view id = list.substr(begin, end - begin);
        const RuleInfo* rule = find_rule(id);
        if (rule == nullptr) {
            std::vector<std::string_view> known;
            for (const RuleInfo* candidate : all_rules()) known.push_back(candidate->id);
            const std::string near = did_you_mean(id, known);
            say_error(environment, fmt::format("{}: unknown rule {}", option, in_quotes(id)),
                      near.empty() ? "'hcf explain' lists them" : near);
            return std::nullopt;
        }
        rules.push_back(rule);
        begin = end + 1;
    }
    return rules;
}

}  // namespace

std::optional<FindingPolicy> FindingPolicy::make(const PolicyOptions& options, const Config& config,
                                                 Environment& environment) {
    FindingPolicy policy;
    policy.is_strict_ = options.is_strict;
    for (const auto& [rule, setting] : config.warnings) policy.settings_[rule] = setting;
    const auto selected = parse_rules("--select", options.select, environment);
    if (!selected) return std::nullopt;
    const auto ignored = parse_rules("--ignore", options.ignore, environment);
    if (!ignored) return std::nullopt;
    policy.has_selection_ = !selected->empty();
    for (const RuleInfo* rule : *selected) {
        policy.selected_.insert(rule);
        // Whoever asks for a rule wants to see it.
        const auto place = policy.settings_.find(rule);
        if (place != policy.settings_.end() && place->second == WarningSetting::off)
            policy.settings_.erase(place);
    }
    for (const RuleInfo* rule : *ignored) {
        if (rule->severity == Severity::error) {
            say_error(
                environment,
                fmt::format("--ignore: '{}' is an error, and errors cannot be ignored", rule->id),
                "--select RULE shows only what you ask for");
            return std::nullopt;
        }
        policy.settings_[rule] = WarningSetting::off;
    }
    return policy;
}

FindingPolicy::Fate FindingPolicy::judge(Finding& finding) const {
    const auto setting = settings_.find(finding.rule);
    if (finding.severity == Severity::warning) {
        if (setting != settings_.end() && setting->second == WarningSetting::off)
            return Fate::dropped;
        const bool is_error =
            is_strict_ || (setting != settings_.end() && setting->second == WarningSetting::error);
        if (is_error) finding.severity = Severity::error;
    }
    if (!has_selection_ || selected_.count(finding.rule) != 0) return Fate::told;
    return finding.severity == Severity::error ? Fate::hidden : Fate::dropped;
}

}  // namespace hcf::cli
