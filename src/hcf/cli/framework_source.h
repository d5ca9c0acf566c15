// SPDX-License-Identifier: Apache-2.0
// Frameworks that are named on the command line beside the one of the options: a directory, the
// built-in one, or an overlay on the one of the options.
#pragma once

#include "hcf/cli/settings.h"
#include "hcf/load/paths.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

/// The word for the framework that is compiled in.
inline constexpr std::string_view kEmbedded = "embedded";

/// Which framework `word` means: `embedded`, a directory, or an overlay file, which stands for the
/// framework of the settings with that overlay on it; `overlays` come on top. Where it is none of
/// these, that is said, and nothing is given.
[[nodiscard]] std::optional<FrameworkChoice> find_framework(
    const std::string& word, const std::vector<std::string>& overlays, const Settings& settings,
    Environment& environment);

/// Loads it; what is wrong with it is said, and nothing is given.
[[nodiscard]] std::optional<Framework> load_choice(const FrameworkChoice& choice,
                                                   const Settings& settings,
                                                   Environment& environment);

/// The files that these frameworks are read from, which no output may replace.
[[nodiscard]] std::vector<InputFile> files_of(const std::vector<FrameworkChoice>& choices,
                                              Environment& environment);

}  // namespace hcf::cli
