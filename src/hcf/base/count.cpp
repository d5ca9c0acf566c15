// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/count.h"

#include <fmt/format.h>

namespace hcf {

std::string count_of(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace hcf
