// SPDX-License-Identifier: Apache-2.0
// A complaint about input as a value: found while a document is read, resolved to lines and columns
// before it is gone.
#pragma once

#include "hcf/diag/rule_info.h"
#include "hcf/diag/source.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hcf {

/// Another place that a diagnostic speaks of, such as the first of two duplicates.
struct Related {
    SourceSpan span;
    std::string message;
};

/// One complaint. The message is lower case, without a full stop, and holds no name of a person and
/// no free text.
struct Diagnostic {
    const RuleInfo* rule;
    std::string message;
    SourceSpan span;
    std::vector<Related> related = {};
    std::string help = {};
};

/// Collects diagnostics in the order in which they are found.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) {
        if (diagnostic.rule->severity == Severity::error) ++errors_;
        list_.push_back(std::move(diagnostic));
    }

    void add(const RuleInfo& rule, SourceSpan span, std::string message, std::string help = {}) {
        add(Diagnostic{&rule, std::move(message), span, {}, std::move(help)});
    }

    [[nodiscard]] std::size_t error_count() const { return errors_; }
    [[nodiscard]] bool has_errors() const { return errors_ != 0; }
    [[nodiscard]] bool empty() const { return list_.empty(); }
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return list_; }

    void clear() {
        list_.clear();
        errors_ = 0;
    }

private:
    std::vector<Diagnostic> list_;
    std::size_t errors_ = 0;
};

}  // namespace hcf
