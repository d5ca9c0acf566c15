// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/messages.h"

#include "hcf/base/text.h"
#include "hcf/cli/exit_code.h"

#include <fmt/format.h>

namespace hcf::cli {

void say_error(Environment& environment, std::string_view message, std::string_view help) {
    std::string text = fmt::format("hcf: error: {}\n", escape_invisible(message));
    if (!help.empty()) text += fmt::format("  = help: {}\n", escape_invisible(help));
    environment.err.write(text);
}

void say(Environment& environment, std::string_view message) {
    environment.err.write(fmt::format("hcf: {}\n", escape_invisible(message)));
}

int usage_error(Environment& environment, std::string_view message, std::string_view help) {
    say_error(environment, message, help);
    return kNotDone;
}

}  // namespace hcf::cli
