// SPDX-License-Identifier: Apache-2.0
// The declarations of the listed commands; a command's file includes it.
#pragma once

#include "hcf/cli/command.h"

namespace hcf::cli {

#define HCF_COMMAND(name) extern const Command name;
#include "hcf/cli/all_commands.inc"
#undef HCF_COMMAND

}  // namespace hcf::cli
