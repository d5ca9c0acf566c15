// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/settings.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/command.h"
#include "hcf/cli/messages.h"
#include "hcf/diag/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hcf::cli {
namespace {

std::string extension_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    const std::size_t dot = path.find_last_of('.');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    return dot == std::string::npos || dot <= name ? std::string() : path.substr(dot);
}

/// The names of the formats that a command takes.
std::vector<std::string_view> format_names(Extra offers) {
    std::vector<std::string_view> names;
    for (const Format* format : all_formats()) {
        if (format->needs == Extra::none || format->needs == offers) names.push_back(format->name);
    }
    return names;
}

std::string known_formats(Extra offers) {
    std::string list;
    for (const std::string_view name : format_names(offers))
        list += fmt::format("{}{}", list.empty() ? "" : ", ", name);
    return list;
}

/// "hcf pathways": the commands whose report has it.
std::string commands_with(Extra extra) {
    std::string list;
    for (const Command* command : all_commands()) {
        if (command->offers == extra)
            list += fmt::format("{}hcf {}", list.empty() ? "" : ", ", command->name);
    }
    return list;
}

/// The format, where the command takes it.
const Format* taken(const Format& format, const CommonOptions& options, Environment& environment) {
    if (format.needs == Extra::none || format.needs == options.offers) return &format;
    say_error(environment,
              fmt::format("the format {} is for {}, and there is none here", format.name,
                          format.needs == Extra::graph ? "pictures" : "calendars"),
              fmt::format("{} has one", commands_with(format.needs)));
    return nullptr;
}

const Format* choose_format(const CommonOptions& options, Environment& environment) {
    const std::string known = known_formats(options.offers);
    if (!options.format.empty()) {
        if (const Format* format = find_format(options.format))
            return taken(*format, options, environment);
        const std::string near = did_you_mean(options.format, format_names(options.offers));
        say_error(environment, fmt::format("unknown format '{}'", options.format),
                  near.empty() ? "one of " + known : near);
        return nullptr;
    }
    const std::string extension = extension_of(options.output);
    const bool is_device = options.output.rfind("/dev/", 0) == 0;
    if (options.output.empty() || is_device) return find_format("text");
    if (const Format* format = find_format_by_extension(extension))
        return taken(*format, options, environment);
    say_error(environment,
              extension.empty()
                  ? fmt::format("the name '{}' does not say which format to write", options.output)
                  : fmt::format("unknown format '{}'", extension),
              "name one with --format: " + known);
    return nullptr;
}

constexpr std::array<std::string_view, 3> kColourWords = {"auto", "always", "never"};

/// Whether there are colours, and what decided it.
struct ColourChoice {
    bool is_wanted = false;
    std::string_view origin;
};

/// NO_COLOR and CLICOLOR_FORCE as their pages have it; an option beats both.
ColourChoice choose_colour(const std::string& choice, bool is_terminal, Environment& environment) {
    if (choice != "auto") return {choice == "always", "--color"};
    const auto value_of = [&](const char* name) {
        return environment.variable(name).value_or(std::string());
    };
    if (!value_of("NO_COLOR").empty()) return {false, "NO_COLOR"};
    const std::string force = value_of("CLICOLOR_FORCE");
    if (!force.empty() && force != "0") return {true, "CLICOLOR_FORCE"};
    return {is_terminal, "default"};
}

void choose_framework(const CommonOptions& options, Environment& environment, Settings& settings) {
    if (!options.framework.empty()) {
        settings.framework.directory = options.framework;
        settings.origins.framework = "--framework";
    } else if (const auto variable = environment.variable("HCF_FRAMEWORK");
               variable && !variable->empty()) {
        settings.framework.directory = *variable;
        settings.origins.framework = "HCF_FRAMEWORK";
    } else if (settings.config.framework) {
        settings.framework.directory = settings.config.framework;
        settings.origins.framework = settings.config.path;
    }
    if (!options.overlays.empty()) {
        settings.framework.overlays = options.overlays;
        settings.origins.overlays = "--overlay";
    } else if (!settings.config.overlays.empty()) {
        settings.framework.overlays = settings.config.overlays;
        settings.origins.overlays = settings.config.path;
    }
}

}  // namespace

void add_framework_options(CLI::App& app, CommonOptions& options) {
    app.add_option("--framework", options.framework,
                   "Directory of another framework (else $HCF_FRAMEWORK, else the built-in one)")
        ->type_name("DIR");
    app.add_option("--overlay", options.overlays, "Overlay to add to the framework; repeatable")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--as-of", options.as_of, "Day of the report (default: today)")
        ->type_name("DATE");
    app.add_flag("--no-config", options.no_config, "Do not read hcf.yaml");
    options.uses_config = true;
}

