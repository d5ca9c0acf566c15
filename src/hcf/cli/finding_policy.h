// SPDX-License-Identifier: Apache-2.0
// What becomes of a finding before it is told: settings of hcf.yaml, --select, --ignore, --strict
// (spec 4).
#pragma once

#include "hcf/cli/config.h"
#include "hcf/diag/finding.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace hcf::cli {

/// The options as they were written.
struct PolicyOptions {
    std::string select;
    std::string ignore;
    bool is_strict = false;
};

class FindingPolicy {
public:
    /// What the options and settings come to; what is wrong with them is said, and nothing is
    /// given.
    [[nodiscard]] static std::optional<FindingPolicy> make(const PolicyOptions& options,
                                                           const Config& config,
                                                           Environment& environment);

    enum class Fate {
        told,
        hidden,  ///< an error that --select does not name: counted, so that no file looks clean
        dropped  ///< a warning that nobody wants
    };

    /// Decides, and makes an error of a warning where that is asked for.
    [[nodiscard]] Fate judge(Finding& finding) const;

private:
    std::unordered_map<const RuleInfo*, WarningSetting> settings_;
    std::unordered_set<const RuleInfo*> selected_;
    bool has_selection_ = false;
    bool is_strict_ = false;
};

}  // namespace hcf::cli
