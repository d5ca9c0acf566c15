// SPDX-License-Identifier: Apache-2.0
// The list of what hcf put into a directory, kept in it: a directory without one is not replaced,
// and neither is a page that was changed by hand.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hcf {

inline constexpr std::string_view kManifestFile = "hcf-site.json";

/// The SHA-256 of a text in hexadecimal digits.
[[nodiscard]] std::string sha256_of(std::string_view text);

/// Names of files and their digests; nothing where the text is no manifest.
[[nodiscard]] std::optional<std::map<std::string, std::string>> read_manifest(
    std::string_view text);

}  // namespace hcf
