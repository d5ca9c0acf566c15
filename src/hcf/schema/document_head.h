// SPDX-License-Identifier: Apache-2.0
// The one line that says what a document is: `hcf: assessment/1` (spec 2).
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/diag/diagnostic.h"
#include "hcf/yaml/node.h"

#include <optional>

namespace hcf {

/// What a document says it is.
struct DocumentHead {
    enum class State {
        known,        ///< `kind` is set
        not_hcf,      ///< a mapping without an `hcf` key: somebody else's file
        not_mapping,  ///< a list or a single text
        wrong         ///< an `hcf` key that names no kind and version that hcf reads
    };
    State state = State::not_hcf;
    DocumentKind kind = DocumentKind::assessment;
    SourceSpan span;  ///< of the `hcf` value, or of where it should be
};

/// Reads the head without a complaint; `report_head` says what is wrong with one that is not known.
[[nodiscard]] DocumentHead read_head(const yaml::Tree& tree);

/// Reports a head whose state is not `known`.
void report_head(const DocumentHead& head, const yaml::Tree& tree, Diagnostics& diags);

}  // namespace hcf
