// SPDX-License-Identifier: Apache-2.0
// Whether a path is a team's, for commands that do more for a team than for its members.
#pragma once

#include "hcf/cli/environment.h"

#include <string>

namespace hcf::cli {

/// True for a file whose first document says that it is a team. It is read for that, and read again
/// by whoever uses it; standard input is not.
[[nodiscard]] bool is_team_file(Environment& environment, const std::string& path);

}  // namespace hcf::cli
