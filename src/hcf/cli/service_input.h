// SPDX-License-Identifier: Apache-2.0
// Reads the one service that a command is about.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/settings.h"
#include "hcf/model/service.h"

#include <optional>
#include <string>

namespace hcf::cli {

/// The service in the file, or standard input (`-`); what is wrong is said, and nothing is given:
/// errors in it, another kind of document, a directory, a second service.
[[nodiscard]] std::optional<Service> read_service(Environment& environment,
                                                  const Settings& settings,
                                                  const Framework& framework,
                                                  const std::string& path,
                                                  const std::string& stdin_name);

}  // namespace hcf::cli
