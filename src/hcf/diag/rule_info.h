// SPDX-License-Identifier: Apache-2.0
// What every complaint has: a stable id, a severity, and an explanation that `hcf explain` prints.
#pragma once

#include <string_view>

namespace hcf {

enum class Severity { error, warning };

[[nodiscard]] constexpr std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
    }
    return {};
}

/// The four parts of an explanation (style guide, section 8): plain sentences, and YAML for the
/// examples.
struct Explanation {
    std::string_view checks;
    std::string_view matters;
    std::string_view wrong;
    std::string_view right;
};

/// A rule's identity; `id` is kebab-case and never reused for another meaning.
struct RuleInfo {
    std::string_view id;
    Severity severity;
    std::string_view summary;
    Explanation explanation;
};

}  // namespace hcf
