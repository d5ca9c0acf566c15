// SPDX-License-Identifier: Apache-2.0
// Globs in the members of a team: `people/*.yaml`, `**/*.yaml` (spec 2, "team/1").
#pragma once

#include "hcf/base/result.h"
#include "hcf/load/file_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// True for a path that holds `*`, `?` or `[`.
[[nodiscard]] bool is_pattern(std::string_view path);

/// True where a name matches: `*` is any number of characters, `?` one, `[a-c]` one of a list,
/// `[!a-c]` one that is not. A name that begins with a dot matches only a dot.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view name);

/// What a pattern leads to.
struct PatternMatches {
    std::vector<std::string> paths;  ///< below the base, in byte order, each once
    std::optional<Error> fault;      ///< the first directory that could not be listed
};

/// The files below a directory whose paths match. A wildcard takes what a walk takes: names of YAML
/// and JSON files; it follows no links to directories; `**` is any number of directories.
[[nodiscard]] PatternMatches expand_pattern(const FileReader& files, const std::string& base,
                                            std::string_view pattern);

}  // namespace hcf
