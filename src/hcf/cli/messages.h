// SPDX-License-Identifier: Apache-2.0
// What the program says on standard error, in one voice.
#pragma once

#include "hcf/base/count.h"
#include "hcf/cli/environment.h"
#include "hcf/diag/finding.h"

#include <string>
#include <string_view>

namespace hcf::cli {

/// "hcf: error: MESSAGE", and help below it.
void say_error(Environment& environment, std::string_view message, std::string_view help = {});

/// "hcf: MESSAGE": talk that `-q` silences; the caller asks.
void say(Environment& environment, std::string_view message);

/// Says an error of use and gives its exit code.
[[nodiscard]] int usage_error(Environment& environment, std::string_view message,
                              std::string_view help = {});

}  // namespace hcf::cli
