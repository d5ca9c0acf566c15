// SPDX-License-Identifier: Apache-2.0
// The options that mean the same in every command (spec 4), and what they come to: parse first,
// resolve later.
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/cli/config.h"
#include "hcf/cli/environment.h"
#include "hcf/load/load_framework.h"
#include "hcf/report/format.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::cli {

/// The options as they were written.
struct CommonOptions {
    std::string framework;
    std::vector<std::string> overlays;
    std::string as_of;
    std::string format;
    std::string output;
    std::string colour = "auto";
    bool force = false;
    bool csv_raw = false;
    bool quiet = false;
    bool no_config = false;
    bool uses_config = false;    ///< the command has the options of a framework
    Extra offers = Extra::none;  ///< it takes the formats that need this
};

/// Adds --framework, --overlay, --as-of and --no-config.
void add_framework_options(CLI::App& app, CommonOptions& options);

/// Adds --format, --output, --force, --csv-raw, --color and -q. Which formats there are is looked
/// up by the name of the command.
void add_output_options(CLI::App& app, CommonOptions& options);

/// Who had the last word about a setting: an option, a variable, or the path of hcf.yaml.
struct Origins {
    std::string framework = "default";
    std::string overlays = "default";
    std::string as_of = "today";
    std::string colour = "default";
};

/// The options as they are meant.
struct Settings {
    Config config;
    FrameworkChoice framework;
    Date as_of;
    const Format* format = nullptr;
    std::string output;  ///< empty: standard output
    bool replace_output = false;
    bool quiet = false;
    WriteOptions write;
    bool colour_err = false;
    Origins origins;
};

/// What the options come to; what is wrong with them is said, and nothing is given.
[[nodiscard]] std::optional<Settings> resolve(const CommonOptions& options,
                                              Environment& environment);

/// Loads the framework of the settings; what is wrong with it is said, and nothing is given.
[[nodiscard]] std::optional<Framework> load(const Settings& settings, Environment& environment);

/// Options of commands that read assessments.
struct PeopleOptions {
    std::vector<std::string> paths;
    std::string stdin_filename = "<stdin>";
    bool allow_empty = false;
    bool show_values = false;
    bool allow_outside = false;
};

/// Adds PATH..., --stdin-filename, --allow-empty, --allow-outside and --show-values.
void add_people_options(CLI::App& app, PeopleOptions& options, bool paths_required);

/// Options of commands that judge.
struct JudgeChoice {
    std::string accept;  ///< empty: as hcf.yaml has it, else self
    bool in_context = false;
};

/// Adds --accept and --in-context.
void add_judge_options(CLI::App& app, JudgeChoice& choice);

/// The weakest basis that is accepted: the option, else hcf.yaml, else self. A word that is none is
/// said, and nothing is given.
[[nodiscard]] std::optional<Basis> accepted_basis(const JudgeChoice& choice, const Config& config,
                                                  Environment& environment);

/// True for a word of a closed list; another one is said as an error of that option, with the
/// nearest words, or all of them behind `lead`.
[[nodiscard]] bool is_known_word(std::string_view option, std::string_view word,
                                 std::span<const std::string_view> known, Environment& environment,
                                 std::string_view lead = "one of");

}  // namespace hcf::cli
