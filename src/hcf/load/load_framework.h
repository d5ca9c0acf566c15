// SPDX-License-Identifier: Apache-2.0
// Loads a framework: the one compiled into the binary or a directory of documents, and the overlays
// on it (spec 2).
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/load/file_reader.h"
#include "hcf/model/framework.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

struct FrameworkChoice {
    std::optional<std::string> directory;  ///< nothing: the embedded framework
    std::vector<std::string> overlays;     ///< files, in the order given
};

/// The framework, or what is wrong with it.
struct LoadedFramework {
    std::optional<Framework> framework;
    std::vector<Finding> findings;  ///< by file as read, then by line, column, rule
};

/// Reads and builds it. Files in the directory that are of no framework kind are passed over.
[[nodiscard]] LoadedFramework load_framework(const FileReader& files,
                                             const FrameworkChoice& choice);

}  // namespace hcf
