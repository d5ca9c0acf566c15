// SPDX-License-Identifier: Apache-2.0
// The key under which people get their pseudonyms: read from a file, never shown.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/model/pseudonym.h"

#include <optional>
#include <string>

namespace hcf::cli {

/// Reads --pseudonym-key. A file that cannot be read, or is too short to keep a secret, is said,
/// and nothing is given.
[[nodiscard]] std::optional<Pseudonyms> read_pseudonym_key(Environment& environment,
                                                           const std::string& path);

}  // namespace hcf::cli
