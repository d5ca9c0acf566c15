// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/targets.h"

#include "hcf/base/look_alike.h"
#include "hcf/base/text.h"
#include "hcf/cli/messages.h"
#include "hcf/rules/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf::cli {
namespace {

void say_unknown(std::string_view what, const std::string& name, const NameTable& names,
                 Environment& environment) {
    std::string help = name_help(names, name);
    if (const auto strange = find_look_alike(name))
        help = fmt::format("it holds {}", describe(*strange));
    if (help.empty()) help = fmt::format("'hcf show {}s' lists them", what);
    say_error(environment, fmt::format("unknown {} {}", what, in_quotes(name)), help);
}

bool check_stands_at(const Framework& framework, RoleId role, LevelId level,
                     Environment& environment) {
    if (stands_at(framework.at(role), level)) return true;
    std::string levels;
    for (const LevelId own : framework.at(role).levels)
        levels += fmt::format("{}'{}'", levels.empty() ? "" : ", ", framework.at(own).id);
    say_error(environment,
              fmt::format("the role '{}' does not stand at the level '{}'", framework.at(role).id,
                          framework.at(level).id),
              "it stands at " + levels);
    return false;
}

void add_once(std::vector<Target>& targets, const Target& target) {
    if (std::find(targets.begin(), targets.end(), target) == targets.end())
        targets.push_back(target);
}

}  // namespace

std::optional<LevelId> find_level_or_say(const Framework& framework, const std::string& name,
                                         Environment& environment) {
    const auto level = framework.find_level(name);
    if (!level) say_unknown("level", name, framework.level_names, environment);
    return level;
}

std::optional<RoleChoice> find_role_or_say(const Framework& framework, const std::string& name,
                                           Environment& environment) {
    if (const auto role = framework.find_role(name)) return RoleChoice{*role, std::nullopt};
    const std::size_t at = name.rfind('@');
    if (at == std::string::npos) {
        say_unknown("role", name, framework.role_names, environment);
        return std::nullopt;
    }
    const auto role = framework.find_role(name.substr(0, at));
    if (!role) {
        say_unknown("role", name.substr(0, at), framework.role_names, environment);
        return std::nullopt;
    }
    const auto level = find_level_or_say(framework, name.substr(at + 1), environment);
    if (!level || !check_stands_at(framework, *role, *level, environment)) return std::nullopt;
    return RoleChoice{*role, level};
}

std::optional<CompetenceId> find_competence_or_say(const Framework& framework,
                                                   const std::string& name,
                                                   Environment& environment) {
    const auto competence = framework.find_competence(name);
    if (!competence) say_unknown("competence", name, framework.competence_names, environment);
    return competence;
}

std::optional<TargetChoice> choose_targets(const Framework& framework,
                                           const std::vector<std::string>& levels,
                                           const std::vector<std::string>& roles,
                                           Environment& environment) {
    TargetChoice choice;
    for (const std::string& name : levels) {
        const auto level = find_level_or_say(framework, name, environment);
        if (!level) return std::nullopt;
        if (std::find(choice.levels.begin(), choice.levels.end(), *level) == choice.levels.end())
            choice.levels.push_back(*level);
    }
    for (const std::string& name : roles) {
        const auto role = find_role_or_say(framework, name, environment);
        if (!role) return std::nullopt;
        choice.roles.push_back(*role);
    }
    if (choice.roles.empty() || choice.levels.empty()) return choice;
    if (choice.levels.size() > 1) {
        say_error(environment, "with --role, at most one --level",
                  "it picks that level of every role named");
        return std::nullopt;
    }
    const LevelId level = choice.levels.front();
    for (RoleChoice& role : choice.roles) {
        if (role.level && *role.level != level) {
            say_error(environment, "--role names a level, and --level another",
                      "leave one of them out");
            return std::nullopt;
        }
        if (!check_stands_at(framework, role.role, level, environment)) return std::nullopt;
        role.level = level;
    }
    choice.levels.clear();
    return choice;
}

std::vector<Target> TargetChoice::for_person(const Framework& framework,
                                             const Person& person) const {
    std::vector<Target> targets;
    for (const LevelId level : levels) add_once(targets, {TargetKind::level, std::nullopt, level});
    for (const RoleChoice& choice : roles) {
        LevelId level = framework.at(choice.role).levels.front();
        if (choice.level)
            level = *choice.level;
        else if (person.role == choice.role)
            level = person.level;
        add_once(targets, {TargetKind::role, choice.role, level});
    }
    if (targets.empty()) targets.push_back({TargetKind::own, person.role, person.level});
    return targets;
}

}  // namespace hcf::cli