void add_output_options(CLI::App& app, CommonOptions& options) {
    for (const Command* command : all_commands()) {
        if (command->name == app.get_name()) options.offers = command->offers;
    }
    app.add_option("--format", options.format, "Output format: " + known_formats(options.offers))
        ->type_name("FORMAT");
    app.add_option("-o,--output", options.output, "Write to FILE, whose extension picks the format")
        ->type_name("FILE");
    app.add_flag("--force", options.force, "Replace an existing output file");
    app.add_flag("--csv-raw", options.csv_raw,
                 "CSV: do not defuse cells that a spreadsheet would read as formulas");
    app.add_option("--color,--colour", options.colour, "Colour: auto, always or never")
        ->type_name("WHEN");
    app.add_flag("-q,--quiet", options.quiet, "Say only errors on standard error");
}

bool is_known_word(std::string_view option, std::string_view word,
                   std::span<const std::string_view> known, Environment& environment,
                   std::string_view lead) {
    if (std::find(known.begin(), known.end(), word) != known.end()) return true;
    std::string words;
    for (const std::string_view candidate : known)
        words += fmt::format("{}{}", words.empty() ? "" : ", ", candidate);
    const std::string near = did_you_mean(word, known);
    say_error(environment, fmt::format("{}: unknown word {}", option, in_quotes(word)),
              near.empty() ? fmt::format("{} {}", lead, words) : near);
    return false;
}

std::optional<Basis> accepted_basis(const JudgeChoice& choice, const Config& config,
                                    Environment& environment) {
    if (choice.accept.empty()) return config.accept.value_or(Basis::self);
    if (!is_known_word("--accept", choice.accept, Words<Basis>::kList, environment))
        return std::nullopt;
    return from_word<Basis>(choice.accept);
}

std::optional<Settings> resolve(const CommonOptions& options, Environment& environment) {
    if (!is_known_word("--color", options.colour, kColourWords, environment)) return std::nullopt;
    Settings settings;
    settings.colour_err =
        choose_colour(options.colour, environment.err_is_terminal, environment).is_wanted;
    if (options.uses_config && !options.no_config) {
        auto config = find_config(environment, settings.colour_err);
        if (!config) return std::nullopt;
        settings.config = std::move(*config);
    }
    choose_framework(options, environment, settings);
    if (options.as_of.empty()) {
        settings.as_of = environment.today();
    } else if (const auto date = parse_date(options.as_of)) {
        settings.as_of = *date;
        settings.origins.as_of = "--as-of";
    } else {
        say_error(environment, "--as-of: " + date.error().message, date.error().help);
        return std::nullopt;
    }
    settings.format = choose_format(options, environment);
    if (settings.format == nullptr) return std::nullopt;
    settings.output = options.output == "/dev/stdout" ? std::string() : options.output;
    settings.replace_output = options.force;
    settings.quiet = options.quiet;
    settings.write.csv_raw = options.csv_raw;
    const ColourChoice colour = choose_colour(
        options.colour, environment.out_is_terminal && settings.output.empty(), environment);
    settings.write.colour = colour.is_wanted;
    settings.origins.colour = colour.origin;
    return settings;
}

std::optional<Framework> load(const Settings& settings, Environment& environment) {
    LoadedFramework loaded = load_framework(environment.files, settings.framework);
    std::string text;
    for (const Finding& finding : loaded.findings)
        render(text, finding, {settings.colour_err, true});
    environment.err.write(text);
    if (!loaded.framework) say_error(environment, "the framework cannot be used");
    return std::move(loaded.framework);
}

void add_people_options(CLI::App& app, PeopleOptions& options, bool paths_required) {
    CLI::Option* paths =
        app.add_option("PATH", options.paths, "Files, directories, or - for standard input")
            ->type_name("");
    if (paths_required) paths->required();
    app.add_option("--stdin-filename", options.stdin_filename, "What to call standard input")
        ->type_name("NAME");
    app.add_flag("--allow-empty", options.allow_empty, "Do not mind when there is nothing to read");
    app.add_flag("--allow-outside", options.allow_outside,
                 "Let a team name members outside its own directory");
    app.add_flag("--show-values", options.show_values,
                 "Show names, notes and plans in messages even where nobody sits at a terminal");
    if (!paths_required) return;
    app.add_option("--pseudonym-key", options.pseudonym_key,
                   "Name nobody: ids become digests under the key in FILE, free text is left out")
        ->type_name("FILE");
}

void add_judge_options(CLI::App& app, JudgeChoice& choice) {
    app.add_option("--accept", choice.accept,
                   "Weakest basis that is accepted: self, supervisor or assessor")
        ->type_name("BASIS");
    app.add_flag("--in-context", choice.in_context,
                 "Do not accept what was shown below the level at which it is asked");
}

}  // namespace hcf::cli
