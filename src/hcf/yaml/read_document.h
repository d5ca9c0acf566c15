// SPDX-License-Identifier: Apache-2.0
// Reads one document of YAML 1.2 (without anchors, aliases and tags, which hcf refuses) into a
// tree. parse.cpp then asks yaml-cpp whether it reads the same, so that nothing counts which the
// two do not agree on.
#pragma once

#include "hcf/yaml/read_state.h"

#include <cstdint>

namespace hcf::yaml {

/// Reads directives, markers and the root node; reports whatever is wrong.
/// True where there is a tree that can be relied on.
[[nodiscard]] bool read_document(ReadState& state);

}  // namespace hcf::yaml
