// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hcf {

/// A kebab-case word as prose has it: "newly required".
[[nodiscard]] std::string prose(std::string_view word);

}  // namespace hcf
