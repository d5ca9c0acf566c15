// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/assets.h"

namespace hcf {

std::string_view site_asset(std::string_view name) {
    for (const SiteAsset& asset : site_assets()) {
        if (asset.name == name) return asset.text;
    }
    return {};
}

}  // namespace hcf
