// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/site.h"

#include "hcf/site/context.h"

#include <algorithm>
#include <utility>

namespace hcf {
namespace {

std::vector<SitePage> make_pages(const SiteContext& site) {
    std::vector<SitePage> pages = {home_page(site),    matrix_page(site), career_map_page(site),
                                   compare_page(site), index_page(site),  search_page(site)};
    for (SitePage& page : audience_pages(site)) pages.push_back(std::move(page));
    for (std::uint32_t i = 0; i < site.framework.levels.size(); ++i)
        pages.push_back(level_page(site, {i}));
    for (std::uint32_t i = 0; i < site.framework.competences.size(); ++i)
        pages.push_back(competence_page(site, {i}));
    for (std::uint32_t i = 0; i < site.framework.roles.size(); ++i)
        pages.push_back(role_page(site, {i}));
    return pages;
}

}  // namespace

std::vector<SiteFile> make_site(const Framework& framework, const SiteOptions& options) {
    const SiteContext site = make_context(framework, options);
    std::vector<SiteFile> files = form_files(site);
    for (const SitePage& page : make_pages(site)) files.push_back({page.file, frame(site, page)});
    const auto by_name = [](const SiteFile& a, const SiteFile& b) { return a.name < b.name; };
    std::sort(files.begin(), files.end(), by_name);
    SiteFile manifest = make_manifest(site, files);
    const auto place = std::lower_bound(files.begin(), files.end(), manifest, by_name);
    files.insert(place, std::move(manifest));
    return files;
}

}  // namespace hcf
