// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hcf {

/// "1 error", "2 errors".
[[nodiscard]] std::string count_of(std::size_t number, std::string_view one, std::string_view many);

}  // namespace hcf
