// SPDX-License-Identifier: Apache-2.0
// Lists and mappings in brackets (YAML 1.2, section 7.4), and with them all of JSON.
#pragma once

#include "hcf/yaml/read_state.h"

#include <cstdint>

namespace hcf::yaml {

/// Reads the list or mapping whose bracket is at the cursor; lines inside it need `indent` spaces.
/// Gives false where nothing behind a fault can be made sense of.
[[nodiscard]] bool read_flow(ReadState& state, std::uint32_t indent);

}  // namespace hcf::yaml
