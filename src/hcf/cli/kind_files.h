// SPDX-License-Identifier: Apache-2.0
// What the commands share that write a file about a kind of document: `schema` and `new`.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/settings.h"

#include <optional>
#include <string>
#include <string_view>

namespace hcf::cli {

/// "levels, competences, ...": the kinds that have a schema.
[[nodiscard]] std::string kind_names();

/// False after saying that there is no such kind.
[[nodiscard]] bool check_kind(std::string_view kind, Environment& environment);

/// Adds --output and --force.
void add_file_options(CLI::App& app, CommonOptions& options);

/// As resolve, where the file's extension says nothing of a format.
[[nodiscard]] std::optional<Settings> resolve_plain(CommonOptions options,
                                                    Environment& environment);

/// Writes a text as it is to the destination of the settings; gives the exit code.
[[nodiscard]] int write_text(Environment& environment, const Settings& settings,
                             std::string_view text);

}  // namespace hcf::cli
