// SPDX-License-Identifier: Apache-2.0
// The commands of `hcf framework`.
#pragma once

#include "hcf/cli/command.h"

namespace hcf::cli {

extern const Command kFrameworkDiffCommand;
extern const Command kFrameworkCheckCommand;

}  // namespace hcf::cli
