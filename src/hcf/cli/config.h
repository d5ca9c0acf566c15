// SPDX-License-Identifier: Apache-2.0
// `hcf.yaml`: what a repository sets for everybody who runs hcf in it (spec 4). It names files and
// words, and cannot run anything.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/diag/rule_info.h"
#include "hcf/schema/config_doc.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hcf::cli {

struct Config {
    std::string path;                      ///< empty: there is none
    std::optional<std::string> framework;  ///< as hcf reads it from where it was started
    std::vector<std::string> overlays;
    std::optional<Basis> accept;
    std::vector<std::pair<const RuleInfo*, WarningSetting>> warnings;
    std::vector<std::string> exclude;

    /// "" or "../../": from where hcf was started to where hcf.yaml stands.
    [[nodiscard]] std::string directory() const {
        return path.substr(0, path.size() - std::string_view("hcf.yaml").size());
    }
};

/// Finds and reads it: the nearest hcf.yaml from the current directory up to the repository's root,
/// which has a `.git`. Outside of a repository only the current directory is looked in, so that
/// nobody's file in a directory above, such as /tmp, has a say. What is wrong with it is said on
/// standard error, and nothing is given.
[[nodiscard]] std::optional<Config> find_config(Environment& environment, bool colour);

/// Says which paths of a walk the settings leave out. A pattern without '/' fits any part of a
/// path, one with '/' the path from where hcf.yaml stands, or a folder of it.
class Excludes {
public:
    Excludes(const Config& config, const Environment& environment);

    [[nodiscard]] bool contain(std::string_view path) const;

private:
    const std::vector<std::string>& patterns_;
    std::string current_;  ///< absolute, or "/" where that is not known
    std::string base_;     ///< of hcf.yaml
};

}  // namespace hcf::cli
