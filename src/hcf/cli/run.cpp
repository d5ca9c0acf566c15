// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/run.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/base/version.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/help.h"
#include "hcf/cli/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <optional>

namespace hcf::cli {
namespace {

constexpr const Command* kCommands[] = {
#define HCF_COMMAND(name) &name,
#include "hcf/cli/all_commands.inc"
#undef HCF_COMMAND
};

struct Bound {
    CLI::App* app;
    Action action;
};

/// CLI11 takes the next argument where `--output=` has nothing behind it; that would overwrite an
/// input.
std::string empty_value(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        if (argument == "--") break;
        if (argument.size() > 3 && argument.rfind("--", 0) == 0 &&
            argument.find('=') == argument.size() - 1) {
            return argument.substr(0, argument.size() - 1);
        }
    }
    return {};
}

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
    for (const CLI::App* command : app.get_subcommands(nullptr)) {
        if (command->get_name() == name) return command;
    }
    return nullptr;
}

/// The command that the arguments name, before they are parsed; without one the program itself.
const CLI::App& command_named(const CLI::App& app, const std::vector<std::string>& arguments) {
    const CLI::App* command = &app;
    for (const std::string& argument : arguments) {
        const CLI::App* next = find_command(*command, argument);
        if (next == nullptr) break;
        command = next;
    }
    return *command;
}

/// The option of `--name=value` where it takes no value; empty where all is well.
std::string flag_with_value(const CLI::App& app, const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        if (argument == "--") break;
        const auto equals = std::find(argument.begin(), argument.end(), '=');
        if (!argument.starts_with("--") || equals == argument.end()) continue;
        std::string name(argument.begin(), equals);
        const CLI::Option* option = app.get_option_no_throw(name);
        if (option != nullptr && option->get_items_expected_max() == 0) return name;
    }
    return {};
}

std::string unknown_option_help(const CLI::App& app, const std::string& option) {
    std::vector<std::string> names;
    for (const CLI::Option* known : app.get_options()) {
        for (const std::string& name : known->get_lnames()) names.push_back("--" + name);
    }
    const std::vector<std::string_view> views(names.begin(), names.end());
    return did_you_mean(option.substr(0, option.find('=')), views);
}

/// An option, or an argument, that was given as an empty text.
std::string empty_option(const CLI::App& app) {
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& result : option->results()) {
            if (result.empty()) return option->get_name();
        }
    }
    return {};
}

const CLI::App& chosen(const CLI::App& app) {
    const CLI::App* command = &app;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    return *command;
}

int print(const std::string& text, Environment& environment) {
    if (environment.out.write(text)) return kDone;
    const std::string why = environment.out.why();
    if (!why.empty()) say_error(environment, fmt::format("cannot write the output: {}", why));
    return kNotDone;
}

/// Words that stand before a command, such as `framework` of `framework diff`.
std::size_t depth_of(const CLI::App& command) {
    std::size_t depth = 0;
    for (const CLI::App* at = &command; at->get_parent() != nullptr; at = at->get_parent()) ++depth;
    return depth;
}

/// The word that stands where a command was to be named and is none; nothing where all is well.
std::optional<std::string> unknown_command(const CLI::App& command,
                                           const std::vector<std::string>& arguments) {
    const std::size_t place = depth_of(command);
    if (command.get_subcommands(nullptr).empty() || place >= arguments.size()) return std::nullopt;
    if (arguments[place].rfind('-', 0) == 0) return std::nullopt;
    return arguments[place];
}

int say_unknown_command(const CLI::App& command, const std::string& name,
                        Environment& environment) {
    std::vector<std::string> names;
    for (const CLI::App* known : command.get_subcommands(nullptr))
        names.push_back(known->get_name());
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string near = did_you_mean(name, views);
    const std::string where = full_name(command);
    const std::string prefix =
        command.get_parent() == nullptr ? std::string() : command.get_name() + " ";
    return usage_error(environment, fmt::format("unknown command {}", in_quotes(prefix + name)),
                       near.empty() ? fmt::format("'{} --help' lists the commands", where) : near);
}

