// SPDX-License-Identifier: Apache-2.0
// From the paths of a command line to the files behind them, in input order (spec 4, "PATH is").
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/load/file_reader.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// One file to read.
struct InputFile {
    std::string path;      ///< as given, joined with '/'; "-" for standard input
    bool is_named = true;  ///< named outright, not found in a directory
};

/// The files, and what could not be looked into.
struct InputFiles {
    std::vector<InputFile> files;
    std::vector<Finding> findings;
};

/// Expands paths: a directory is walked for *.yaml, *.yml and *.json, sorted by the whole relative
/// path bytewise; hidden entries, `hcf.yaml` and directories behind links are left out; a file
/// reached twice stands once, where it came first. In a walk, what `is_excluded` names is left out.
[[nodiscard]] InputFiles expand_paths(
    const FileReader& files, const std::vector<std::string>& paths,
    const std::function<bool(std::string_view)>& is_excluded = {});

/// True for a name that a walk takes: not hidden, not `hcf.yaml`, and .yaml, .yml or .json.
[[nodiscard]] bool is_document_name(std::string_view name);

/// A path below a directory: "people/" and "a.yaml" make "people/a.yaml".
[[nodiscard]] std::string join_path(std::string_view directory, std::string_view name);

}  // namespace hcf
