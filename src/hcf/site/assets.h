// SPDX-License-Identifier: Apache-2.0
// Scripts, styles and templates of the site. They are real files of this folder, compiled into the
// binary at build time (cmake/EmbedFramework.cmake).
#pragma once

#include <span>
#include <string_view>

namespace hcf {

/// One embedded file; both views have static storage.
struct SiteAsset {
    std::string_view name;  ///< such as "site.css"
    std::string_view text;  ///< its bytes, unchanged
};

/// All of them in byte order of their names.
[[nodiscard]] std::span<const SiteAsset> site_assets();

/// The text of one; empty where there is none of that name.
[[nodiscard]] std::string_view site_asset(std::string_view name);

}  // namespace hcf
