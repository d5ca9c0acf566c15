// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/hash.h"

#include <fmt/format.h>

namespace hcf {

std::string to_hex(std::uint64_t value) { return fmt::format("{:016x}", value); }

}  // namespace hcf
