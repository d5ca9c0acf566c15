// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/names.h"

#include "hcf/base/look_alike.h"
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/diag/format_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace hcf::name_rules {

constinit const RuleInfo kUnknownLevel = {
    "unknown-level",
    Severity::error,
    "a level of practice that the framework does not have",
    {"That every level named is one of the framework's, by id, alias or title, without regard to "
     "case.",
     "A person judged against the wrong level may be sent to work that they are not ready for.",
     "level: autonomus", "level: autonomous"}};

constinit const RuleInfo kUnknownRole = {
    "unknown-role",
    Severity::error,
    "a role that the framework does not have",
    {"That every role named is one of the framework's or of a loaded overlay's, by id, alias or "
     "title.",
     "What is asked of a person follows from their role.", "role: Registered Nurse",
     "role: Registered Nurse - Adult"}};

constinit const RuleInfo kUnknownCompetence = {
    "unknown-competence",
    Severity::error,
    "a competence that the framework does not have",
    {"That every competence named is one of the framework's or of a loaded overlay's, by id, alias "
     "or title.",
     "A rating under a misspelt name would be counted for nothing, and the real one stay "
     "unassessed unseen.",
     "hand-hygene: met", "hand-hygiene: met"}};

constinit const RuleInfo kUnknownScale = {
    "unknown-scale",
    Severity::error,
    "a scale that is not loaded",
    {"That the scale named is one of the framework's or of a loaded overlay's, by its id.",
     "The same figure means met on one scale and not met on another.", "scale: zero-to-ten",
     "scale: zero-to-six"}};

constinit const RuleInfo kUnknownValue = {
    "unknown-value",
    Severity::error,
    "a value that the scale does not have",
    {"That a rating's value, and what a role needs, is a value of its scale, exactly as the scale "
     "writes it.",
     "Nothing is guessed: 'nearly' may be met to one assessor and not to another.",
     "hand-hygiene: nearly", "hand-hygiene: partial"}};

namespace {
constexpr std::array kAll = {&kUnknownLevel, &kUnknownRole, &kUnknownCompetence, &kUnknownScale,
                             &kUnknownValue};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::name_rules

namespace hcf {
namespace {

void report_unknown(const RuleInfo& rule, std::string_view what, std::string_view name,
                    SourceSpan span, std::string help, Diagnostics& diags) {
    if (const auto strange = find_look_alike(name)) {
        diags.add(format_rules::kLookAlikeLetters, span,
                  fmt::format("{} {} holds {} among Latin letters", what, in_quotes(name),
                              describe(*strange)),
                  "write it with Latin letters");
        return;
    }
    diags.add(rule, span, fmt::format("unknown {} {}", what, in_quotes(name)), std::move(help));
}

}  // namespace

std::string name_help(const NameTable& names, std::string_view name) {
    std::vector<std::string_view> near;
    std::vector<std::uint32_t> meant;
    for (const std::string_view candidate : nearest(name, names.all())) {
        const std::uint32_t index = *names.find(candidate);
        if (std::find(meant.begin(), meant.end(), index) != meant.end()) continue;
        meant.push_back(index);
        near.push_back(candidate);
    }
    return did_you_mean(near);
}

std::optional<LevelId> resolve_level(const Framework& framework, std::string_view name,
                                     SourceSpan span, Diagnostics& diags) {
    const auto level = framework.find_level(name);
    if (!level) {
        report_unknown(name_rules::kUnknownLevel, "level", name, span,
                       name_help(framework.level_names, name), diags);
    }
    return level;
}

std::optional<RoleId> resolve_role(const Framework& framework, std::string_view name,
                                   SourceSpan span, Diagnostics& diags) {
    const auto role = framework.find_role(name);
    if (!role) {
        report_unknown(name_rules::kUnknownRole, "role", name, span,
                       name_help(framework.role_names, name), diags);
    }
    return role;
}

std::optional<CompetenceId> resolve_competence(const Framework& framework, std::string_view name,
                                               SourceSpan span, Diagnostics& diags) {
    const auto competence = framework.find_competence(name);
    if (!competence) {
        report_unknown(name_rules::kUnknownCompetence, "competence", name, span,
                       name_help(framework.competence_names, name), diags);
    }
    return competence;
}

std::optional<ScaleId> resolve_scale(const Framework& framework, std::string_view id,
                                     SourceSpan span, Diagnostics& diags) {
    const auto scale = framework.find_scale(id);
    if (!scale) {
        std::vector<std::string_view> known;
        for (const Scale& candidate : framework.scales) known.push_back(candidate.id);
        report_unknown(name_rules::kUnknownScale, "scale", id, span, did_you_mean(id, known),
                       diags);
    }
    return scale;
}

}  // namespace hcf
