// SPDX-License-Identifier: Apache-2.0
// The assessment form: a page that brings its own frame, script and style (src/hcf/site/README.md),
// filled with the framework.
#include "hcf/base/assert.h"
#include "hcf/site/assets.h"
#include "hcf/site/page_data.h"

namespace hcf {

std::vector<SiteFile> form_files(const SiteContext& site) {
    constexpr std::string_view kPlace = "@DATA@";
    std::vector<SiteFile> files;
    for (const SiteAsset& asset : site_assets()) {
        if (!asset.name.starts_with("form")) continue;
        SiteFile file = {std::string(asset.name), std::string(asset.text)};
        if (asset.name == kFormPage) {
            const std::size_t at = file.text.find(kPlace);
            HCF_ASSERT(at != std::string::npos);
            file.text.replace(at, kPlace.size(), embeddable(form_page_data(site.framework)));
        }
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace hcf
