// SPDX-License-Identifier: Apache-2.0
// The framework that ships inside the binary. The definition is generated from framework/*.yaml at
// build time (cmake/EmbedFramework.cmake), so there is no second copy to keep in step.
#pragma once

#include <span>
#include <string_view>

namespace hcf {

/// One embedded file; both views have static storage.
struct EmbeddedFile {
    std::string_view name;  ///< such as "framework/levels.yaml"
    std::string_view text;  ///< its bytes, unchanged
};

/// The files of the shipped framework in byte order of their names; never empty.
[[nodiscard]] std::span<const EmbeddedFile> embedded_framework();

}  // namespace hcf