int say_extras(const CLI::App& app, Environment& environment) {
    const CLI::App& command = chosen(app);
    const std::vector<std::string> extras = app.remaining(true);
    const std::string extra = extras.empty() ? std::string() : extras.front();
    if (!command.get_subcommands(nullptr).empty() && extra.rfind('-', 0) != 0)
        return say_unknown_command(command, extra, environment);
    const std::string near =
        extra.rfind("--", 0) == 0 ? unknown_option_help(command, extra) : std::string();
    const std::string where = full_name(command);
    return usage_error(environment, fmt::format("unexpected argument '{}'", extra),
                       near.empty() ? fmt::format("'{} --help' lists what there is", where) : near);
}

/// The option that a message of the parser begins with, as in "--level: 1 required LEVEL missing";
/// nothing where it begins otherwise.
const CLI::Option* option_of(const CLI::App& command, const std::string& message) {
    return command.get_option_no_throw(message.substr(0, message.find(": ")));
}

/// An option without its value, or with more than it takes; empty where that is not so.
std::string wrong_count(const CLI::App& command, const std::string& message) {
    const CLI::Option* option = option_of(command, message);
    if (option == nullptr) return {};
    const bool is_repeated = option->get_expected_max() == 1 && option->results().size() > 1;
    return fmt::format("{} {}", option->get_name(),
                       is_repeated ? "may be given once only" : "needs a value");
}

/// What must be given and is not; empty where all is.
std::string missing_argument(const CLI::App& command) {
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_required() && option->count() == 0) return option->get_name();
    }
    return {};
}

std::string without_full_stop(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
    return text;
}

int say_parse_error(const CLI::App& app, const CLI::ParseError& error, Environment& environment) {
    const CLI::App& command = chosen(app);
    if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr ||
        dynamic_cast<const CLI::CallForAllHelp*>(&error) != nullptr) {
        return print(help_text(command, full_name(command)), environment);
    }
    if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
        return print(fmt::format("hcf {}\n", kVersion), environment);
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return say_extras(app, environment);
    const std::string where = full_name(command);
    const std::string help = fmt::format("'{} --help' says how it is used", where);
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        // What is there and should not be is more likely the slip.
        if (!app.remaining(true).empty()) return say_extras(app, environment);
        const std::string missing = missing_argument(command);
        if (!missing.empty())
            return usage_error(environment, fmt::format("{} is missing", missing), help);
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const std::string message = wrong_count(command, error.what());
        if (!message.empty()) return usage_error(environment, message);
    }
    return usage_error(environment, without_full_stop(error.what()), help);
}

int parse_and_run(const std::vector<std::string>& arguments, Environment& environment) {
    CLI::App app("The Clinical Homecare Career and Competence Framework on the command line",
                 "hcf");
    app.set_version_flag("--version", std::string(kVersion), "Print the version");
    app.set_help_flag("-h,--help", "Print this help");
    app.require_subcommand(0, 1);
    std::vector<Bound> bound;
    for (const Command* command : kCommands) {
        CLI::App* sub =
            app.add_subcommand(std::string(command->name), std::string(command->summary));
        bound.push_back({sub, command->setup(*sub)});
    }
    const CLI::App& named = command_named(app, arguments);
    if (const auto name = unknown_command(named, arguments))
        return say_unknown_command(named, *name, environment);
    if (const std::string option = flag_with_value(named, arguments); !option.empty()) {
        return usage_error(environment, fmt::format("{} takes no value", option));
    }
    if (const std::string option = empty_value(arguments); !option.empty()) {
        return usage_error(environment, fmt::format("{} needs a value", option));
    }
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
        return say_parse_error(app, error, environment);
    }
    if (const std::string option = empty_option(chosen(app)); !option.empty()) {
        return usage_error(environment, fmt::format("{} needs a value", option));
    }
    for (const Bound& candidate : bound) {
        if (candidate.app->parsed()) return candidate.action(environment);
    }
    environment.err.write(help_text(app, "hcf"));
    return kNotDone;
}

}  // namespace

std::span<const Command* const> all_commands() { return kCommands; }

int run(const std::vector<std::string>& arguments, Environment& environment) {
    try {
        return parse_and_run(arguments, environment);
    } catch (const std::exception& error) {
        say_error(environment, fmt::format("internal error: {}", error.what()));
        return kNotDone;
    }
}

}  // namespace hcf::cli
