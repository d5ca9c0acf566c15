// SPDX-License-Identifier: Apache-2.0
// Short headings for the columns of levels.
#pragma once

#include "hcf/model/framework.h"

#include <string>
#include <vector>

namespace hcf {

/// One for each level, lowest first: the fewest first letters of its id that tell it from the
/// others, such as "S", "As", "Au".
[[nodiscard]] std::vector<std::string> level_signs(const Framework& framework);

/// "S supportive, As associate, ...": what they stand for.
[[nodiscard]] std::string level_legend(const Framework& framework);

}  // namespace hcf
