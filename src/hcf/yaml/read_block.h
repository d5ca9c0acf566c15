// SPDX-License-Identifier: Apache-2.0
// Lists and mappings by indentation (YAML 1.2, section 8.2).
#pragma once

#include "hcf/yaml/read_state.h"

namespace hcf::yaml {

/// Reads the root node of a document, which begins on the cursor's line or a later one.
/// Requires: there is one. Gives false where nothing behind a fault can be made sense of.
[[nodiscard]] bool read_root(ReadState& state);

}  // namespace hcf::yaml
